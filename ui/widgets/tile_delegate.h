// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/tile_data.h"

#include <QStyledItemDelegate>

namespace hb::widgets {

/// The least size of a tile in logical pixels of the theme; the view may give it more width.
[[nodiscard]] QSize leastTileSize(TileSize size, const theme::Theme& theme);
/// The size that fills `width` without a ragged edge: as many columns as fit, the rest shared, gaps included
/// in the cell.
[[nodiscard]] QSize tileCellSize(TileSize size, int width, const theme::Theme& theme);

/// Paints the TileData of an index (look.md, Tile M) within its cell; the gap between tiles is the right and
/// lower part of the cell. The view needs mouse tracking for the tile under the pointer.
class TileDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TileDelegate(const theme::Theme& theme, QObject* parent = nullptr);

    void setTileSize(TileSize size) { m_size = size; }
    [[nodiscard]] TileSize tileSize() const { return m_size; }
    /// The cell that sizeHint gives: set by the view whenever its width changes.
    void setCellSize(QSize cell) { m_cell = cell; }

    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event,
                   QAbstractItemView* view,
                   const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    const theme::Theme& m_theme;
    TileSize m_size = TileSize::Medium;
    QSize m_cell;
};

struct TileState {
    bool selected = false;
    bool hovered = false;
    bool focused = false;
};

/// Paints one tile into `rect`.
void paintTile(QPainter& painter,
               const QRectF& rect,
               const TileData& tile,
               TileSize size,
               TileState state,
               const theme::Theme& theme);

} // namespace hb::widgets
