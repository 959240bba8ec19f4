// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>
#include <optional>
#include <utility>

namespace hb::widgets {

/// One cell: "12" over "$1.2M"; an empty count is an empty cell.
struct MatrixCell {
    QString count;
    QString money;

    friend bool operator==(const MatrixCell&, const MatrixCell&) = default;
};

/// Who goes from which band (rows) to which (columns): red, yellow, green, none. The diagonal, who stays, is
/// muted; below it it got worse, above it better, and without data neither. A click or Enter on a cell asks
/// for its accounts; arrows walk.
class BandMatrix : public QWidget {
    Q_OBJECT

public:
    using Cells = std::array<std::array<MatrixCell, 4>, 4>; ///< [before][after]

    BandMatrix(const theme::Theme& theme, QWidget* parent = nullptr);
    void setCells(const Cells& cells);
    /// What the rows and the columns are of, as "31 Dec" and "today"; unset: then and now.
    void setDays(const QString& before, const QString& after);
    /// The cell whose accounts are listed; none: all.
    void setChosen(std::optional<std::pair<Band, Band>> cell);
    [[nodiscard]] QRect cellRect(Band before, Band after) const;
    /// "9 from green to red, $410k: worse"
    [[nodiscard]] QString cellWords(Band before, Band after) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void asked(hb::Band before, hb::Band after);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void paintHeads(QPainter& painter) const;
    void paintCell(QPainter& painter, std::size_t before, std::size_t after) const;
    void describe();
    [[nodiscard]] std::optional<std::pair<Band, Band>> cellAt(QPointF place) const;
    [[nodiscard]] int headRoom() const;
    const theme::Theme& m_theme;
    Cells m_cells;
    QString m_corner;
    std::optional<std::pair<Band, Band>> m_chosen;
    std::pair<std::size_t, std::size_t> m_current{0, 0};
};

} // namespace hb::widgets
