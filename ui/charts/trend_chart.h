// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_data.h"
#include "ui/theme/theme.h"

#include <QPixmap>
#include <QWidget>

namespace hb::charts {

class TrendView;

/// Scores over time on the zones of their bands. The pointer or Left and Right move a rule with a card over
/// the days (Home and End to the ends); Enter or a click asks what changed since that day.
class TrendChart : public QWidget {
    Q_OBJECT

public:
    TrendChart(const theme::Theme& theme, QWidget* parent = nullptr);
    void setData(TrendData trend);
    [[nodiscard]] const TrendData& shown() const { return m_data; }
    /// The day under the rule.
    [[nodiscard]] std::optional<Day> pointedDay() const;
    [[nodiscard]] QPixmap picture();
    [[nodiscard]] QString asText() const { return m_data.description; }
    [[nodiscard]] exchange::Table asTable() const { return toTable(m_data); }

    /// For tests: where the text of each axis label stands, and what of it is cut.
    struct LabelPlace {
        QString text;
        QRectF rect;
    };
    [[nodiscard]] std::vector<LabelPlace> labelPlaces() const;

Q_SIGNALS:
    void dayChosen(hb::Day day);

private:
    TrendData m_data;
    TrendView* m_view;
};

} // namespace hb::charts
