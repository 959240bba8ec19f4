// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/template_part.h"

#include "core/wording/days.h"

namespace hb::pages {

QString asOfText(const TemplateView& view) {
    return view.today ? TemplatePart::tr("on %1").arg(wording::dayText(view.moment->day, *view.today))
                      : TemplatePart::tr("today");
}

} // namespace hb::pages
