// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/weight_slider.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hb::widgets {

namespace {
constexpr double usualMost = 100, bigStep = 10;
constexpr int knob = 14, thick = 4, leastWidth = 72;
} // namespace

WeightSlider::WeightSlider(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void WeightSlider::setWeight(double weight) {
    if (m_start) {
        return;
    }
    m_weight = weight;
    m_most = std::max(usualMost, weight);
    update();
}

QSize WeightSlider::sizeHint() const {
    return {m_theme.px(leastWidth * 2), m_theme.px(theme::size::hitArea)};
}

QSize WeightSlider::minimumSizeHint() const {
    return {m_theme.px(leastWidth), m_theme.px(theme::size::hitArea)};
}

QRectF WeightSlider::line() const {
    const double half = m_theme.px(knob) / 2.0 + m_theme.px(theme::size::focusDistance);
    const double high = m_theme.px(thick);
    return {half, (height() - high) / 2, std::max(1.0, width() - 2 * half), high};
}

double WeightSlider::weightAt(double x) const {
    const QRectF on = line();
    return std::clamp(std::round((x - on.left()) / on.width() * m_most), 0.0, m_most);
}

void WeightSlider::move(double weight) {
    if (weight != m_weight) {
        m_weight = weight;
        update();
        Q_EMIT moving(weight);
    }
}

bool WeightSlider::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && m_start &&
        static_cast<const QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void WeightSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        m_start = m_weight;
        move(weightAt(event->position().x()));
    }
}

void WeightSlider::mouseMoveEvent(QMouseEvent* event) {
    if (m_start) {
        move(weightAt(event->position().x()));
    }
}

void WeightSlider::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_start) {
        return;
    }
    const double start = *m_start;
    m_start.reset();
    if (m_weight != start) {
        Q_EMIT changed(m_weight);
    }
}

void WeightSlider::keyPressEvent(QKeyEvent* event) {
    if (m_start) {
        if (event->key() == Qt::Key_Escape) {
            const double start = *m_start;
            move(start);
            m_start.reset();
        }
        return;
    }
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // moves the metric, not its weight
        return;
    }
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? bigStep : 1;
    double weight = m_weight;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Up:
        weight += step;
        break;
    case Qt::Key_Left:
    case Qt::Key_Down:
        weight -= step;
        break;
    case Qt::Key_PageUp:
        weight += bigStep;
        break;
    case Qt::Key_PageDown:
        weight -= bigStep;
        break;
    case Qt::Key_Home:
        weight = 0;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    weight = std::max(0.0, weight);
    if (weight != m_weight) {
        setWeight(weight);
        Q_EMIT changed(weight);
    }
}

void WeightSlider::paintEvent(QPaintEvent*) {
    const theme::Tokens& tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF on = line();
    const double x = on.left() + on.width() * std::clamp(m_weight / m_most, 0.0, 1.0);
    const double round = on.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.line);
    painter.drawRoundedRect(on, round, round);
    painter.setBrush(isEnabled() ? tokens.muted : tokens.line);
    painter.drawRoundedRect(QRectF(on.topLeft(), QPointF(x, on.bottom())), round, round);
    const double side = m_theme.px(knob);
    const QRectF disc(x - side / 2, height() / 2.0 - side / 2, side, side);
    painter.setPen(QPen(isEnabled() ? tokens.controlEdge : tokens.line, 1));
    painter.setBrush(isEnabled() && m_start ? tokens.accentTint : tokens.raised);
    painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5));
    if (hasFocus()) {
        const double distance = m_theme.px(theme::size::focusDistance);
        painter.setPen(QPen(tokens.accent, theme::size::focusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(disc.adjusted(-distance, -distance, distance, distance));
    }
}

} // namespace hb::widgets
