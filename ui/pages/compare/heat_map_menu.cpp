// SPDX-License-Identifier: GPL-3.0-or-later
// What the right button, or the menu key, offers on the heat map.
#include "ui/pages/compare/heat_map_part.h"
#include "ui/pages/compare/heat_map_table.h"
#include "ui/pages/compare/heat_map_words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_menu.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace hb::pages {

void HeatMapPart::showMenu(const HeatTable& table, const QPoint& place) {
    if (!m_data) {
        return;
    }
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"heatMenu"_s);
    const QModelIndex index = table.indexAt(place);
    if (index.isValid() && &table == m_map) {
        addRowAction(*menu, m_rowsModel.rowAt(index.row()));
    }
    if (const auto metric = m_headModel.metricAt(index.column())) {
        addMetricActions(*menu, *metric);
    }
    if (!menu->isEmpty()) {
        menu->addSeparator();
    }
    widgets::addCopyActions(*menu,
                            {.text = [this] { return headline() + u'\n' + asText(); },
                             .picture = [this] { return m_card->grab(); },
                             .readTable = [this](auto done) { readTable(m_context.jobs, std::move(done)); },
                             .name = tr("Compare, heat map")});
    menu->popup(table.viewport()->mapToGlobal(place));
}

void HeatMapPart::addRowAction(QMenu& menu, std::uint32_t row) {
    const bool isAccount = m_rowsModel.shown().order.kind == HeatRows::Accounts;
    menu.addAction(isAccount ? tr("Open") : tr("Show the accounts"),
                   this,
                   [this, shown = m_rowsModel.shown(), row] { goOn(shown, row); })
        ->setObjectName(u"open"_s);
}

/// The metric is one of what stands there now: chosen after that has changed, it is one no more.
void HeatMapPart::addMetricActions(QMenu& menu, std::size_t column) {
    const std::shared_ptr<const HeatMapData> of = m_headModel.shown().data;
    const MetricIndex metric = of->metrics[column].metric;
    const auto add = [&](const QString& name, const QString& text, void (HeatMapPart::*run)(MetricIndex)) {
        menu.addAction(text,
                       this,
                       [this, of, metric, run] {
                           if (of == m_data) {
                               (this->*run)(metric);
                           }
                       })
            ->setObjectName(name);
    };
    add(u"sort"_s, tr("Sort by %1").arg(heatMetricName(*of, column)), &HeatMapPart::sortBy);
    const auto red = static_cast<int>(of->metrics[column].red.size());
    if (red > 0) {
        add(u"listRed"_s,
            red == 1 ? tr("Show the account that is red in it")
                     : tr("Show the %Ln accounts that are red in it", nullptr, red),
            &HeatMapPart::listRed);
    }
}

} // namespace hb::pages
