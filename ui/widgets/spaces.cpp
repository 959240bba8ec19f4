// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spaces.h"

#include "ui/theme/theme.h"

#include <QBoxLayout>

namespace hb::widgets {

void followSpace(QBoxLayout* parts, const theme::Theme& theme, int space) {
    const auto fit = [parts, &theme, space] { parts->setSpacing(theme.px(space)); };
    QObject::connect(&theme, &theme::Theme::changed, parts, fit);
    fit();
}

void followPage(QBoxLayout* rows, const theme::Theme& theme) {
    const auto fit = [rows, &theme] {
        const int margin = theme.px(theme::space::pageMargin);
        rows->setContentsMargins(margin, theme.px(theme::space::l), margin, margin);
    };
    QObject::connect(&theme, &theme::Theme::changed, rows, fit);
    fit();
    followSpace(rows, theme, theme::space::m);
}

} // namespace hb::widgets
