// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QTableView>

#include <span>

namespace hb::widgets {

/// A table without grid and frame whose Tab leaves it: rows of one height, the last column takes the rest.
[[nodiscard]] QTableView* makeQuietTable(const QString& objectName, QWidget* parent);

/// Sizes rows, head and columns for the size of text that stands; columns beyond `widths` stay as they are.
void fitTable(QTableView& table,
              const theme::Theme& theme,
              std::span<const int> widths,
              int rowHeight = theme::size::row);

/// As high as all of its rows, for a table inside something that scrolls.
void showAllRows(QTableView& table);

} // namespace hb::widgets
