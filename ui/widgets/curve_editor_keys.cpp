// SPDX-License-Identifier: GPL-3.0-or-later
// What the keyboard does in CurveEditor, and what a screen reader hears of it.
#include "core/scoring/band.h"
#include "core/wording/numbers.h"
#include "ui/widgets/curve_editor.h"
#include "ui/widgets/curve_shapes.h"

#include <QFocusEvent>
#include <QKeyEvent>

#include <algorithm>

namespace hb::widgets {

namespace {

constexpr double shiftTimes = 10;

bool isWalk(int key) {
    return key == Qt::Key_Home || key == Qt::Key_End || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

bool isEdit(int key) {
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Insert:
    case Qt::Key_Plus:
        return true;
    default:
        return false;
    }
}

bool isPlain(const QKeyEvent& event) {
    return (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
}

} // namespace

/// The page has shortcuts of its own for Esc and Delete: while they mean something here, they are the
/// curve's.
bool CurveEditor::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isMine = key->key() == Qt::Key_Escape
                                ? m_drag.has_value()
                                : isPlain(*key) && (isWalk(key->key()) || (m_editable && isEdit(key->key())));
        if (isMine) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void CurveEditor::keyPressEvent(QKeyEvent* event) {
    if (m_drag) {
        if (event->key() == Qt::Key_Escape) {
            cancelDrag();
        }
        return;
    }
    if (!isPlain(*event) || walk(event->key())) {
        if (!isPlain(*event)) {
            QWidget::keyPressEvent(event);
        }
        return;
    }
    if (!m_editable || !isEdit(event->key())) {
        QWidget::keyPressEvent(event);
        return;
    }
    const double times = (event->modifiers() & Qt::ShiftModifier) != 0 ? shiftTimes : 1;
    const double step = std::max(keyStep(m_axis.span()), dragStep()) * times;
    switch (event->key()) {
    case Qt::Key_Left:
        return nudge(-step, 0);
    case Qt::Key_Right:
        return nudge(step, 0);
    case Qt::Key_Up:
        return nudge(0, times);
    case Qt::Key_Down:
        return nudge(0, -times);
    case Qt::Key_Insert:
    case Qt::Key_Plus:
        return addBehindSelected();
    default:
        return removeSelected();
    }
}

bool CurveEditor::walk(int key) {
    if (!isWalk(key) || m_curve.empty()) {
        return false;
    }
    const int last = static_cast<int>(m_curve.size()) - 1;
    switch (key) {
    case Qt::Key_Home:
        select(0);
        break;
    case Qt::Key_End:
        select(last);
        break;
    case Qt::Key_PageUp:
        select(m_selected < 0 ? 0 : std::max(0, m_selected - 1));
        break;
    default:
        select(std::min(last, m_selected + 1));
        break;
    }
    return true;
}

bool CurveEditor::focusNextPrevChild(bool next) {
    const int to = m_selected + (next ? 1 : -1);
    if (hasFocus() && !m_drag && m_selected >= 0 && to >= 0 && to < static_cast<int>(m_curve.size())) {
        select(to);
        return true;
    }
    return QWidget::focusNextPrevChild(next);
}

void CurveEditor::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason) {
        select(0);
    } else if (event->reason() == Qt::BacktabFocusReason) {
        select(static_cast<int>(m_curve.size()) - 1);
    }
    update();
}

void CurveEditor::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void CurveEditor::nudge(double values, double scores) {
    if (m_curve.empty()) {
        return;
    }
    if (m_selected < 0) {
        select(0);
        return;
    }
    const auto at = static_cast<std::size_t>(m_selected);
    std::vector<CurvePoint> curve = m_curve;
    CurvePoint& point = curve[at];
    if (values != 0) {
        const double step = valueStep(m_axis.span());
        point.value = between(m_curve, at, snapped(point.value + values, 1e-6), step).value_or(point.value);
    }
    point.score = snapped(std::clamp(point.score + scores, 0.0, 100.0), 1e-6);
    commit(std::move(curve), CurveChange::Moved);
}

void CurveEditor::removeSelected() {
    if (m_selected < 0) {
        return;
    }
    if (m_curve.size() <= 2) {
        Q_EMIT refused(tr("A curve has at least two points."));
        return;
    }
    std::vector<CurvePoint> curve = m_curve;
    curve.erase(curve.begin() + m_selected);
    const int left = std::min(m_selected, static_cast<int>(curve.size()) - 1);
    if (left != m_selected) {
        select(left);
    }
    commit(std::move(curve), CurveChange::Removed);
}

void CurveEditor::addBehindSelected() {
    const auto at = static_cast<std::size_t>(std::max(0, m_selected));
    auto added = withPointInWidestGap(m_curve);
    if (m_selected >= 0 && at + 1 < m_curve.size()) {
        added = withPointInWidestGap(std::span(m_curve).subspan(at, 2));
        added = added ? withPoint(m_curve, added->curve[added->at].value) : std::nullopt;
    }
    if (!added) {
        Q_EMIT refused(tr("There is no room for a point between these two."));
        return;
    }
    const auto place = static_cast<int>(added->at);
    commit(std::move(added->curve), CurveChange::Added);
    select(place);
}

QString CurveEditor::pointText(const CurvePoint& point) const {
    return tr("%1 \u2192 %2", "a value and its score")
        .arg(withUnit(exactText(point.value), m_unit), exactText(point.score));
}

void CurveEditor::describe() {
    QStringList words;
    if (m_selected >= 0 && m_selected < static_cast<int>(m_curve.size())) {
        const CurvePoint& point = m_curve[static_cast<std::size_t>(m_selected)];
        words << tr("Point %1 of %2: %3 scores %4, %5.")
                     .arg(m_selected + 1)
                     .arg(m_curve.size())
                     .arg(withUnit(exactText(point.value), m_unit),
                          exactText(point.score),
                          wording::bandName(scoring::bandOf(m_scheme.ranges, point.score)));
    }
    if (!m_curve.empty()) {
        words
            << tr("The curve goes from %1 to %2.").arg(pointText(m_curve.front()), pointText(m_curve.back()));
    }
    const auto count = static_cast<int>(m_values.size());
    if (count == 0) {
        words << tr("No account has a value today.");
    } else {
        words << (count == 1 ? tr("%n account has a value today", nullptr, count)
                             : tr("%n accounts have a value today", nullptr, count)) +
                     tr(", half of them between %1 and %2.")
                         .arg(withUnit(wording::numberText(percentile(m_values, 0.25)), m_unit),
                              withUnit(wording::numberText(percentile(m_values, 0.75)), m_unit));
    }
    setAccessibleDescription(words.join(QChar(u' ')));
}

} // namespace hb::widgets
