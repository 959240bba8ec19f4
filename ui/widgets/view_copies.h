// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table.h"

#include <QString>

class QAbstractItemView;

namespace hb::widgets {

/// What a table or a tree shows, as text a cell; what stands under a row of a tree follows it.
[[nodiscard]] exchange::Table tableOf(const QAbstractItemView& view, const QString& name);

/// The right button, and the menu key, on a view copy and export what it shows.
void offerCopies(QAbstractItemView& view, const QString& name);

} // namespace hb::widgets
