// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace hb::shell {

/// Gives the focus to the first control of the region after (before) the one that has it; null regions and
/// those that are not seen are left out.
void focusRegion(std::vector<QWidget*> regions, int step);

} // namespace hb::shell
