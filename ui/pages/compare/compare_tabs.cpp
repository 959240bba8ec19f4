// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_tabs.h"

#include "ui/pages/compare/heat_map_part.h"
#include "ui/pages/compare/movement_part.h"
#include "ui/pages/compare/overview_part.h"
#include "ui/pages/compare/renewals_part.h"
#include "ui/pages/compare/trends_part.h"
#include "ui/theme/texts.h"

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

template <typename Part>
ComparePart* make(const shell::Context& context, shell::Navigator& navigator, QWidget* parent) {
    return new Part(context, navigator, parent);
}

} // namespace

std::vector<CompareTab> compareTabs() {
    return {
        {u"overview"_s, Texts::tr("Overview"), {}, make<OverviewPart>},
        {u"heatMap"_s, Texts::tr("Heat map"), {}, make<HeatMapPart>},
        {u"movement"_s, Texts::tr("Movement"), {}, make<MovementPart>},
        {u"trends"_s, Texts::tr("Trends"), {}, make<TrendsPart>},
        {u"renewals"_s,
         Texts::tr("Renewals"),
         Texts::tr("How often each band renews is observed over the whole book."),
         make<RenewalsPart>},
    };
}

} // namespace hb::pages
