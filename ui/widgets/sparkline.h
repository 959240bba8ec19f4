// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/tile_data.h"

#include <QWidget>

class QPainter;

namespace hb::widgets {

/// The band of a score by bounds; None without bounds.
[[nodiscard]] Band bandAt(const std::vector<BandBound>& bounds, double score);

/// A line of weekly scores over the whole width of `rect`; its height is the range seen, at least 30 points.
/// It changes colour at the bounds, is broken where there was no score, and ends in a disc in the last band's
/// fill.
void paintSparkline(QPainter& painter,
                    const QRectF& rect,
                    const SparklineData& data,
                    const theme::Theme& theme);

class Sparkline : public QWidget {
    Q_OBJECT

public:
    Sparkline(const theme::Theme& theme, QWidget* parent = nullptr);
    void setData(SparklineData sparkline);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const theme::Theme& m_theme;
    SparklineData m_data;
};

} // namespace hb::widgets
