// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the weights: what can be added, and what can be done with a metric or a group.
#include "ui/pages/templates/weight_rows.h"
#include "ui/pages/templates/weights_part.h"
#include "ui/widgets/copy_menu.h"

#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hb::pages {

void WeightsPart::showAddMenu() {
    QMenu* menu = widgets::makePopup(this);
    menu->setObjectName(u"addMetricMenu"_s);
    for (const Metric& metric : m_view.metrics) {
        if (!placeOf(metric.key)) {
            QAction* action = menu->addAction(QString::fromStdString(metric.name));
            action->setObjectName(u"add.%1"_s.arg(QString::fromStdString(metric.key)));
            connect(action, &QAction::triggered, this, [this, key = metric.key] { add(key); });
        }
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("Every metric of the catalogue is in this template"))->setEnabled(false);
    }
    menu->addSeparator();
    menu->addAction(tr("New metric\u2026"), this, &WeightsPart::newMetricAsked);
    menu->popup(m_addMetric->mapToGlobal(QPoint(0, m_addMetric->height())));
}

void WeightsPart::showMetricMenu(const WeightRow& row, const QPoint& place) {
    if (!m_view.isEditable) {
        return;
    }
    QMenu* menu = widgets::makePopup(this);
    const QString key = row.facts().key;
    QMenu* groups = menu->addMenu(tr("Move to"));
    for (std::size_t group = 0; group < m_view.draft.version.groups.size(); ++group) {
        groups->addAction(QString::fromStdString(m_view.draft.version.groups[group].name), this, [=, this] {
            move(key.toStdString(), {.group = group, .metric = SIZE_MAX});
        });
    }
    menu->addAction(tr("Up\tCtrl+Up"), this, [=, this] { step(key, -1); });
    menu->addAction(tr("Down\tCtrl+Down"), this, [=, this] { step(key, 1); });
    menu->addAction(tr("Show, do not count (weight 0)"), this, [=, this] { setWeight(key, 0); });
    menu->addSeparator();
    menu->addAction(tr("Take out of the template\tDel"), this, [=, this] { remove(key); });
    menu->popup(place);
}

void WeightsPart::showGroupMenu(std::size_t group, const QPoint& place) {
    if (!m_view.isEditable) {
        return;
    }
    const Group& shown = m_view.draft.version.groups[group];
    QMenu* menu = widgets::makePopup(this);
    menu->addAction(tr("Rename\tF2"), m_groups[group], &WeightGroupRow::rename);
    const bool isMin = shown.rollup == Rollup::Min;
    QAction* weakest = menu->addAction(tr("Its weakest metric counts alone"));
    weakest->setCheckable(true);
    weakest->setChecked(isMin);
    connect(weakest, &QAction::triggered, this, [this, group, isMin] {
        rollUpGroup(group, isMin ? Rollup::Mean : Rollup::Min);
    });
    menu->addSeparator();
    menu->addAction(tr("Up"), this, [this, group] { moveGroup(group, -1); })->setEnabled(group > 0);
    menu->addAction(tr("Down"), this, [this, group] { moveGroup(group, 1); })
        ->setEnabled(group + 1 < m_groups.size());
    menu->addSeparator();
    menu->addAction(tr("Remove the group and its metrics"), this, [this, group] { removeGroup(group); });
    menu->popup(place);
}

} // namespace hb::pages
