// SPDX-License-Identifier: GPL-3.0-or-later
// What CurveEditor paints.
#include "core/scoring/band.h"
#include "core/scoring/curve.h"
#include "core/wording/numbers.h"
#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/curve_editor.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hb::widgets {

namespace {

constexpr int topRoom = 10, bottomRoom = 22, rightRoom = 12, labelGap = 6, labelHigh = 14;
constexpr double disc = 10, smallDisc = 6;
constexpr double histogramOpacity = 0.38, histogramShare = 0.62;
constexpr int ticks = 5;

} // namespace

QRectF CurveEditor::plot() const {
    const QFontMetricsF metrics(m_theme.font(theme::TextRole::Caption));
    const int decimals = wording::schemeDecimals(m_scheme.ranges);
    double labels = theme::numberWidth(metrics, u"100");
    for (const Range& range : m_scheme.ranges) {
        labels = std::max(labels, theme::numberWidth(metrics, wording::scoreText(range.from, decimals)));
    }
    const double left = std::ceil(labels) + m_theme.px(labelGap + 2);
    const double top = m_theme.px(topRoom);
    return {left,
            top,
            std::max(1.0, width() - left - m_theme.px(rightRoom)),
            std::max(1.0, height() - top - m_theme.px(bottomRoom))};
}

void CurveEditor::paintZones(QPainter& painter) const {
    const QRectF area = plot();
    for (std::size_t at = 0; at < m_scheme.ranges.size(); ++at) {
        const double from = m_scheme.ranges[at].from;
        const double to = at + 1 < m_scheme.ranges.size() ? m_scheme.ranges[at + 1].from : 100;
        QColor tint = m_theme.band(m_scheme.ranges[at].colour).tint;
        tint.setAlphaF(static_cast<float>(theme::zoneOpacity));
        const double top = std::round(area.bottom() - to / 100 * area.height());
        const double bottom = std::round(area.bottom() - from / 100 * area.height());
        painter.fillRect(QRectF(area.left(), top, area.width(), bottom - top), tint);
    }
}

void CurveEditor::paintHistogram(QPainter& painter) const {
    const std::vector<HistogramBar> bars = histogramBars(m_values, m_axis, m_hasWholeValues);
    if (bars.empty()) {
        return;
    }
    const auto most = static_cast<double>(std::ranges::max(bars, {}, &HistogramBar::count).count);
    const QRectF area = plot();
    QColor colour = m_theme.tokens().muted;
    colour.setAlphaF(static_cast<float>(histogramOpacity));
    painter.save();
    painter.setClipRect(area);
    for (const HistogramBar& bar : bars) {
        if (bar.count == 0) {
            continue;
        }
        const double left = std::round(placeOf({bar.from, 0}).x());
        const double right = std::round(placeOf({bar.to, 0}).x());
        const double size = static_cast<double>(bar.count) / most * histogramShare * area.height();
        const double tall = std::max(2.0, std::round(size));
        painter.fillRect(QRectF(left, area.bottom() - tall, std::max(1.0, right - left - 1), tall), colour);
    }
    painter.restore();
}

void CurveEditor::paintScoreLabels(QPainter& painter) const {
    const QRectF area = plot();
    const theme::Tokens& tokens = m_theme.tokens();
    const double tall = m_theme.px(labelHigh);
    const int decimals = wording::schemeDecimals(m_scheme.ranges);
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    double lastLabelled = area.bottom() + 2 * tall;
    const double top = area.top();
    const auto label = [&](double score, const QString& text) {
        const double y = area.bottom() - score / 100 * area.height();
        const bool isEnd = score <= 0 || score >= 100;
        if (!isEnd) {
            painter.setPen(QPen(tokens.line, 1));
            painter.drawLine(QPointF(area.left(), std::round(y) + 0.5),
                             QPointF(area.right(), std::round(y) + 0.5));
            if (lastLabelled - y < tall || y - top < tall) {
                return;
            }
        }
        lastLabelled = y;
        painter.setPen(tokens.muted);
        theme::drawNumber(
            painter, QRectF(0, y - tall / 2, area.left() - m_theme.px(labelGap), tall), Qt::AlignRight, text);
    };
    label(0, wording::scoreText(0, 0));
    for (const Range& range : m_scheme.ranges) {
        if (range.from > 0) {
            label(range.from, wording::scoreText(range.from, decimals));
        }
    }
    label(100, wording::scoreText(100, 0));
}

void CurveEditor::paintValueLabels(QPainter& painter) const {
    const QRectF area = plot();
    const theme::Tokens& tokens = m_theme.tokens();
    painter.setPen(QPen(tokens.controlEdge, 1));
    const double base = std::round(area.bottom()) + 0.5;
    painter.drawLine(QPointF(area.left(), base), QPointF(area.right(), base));
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    painter.setPen(tokens.muted);
    const QFontMetricsF metrics(painter.font());
    const double gap = m_theme.px(theme::space::s), tall = m_theme.px(labelHigh);
    const double top = area.bottom() + m_theme.px(5);
    const bool isPercent = m_unit == QChar(u'%');
    double right = width();
    if (!isPercent && !m_unit.isEmpty()) {
        const QString unit = metrics.elidedText(m_unit, Qt::ElideRight, area.width() / 3);
        const double wide = metrics.horizontalAdvance(unit) + 1;
        right = area.right() - wide;
        painter.drawText(
            QRectF(right, top, wide, tall), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), unit);
        right -= gap;
    }
    double left = 0;
    for (const double tick : axisTicks(m_axis, ticks)) {
        const QString text = isPercent ? withUnit(axisText(tick), m_unit) : axisText(tick);
        const double wide = theme::numberWidth(metrics, text), x = placeOf({tick, 0}).x();
        const double start = std::max(area.left() - wide / 2, std::min(x - wide / 2, width() - wide));
        if (start < left || start + wide > right) {
            continue;
        }
        left = start + wide + gap;
        theme::drawNumber(painter, QRectF(start, top, wide, tall), Qt::AlignLeft, text);
    }
}

