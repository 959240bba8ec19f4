// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace hb::pages {

/// A column of the list as a person left it. Kept by id: the next book has other columns.
struct ListColumn {
    QString id;
    int width = 0; ///< in pixels of the type scale
    bool shown = true;

    friend bool operator==(const ListColumn&, const ListColumn&) = default;
};
/// In the order in which they stand.
using ListColumns = std::vector<ListColumn>;

/// As the settings keep them: JSON.
[[nodiscard]] QByteArray toBytes(const ListColumns& columns);
/// What cannot be read is left out.
[[nodiscard]] ListColumns listColumnsFrom(const QByteArray& bytes);

/// The columns of a book in the order that was left, those that were never seen at their place among the
/// others.
[[nodiscard]] ListColumns columnsToShow(const ListColumns& left, const QStringList& ids);
/// What to keep: the columns that stand, then those of other books.
[[nodiscard]] ListColumns columnsToKeep(const ListColumns& standing, const ListColumns& left);

} // namespace hb::pages
