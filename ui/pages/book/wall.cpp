// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/wall.h"

#include "ui/pages/book/section_row.h"

#include <QKeyEvent>
#include <QScrollBar>

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

QSize WallDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return index.data(Model::IsSectionRole).toBool() ? m_section : TileDelegate::sizeHint(option, index);
}

Wall::Wall(const theme::Theme& theme, models::AccountsModel& model, QWidget* parent)
    : QListView(parent), m_theme(theme), m_delegate(new WallDelegate(theme, this)), m_keys(*this, model) {
    setObjectName(QStringLiteral("wall"));
    setAccessibleName(tr("Accounts"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setViewMode(QListView::ListMode);
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setMovement(QListView::Static);
    setSpacing(0);
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

void Wall::setTileSize(widgets::TileSize size) {
    m_delegate->setTileSize(size);
    fit();
}

void Wall::fit() {
    // A row must stay narrower than the viewport, or the view breaks it.
    const int width = viewport()->width() - 1;
    const int lastGap = m_theme.px(theme::space::tileGap);
    m_delegate->setCellSize(widgets::tileCellSize(m_delegate->tileSize(), width - 1 - lastGap, m_theme));
    m_delegate->setSectionSize(QSize(width, m_theme.px(theme::size::row + theme::space::s)));
    verticalScrollBar()->setSingleStep(m_theme.px(theme::size::row));
    scheduleDelayedItemsLayout();
}

void Wall::resizeEvent(QResizeEvent* event) {
    fit();
    QListView::resizeEvent(event);
}

void Wall::keyPressEvent(QKeyEvent* event) {
    if (!m_keys.press(*event)) {
        QListView::keyPressEvent(event);
    }
}

} // namespace hb::pages
