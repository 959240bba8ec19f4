// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bands_chart.h"

#include "ui/charts/bands_view.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::charts {

BandsChart::BandsChart(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_view(new BandsView(theme, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_view->setObjectName(u"bandsView"_s);
    m_view->setAccessibleName(tr("Shares of the bands over time"));
    setFocusProxy(m_view);
    connect(m_view, &BandsView::dayChosen, this, &BandsChart::dayChosen);
}

void BandsChart::setData(BandsData bands) {
    m_data = std::move(bands);
    m_view->show(m_data);
}

std::optional<Day> BandsChart::pointedDay() const {
    const std::optional<std::size_t> at = m_view->pointed();
    return at ? std::optional(m_data.points[*at].day) : std::nullopt;
}

int BandsChart::rightMargin() const {
    return m_view->rightMargin();
}

} // namespace hb::charts
