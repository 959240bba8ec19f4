// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_view.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace hb::charts {

QPen cosmetic(const QColor& colour, double width, Qt::PenStyle style) {
    QPen pen(colour, width, style, Qt::RoundCap, Qt::RoundJoin);
    pen.setCosmetic(true);
    return pen;
}

TimeView::TimeView(const theme::Theme& theme, QWidget* parent) : QChartView(parent), m_theme(theme) {
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    connect(&m_theme, &theme::Theme::changed, this, &TimeView::build);
}

void TimeView::showData() {
    m_pointed.reset();
    build();
    setAccessibleDescription(spoken());
}

void TimeView::build() {
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
    if (pointCount() == 0) {
        return;
    }
    const Day first = dayOf(0);
    const Day last = std::max(dayOf(pointCount() - 1), first + 1);
    addAxes(first, last);
    addContents(first, last);
}

// How many labels of a month fit beside each other, at most seven.
int TimeView::labelRoom() const {
    const QFontMetrics metrics(m_theme.font(theme::TextRole::Caption));
    const int label = metrics.horizontalAdvance(u"Sep 2026"_s) + m_theme.px(theme::space::m);
    return std::clamp((width() - m_theme.px(72)) / label, 2, 7);
}

void TimeView::addAxes(Day first, Day last) {
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
    m_scale = new QCategoryAxis(chart());
    dress(m_scale);
    m_scale->setLineVisible(false);
    m_scale->setRange(0, 100);
    for (const ScaleLabel& label : scale()) {
        m_scale->append(label.text, label.at);
    }
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_scale, Qt::AlignLeft);
}

void TimeView::add(QAbstractSeries* series) {
    chart()->addSeries(series);
    series->attachAxis(m_timeAxis);
    series->attachAxis(m_scale);
}

QPointF TimeView::place(Day day, double value) const {
    const QRectF plot = chart()->plotArea();
    const double span = m_timeAxis->max() - m_timeAxis->min();
    return {plot.left() + (day.number - m_timeAxis->min()) / span * plot.width(),
            plot.bottom() - value / 100 * plot.height()};
}

void TimeView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    if (std::abs(m_builtWidth - width()) > width() / 4 || m_builtLabels != labelRoom()) {
        build(); // thinned and labelled for another width
    }
}

void TimeView::point(std::optional<std::size_t> at) {
    if (at != m_pointed) {
        m_pointed = at;
        viewport()->update();
    }
}

void TimeView::mouseMoveEvent(QMouseEvent* event) {
    const QRectF plot = chart()->plotArea();
    if (m_timeAxis == nullptr || !plot.adjusted(-8, 0, 8, 0).contains(event->position())) {
        point({});
        return;
    }
    const double share = std::clamp((event->position().x() - plot.left()) / plot.width(), 0.0, 1.0);
    const double day = m_timeAxis->min() + share * (m_timeAxis->max() - m_timeAxis->min());
    std::size_t nearest = 0;
    for (std::size_t at = 0; at < pointCount(); ++at) {
        if (std::abs(dayOf(at).number - day) < std::abs(dayOf(nearest).number - day)) {
            nearest = at;
        }
    }
    point(nearest);
}

void TimeView::mousePressEvent(QMouseEvent* event) {
    mouseMoveEvent(event);
    if (m_pointed && event->button() == Qt::LeftButton) {
        Q_EMIT dayChosen(dayOf(*m_pointed));
    }
}

void TimeView::leaveEvent(QEvent* event) {
    point({});
    QChartView::leaveEvent(event);
}

void TimeView::focusOutEvent(QFocusEvent* event) {
    point({});
    setAccessibleDescription(spoken());
    QChartView::focusOutEvent(event);
}

void TimeView::keyPressEvent(QKeyEvent* event) {
    if (m_timeAxis == nullptr || event->modifiers() != Qt::NoModifier) {
        QChartView::keyPressEvent(event);
        return;
    }
    const std::size_t last = pointCount() - 1;
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
            Q_EMIT dayChosen(dayOf(*m_pointed));
        }
        break;
    default:
        QChartView::keyPressEvent(event);
        return;
    }
    if (m_pointed) {
        setAccessibleDescription(spoken(*m_pointed));
    }
}

bool TimeView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_timeAxis != nullptr) {
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
