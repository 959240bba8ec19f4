// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

namespace hb::theme {

class Theme;

/// The one style sheet of the application, made from the theme's tokens, sizes and fonts.
[[nodiscard]] QString styleSheet(const Theme& theme);
[[nodiscard]] QPalette palette(const Theme& theme);

} // namespace hb::theme
