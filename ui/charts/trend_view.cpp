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

QPen cosmetic(const QColor& colour, double width, Qt::PenStyle style = Qt::SolidLine) {
    QPen pen(colour, width, style, Qt::RoundCap, Qt::RoundJoin);
    pen.setCosmetic(true);
    return pen;
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
    chart->setMargins(QMargins(0, m_theme.px(8), rightMargin(), 0)); // else the first and last labels are cut
    chart->removeAllSeries();
    const QList<QAbstractAxis*> axes = chart->axes();
    for (QAbstractAxis* axis : axes) {
        chart->removeAxis(axis);
        delete axis;
    }
    m_timeAxis = nullptr;
    m_builtWidth = width();
    m_builtLabels = labelRoom();
    if (m_trend == nullptr || m_trend->points.empty()) {
        return;
    }
    const Day first = m_trend->points.front().day;
    const Day last = m_trend->points.back().day > first ? m_trend->points.back().day : first + 1;
    addAxes(first, last);
    addZones(first, last);
    addLines();
}

// How many labels of a month fit beside each other, at most seven.
int TrendView::labelRoom() const {
    const QFontMetrics metrics(m_theme.font(theme::TextRole::Caption));
    const int label = metrics.horizontalAdvance(u"Sep 2026"_s) + m_theme.px(theme::space::m);
    return std::clamp((width() - m_theme.px(72)) / label, 2, 7);
}

// Room for half a label of the time axis, and for the last score.
int TrendView::rightMargin() const {
    const QFontMetrics metrics(m_theme.font(theme::TextRole::CaptionStrong));
    const bool isEmpty = m_trend == nullptr || m_trend->points.empty();
    const QString score = isEmpty ? QString() : m_trend->points.back().scoreText;
    return std::max(m_theme.px(32), metrics.horizontalAdvance(score) + m_theme.px(12));
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
    for (const TimeLabel& label : timeLabels(first, last, m_builtLabels)) {
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
    chart()->addSeries(series);
    series->attachAxis(m_timeAxis);
    series->attachAxis(m_scoreAxis);
}

void TrendView::addLines() {
    const theme::Tokens& tokens = m_theme.tokens();
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

QPointF TrendView::place(Day day, double score) const {
    const QRectF plot = chart()->plotArea();
    const double span = m_timeAxis->max() - m_timeAxis->min();
    return {plot.left() + (day.number - m_timeAxis->min()) / span * plot.width(),
            plot.bottom() - score / 100 * plot.height()};
}

void TrendView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    if (std::abs(m_builtWidth - width()) > width() / 4 || m_builtLabels != labelRoom()) {
        build(); // thinned and labelled for another width
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
        if (std::abs(m_trend->points[at].day.number - day) <
            std::abs(m_trend->points[nearest].day.number - day)) {
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
    if (m_trend != nullptr) {
        setAccessibleDescription(m_trend->description);
    }
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
        const double near = m_theme.px(theme::space::xs);
        QStringList lines;
        for (const MarkerPlace& place : markerPlaces()) {
            if (place.box.adjusted(-near, -near, near, near).contains(help->pos())) {
                lines << place.lines;
            }
        }
        QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
        return true;
    }
    return QChartView::viewportEvent(event);
}

} // namespace hb::charts
