// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace hb::widgets {

/// A painted list whose rows are picked: Up, Down, the page keys, Home and End walk them, Enter and a click
/// ask for more of one, the pointer marks the one below it and shows its words. Who inherits paints, and says
/// what the rows are.
class RowPicker : public QWidget {
    Q_OBJECT

public:
    /// The row that the keys or the pointer last chose; -1 before that.
    [[nodiscard]] int currentRow() const { return m_current; }

Q_SIGNALS:
    void activated(int row);
    void currentChanged(int row); ///< by key or pointer: for whoever scrolls to it

protected:
    explicit RowPicker(QWidget* parent);
    [[nodiscard]] virtual int rowCount() const = 0;
    /// -1: none of them.
    [[nodiscard]] virtual int rowAt(QPointF place) const = 0;
    /// For screen readers.
    [[nodiscard]] virtual QString rowName(int row) const = 0;
    [[nodiscard]] virtual QString rowTip(int row) const = 0;
    [[nodiscard]] int hoveredRow() const { return m_hovered; }
    /// What a row stands for, so that it stays the current one when it has moved; empty: its place.
    [[nodiscard]] virtual QString rowKey(int /*row*/) const { return {}; }
    /// After the rows have changed: the current one stays where it has gone to; where it is gone, the one in
    /// its place is.
    void keepCurrentRow();
    void clearCurrentRow();

    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void setCurrent(int row);
    int m_current = -1;
    QString m_key; ///< of the current one
    int m_hovered = -1;
};

} // namespace hb::widgets
