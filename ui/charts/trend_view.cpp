// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_view.h"

#include "core/wording/sentences.h"
#include "ui/theme/number_text.h"

#include <QAreaSeries>
#include <QLineSeries>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::charts {

namespace {

constexpr int discSize = 8;

}

void TrendView::show(const TrendData& trend) {
    m_trend = &trend;
    showData();
}

// Room for half a label of the time axis, and for the last score.
int TrendView::rightMargin() const {
    const QFontMetrics metrics(theme().font(theme::TextRole::CaptionStrong));
    const bool isEmpty = m_trend == nullptr || m_trend->points.empty();
    const QString score = isEmpty ? QString() : m_trend->points.back().scoreText;
    const int least = isEmpty ? 0 : m_trend->leastRightMargin;
    return std::max({theme().px(32), metrics.horizontalAdvance(score) + theme().px(12), least});
}

std::vector<ScaleLabel> TrendView::scale() const {
    std::vector<ScaleLabel> labels{{0, u"0"_s}};
    for (const TrendZone& zone : m_trend->zones) {
        if (zone.from > 0) {
            labels.push_back({zone.from, zone.label});
        }
    }
    labels.push_back({100, u"100"_s});
    return labels;
}

void TrendView::addContents(Day first, Day last) {
    addZones(first, last);
    addLines();
}

void TrendView::addZones(Day first, Day last) {
    for (std::size_t at = 0; at < m_trend->zones.size(); ++at) {
        const double low = m_trend->zones[at].from;
        const double high = at + 1 < m_trend->zones.size() ? m_trend->zones[at + 1].from : 100;
        auto* upper = new QLineSeries(chart());
        auto* lower = new QLineSeries(chart());
        upper->append(first.number, high);
        upper->append(last.number, high);
        lower->append(first.number, low);
        lower->append(last.number, low);
        auto* zone = new QAreaSeries(upper, lower);
        upper->setParent(zone); // an area does not own its lines
        lower->setParent(zone);
        QColor tint = theme().band(m_trend->zones[at].band).tint;
        tint.setAlphaF(static_cast<float>(theme::zoneOpacity));
        zone->setBrush(tint);
        zone->setPen(Qt::NoPen);
        add(zone);
    }
}

void TrendView::addStretch(const std::vector<QPointF>& stretch, const QPen& pen) {
    if (stretch.empty()) {
        return;
    }
    auto* series = new QLineSeries;
    series->setPen(pen);
    series->setPointsVisible(false);
    series->replace(QList<QPointF>(stretch.begin(), stretch.end()));
    if (stretch.size() == 1) {
        series->append(stretch.front()); // a day alone is a dot
    }
    add(series);
}

void TrendView::addLines() {
    const theme::Tokens& tokens = theme().tokens();
    const std::vector<TrendPoint> points =
        thinned(m_trend->points, static_cast<std::size_t>(std::max(100, width())));
    const auto at = [](const TrendPoint& point, double score) { return QPointF(point.day.number, score); };
    std::vector<QPointF> shown, computed;
    bool held = false;
    const auto endShown = [&] {
        addStretch(shown, cosmetic(tokens.ink, 2, held ? Qt::DotLine : Qt::SolidLine));
        shown.clear();
    };
    for (const TrendPoint& point : points) {
        if (!point.isDrawn()) {
            endShown();
        } else {
            if (!shown.empty() && point.held != held) {
                const QPointF joint = shown.back();
                endShown();
                shown.push_back(joint);
            }
            held = point.held;
            shown.push_back(at(point, *point.score));
        }
        if (point.computed) {
            computed.push_back(at(point, *point.computed));
        } else {
            addStretch(computed, cosmetic(tokens.muted, 1.5, Qt::DashLine));
            computed.clear();
        }
    }
    endShown();
    addStretch(computed, cosmetic(tokens.muted, 1.5, Qt::DashLine));
}

void TrendView::paintOver(QPainter& painter) const {
    const TrendPoint& last = m_trend->points.back();
    if (!last.isDrawn()) {
        return;
    }
    const theme::BandStyle& style = theme().band(last.band);
    const QPointF at = place(last.day, *last.score);
    const double radius = theme().px(discSize) / 2.0;
    painter.setPen(QPen(last.band == Band::Yellow ? style.line : theme().tokens().surface, 1));
    painter.setBrush(style.fill);
    painter.drawEllipse(at, radius + 0.5, radius + 0.5);
    const QFont font = theme().font(theme::TextRole::CaptionStrong);
    painter.setFont(font);
    painter.setPen(theme().tokens().ink);
    const double high = QFontMetricsF(font).height();
    theme::drawNumber(painter,
                      QRectF(at.x() + radius + 3, at.y() - high / 2, theme().px(48), high),
                      Qt::AlignLeft,
                      last.scoreText);
}

QString TrendView::spoken(std::size_t point) const {
    const TrendPoint& at = m_trend->points[point];
    return u"%1: %2, %3"_s.arg(wording::longDayText(at.day), at.scoreText, wording::bandName(at.band));
}

QStringList TrendView::cardLines(std::size_t point) const {
    const TrendPoint& at = m_trend->points[point];
    QStringList lines{
        u"%1   %2 %3"_s.arg(wording::longDayText(at.day), at.scoreText, wording::bandName(at.band))};
    if (m_trend->detail) {
        lines += m_trend->detail(at.day).split(u'\n', Qt::SkipEmptyParts);
    }
    return lines + eventsOf(point);
}

} // namespace hb::charts
