// SPDX-License-Identifier: GPL-3.0-or-later
// What TimeView paints over the chart.
#include "core/wording/days.h"
#include "ui/charts/time_view.h"

#include <QChart>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::charts {

namespace {

constexpr int laneHeight = 20, markerSize = 12, haloWidth = 3;

theme::Icon iconOf(MarkerKind kind) {
    switch (kind) {
    case MarkerKind::Level:
        return theme::Icon::Flag;
    case MarkerKind::Action:
        return theme::Icon::Check;
    case MarkerKind::Override:
        return theme::Icon::Pin;
    case MarkerKind::Renewal:
        return theme::Icon::Calendar;
    case MarkerKind::Outcome:
        return theme::Icon::Star;
    case MarkerKind::Period:
    case MarkerKind::Version:
    case MarkerKind::Note:
        break;
    }
    return theme::Icon::Note;
}

bool isVertical(MarkerKind kind) {
    return kind == MarkerKind::Version || kind == MarkerKind::Period;
}

} // namespace

TimeView::MarkerPlace TimeView::placeOf(const TrendMarker& marker) const {
    const QPointF base = place(marker.day, 0);
    MarkerPlace result{.box = {},
                       .x = base.x(),
                       .kind = marker.kind,
                       .name = marker.name,
                       .lines = {u"%1: %2"_s.arg(wording::longDayText(marker.day), marker.words)}};
    const double side = m_theme.px(markerSize);
    result.box = {base.x() - side / 2, base.y() - (m_theme.px(laneHeight) + side) / 2, side, side};
    if (isVertical(marker.kind)) {
        const QFontMetricsF metrics(m_theme.font(theme::TextRole::Caption));
        const double gap = m_theme.px(3), wide = metrics.horizontalAdvance(marker.name) + 1;
        const QRectF plot = chart()->plotArea();
        const bool fits = base.x() + gap + wide <= plot.right();
        result.box = {fits ? base.x() + gap : base.x() - gap - wide, plot.top() + 1, wide, metrics.height()};
    }
    return result;
}

std::vector<TimeView::MarkerPlace> TimeView::markerPlaces() const {
    std::vector<MarkerPlace> places;
    std::optional<std::size_t> lastLine, lastIcon;
    for (const TrendMarker& marker : markers()) {
        MarkerPlace now = placeOf(marker);
        const bool isLine = isVertical(marker.kind);
        std::optional<std::size_t>& last = isLine ? lastLine : lastIcon;
        if (isLine && last && now.box.left() < places[*last].box.right()) {
            now.box.moveTop(places[*last].box.bottom()); // its name under the other's
        } else if (!isLine && last && now.box.left() < places[*last].box.right()) {
            MarkerPlace& shared = places[*last];
            shared.lines << now.lines;
            shared.kind = std::max(shared.kind, now.kind); // the rarer speaks for all
            continue;
        }
        last = places.size();
        places.push_back(std::move(now));
    }
    return places;
}

void TimeView::paintMarkers(QPainter& painter) const {
    const QRectF plot = chart()->plotArea();
    const theme::Tokens& tokens = m_theme.tokens();
    for (const MarkerPlace& marker : markerPlaces()) {
        if (isVertical(marker.kind)) {
            const double x = std::round(marker.x) + 0.5;
            const QLineF line(x, plot.top(), x, plot.bottom());
            painter.setPen(QPen(tokens.surface, haloWidth)); // it reads over the fills of bands, too
            painter.drawLine(line);
            painter.fillRect(marker.box.adjusted(-1, 0, 1, 0), tokens.surface);
            painter.setPen(QPen(tokens.muted, 1, Qt::DashLine));
            painter.drawLine(line);
            painter.setFont(m_theme.font(theme::TextRole::Caption));
            painter.drawText(marker.box, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), marker.name);
        } else {
            painter.drawPixmap(
                marker.box.topLeft(),
                iconPixmap(iconOf(marker.kind), tokens.muted, m_theme.px(markerSize), devicePixelRatioF()));
        }
    }
}

QStringList TimeView::eventsOf(std::size_t point) const {
    const Day before = point > 0 ? dayOf(point - 1) : dayOf(point) - 1;
    QStringList lines;
    for (const TrendMarker& marker : markers()) {
        if (marker.day > before && marker.day <= dayOf(point)) {
            lines << marker.words;
        }
    }
    return lines;
}

void TimeView::paintRule(QPainter& painter) const {
    const QRectF plot = chart()->plotArea();
    const theme::Tokens& tokens = m_theme.tokens();
    const double x = std::round(place(dayOf(*m_pointed), 0).x()) + 0.5;
    painter.setPen(QPen(tokens.ink, 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    QStringList lines = cardLines(*m_pointed);
    const QString head = lines.takeFirst();
    const QFont strong = m_theme.font(theme::TextRole::CaptionStrong),
                plain = m_theme.font(theme::TextRole::Caption);
    const double pad = m_theme.px(theme::space::s), high = m_theme.px(16);
    const double most = width() - 4 * pad;
    double wide = QFontMetricsF(strong).horizontalAdvance(head);
    for (QString& line : lines) {
        line = QFontMetricsF(plain).elidedText(line, Qt::ElideRight, most);
        wide = std::max(wide, QFontMetricsF(plain).horizontalAdvance(line));
    }
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

void TimeView::drawForeground(QPainter* painter, const QRectF&) {
    if (m_timeAxis == nullptr) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintUnder(*painter);
    paintMarkers(*painter);
    paintOver(*painter);
    if (m_pointed) {
        paintRule(*painter);
    }
    painter->restore();
}

} // namespace hb::charts
