// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/book/account_view.h"
#include "ui/pages/book/wall_layout.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tile_delegate.h"

#include <QListView>

namespace hb::pages {

/// Tiles, and the lines of the sections above them.
class WallDelegate : public widgets::TileDelegate {
    Q_OBJECT
public:
    WallDelegate(const theme::Theme& theme, QObject* parent);
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const theme::Theme& m_theme;
};

/// The wall of tiles: as many columns as fit, sharing the width. A list view for keys, selection and
/// accessibility, with a layout of its own: Qt's asks for the size of every row, which 100,000 of them feel.
class Wall : public QListView {
    Q_OBJECT
public:
    Wall(const theme::Theme& theme, models::AccountsModel& model, QWidget* parent = nullptr);
    void setTileSize(widgets::TileSize size);
    [[nodiscard]] AccountKeys& keys() { return m_keys; }
    /// How far the tiles stand in from the edge: room for the ring around the focused one.
    [[nodiscard]] static int inset(const theme::Theme& theme);

    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;
    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;

protected:
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fit();
    /// A point of the viewport in the layout.
    [[nodiscard]] QPoint inLayout(const QPoint& point) const { return point + QPoint(0, verticalOffset()); }
    const theme::Theme& m_theme;
    models::AccountsModel& m_model;
    WallDelegate* m_delegate;
    AccountKeys m_keys;
    WallLayout m_layout;
    int m_column = 0; ///< where Up and Down go on from
};

} // namespace hb::pages
