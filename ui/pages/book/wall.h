// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/book/account_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tile_delegate.h"

#include <QListView>

namespace hb::pages {

/// Tiles that fill the width, under section rows.
class WallDelegate : public widgets::TileDelegate {
    Q_OBJECT
public:
    WallDelegate(const theme::Theme& theme, QObject* parent);
    void setSectionSize(QSize size) { m_section = size; }
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const theme::Theme& m_theme;
    QSize m_section;
};

/// The wall of tiles.
class Wall : public QListView {
    Q_OBJECT
public:
    Wall(const theme::Theme& theme, models::AccountsModel& model, QWidget* parent = nullptr);
    void setTileSize(widgets::TileSize size);
    [[nodiscard]] AccountKeys& keys() { return m_keys; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fit();
    const theme::Theme& m_theme;
    WallDelegate* m_delegate;
    AccountKeys m_keys;
};

} // namespace hb::pages
