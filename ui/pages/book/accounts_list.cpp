// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/accounts_list.h"

#include "ui/pages/book/list_delegate.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/frozen_column.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace hb::pages {

using Model = models::AccountsModel;

AccountsList::AccountsList(const shell::Context& context, models::AccountsModel& model, QWidget* parent)
    : QTableView(parent), m_context(context), m_model(model), m_keys(*this, model) {
    setObjectName(QStringLiteral("accountsList"));
    setAccessibleName(tr("Accounts"));
    setModel(&model);
    setItemDelegate(new ListDelegate(context.theme, this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    buildHead();
    new widgets::FrozenColumn(context.theme, *this);
    connect(&model, &Model::arranged, this, &AccountsList::spanSections);
    connect(&model, &Model::arranged, this, &AccountsList::showSort);
    connect(&model, &QAbstractItemModel::modelReset, this, &AccountsList::fit);
    connect(&context.theme, &theme::Theme::changed, this, &AccountsList::fit);
    fit();
}

void AccountsList::buildHead() {
    QHeaderView* head = horizontalHeader();
    head->setObjectName(QStringLiteral("listHead"));
    head->setSectionsMovable(true);
    head->setFirstSectionMovable(false);
    head->setHighlightSections(false);
    head->setSectionsClickable(true);
    head->setSortIndicatorShown(true);
    head->setTextElideMode(Qt::ElideRight);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QHeaderView::customContextMenuRequested, this, [this, head](const QPoint& at) {
        chooseColumns(head->mapToGlobal(at));
    });
    connect(head, &QHeaderView::sectionClicked, this, &AccountsList::sortByHead);
    connect(head, &QHeaderView::sectionMoved, this, &AccountsList::remember);
    connect(head, &QHeaderView::sectionResized, this, &AccountsList::remember);
}

// --- columns

void AccountsList::fit() {
    verticalHeader()->setDefaultSectionSize(m_context.theme.px(theme::size::row));
    horizontalHeader()->setFixedHeight(m_context.theme.px(theme::size::tableHead));
    horizontalHeader()->setMinimumSectionSize(m_context.theme.px(theme::space::xxl));
    horizontalScrollBar()->setSingleStep(m_context.theme.px(theme::size::row));
    placeColumns();
    spanSections();
    showSort();
}

void AccountsList::placeColumns() {
    const QScopedValueRollback placing(m_placing, true);
    QStringList ids;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        ids.append(m_model.columnId(column));
    }
    m_columns = columnsToShow(listColumnsFrom(m_context.settings.get(settings::listColumns)), ids);
    QHeaderView& head = *horizontalHeader();
    for (std::size_t at = 0; at < m_columns.size(); ++at) {
        const auto column = static_cast<int>(ids.indexOf(m_columns[at].id));
        head.moveSection(head.visualIndex(column), static_cast<int>(at));
        setColumnWidth(column, m_context.theme.px(m_columns[at].width));
        setColumnHidden(column, !m_columns[at].shown && column != 0);
    }
    if (!ids.isEmpty()) {
        head.moveSection(head.visualIndex(0), 0);
    }
}

void AccountsList::remember() {
    if (m_placing) {
        return;
    }
    const QHeaderView& head = *horizontalHeader();
    ListColumns standing;
    for (int at = 0; at < head.count(); ++at) {
        const int column = head.logicalIndex(at);
        const QString id = m_model.columnId(column);
        const bool shown = !isColumnHidden(column);
        const auto before = std::ranges::find(m_columns, id, &ListColumn::id);
        const int width =
            shown || before == m_columns.end()
                ? static_cast<int>(std::lround(head.sectionSize(column) / m_context.theme.scale()))
                : before->width;
        standing.push_back({.id = id, .width = width, .shown = shown});
    }
    m_columns = std::move(standing);
    const ListColumns left = listColumnsFrom(m_context.settings.get(settings::listColumns));
    m_context.settings.set(settings::listColumns, toBytes(columnsToKeep(m_columns, left)));
}

void AccountsList::setColumns(const QByteArray& columns) {
    m_context.settings.set(settings::listColumns, columns);
    placeColumns();
}

QStringList AccountsList::shownColumns() const {
    QStringList ids{m_model.columnId(0)};
    for (const ListColumn& column : m_columns) {
        if (column.shown && column.id != ids.front()) {
            ids.append(column.id);
        }
    }
    return ids;
}

void AccountsList::chooseColumns() {
    chooseColumns(horizontalHeader()->mapToGlobal(QPoint(0, horizontalHeader()->height())));
}

void AccountsList::chooseColumns(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("columnsMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ListColumn& column : m_columns) {
        int logical = 0;
        while (m_model.columnId(logical) != column.id) {
            ++logical;
        }
        if (logical == 0) {
            continue; // whose row it is always stands there
        }
        QAction* action =
            menu->addAction(m_model.headerData(logical, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(column.shown);
        connect(action, &QAction::toggled, this, [this, logical](bool shown) {
            {
                const QScopedValueRollback placing(m_placing, true); // it has its width only afterwards
                setColumnHidden(logical, !shown);
            }
            remember();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Usual columns"), this, [this] { setColumns({}); });
    menu->popup(at);
}

// --- rows

void AccountsList::spanSections() {
    clearSpans();
    for (const int row : m_model.sectionRows()) {
        setSpan(row, 0, 1, m_model.columnCount());
    }
}

void AccountsList::sortByHead(int column) {
    models::Sorting sort = models::sortingOf(m_model.columnId(column));
    const bool again = m_model.arrangement().sort == sort;
    sort.reversed = again && sort.by != models::SortBy::Attention;
    m_model.setSort(sort);
}

void AccountsList::showSort() {
    horizontalHeader()->setSortIndicator(
        m_model.sortColumn(),
        models::isDescending(m_model.arrangement().sort) ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void AccountsList::scrollTo(const QModelIndex& index, ScrollHint hint) {
    // A row is looked for, not a cell: sideways only the person moves.
    const int across = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    horizontalScrollBar()->setValue(across);
}

void AccountsList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (current.column() > 0) {
        selectionModel()->setCurrentIndex(current.siblingAtColumn(0), QItemSelectionModel::NoUpdate);
    }
}

QModelIndex AccountsList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    if (action == MoveHome || action == MoveEnd) {
        return m_model.index(action == MoveHome ? 0 : m_model.rowCount() - 1, 0);
    }
    return QTableView::moveCursor(action, modifiers);
}

void AccountsList::keyPressEvent(QKeyEvent* event) {
    if (m_keys.press(*event)) {
        return;
    }
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        horizontalScrollBar()->triggerAction(event->key() == Qt::Key_Left
                                                 ? QAbstractSlider::SliderSingleStepSub
                                                 : QAbstractSlider::SliderSingleStepAdd);
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace hb::pages
