// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QModelIndex>
#include <QRect>

class QPainter;
class QStyleOptionViewItem;

namespace hb::pages {

/// "v Needs you 7" as a row of the wall or the list.
void paintSectionRow(QPainter& painter,
                     const QStyleOptionViewItem& option,
                     const QModelIndex& index,
                     const theme::Theme& theme,
                     int indent = 0);

} // namespace hb::pages
