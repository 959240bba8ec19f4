// SPDX-License-Identifier: GPL-3.0-or-later
// What CurveEditor is copied and exported as.
#include "core/scoring/band.h"
#include "core/wording/numbers.h"
#include "ui/widgets/curve_editor.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::widgets {

/// "Value (logins)"
QString CurveEditor::headOf(const QString& what) const {
    return m_unit.isEmpty() ? what : tr("%1 (%2)").arg(what, m_unit);
}

exchange::Table CurveEditor::pointsTable() const {
    exchange::Table table{
        .name = accessibleName(), .head = {headOf(tr("Value")), tr("Score"), tr("Band")}, .rows = {}};
    for (const CurvePoint& point : m_curve) {
        table.rows.push_back({exchange::numberCell(point.value, 2),
                              exchange::numberCell(point.score),
                              wording::bandName(scoring::bandOf(m_scheme.ranges, point.score))});
    }
    return table;
}

/// The bars at the ends hold what lies beyond the axis too, and say so here.
exchange::Table CurveEditor::valuesTable() const {
    exchange::Table table{.name = tr("%1, values").arg(accessibleName()),
                          .head = {headOf(tr("From")), headOf(tr("To")), tr("Accounts")},
                          .rows = {}};
    std::vector<HistogramBar> bars = histogramBars(m_values, m_axis, m_hasWholeValues);
    if (!bars.empty()) {
        bars.front().from = std::min(bars.front().from, m_values.front());
        bars.back().to = std::max(bars.back().to, m_values.back());
    }
    for (const HistogramBar& bar : bars) {
        table.rows.push_back({exchange::numberCell(bar.from, 2),
                              exchange::numberCell(bar.to, 2),
                              exchange::countCell(bar.count)});
    }
    return table;
}

Copies CurveEditor::copies() {
    Copies copies{.text = [this] { return accessibleName() + u'\n' + accessibleDescription() + u'\n'; },
                  .picture = [this] { return grab(); },
                  .name = accessibleName()};
    if (!m_curve.empty()) {
        copies.table = [this] { return pointsTable(); };
    }
    return copies;
}

Copies CurveEditor::copiesOfValues() {
    Copies copies{.name = tr("%1, values").arg(accessibleName())};
    if (!m_values.empty()) {
        copies.table = [this] { return valuesTable(); };
    }
    return copies;
}

void CurveEditor::contextMenuEvent(QContextMenuEvent* event) {
    if (m_drag) {
        return;
    }
    QMenu* menu = makePopup(this);
    menu->setObjectName(u"curveMenu"_s);
    addCopyActions(*menu, copies());
    if (const Copies values = copiesOfValues(); values.hasTable()) {
        menu->addSeparator();
        QMenu* histogram = menu->addMenu(tr("The values of the accounts"));
        histogram->setObjectName(u"valuesMenu"_s);
        addCopyActions(*histogram, values);
    }
    menu->popup(event->globalPos());
}

} // namespace hb::widgets
