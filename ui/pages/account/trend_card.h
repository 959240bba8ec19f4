// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_chart.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

class QButtonGroup;

namespace hb::pages {

/// The trend chart with its time: 3, 6, 12, 24 months or all.
class TrendCard : public widgets::Card {
    Q_OBJECT

public:
    TrendCard(const theme::Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] charts::TrendChart* chart() const { return m_chart; }
    /// 0: all.
    [[nodiscard]] int months() const;

Q_SIGNALS:
    void monthsChanged();

private:
    void showMenu(const QPoint& place);
    charts::TrendChart* m_chart;
    QButtonGroup* m_times;
};

} // namespace hb::pages
