// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include <QPainter>

#include <algorithm>

namespace hb::widgets {

namespace {

constexpr double leastRange = 30;
constexpr double dotSize = 5;
constexpr double lineWidth = 1.5;

struct Range {
    double low = 0, high = 0;
};

std::optional<Range> rangeOf(const std::vector<std::optional<double>>& scores) {
    std::optional<Range> result;
    for (const std::optional<double>& score : scores) {
        if (score) {
            result = result ? Range{std::min(result->low, *score), std::max(result->high, *score)}
                            : Range{*score, *score};
        }
    }
    if (result && result->high - result->low < leastRange) {
        const double middle =
            std::clamp((result->high + result->low) / 2, leastRange / 2, 100 - leastRange / 2);
        result = Range{std::min(result->low, middle - leastRange / 2),
                       std::max(result->high, middle + leastRange / 2)};
    }
    return result;
}

// One stretch between two weeks, cut where it crosses a bound.
void paintStretch(QPainter& painter,
                  QPointF from,
                  QPointF to,
                  double scoreFrom,
                  double scoreTo,
                  const std::vector<BandBound>& bounds,
                  const theme::Theme& theme) {
    std::vector<double> cuts{0, 1};
    for (const BandBound& bound : bounds) {
        const double share = scoreTo == scoreFrom ? 0 : (bound.from - scoreFrom) / (scoreTo - scoreFrom);
        if (share > 0 && share < 1) {
            cuts.push_back(share);
        }
    }
    std::sort(cuts.begin(), cuts.end());
    for (std::size_t at = 1; at < cuts.size(); ++at) {
        const double middle = scoreFrom + (scoreTo - scoreFrom) * (cuts[at - 1] + cuts[at]) / 2;
        painter.setPen(QPen(
            theme.band(bandAt(bounds, middle)).line, lineWidth * theme.scale(), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(from + (to - from) * cuts[at - 1], from + (to - from) * cuts[at]);
    }
}

} // namespace

Band bandAt(const std::vector<BandBound>& bounds, double score) {
    Band band = bounds.empty() ? Band::None : bounds.front().band;
    for (const BandBound& bound : bounds) {
        if (bound.from <= score) {
            band = bound.band;
        }
    }
    return band;
}

void paintSparkline(QPainter& painter,
                    const QRectF& rect,
                    const SparklineData& data,
                    const theme::Theme& theme) {
    const std::optional<Range> range = rangeOf(data.scores);
    if (!range) {
        return;
    }
    const double dot = dotSize * theme.scale();
    const QRectF room = rect.adjusted(dot / 2, dot / 2, -dot / 2, -dot / 2);
    const double step =
        data.scores.size() > 1 ? room.width() / static_cast<double>(data.scores.size() - 1) : 0;
    const auto place = [&](std::size_t week, double score) {
        return QPointF(room.left() + step * static_cast<double>(week),
                       room.bottom() - (score - range->low) / (range->high - range->low) * room.height());
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t week = 0; week < data.scores.size(); ++week) {
        const std::optional<double>& score = data.scores[week];
        const std::optional<double> before = week > 0 ? data.scores[week - 1] : std::nullopt;
        const bool lone = score && !before && (week + 1 == data.scores.size() || !data.scores[week + 1]);
        if (score && before) {
            paintStretch(
                painter, place(week - 1, *before), place(week, *score), *before, *score, data.bounds, theme);
        } else if (lone) {
            painter.setPen(QPen(theme.band(bandAt(data.bounds, *score)).line,
                                lineWidth * theme.scale(),
                                Qt::SolidLine,
                                Qt::RoundCap));
            painter.drawPoint(place(week, *score));
        }
    }
    if (!data.scores.empty() && data.scores.back()) {
        const theme::BandStyle& style = theme.band(bandAt(data.bounds, *data.scores.back()));
        painter.setPen(QPen(style.line, 1));
        painter.setBrush(style.fill);
        painter.drawEllipse(place(data.scores.size() - 1, *data.scores.back()), dot / 2 - 0.5, dot / 2 - 0.5);
    }
    painter.restore();
}

Sparkline::Sparkline(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_theme, &theme::Theme::changed, this, [this] { updateGeometry(), update(); });
}

void Sparkline::setData(SparklineData sparkline) {
    m_data = std::move(sparkline);
    update();
}

QSize Sparkline::sizeHint() const {
    return {m_theme.px(80), m_theme.px(24)};
}

void Sparkline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintSparkline(painter, QRectF(rect()), m_data, m_theme);
}

} // namespace hb::widgets
