// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_chart.h"

#include "ui/charts/trend_view.h"

#include <QGraphicsTextItem>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::charts {

TrendChart::TrendChart(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_view(new TrendView(theme, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_view->setObjectName(u"trendView"_s);
    setFocusProxy(m_view);
    connect(m_view, &TrendView::dayChosen, this, &TrendChart::dayChosen);
}

void TrendChart::setData(TrendData trend) {
    m_data = std::move(trend);
    m_view->setAccessibleName(tr("Trend"));
    m_view->setAccessibleDescription(m_data.description);
    m_view->show(m_data);
}

std::optional<Day> TrendChart::pointedDay() const {
    const std::optional<std::size_t> at = m_view->pointed();
    return at ? std::optional(m_data.points[*at].day) : std::nullopt;
}

QPixmap TrendChart::picture() {
    return grab();
}

std::vector<TrendChart::LabelPlace> TrendChart::labelPlaces() const {
    std::vector<LabelPlace> result;
    const QList<QGraphicsItem*> items = m_view->scene()->items();
    for (const QGraphicsItem* item : items) {
        const auto* text = qgraphicsitem_cast<const QGraphicsTextItem*>(item);
        if (text != nullptr && text->isVisible() && !text->toPlainText().isEmpty()) {
            result.push_back({text->toPlainText(), text->mapToScene(text->boundingRect()).boundingRect()});
        }
    }
    return result;
}

} // namespace hb::charts
