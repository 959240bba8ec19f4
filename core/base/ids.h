// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace hb {

/// The key of a row in the book, of one table only: an account's id cannot be passed for a run's. 0 is no
/// row.
template <typename Table>
struct Id {
    std::int64_t value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

using AccountId = Id<struct AccountTable>;
using MetricId = Id<struct MetricTable>;
using TemplateId = Id<struct TemplateTable>;
using RunId = Id<struct RunTable>;
using OverrideId = Id<struct OverrideTable>;
using NoteId = Id<struct NoteTable>;
using ContactId = Id<struct ContactTable>;
using ActionId = Id<struct ActionTable>;

/// Positions in a Snapshot: of an account in `accounts`, of a metric in `scorecard->metrics`, of a text in
/// its pool.
using AccountIndex = std::uint32_t;
using MetricIndex = std::uint32_t;
using TextIndex = std::uint32_t;

} // namespace hb
