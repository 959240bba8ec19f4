// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "ui/theme/theme.h"

namespace hb::shell {

inline constexpr double zoomStep = 0.1;

/// Theme and text size, at once and for the next start.
void chooseTheme(const Context& context, theme::ThemeChoice choice);
void chooseZoom(const Context& context, double zoom);

} // namespace hb::shell
