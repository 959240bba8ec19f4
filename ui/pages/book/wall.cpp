// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/wall.h"

#include "ui/pages/book/section_row.h"

#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace hb::pages {

using Model = models::AccountsModel;

WallDelegate::WallDelegate(const theme::Theme& theme, QObject* parent)
    : TileDelegate(theme, parent), m_theme(theme) {}

void WallDelegate::paint(QPainter* painter,
                         const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    if (index.data(Model::IsSectionRole).toBool()) {
        paintSectionRow(*painter, option, index, m_theme);
    } else {
        TileDelegate::paint(painter, option, index);
    }
}

Wall::Wall(const theme::Theme& theme, models::AccountsModel& model, QWidget* parent)
    : QListView(parent), m_theme(theme), m_model(model), m_delegate(new WallDelegate(theme, this)),
      m_keys(*this, model) {
    setObjectName(QStringLiteral("wall"));
    setAccessibleName(tr("Accounts"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(
        Qt::ScrollBarAlwaysOn); // tiles that change width as the bar comes and goes would jump
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    theme::setStyleProperty(this, "hbSurface", QStringLiteral("canvas"));
    connect(&theme, &theme::Theme::changed, this, &Wall::fit);
}

int Wall::inset(const theme::Theme& theme) {
    return theme.px(theme::space::xs);
}

void Wall::setTileSize(widgets::TileSize size) {
    m_delegate->setTileSize(size);
    fit();
}

void Wall::fit() {
    scheduleDelayedItemsLayout();
}

// --- layout

void Wall::doItemsLayout() {
    const int left = inset(m_theme);
    const int gap = m_theme.px(theme::space::tileGap);
    // The gap behind the last column is no gap: it lies beyond the edge.
    const int width = viewport()->width() - 2 * left;
    WallLayout::Measures measures{.cell = widgets::tileCellSize(m_delegate->tileSize(), width, m_theme)};
    measures.columns = std::max(1, (width + gap) / measures.cell.width());
    measures.left = left;
    measures.sectionWidth = width;
    measures.sectionHeight = m_theme.px(theme::size::row + theme::space::s);
    m_layout.set(measures, m_model.sectionRows(), m_model.rowCount());
    QAbstractItemView::doItemsLayout();
}

void Wall::updateGeometries() {
    verticalScrollBar()->setSingleStep(m_theme.px(theme::size::row));
    verticalScrollBar()->setPageStep(viewport()->height());
    const int beyond = std::max(0, m_layout.height() - viewport()->height());
    verticalScrollBar()->setRange(0, beyond);
    verticalScrollBar()->setEnabled(beyond > 0); // it keeps its room, but shows nothing to drag
    QAbstractItemView::updateGeometries();
}

int Wall::verticalOffset() const {
    return verticalScrollBar()->value();
}

QModelIndex Wall::indexAt(const QPoint& point) const {
    const_cast<Wall*>(this)->executeDelayedItemsLayout();
    const auto row = m_layout.rowAt(inLayout(point));
    return row && *row < m_model.rowCount() ? m_model.index(*row, 0) : QModelIndex();
}

QRect Wall::visualRect(const QModelIndex& index) const {
    const_cast<Wall*>(this)->executeDelayedItemsLayout();
    return index.isValid() && index.column() == 0
               ? m_layout.rect(index.row()).translated(0, -verticalOffset())
               : QRect();
}

void Wall::scrollTo(const QModelIndex& index, ScrollHint hint) {
    const QRect rect = visualRect(index);
    const QRect area = viewport()->rect();
    if (rect.isEmpty() ||
        (hint == EnsureVisible && area.top() <= rect.top() && rect.bottom() <= area.bottom())) {
        return;
    }
    const bool above = rect.top() < area.top();
    int by = above ? rect.top() : rect.bottom() - area.bottom();
    if (hint == PositionAtTop) {
        by = rect.top();
    } else if (hint == PositionAtCenter) {
        by = rect.center().y() - area.center().y();
    }
    verticalScrollBar()->setValue(verticalScrollBar()->value() + by);
}

void Wall::scrollContentsBy(int dx, int dy) {
    scrollDirtyRegion(dx, dy);
    viewport()->scroll(dx, dy);
}

void Wall::resizeEvent(QResizeEvent* event) {
    fit();
    QAbstractItemView::resizeEvent(event); // past QListView's, which would lay out every row
}

// --- cursor and selection

QModelIndex Wall::moveCursor(CursorAction action, Qt::KeyboardModifiers /*modifiers*/) {
    executeDelayedItemsLayout();
    const int count = m_model.rowCount();
    if (count == 0) {
        return {};
    }
    const QModelIndex current = currentIndex();
    if (!current.isValid()) {
        return m_model.index(0, 0);
    }
    int row = current.row();
    m_column = m_layout.columnOf(row).value_or(m_column);
    const auto page = [&](int direction) {
        const QPoint from = m_layout.rect(row).topLeft();
        return m_layout.nearestRow({from.x(), from.y() + direction * viewport()->height()}).value_or(row);
    };
    switch (action) {
    case MoveUp:
        row = m_layout.rowBeside(row, -1, m_column);
        break;
    case MoveDown:
        row = m_layout.rowBeside(row, 1, m_column);
        break;
    case MoveLeft:
    case MovePrevious:
        row = row - 1;
        break;
    case MoveRight:
    case MoveNext:
        row = row + 1;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = count - 1;
        break;
    case MovePageUp:
        row = page(-1);
        break;
    case MovePageDown:
        row = page(1);
        break;
    }
    return m_model.index(std::clamp(row, 0, count - 1), 0);
}

void Wall::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) {
    // From the corner where it began to the one where it is: what stands between them in reading order.
    const auto from = m_layout.nearestRow(inLayout(rect.topLeft()));
    const auto to = m_layout.nearestRow(inLayout(rect.bottomRight()));
    if (!from || !to) {
        return;
    }
    selectionModel()->select(
        QItemSelection(m_model.index(std::min(*from, *to), 0), m_model.index(std::max(*from, *to), 0)),
        command);
}

QRegion Wall::visualRegionForSelection(const QItemSelection& selection) const {
    QRegion region;
    const auto [first, last] = m_layout.rowsWithin(verticalOffset(), verticalOffset() + viewport()->height());
    for (const QItemSelectionRange& range : selection) {
        for (int row = std::max(first, range.top()); row <= std::min(last, range.bottom()); ++row) {
            region += m_layout.rect(row).translated(0, -verticalOffset());
        }
    }
    return region;
}

void Wall::keyPressEvent(QKeyEvent* event) {
    if (!m_keys.press(*event)) {
        QListView::keyPressEvent(event);
    }
}

// --- painting

void Wall::paintEvent(QPaintEvent* event) {
    executeDelayedItemsLayout();
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QStyle::State plain = option.state & ~(QStyle::State_MouseOver | QStyle::State_HasFocus);
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    const QModelIndex hovered = viewport()->underMouse() ? indexAt(pointer) : QModelIndex();
    // The ring around the focused tile reaches over its edge.
    const QRect area = event->rect().adjusted(0, -inset(m_theme), 0, inset(m_theme));
    const auto [first, last] =
        m_layout.rowsWithin(area.top() + verticalOffset(), area.bottom() + verticalOffset());
    for (int row = first; row <= std::min(last, m_model.rowCount() - 1); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        option.rect = visualRect(index);
        option.state = plain;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_MouseOver, index == hovered);
        option.state.setFlag(QStyle::State_HasFocus,
                             hasFocus() && currentIndex().row() == row && currentIndex().isValid());
        m_delegate->paint(&painter, option, index);
    }
}

} // namespace hb::pages
