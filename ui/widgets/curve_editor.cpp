// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/curve_editor.h"

#include "core/scoring/curve.h"
#include "ui/widgets/curve_shapes.h"

#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hb::widgets {

namespace {

constexpr int wide = 368, high = 220, leastWide = 240;
constexpr int dragDistance = 3;
constexpr double lineReach = 7;

bool isWhole(double value) {
    return std::abs(value) < 1e15 && value == std::floor(value);
}

} // namespace

CurveEditor::CurveEditor(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setObjectName(QStringLiteral("curveEditor"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Curve"));
    connect(&m_theme, &theme::Theme::changed, this, [this] { updateGeometry(), update(); });
    describe();
}

void CurveEditor::setCurve(std::vector<CurvePoint> curve) {
    if (m_drag && (curve == m_drag->start || curve == m_curve)) {
        return;
    }
    m_drag.reset();
    if (curve != m_curve) {
        m_hovered.reset();
        m_ghost.reset();
    }
    m_curve = std::move(curve);
    m_selected = std::min(m_selected, static_cast<int>(m_curve.size()) - 1);
    const ValueAxis wanted = valueAxis(m_curve, m_values);
    const double slack = 0.02 * m_axis.span();
    if (wanted.low < m_axis.low - slack || wanted.high > m_axis.high + slack) {
        m_axis = {std::min(wanted.low, m_axis.low), std::max(wanted.high, m_axis.high)};
    }
    if (wanted.span() < 0.5 * m_axis.span()) {
        m_axis = wanted;
    }
    describe();
    update();
}

void CurveEditor::setHistogram(std::vector<double> values) {
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    std::ranges::sort(values);
    if (values != m_values) {
        m_values = std::move(values);
        m_hasWholeValues = !m_values.empty() && std::ranges::all_of(m_values, isWhole);
        fit();
    }
}

void CurveEditor::setRanges(const Scheme& scheme) {
    m_scheme = scheme;
    update();
}

void CurveEditor::setUnit(const QString& unit) {
    m_unit = unit;
    describe();
    update();
}

void CurveEditor::setEditable(bool editable) {
    if (!editable && m_drag) {
        cancelDrag();
    }
    m_editable = editable;
    m_ghost.reset();
    update();
}

void CurveEditor::fit() {
    if (!m_drag) {
        m_axis = valueAxis(m_curve, m_values);
    }
    describe();
    update();
}

void CurveEditor::select(int point) {
    point = std::clamp(point, -1, static_cast<int>(m_curve.size()) - 1);
    if (point != m_selected) {
        m_selected = point;
        describe();
        update();
        Q_EMIT selected(point);
    }
}

QSize CurveEditor::sizeHint() const {
    return {m_theme.px(wide), m_theme.px(high)};
}

QSize CurveEditor::minimumSizeHint() const {
    return {m_theme.px(leastWide), m_theme.px(high)};
}

// --- places

QPointF CurveEditor::placeOf(const CurvePoint& point) const {
    const QRectF area = plot();
    const double way = (point.value - m_axis.low) / m_axis.span();
    return {area.left() + way * area.width(), area.bottom() - point.score / 100 * area.height()};
}

double CurveEditor::valueAt(double x) const {
    const QRectF area = plot();
    return m_axis.low + std::clamp((x - area.left()) / area.width(), 0.0, 1.0) * m_axis.span();
}

double CurveEditor::scoreAt(double y) const {
    const QRectF area = plot();
    return std::clamp((area.bottom() - y) / area.height() * 100, 0.0, 100.0);
}

std::optional<std::size_t> CurveEditor::pointAt(QPointF place) const {
    std::optional<std::size_t> nearest;
    double reach = m_theme.px(theme::size::hitArea) / 2.0;
    for (std::size_t at = 0; at < m_curve.size(); ++at) {
        const QPointF away = placeOf(m_curve[at]) - place;
        if (const double distance = std::hypot(away.x(), away.y()); distance <= reach) {
            reach = distance;
            nearest = at;
        }
    }
    return nearest;
}

std::optional<double> CurveEditor::lineValueAt(QPointF place) const {
    if (!m_editable || m_curve.size() < 2 || !plot().contains(place)) {
        return std::nullopt;
    }
    // The nearest place of the line, so that a steep stretch can be hit from the side.
    const double reach = m_theme.px(lineReach);
    std::optional<double> found;
    double nearest = reach;
    for (double x = place.x() - reach; x <= place.x() + reach; x += 1) {
        const double value = valueAt(x);
        const QPointF away = placeOf({value, scoring::curveScore(m_curve, value)}) - place;
        if (const double distance = std::hypot(away.x(), away.y()); distance <= nearest) {
            nearest = distance;
            found = snapped(value, dragStep());
        }
    }
    return found;
}

double CurveEditor::dragStep() const {
    const double step = valueStep(m_axis.span());
    const bool isCount =
        m_hasWholeValues && m_axis.span() >= 10 && std::ranges::all_of(m_curve, isWhole, &CurvePoint::value);
    return isCount ? std::max(1.0, step) : step;
}

// --- dragging

void CurveEditor::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_drag) {
        return;
    }
    const QPointF place = event->position();
    if (const auto hit = pointAt(place)) {
        select(static_cast<int>(*hit));
        if (m_editable) {
            m_drag = {.start = m_curve,
                      .startSelection = m_selected,
                      .at = *hit,
                      .origin = m_curve[*hit],
                      .pressed = place};
        }
        return;
    }
    const auto value = lineValueAt(place);
    auto added = value ? withPoint(m_curve, *value) : std::nullopt;
    if (!added) {
        return;
    }
    m_drag = {.start = m_curve,
              .startSelection = m_selected,
              .at = added->at,
              .origin = added->curve[added->at],
              .pressed = place,
              .what = CurveChange::Added,
              .hasMoved = true};
    m_curve = std::move(added->curve);
    m_ghost.reset();
    m_selected = -1; // the one that had this place is another now
    select(static_cast<int>(m_drag->at));
    Q_EMIT moving(m_curve);
}

