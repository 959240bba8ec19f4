// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_data.h"
#include "ui/theme/theme.h"

#include <QPixmap>
#include <QWidget>

#include <array>

namespace hb::charts {

class BandsView;

/// What is in each band on a day, accounts or an amount; nothing at all breaks the areas.
struct BandsPoint {
    Day day;
    std::array<double, 4> amounts{}; ///< by Band, none below 0
};

struct BandsData {
    std::vector<BandsPoint> points;   ///< by day
    std::vector<TrendMarker> markers; ///< by day
    QString description;              ///< the chart as one sentence
    /// The lines of the hover card under the day; asked only for the day that is pointed at.
    std::function<QString(Day)> detail;
};

/// The shares of the bands over time as stacked areas: red at the base, none on top. Pointer and keys move a
/// rule as in TrendChart; Enter or a click chooses a day.
class BandsChart : public QWidget {
    Q_OBJECT

public:
    BandsChart(const theme::Theme& theme, QWidget* parent = nullptr);
    void setData(BandsData bands);
    [[nodiscard]] const BandsData& shown() const { return m_data; }
    /// The day under the rule.
    [[nodiscard]] std::optional<Day> pointedDay() const;
    /// What stands free at the right of the last day.
    [[nodiscard]] int rightMargin() const;
    [[nodiscard]] QPixmap picture() { return grab(); }

Q_SIGNALS:
    void dayChosen(hb::Day day);

private:
    BandsData m_data;
    BandsView* m_view;
};

} // namespace hb::charts