void CurveEditor::paintLine(QPainter& painter) const {
    const QRectF area = plot();
    const theme::Tokens& tokens = m_theme.tokens();
    const QPointF first = placeOf(m_curve.front()), last = placeOf(m_curve.back());
    painter.save();
    painter.setClipRect(area.adjusted(-2, -3, 2, 3));
    painter.setPen(QPen(tokens.ink, 1.5, Qt::DotLine, Qt::RoundCap)); // beyond the ends their score holds
    painter.drawLine(QPointF(area.left(), first.y()), first);
    painter.drawLine(last, QPointF(area.right(), last.y()));
    QPainterPath path(first);
    for (const CurvePoint& point : m_curve) {
        path.lineTo(placeOf(point));
    }
    painter.setPen(QPen(tokens.ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

void CurveEditor::paintPoints(QPainter& painter) const {
    const theme::Tokens& tokens = m_theme.tokens();
    if (m_ghost) {
        const double radius = m_theme.px(disc) / 2.0 - 0.5;
        painter.setPen(QPen(tokens.accent, 1.5));
        painter.setBrush(tokens.surface);
        painter.drawEllipse(placeOf({*m_ghost, scoring::curveScore(m_curve, *m_ghost)}), radius, radius);
    }
    const double radius = m_theme.px(m_editable ? disc : smallDisc) / 2.0;
    for (std::size_t at = 0; at < m_curve.size(); ++at) {
        const QPointF place = placeOf(m_curve[at]);
        const bool isSelected = static_cast<int>(at) == m_selected;
        if (isSelected || at == m_hovered) {
            const double ring = radius + theme::size::focusDistance + theme::size::focusRing / 2.0;
            painter.setPen(QPen(isSelected ? tokens.accent : tokens.controlEdge,
                                isSelected ? theme::size::focusRing : 1));
            painter.setBrush(tokens.surface);
            painter.drawEllipse(place, ring, ring);
        }
        painter.setPen(QPen(tokens.surface, 1));
        painter.setBrush(m_editable ? tokens.accent : tokens.ink);
        painter.drawEllipse(place, radius + 0.5, radius + 0.5);
    }
}

void CurveEditor::paintCard(QPainter& painter, const CurvePoint& point) const {
    const theme::Tokens& tokens = m_theme.tokens();
    const QFont font = m_theme.font(theme::TextRole::CaptionStrong);
    const QFontMetricsF metrics(font);
    const double pad = m_theme.px(6), tall = m_theme.px(22), side = m_theme.px(12), away = m_theme.px(12);
    const QString text = metrics.elidedText(pointText(point), Qt::ElideMiddle, width() - 4 * pad - side);
    const double words = metrics.horizontalAdvance(text) + 1;
    const QPointF place = placeOf(point);
    QRectF card(0, 0, words + side + 3 * pad, tall);
    card.moveCenter({place.x(), place.y() - away - tall / 2});
    if (card.top() < 1) {
        card.moveTop(place.y() + away);
    }
    card.moveLeft(std::clamp(card.left(), 1.0, std::max(1.0, width() - card.width() - 1)));
    painter.setPen(QPen(tokens.controlEdge, 1));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(card, m_theme.px(theme::radius::control), m_theme.px(theme::radius::control));
    paintBandGlyph(painter,
                   QRectF(card.left() + pad, card.center().y() - side / 2, side, side),
                   scoring::bandOf(m_scheme.ranges, point.score),
                   m_theme);
    painter.setFont(font);
    painter.setPen(tokens.ink);
    painter.drawText(
        card.adjusted(2 * pad + side, 0, 0, 0), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), text);
}

void CurveEditor::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintZones(painter);
    paintHistogram(painter);
    paintScoreLabels(painter);
    paintValueLabels(painter);
    if (m_curve.empty()) {
        painter.setFont(m_theme.font(theme::TextRole::Body));
        painter.setPen(m_theme.tokens().muted);
        painter.drawText(plot(),
                         static_cast<int>(Qt::AlignCenter) | static_cast<int>(Qt::TextWordWrap),
                         m_editable ? tr("No curve yet: choose a quick start.") : tr("No curve."));
        return;
    }
    paintLine(painter);
    paintPoints(painter);
    if (m_hovered && *m_hovered < m_curve.size() && !m_drag) {
        paintCard(painter, m_curve[*m_hovered]);
    } else if (m_selected >= 0 && static_cast<std::size_t>(m_selected) < m_curve.size() &&
               (hasFocus() || m_drag)) {
        paintCard(painter, m_curve[static_cast<std::size_t>(m_selected)]);
    }
}

} // namespace hb::widgets