void CurveEditor::mouseMoveEvent(QMouseEvent* event) {
    if (m_drag) {
        dragTo(event->position());
    } else {
        hover(event->position());
    }
}

void CurveEditor::dragTo(QPointF place) {
    const QPointF away = place - m_drag->pressed;
    const double least = m_theme.px(dragDistance);
    m_drag->hasMoved = m_drag->hasMoved || std::hypot(away.x(), away.y()) >= least;
    if (!m_drag->hasMoved) {
        return;
    }
    // A drag straight up keeps the value to its last digit, one straight aside the score.
    const QPointF target = placeOf(m_drag->origin) + away;
    CurvePoint point = m_drag->origin;
    if (std::abs(away.x()) >= least) {
        const double step = dragStep();
        point.value =
            between(m_curve, m_drag->at, snapped(valueAt(target.x()), step), step).value_or(point.value);
    }
    if (std::abs(away.y()) >= least) {
        point.score = std::round(scoreAt(target.y()));
    }
    if (point != m_curve[m_drag->at]) {
        m_curve[m_drag->at] = point;
        describe();
        update();
        Q_EMIT moving(m_curve);
    }
}

void CurveEditor::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_drag || event->button() != Qt::LeftButton) {
        return;
    }
    const Drag drag = *std::exchange(m_drag, std::nullopt);
    if (m_curve != drag.start) {
        Q_EMIT changed(std::vector(m_curve), drag.what);
    }
    hover(event->position());
}

void CurveEditor::cancelDrag() {
    const Drag drag = *std::exchange(m_drag, std::nullopt);
    m_curve = drag.start;
    m_hovered.reset();
    select(drag.startSelection);
    describe();
    update();
    Q_EMIT moving(m_curve);
}

void CurveEditor::hover(QPointF place) {
    const auto point = pointAt(place);
    const auto ghost = point ? std::nullopt : lineValueAt(place);
    if (point != m_hovered || ghost != m_ghost) {
        m_hovered = point;
        m_ghost = ghost;
        update();
    }
    if (m_editable && (point || ghost)) {
        setCursor(point ? Qt::SizeAllCursor : Qt::PointingHandCursor);
    } else {
        unsetCursor();
    }
}

void CurveEditor::leaveEvent(QEvent* event) {
    m_hovered.reset();
    m_ghost.reset();
    update();
    QWidget::leaveEvent(event);
}

void CurveEditor::commit(std::vector<CurvePoint> curve, CurveChange what) {
    if (curve != m_curve) {
        m_curve = std::move(curve);
        m_hovered.reset();
        m_ghost.reset();
        describe();
        update();
        Q_EMIT changed(std::vector(m_curve), what);
    }
}

} // namespace hb::widgets
