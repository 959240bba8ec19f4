// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace hb::pages {

/// One of the two tables of the heat map: names at the left that stay in sight, cells of one width, and keys
/// that walk from one table into the other. A click or Enter asks for more of a cell.
class HeatTable : public QTableView {
    Q_OBJECT
public:
    HeatTable(const theme::Theme& theme, QWidget* parent);
    /// The table that Up from the first row and Down from the last lead to.
    void setNeighbours(HeatTable* above, HeatTable* below);
    /// Heights of the theme, a row of the map is 28 high; cells share the width that is there.
    void fit();
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void asked(const QModelIndex& index);
    void currentMoved();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    [[nodiscard]] int cellWide() const;
    [[nodiscard]] bool isFrozenAt(int x) const;
    bool walkOut(int key);
    const theme::Theme& m_theme;
    HeatTable* m_above = nullptr;
    HeatTable* m_below = nullptr;
};

/// A cell of the map: its band's tint with the score in ink, and the glyph where it is red; hatched without
/// one.
class HeatCellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    HeatCellDelegate(const theme::Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme) {}
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintName(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    void paintScore(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    const theme::Theme& m_theme;
};

/// What stands above the map: names on two level lines, shares, changes, weeks and teams.
class HeatHeadDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    HeatHeadDelegate(const theme::Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme) {}
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintMetricName(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    void paintFigure(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    const theme::Theme& m_theme;
};

} // namespace hb::pages
