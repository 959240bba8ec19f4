// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

class QObject;

namespace hb::shell {

/// Where the demo company of `today` is kept: its two years end on the day it was made, so a new one is made
/// each month.
[[nodiscard]] QString demoPath(Day today);
[[nodiscard]] bool isDemo(const QString& path);
/// Opens the demo company, made first where it is not there yet; in the background.
void openDemo(const Context& context, QObject* owner);

} // namespace hb::shell
