// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scheme_bar.h"

#include "core/wording/numbers.h"
#include "core/wording/words.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace hb::widgets {

namespace {
constexpr double keyStep = 1, wideStep = 10, reach = 14, closest = 1e-6;

int toInt(std::size_t at) {
    return static_cast<int>(at);
}
} // namespace

SchemeBar::SchemeBar(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setEditable(true);
    connect(&m_theme, &theme::Theme::changed, this, [this] { updateGeometry(), update(); });
}

void SchemeBar::setRanges(std::vector<Range> ranges) {
    m_drag.reset();
    m_ranges = std::move(ranges);
    m_current = std::clamp<std::size_t>(m_current, 1, std::max<std::size_t>(2, m_ranges.size()) - 1);
    m_hovered.reset();
    say();
    update();
}

void SchemeBar::setEditable(bool editable) {
    m_editable = editable;
    setFocusPolicy(editable ? Qt::StrongFocus : Qt::NoFocus);
    if (!editable) {
        m_drag.reset();
        unsetCursor();
    }
    update();
}

double SchemeBar::upper(std::size_t range) const {
    return range + 1 < m_ranges.size() ? m_ranges[range + 1].from : 100;
}

QPointF SchemeBar::placeOf(std::size_t bound) const {
    return {xOf(m_ranges[bound].from), barRect().center().y()};
}

std::optional<std::size_t> SchemeBar::boundAt(QPointF place) const {
    std::optional<std::size_t> nearest;
    double distance = m_theme.px(reach);
    for (std::size_t bound = 1; bound < m_ranges.size(); ++bound) {
        const double away = std::abs(placeOf(bound).x() - place.x());
        if (away <= distance) {
            nearest = bound;
            distance = away;
        }
    }
    return nearest;
}

/// The whole step between its neighbours that is nearest to what is wanted; where it stands if there is none.
double SchemeBar::within(std::size_t bound, double wanted) const {
    const double least = std::floor(m_ranges[bound - 1].from + closest) + 1;
    const double most = std::ceil(upper(bound) - closest) - 1;
    return least > most ? m_ranges[bound].from : std::clamp(wanted, least, most);
}

void SchemeBar::choose(std::size_t bound) {
    m_current = bound;
    say();
    update();
}

void SchemeBar::say() {
    if (m_ranges.size() < 2) {
        return;
    }
    const Range& range = m_ranges[m_current];
    setAccessibleName(tr("Ranges of the score"));
    setAccessibleDescription(tr("%1 begins at %2.")
                                 .arg(wording::fromUtf8(range.label),
                                      wording::scoreText(range.from, wording::schemeDecimals(m_ranges))));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

bool SchemeBar::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const double score = (help->pos().x() - barRect().left()) / barRect().width() * 100;
        const auto after = std::ranges::upper_bound(m_ranges, score, {}, &Range::from);
        const Range* range = after == m_ranges.begin() ? nullptr : &*std::prev(after);
        QToolTip::showText(help->globalPos(), range ? wording::fromUtf8(range->label) : QString(), this);
        return true;
    }
    // Ctrl+Z and the like stay the window's; Esc is ours while a bound is dragged.
    if (event->type() == QEvent::ShortcutOverride && m_drag &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool SchemeBar::focusNextPrevChild(bool next) {
    if (hasFocus() && (next ? m_current + 1 < m_ranges.size() : m_current > 1)) {
        choose(next ? m_current + 1 : m_current - 1);
        return true;
    }
    return QWidget::focusNextPrevChild(next);
}

void SchemeBar::focusInEvent(QFocusEvent* event) {
    if (event->reason() == Qt::TabFocusReason) {
        choose(1);
    } else if (event->reason() == Qt::BacktabFocusReason) {
        choose(std::max<std::size_t>(2, m_ranges.size()) - 1);
    }
    update();
}

void SchemeBar::focusOutEvent(QFocusEvent* /*event*/) {
    update();
}

void SchemeBar::keyPressEvent(QKeyEvent* event) {
    if (m_drag && event->key() == Qt::Key_Escape) {
        cancelDrag();
        return;
    }
    const bool isUp = event->key() == Qt::Key_Right || event->key() == Qt::Key_Up;
    const bool isDown = event->key() == Qt::Key_Left || event->key() == Qt::Key_Down;
    const auto modifiers = event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    const bool isPlain = modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier;
    if (!m_editable || m_drag || !isPlain || (!isUp && !isDown) || m_current >= m_ranges.size()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const double step = modifiers == Qt::ShiftModifier ? wideStep : keyStep;
    const double now = m_ranges[m_current].from;
    const double to = within(m_current, now + (isUp ? step : -step));
    if (isUp ? to > now : to < now) {
        m_ranges[m_current].from = std::round(to * 1e6) / 1e6;
        say();
        update();
        Q_EMIT boundSet(toInt(m_current), m_ranges[m_current].from);
    }
}

void SchemeBar::mousePressEvent(QMouseEvent* event) {
    const auto bound =
        m_editable && event->button() == Qt::LeftButton ? boundAt(event->position()) : std::nullopt;
    if (!bound) {
        QWidget::mousePressEvent(event);
        return;
    }
    choose(*bound);
    m_drag = {.grip = event->position().x() - placeOf(*bound).x(), .before = m_ranges};
}

void SchemeBar::mouseMoveEvent(QMouseEvent* event) {
    if (!m_drag) {
        const auto hovered = m_editable ? boundAt(event->position()) : std::nullopt;
        if (hovered != m_hovered) {
            m_hovered = hovered;
            hovered ? setCursor(Qt::SizeHorCursor) : unsetCursor();
            update();
        }
        return;
    }
    const QRectF bar = barRect();
    const double score = (event->position().x() - m_drag->grip - bar.left()) / bar.width() * 100;
    const double to = within(m_current, std::round(score));
    const bool hasMoved = m_ranges[m_current].from != m_drag->before[m_current].from;
    // A press that shakes by less than a step leaves a bound of fractions where it was typed.
    const bool isStill = !hasMoved && std::abs(score - m_ranges[m_current].from) < 0.5;
    if (!isStill && to != m_ranges[m_current].from) {
        m_ranges[m_current].from = to;
        update();
        Q_EMIT boundMoved(toInt(m_current), to);
    }
}

void SchemeBar::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_drag || event->button() != Qt::LeftButton) {
        return;
    }
    const double before = m_drag->before[m_current].from;
    m_drag.reset();
    say();
    update();
    if (m_ranges[m_current].from != before) {
        Q_EMIT boundSet(toInt(m_current), m_ranges[m_current].from);
    }
}

void SchemeBar::cancelDrag() {
    m_ranges = std::move(m_drag->before);
    m_drag.reset();
    say();
    update();
    Q_EMIT dragCancelled();
}

void SchemeBar::leaveEvent(QEvent* /*event*/) {
    m_hovered.reset();
    update();
}

} // namespace hb::widgets
