// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hb::exchange {

/// Text for a table that people open in a spreadsheet and nobody imports again: what would be run there as a
/// formula gets an apostrophe before it, and is shown as it is spelled.
[[nodiscard]] QString plainCell(const QString& text);

} // namespace hb::exchange
