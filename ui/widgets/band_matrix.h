// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/movement.h"
#include "core/model/scheme.h"
#include "ui/theme/theme.h"

#include <QStringList>
#include <QWidget>

#include <array>
#include <optional>
#include <utility>

namespace hb::widgets {

/// Who goes from which band (rows) to which (columns): red, yellow, green, none. The diagonal, who stays, is
/// muted; below it it got worse, above it better, and without data neither. In a cell "12" over "$1.2M", each
/// currency on a line of its own. A click or Enter on a cell asks for its accounts; arrows walk.
class BandMatrix : public QWidget {
    Q_OBJECT

public:
    BandMatrix(const theme::Theme& theme, QWidget* parent = nullptr);
    void setMovement(const analytics::Movement& movement);
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
    struct Cell { ///< an empty count: nobody
        QString count;
        QStringList amounts; ///< by currency
        QString money;       ///< the same in words
    };
    void paintHeads(QPainter& painter) const;
    void paintCell(QPainter& painter, std::size_t before, std::size_t after) const;
    void describe();
    [[nodiscard]] std::optional<std::pair<Band, Band>> cellAt(QPointF place) const;
    [[nodiscard]] int headRoom() const;
    [[nodiscard]] int moneyHigh() const; ///< of one amount
    [[nodiscard]] int cellHigh() const;
    const theme::Theme& m_theme;
    std::array<std::array<Cell, 4>, 4> m_cells; ///< [before][after]
    QString m_corner;
    std::optional<std::pair<Band, Band>> m_chosen;
    std::pair<std::size_t, std::size_t> m_current{0, 0};
};

} // namespace hb::widgets
