// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/look.h"

#include "ui/settings/settings.h"

#include <cmath>

namespace hb::shell {

void chooseTheme(const Context& context, theme::ThemeChoice choice) {
    context.theme.setChoice(choice);
    context.settings.set(settings::themeChoice, static_cast<int>(choice));
}

void chooseZoom(const Context& context, double zoom) {
    context.theme.setZoom(std::round(zoom / zoomStep) * zoomStep); // ten steps back are where one began
    context.settings.set(settings::textZoom, context.theme.zoom());
}

} // namespace hb::shell
