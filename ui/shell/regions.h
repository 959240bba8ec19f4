// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace hb::shell {

class Page;

/// Gives the focus to the first control of the region after (before) the one that has it: those of the
/// window, then those of its page. Null ones, those that are not seen and those
/// in which nothing takes the focus are left out.
void focusRegion(std::vector<QWidget*> regions, Page* page, int step);

} // namespace hb::shell
