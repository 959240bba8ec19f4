// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_view.h"

#include "core/wording/sentences.h"
#include "ui/theme/number_text.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace hb::charts {

namespace {

constexpr int laneHeight = 20, markerSize = 12, discSize = 8;

bool isDrawn(const TrendPoint& point) {
    return point.score && point.band != Band::None;
}

QPen cosmetic(const QColor& colour, double width, Qt::PenStyle style = Qt::SolidLine) {
    QPen pen(colour, width, style, Qt::RoundCap, Qt::RoundJoin);
    pen.setCosmetic(true);
    return pen;
}

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

TrendView::TrendView(const theme::Theme& theme, QWidget* parent) : QChartView(parent), m_theme(theme) {
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    connect(&m_theme, &theme::Theme::changed, this, &TrendView::build);
}

void TrendView::show(const TrendData& trend) {
    m_trend = &trend;
    m_pointed.reset();
    build();
}

void TrendView::build() {
    QChart* chart = this->chart();
    setBackgroundBrush(m_theme.tokens().surface);
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setDropShadowEnabled(false);
    chart->legend()->hide();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setMargins(QMargins(0, m_theme.px(8), m_theme.px(32), 0)); // else the first and last labels are cut
    chart->removeAllSeries();
    const QList<QAbstractAxis*> axes = chart->axes();
    for (QAbstractAxis* axis : axes) {
        chart->removeAxis(axis);
        delete axis;
    }
    m_timeAxis = nullptr;
    m_builtWidth = width();
    if (m_trend == nullptr || m_trend->points.empty()) {
        return;
    }
    const Day first = m_trend->points.front().day;
    const Day last = m_trend->points.back().day > first ? m_trend->points.back().day : first + 1;
    addAxes(first, last);
    addZones(first, last);
    addLines();
}

void TrendView::addAxes(Day first, Day last) {
    const theme::Tokens& tokens = m_theme.tokens();
    const auto dress = [&](QCategoryAxis* axis) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setLabelsFont(m_theme.font(theme::TextRole::Caption));
        axis->setLabelsColor(tokens.muted);
        axis->setTruncateLabels(false);
        axis->setLinePen(cosmetic(tokens.line, 1));
        axis->setGridLinePen(cosmetic(tokens.line, 1));
        axis->setStartValue(-1e9);
    };
    m_timeAxis = new QCategoryAxis(chart());
    dress(m_timeAxis);
    m_timeAxis->setGridLineVisible(false);
    m_timeAxis->setRange(first.number, last.number);
    for (const TimeLabel& label : timeLabels(first, last)) {
        m_timeAxis->append(label.text, label.day.number);
    }
    m_scoreAxis = new QCategoryAxis(chart());
    dress(m_scoreAxis);
    m_scoreAxis->setLineVisible(false);
    m_scoreAxis->setRange(0, 100);
    m_scoreAxis->append(u"0"_s, 0);
    for (const TrendZone& zone : m_trend->zones) {
        if (zone.from > 0) {
            m_scoreAxis->append(zone.label, zone.from);
        }
    }
    m_scoreAxis->append(u"100"_s, 100);
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_scoreAxis, Qt::AlignLeft);
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
        QColor tint = m_theme.band(m_trend->zones[at].band).tint;
        tint.setAlphaF(static_cast<float>(theme::zoneOpacity));
        zone->setBrush(tint);
        zone->setPen(Qt::NoPen);
        chart()->addSeries(zone);
        zone->attachAxis(m_timeAxis);
        zone->attachAxis(m_scoreAxis);
    }
}

void TrendView::addStretch(const std::vector<QPointF>& stretch, const QPen& pen) {
    if (stretch.size() < 2) {
        return;
    }
    auto* series = new QLineSeries;
    series->setPen(pen);
    series->setPointsVisible(false);
    series->replace(QList<QPointF>(stretch.begin(), stretch.end()));
    chart()->addSeries(series);
    series->attachAxis(m_timeAxis);
    series->attachAxis(m_scoreAxis);
}

