// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/heat_map_table.h"

#include "ui/widgets/frozen_column.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace hb::pages {

namespace {
constexpr int nameWidth = 208, cellWidth = 72, mostCellWidth = 144, rowHigh = 28;
}

HeatTable::HeatTable(const theme::Theme& theme, QWidget* parent) : QTableView(parent), m_theme(theme) {
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    new widgets::FrozenColumn(theme, *this);
    fit();
}

void HeatTable::setNeighbours(HeatTable* above, HeatTable* below) {
    m_above = above;
    m_below = below;
}

void HeatTable::fit() {
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(m_theme.px(rowHigh));
    fitColumns();
}

void HeatTable::fitColumns() {
    const int wide = cellWide();
    horizontalHeader()->setDefaultSectionSize(wide);
    horizontalScrollBar()->setSingleStep(wide);
    if (model() && model()->columnCount() > 0) {
        setColumnWidth(0, m_theme.px(nameWidth));
    }
}

/// Wide enough for their names where there is room, and no wider than one looks across.
int HeatTable::cellWide() const {
    const int cells = model() ? model()->columnCount() - 1 : 0;
    const int least = m_theme.px(cellWidth);
    const int room = viewport()->width() - m_theme.px(nameWidth);
    return cells < 1 ? least : std::clamp(room / cells, least, m_theme.px(mostCellWidth));
}

void HeatTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    if (model() && model()->columnCount() > 1 && columnWidth(1) != cellWide()) {
        fitColumns();
    }
}

bool HeatTable::isFrozenAt(int x) const {
    return horizontalScrollBar()->value() > 0 && x < columnWidth(0);
}

QModelIndex HeatTable::indexAt(const QPoint& point) const {
    const QModelIndex index = QTableView::indexAt(point);
    return index.isValid() && isFrozenAt(point.x()) ? index.siblingAtColumn(0) : index;
}

/// A cell is not in sight while the names stand over it.
void HeatTable::scrollTo(const QModelIndex& index, ScrollHint hint) {
    if (!index.isValid()) {
        return;
    }
    const int across = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (index.column() == 0) {
        horizontalScrollBar()->setValue(across); // its name always is
    } else if (const int left = columnViewportPosition(index.column()); left < columnWidth(0)) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (columnWidth(0) - left));
    }
}

bool HeatTable::walkOut(int key) {
    const QModelIndex at = currentIndex();
    const bool isUp = key == Qt::Key_Up && m_above && at.row() <= 0;
    const bool isDown = key == Qt::Key_Down && m_below && at.row() == model()->rowCount() - 1;
    HeatTable* to = isUp ? m_above : isDown ? m_below : nullptr;
    if (!to || to->model()->rowCount() == 0) {
        return false;
    }
    to->setCurrentIndex(to->model()->index(isUp ? to->model()->rowCount() - 1 : 0, std::max(0, at.column())));
    to->setFocus(Qt::OtherFocusReason);
    return true;
}

void HeatTable::keyPressEvent(QKeyEvent* event) {
    const bool isPlain = (event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) == 0;
    const int key = event->key();
    if (isPlain && (key == Qt::Key_Return || key == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT asked(currentIndex());
        return;
    }
    if (!isPlain || !walkOut(key)) {
        QTableView::keyPressEvent(event);
    }
}

void HeatTable::mouseReleaseEvent(QMouseEvent* event) {
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && index == currentIndex()) {
        Q_EMIT asked(index);
    }
}

void HeatTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    viewport()->update();
    Q_EMIT currentMoved();
}

void HeatTable::focusInEvent(QFocusEvent* event) {
    if (!currentIndex().isValid() && model()->rowCount() > 0 && event->reason() != Qt::MouseFocusReason) {
        setCurrentIndex(model()->index(0, std::min(1, model()->columnCount() - 1)));
    }
    QTableView::focusInEvent(event);
    Q_EMIT currentMoved();
}

} // namespace hb::pages
