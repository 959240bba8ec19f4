// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace hb::models {

/// By what accounts stand inside a section, the first of interest first.
enum class SortBy : std::uint8_t {
    Attention,
    Name,
    LowestScore,
    LargestFall,
    LargestArr,
    NextRenewal,
    AccountId,
    Attribute,
};

/// An order of accounts. Whatever has no value stands last, also where the order is reversed.
struct Sorting {
    SortBy by = SortBy::Attention;
    QString key = {}; ///< the attribute's, where it is by one
    bool reversed = false;

    friend bool operator==(const Sorting&, const Sorting&) = default;
};

/// The id of the list's column of what was set by hand; it is there only where something was.
inline const QString overrideColumn = QStringLiteral("override");

/// The id of the list's column that an order belongs to: "why", "score", "owner".
[[nodiscard]] QString columnOf(const Sorting& sorting);
/// The order that a click on the head of a column asks for.
[[nodiscard]] Sorting sortingOf(const QString& column);
/// The id of an attribute's column: its key, unless a column of ours is called so.
[[nodiscard]] QString attributeColumn(const QString& key);
/// As kept in settings and saved views: "score", "-score".
[[nodiscard]] QString toText(const Sorting& sorting);
[[nodiscard]] Sorting sortingFromText(const QString& text);
/// The largest or latest value stands first: what the arrow in the head of the list shows.
[[nodiscard]] bool isDescending(const Sorting& sorting);

} // namespace hb::models
