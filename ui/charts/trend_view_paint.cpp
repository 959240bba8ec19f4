// SPDX-License-Identifier: GPL-3.0-or-later
// What TrendView paints over the chart.
#include "core/wording/sentences.h"
#include "ui/charts/trend_view.h"
#include "ui/theme/number_text.h"

#include <QCategoryAxis>
#include <QChart>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::charts {

namespace {

constexpr int laneHeight = 20, markerSize = 12, discSize = 8;

theme::Icon iconOf(MarkerKind kind) {
    switch (kind) {
    case MarkerKind::Level:
        return theme::Icon::Flag;
    case MarkerKind::Override:
        return theme::Icon::Pin;
    case MarkerKind::Renewal:
        return theme::Icon::Calendar;
    case MarkerKind::Outcome:
        return theme::Icon::Star;
    case MarkerKind::Version:
    case MarkerKind::Note:
        break;
    }
    return theme::Icon::Note;
}

} // namespace

QRectF TrendView::markerRect(const TrendMarker& marker) const {
    const double side = m_theme.px(markerSize);
    const QPointF base = place(marker.day, 0);
    if (marker.kind == MarkerKind::Version) {
        const double wide =
            QFontMetricsF(m_theme.font(theme::TextRole::Caption)).horizontalAdvance(marker.name);
        return {base.x() + m_theme.px(3), chart()->plotArea().top() + 1, wide, m_theme.px(14) * 1.0};
    }
    return {base.x() - side / 2, base.y() - (m_theme.px(laneHeight) + side) / 2, side, side};
}

void TrendView::paintMarkers(QPainter& painter) const {
    const QRectF plot = chart()->plotArea();
    double lastRight = -1e9;
    for (const TrendMarker& marker : m_trend->markers) {
        if (marker.day.number < m_timeAxis->min() || marker.day.number > m_timeAxis->max()) {
            continue;
        }
        const QRectF box = markerRect(marker);
        if (marker.kind == MarkerKind::Version) {
            painter.setPen(QPen(m_theme.tokens().muted, 1, Qt::DashLine));
            const double x = place(marker.day, 0).x();
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
            painter.setFont(m_theme.font(theme::TextRole::Caption));
            painter.drawText(
                box.adjusted(0, 0, 4, 0), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), marker.name);
        } else if (box.left() >= lastRight) { // markers of neighbouring days share a place
            painter.drawPixmap(box.topLeft(),
                               iconPixmap(iconOf(marker.kind),
                                          m_theme.tokens().muted,
                                          m_theme.px(markerSize),
                                          devicePixelRatioF()));
            lastRight = box.right();
        }
    }
}

void TrendView::paintLastPoint(QPainter& painter) const {
    const TrendPoint& last = m_trend->points.back();
    if (!last.isDrawn()) {
        return;
    }
    const theme::BandStyle& style = m_theme.band(last.band);
    const QPointF at = place(last.day, *last.score);
    const double radius = m_theme.px(discSize) / 2.0;
    painter.setPen(QPen(last.band == Band::Yellow ? style.line : m_theme.tokens().surface, 1));
    painter.setBrush(style.fill);
    painter.drawEllipse(at, radius + 0.5, radius + 0.5);
    const QFont font = m_theme.font(theme::TextRole::CaptionStrong);
    painter.setFont(font);
    painter.setPen(m_theme.tokens().ink);
    const double high = QFontMetricsF(font).height();
    theme::drawNumber(painter,
                      QRectF(at.x() + radius + 3, at.y() - high / 2, m_theme.px(48), high),
                      Qt::AlignLeft,
                      last.scoreText);
}

void TrendView::paintRule(QPainter& painter) const {
    const TrendPoint& point = m_trend->points[*m_pointed];
    const QRectF plot = chart()->plotArea();
    const theme::Tokens& tokens = m_theme.tokens();
    const double x = std::round(place(point.day, 0).x()) + 0.5;
    painter.setPen(QPen(tokens.ink, 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    const QString head =
        u"%1   %2 %3"_s.arg(wording::longDayText(point.day), point.scoreText, wording::bandName(point.band));
    const QString detail = m_trend->detail ? m_trend->detail(point.day) : QString();
    const QFont strong = m_theme.font(theme::TextRole::CaptionStrong),
                plain = m_theme.font(theme::TextRole::Caption);
    const QStringList lines = detail.split(u'\n', Qt::SkipEmptyParts);
    double wide = QFontMetricsF(strong).horizontalAdvance(head);
    for (const QString& line : lines) {
        wide = std::max(wide, QFontMetricsF(plain).horizontalAdvance(line));
    }
    const double pad = m_theme.px(theme::space::s), high = m_theme.px(16);
    QRectF card(
        x + pad, plot.top() + pad, wide + 2 * pad, high * static_cast<double>(lines.size() + 1) + 2 * pad);
    if (card.right() > width() - 2) {
        card.moveRight(x - pad);
    }
    card.moveLeft(std::max(2.0, card.left()));
    painter.setPen(QPen(tokens.controlEdge, 1));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(card, m_theme.px(theme::radius::control), m_theme.px(theme::radius::control));
    QRectF row(card.left() + pad, card.top() + pad, wide + 1, high);
    painter.setPen(tokens.ink);
    painter.setFont(strong);
    painter.drawText(row, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), head);
    painter.setFont(plain);
    for (const QString& line : lines) {
        row.translate(0, high);
        painter.drawText(row, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), line);
    }
}

void TrendView::drawForeground(QPainter* painter, const QRectF&) {
    if (m_timeAxis == nullptr || m_trend == nullptr || m_trend->points.empty()) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintMarkers(*painter);
    paintLastPoint(*painter);
    if (m_pointed) {
        paintRule(*painter);
    }
    painter->restore();
}

} // namespace hb::charts
