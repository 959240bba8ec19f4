// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/bands_chart.h"
#include "ui/charts/time_view.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace hb::charts {

/// The view of BandsChart. The areas are painted, as the other shapes of bands are: no series has the hatch
/// of none.
class BandsView : public TimeView {
    Q_OBJECT

public:
    BandsView(const theme::Theme& theme, QWidget* parent) : TimeView(theme, parent) {}
    /// `bands` stays with its owner, and alive.
    void show(const BandsData& bands);
    [[nodiscard]] int rightMargin() const override;

protected:
    [[nodiscard]] std::size_t pointCount() const override { return m_data ? m_data->points.size() : 0; }
    [[nodiscard]] Day dayOf(std::size_t point) const override { return m_data->points[point].day; }
    [[nodiscard]] std::vector<ScaleLabel> scale() const override;
    [[nodiscard]] QString spoken() const override { return m_data ? m_data->description : QString(); }
    [[nodiscard]] QString spoken(std::size_t point) const override;
    [[nodiscard]] QStringList cardLines(std::size_t point) const override;
    [[nodiscard]] const std::vector<TrendMarker>& markers() const override { return m_data->markers; }
    void addContents(Day first, Day last) override;
    void paintUnder(QPainter& painter) const override;
    void paintOver(QPainter& painter) const override;

private:
    void paintStretch(QPainter& painter, std::size_t first, std::size_t last) const;
    [[nodiscard]] QPointF edge(std::size_t point, std::size_t layer) const;
    [[nodiscard]] std::vector<std::pair<std::size_t, double>> labelMiddles(double high) const;
    const BandsData* m_data = nullptr;
};

} // namespace hb::charts
