// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/accounts_list.h"

#include "ui/pages/book/section_row.h"
#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace hb::pages {

using Model = models::AccountsModel;

void ListDelegate::paint(QPainter* painter,
                         const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    if (index.data(Model::IsSectionRole).toBool()) {
        if (index.column() == 0) {
            paintSectionRow(*painter, option, index, m_theme);
        }
        return;
    }
    const theme::Tokens& tokens = m_theme.tokens();
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, tokens.accentTint);
    }
    painter->setPen(tokens.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QRect text = option.rect.adjusted(m_theme.px(theme::space::s), 0, -m_theme.px(theme::space::s), 0);
    if (index.column() == 0) {
        const int side = m_theme.px(14);
        const QRectF glyph(text.left(), text.center().y() - side / 2, side, side);
        widgets::paintBandGlyph(
            *painter, glyph, static_cast<Band>(index.data(Model::BandRole).toInt()), m_theme);
        text.setLeft(text.left() + side + m_theme.px(theme::space::s));
    }
    painter->setPen(tokens.ink);
    painter->setFont(m_theme.font(index.column() == 0 ? theme::TextRole::CardTitle : theme::TextRole::Body));
    const QString words = index.data(Qt::DisplayRole).toString();
    const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
    if (alignment.testFlag(Qt::AlignRight)) {
        theme::drawNumber(*painter, text, Qt::AlignRight, words);
    } else {
        painter->drawText(text,
                          static_cast<int>(alignment),
                          QFontMetrics(painter->font()).elidedText(words, Qt::ElideRight, text.width()));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && index.column() == 0) {
        painter->setPen(QPen(tokens.accent, m_theme.px(theme::size::focusRing)));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

AccountsList::AccountsList(const theme::Theme& theme, models::AccountsModel& model, QWidget* parent)
    : QTableView(parent), m_theme(theme), m_model(model), m_keys(*this, model) {
    setObjectName(QStringLiteral("accountsList"));
    setAccessibleName(tr("Accounts"));
    setModel(&model);
    setItemDelegate(new ListDelegate(theme, this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* head = horizontalHeader();
    head->setSectionsMovable(true);
    head->setFirstSectionMovable(false);
    head->setHighlightSections(false);
    head->setSectionsClickable(true);
    head->setSortIndicatorShown(true);
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QHeaderView::customContextMenuRequested, this, &AccountsList::chooseColumns);
    connect(head, &QHeaderView::sectionClicked, this, [this](int column) {
        if (const auto by = m_model.sortOfColumn(column)) {
            m_model.setSortBy(*by);
        }
    });
    connect(&model, &Model::arranged, this, &AccountsList::spanSections);
    connect(&model, &Model::arranged, this, &AccountsList::showSort);
    connect(&model, &QAbstractItemModel::modelReset, this, &AccountsList::fit);
    connect(&theme, &theme::Theme::changed, this, [this] {
        m_sized.clear();
        fit();
    });
    fit();
}

void AccountsList::fit() {
    verticalHeader()->setDefaultSectionSize(m_theme.px(theme::size::row));
    horizontalHeader()->setFixedHeight(m_theme.px(theme::size::tableHead));
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const QString id = m_model.columnId(column);
        if (!m_sized.contains(id)) {
            m_sized.append(id);
            setColumnWidth(column,
                           m_theme.px(column == 0                         ? 240
                                      : id == u"why"                      ? 260
                                      : id == u"score" || id == u"change" ? 72
                                                                          : 120));
        }
    }
    spanSections();
    showSort();
}

void AccountsList::spanSections() {
    clearSpans();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        if (index.data(Model::IsSectionRole).toBool()) {
            setSpan(row, 0, 1, m_model.columnCount());
            if (!index.data(Model::FoldedRole).toBool()) {
                row += index.data(Model::SectionCountRole).toInt(); // on to the next section
            }
        }
    }
}

void AccountsList::showSort() {
    horizontalHeader()->setSortIndicator(m_model.sortColumn(), Qt::AscendingOrder);
}

void AccountsList::chooseColumns(const QPoint& at) {
    QMenu menu(this);
    for (int column = 1; column < m_model.columnCount(); ++column) {
        QAction* action =
            menu.addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(
            action, &QAction::toggled, this, [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

void AccountsList::keyPressEvent(QKeyEvent* event) {
    if (!m_keys.press(*event)) {
        QTableView::keyPressEvent(event);
    }
}

} // namespace hb::pages
