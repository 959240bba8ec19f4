// SPDX-License-Identifier: GPL-3.0-or-later
// Dragging a metric to another place in the template.
#include "ui/pages/templates/weight_rows.h"
#include "ui/pages/templates/weights_part.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
const QString metricType = u"application/x-healthbook-metric"_s;
}

void WeightsPart::drag(const QString& key) {
    auto* dragging = new QDrag(this);
    auto* metric = new QMimeData;
    metric->setData(metricType, key.toUtf8());
    dragging->setMimeData(metric);
    dragging->exec(Qt::MoveAction);
}

WeightsPart::Place WeightsPart::placeAt(int y) const {
    Place place{.group = m_groups.empty() ? 0 : m_groups.size() - 1, .metric = SIZE_MAX};
    for (std::size_t group = m_groups.size(); group-- > 0;) {
        const auto middle = [this](const QWidget* row) {
            return row->mapTo(this, QPoint(0, row->height() / 2)).y();
        };
        for (std::size_t metric = m_rows[group].size(); metric-- > 0;) {
            if (y < middle(m_rows[group][metric])) {
                place = {.group = group, .metric = metric};
            }
        }
        if (y < middle(m_groups[group]) && group > 0) {
            place = {.group = group - 1, .metric = m_rows[group - 1].size()};
        }
    }
    return place;
}

/// The height at which a metric at this place would begin.
int WeightsPart::lineAt(const Place& place) const {
    const std::vector<WeightRow*>& rows = m_rows[place.group];
    const QWidget* before = rows.empty() || place.metric == 0 ? static_cast<QWidget*>(m_groups[place.group])
                                                              : rows[std::min(place.metric, rows.size()) - 1];
    return before->mapTo(this, QPoint(0, before->height())).y();
}

void WeightsPart::dragEnterEvent(QDragEnterEvent* event) {
    if (m_view.isEditable && event->mimeData()->hasFormat(metricType)) {
        event->acceptProposedAction();
    }
}

void WeightsPart::dragMoveEvent(QDragMoveEvent* event) {
    if (m_groups.empty()) {
        return;
    }
    const Place place = placeAt(event->position().toPoint().y());
    m_dropLine->setGeometry(theme::space::l,
                            lineAt(place),
                            width() - 2 * theme::space::l,
                            m_context.theme.px(theme::size::focusRing));
    m_dropLine->show();
    m_dropLine->raise();
    event->acceptProposedAction();
}

void WeightsPart::dragLeaveEvent(QDragLeaveEvent* /*event*/) {
    m_dropLine->hide();
}

void WeightsPart::dropEvent(QDropEvent* event) {
    m_dropLine->hide();
    if (m_groups.empty()) {
        return;
    }
    event->acceptProposedAction();
    move(QString::fromUtf8(event->mimeData()->data(metricType)).toStdString(),
         placeAt(event->position().toPoint().y()));
}

} // namespace hb::pages
