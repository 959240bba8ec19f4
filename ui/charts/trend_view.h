// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/time_view.h"

namespace hb::charts {

/// The view of TrendChart: zones, the line and its last point.
class TrendView : public TimeView {
    Q_OBJECT

public:
    TrendView(const theme::Theme& theme, QWidget* parent) : TimeView(theme, parent) {}
    /// `trend` stays with its owner, and alive.
    void show(const TrendData& trend);

protected:
    [[nodiscard]] std::size_t pointCount() const override { return m_trend ? m_trend->points.size() : 0; }
    [[nodiscard]] Day dayOf(std::size_t point) const override { return m_trend->points[point].day; }
    [[nodiscard]] std::vector<ScaleLabel> scale() const override;
    [[nodiscard]] QString spoken() const override { return m_trend ? m_trend->description : QString(); }
    [[nodiscard]] QString spoken(std::size_t point) const override;
    [[nodiscard]] QStringList cardLines(std::size_t point) const override;
    [[nodiscard]] const std::vector<TrendMarker>& markers() const override { return m_trend->markers; }
    [[nodiscard]] int rightMargin() const override;
    void addContents(Day first, Day last) override;
    void paintOver(QPainter& painter) const override;

private:
    void addZones(Day first, Day last);
    void addLines();
    void addStretch(const std::vector<QPointF>& stretch, const QPen& pen);

    const TrendData* m_trend = nullptr;
};

} // namespace hb::charts