void TrendView::addLines() {
    const theme::Tokens& tokens = m_theme.tokens();
    const std::vector<TrendPoint> points = thinned(m_trend->points, static_cast<std::size_t>(std::max(100, width())));
    const auto at = [](const TrendPoint& point, double score) { return QPointF(point.day.number, score); };
    std::vector<QPointF> shown, computed;
    bool held = false;
    const auto endShown = [&] {
        addStretch(shown, cosmetic(tokens.ink, 2, held ? Qt::DotLine : Qt::SolidLine));
        shown.clear();
    };
    for (const TrendPoint& point : points) {
        if (!isDrawn(point)) {
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

QPointF TrendView::place(Day day, double score) const {
    const QRectF plot = chart()->plotArea();
    const double span = m_timeAxis->max() - m_timeAxis->min();
    return {plot.left() + (day.number - m_timeAxis->min()) / span * plot.width(),
            plot.bottom() - score / 100 * plot.height()};
}

QRectF TrendView::markerRect(const TrendMarker& marker) const {
    const double side = m_theme.px(markerSize);
    const QPointF base = place(marker.day, 0);
    if (marker.kind == MarkerKind::Version) {
        const double wide = QFontMetricsF(m_theme.font(theme::TextRole::Caption)).horizontalAdvance(marker.name);
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
            painter.setPen(cosmetic(m_theme.tokens().muted, 1, Qt::DashLine));
            const double x = place(marker.day, 0).x();
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
            painter.setFont(m_theme.font(theme::TextRole::Caption));
            painter.drawText(box.adjusted(0, 0, 4, 0), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), marker.name);
        } else if (box.left() >= lastRight) { // markers of neighbouring days share a place
            painter.drawPixmap(box.topLeft(), iconPixmap(iconOf(marker.kind), m_theme.tokens().muted,
                                                         m_theme.px(markerSize), devicePixelRatioF()));
            lastRight = box.right();
        }
    }
}

void TrendView::paintLastPoint(QPainter& painter) const {
    const TrendPoint& last = m_trend->points.back();
    if (!isDrawn(last)) {
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
    theme::drawNumber(painter, QRectF(at.x() + radius + 3, at.y() - high / 2, m_theme.px(32), high), Qt::AlignLeft,
                      last.scoreText);
}

void TrendView::paintRule(QPainter& painter) const {
    const TrendPoint& point = m_trend->points[*m_pointed];
    const QRectF plot = chart()->plotArea();
    const theme::Tokens& tokens = m_theme.tokens();
    const double x = std::round(place(point.day, 0).x()) + 0.5;
    painter.setPen(QPen(tokens.ink, 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    const QString head = u"%1   %2 %3"_s.arg(wording::longDayText(point.day), point.scoreText,
                                             wording::bandName(point.band));
    const QString detail = m_trend->detail ? m_trend->detail(point.day) : QString();
    const QFont strong = m_theme.font(theme::TextRole::CaptionStrong), plain = m_theme.font(theme::TextRole::Caption);
    const QStringList lines = detail.split(u'\n', Qt::SkipEmptyParts);
    double wide = QFontMetricsF(strong).horizontalAdvance(head);
    for (const QString& line : lines) {
        wide = std::max(wide, QFontMetricsF(plain).horizontalAdvance(line));
    }
    const double pad = m_theme.px(theme::space::s), high = m_theme.px(16);
    QRectF card(x + pad, plot.top() + pad, wide + 2 * pad, high * static_cast<double>(lines.size() + 1) + 2 * pad);
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

void TrendView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    if (std::abs(m_builtWidth - width()) > width() / 4) {
        build(); // thinned to another width
    }
}

void TrendView::point(std::optional<std::size_t> at) {
    if (at != m_pointed) {
        m_pointed = at;
        viewport()->update();
    }
}

void TrendView::mouseMoveEvent(QMouseEvent* event) {
    const QRectF plot = chart()->plotArea();
    if (m_timeAxis == nullptr || !plot.adjusted(-8, 0, 8, 0).contains(event->position())) {
        point({});
        return;
    }
    const double share = std::clamp((event->position().x() - plot.left()) / plot.width(), 0.0, 1.0);
    const double day = m_timeAxis->min() + share * (m_timeAxis->max() - m_timeAxis->min());
    std::size_t nearest = 0;
    for (std::size_t at = 0; at < m_trend->points.size(); ++at) {
        if (std::abs(m_trend->points[at].day.number - day) < std::abs(m_trend->points[nearest].day.number - day)) {
            nearest = at;
        }
    }
    point(nearest);
}

void TrendView::mousePressEvent(QMouseEvent* event) {
    mouseMoveEvent(event);
    if (m_pointed && event->button() == Qt::LeftButton) {
        Q_EMIT dayChosen(m_trend->points[*m_pointed].day);
    }
}

void TrendView::leaveEvent(QEvent* event) {
    point({});
    QChartView::leaveEvent(event);
}

void TrendView::focusOutEvent(QFocusEvent* event) {
    point({});
    QChartView::focusOutEvent(event);
}

void TrendView::keyPressEvent(QKeyEvent* event) {
    if (m_trend == nullptr || m_trend->points.empty() || event->modifiers() != Qt::NoModifier) {
        QChartView::keyPressEvent(event);
        return;
    }
    const std::size_t last = m_trend->points.size() - 1;
    const std::size_t now = m_pointed.value_or(last);
    switch (event->key()) {
    case Qt::Key_Left:
        point(m_pointed && now > 0 ? now - 1 : now);
        break;
    case Qt::Key_Right:
        point(m_pointed ? std::min(now + 1, last) : now);
        break;
    case Qt::Key_Home:
        point(std::size_t{0});
        break;
    case Qt::Key_End:
        point(last);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pointed) {
            Q_EMIT dayChosen(m_trend->points[*m_pointed].day);
        }
        break;
    default:
        QChartView::keyPressEvent(event);
        return;
    }
    if (m_pointed) {
        setAccessibleDescription(u"%1: %2, %3"_s.arg(wording::longDayText(m_trend->points[*m_pointed].day),
                                                     m_trend->points[*m_pointed].scoreText,
                                                     wording::bandName(m_trend->points[*m_pointed].band)));
    }
}

bool TrendView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_timeAxis != nullptr && m_trend != nullptr) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QStringList sentences;
        for (const TrendMarker& marker : m_trend->markers) {
            if (markerRect(marker).adjusted(-6, -6, 6, 6).contains(help->pos())) {
                sentences << marker.tooltip;
            }
        }
        QToolTip::showText(help->globalPos(), sentences.join(u'\n'), this);
        return true;
    }
    return QChartView::viewportEvent(event);
}

} // namespace hb::charts
