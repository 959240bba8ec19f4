// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace hb::widgets {

/// One row of "costs points", in words and numbers already made.
struct CostRow {
    Band band = Band::None;
    std::optional<theme::Icon> mark; ///< in place of the glyph: of exceptions and overrides
    QString name;
    double fraction = 0; ///< of the bar's room, 0..1
    QString points;
    QString value;
    QString age;
    QString helps;
    QString who; ///< can help
    QString tooltip;
};

/// The rows as bars, 32 high each: glyph, name, bar in the metric's band fill, points, value, age, what helps
/// and who. Up and Down walk, Enter and a click ask where a row comes from.
class CostList : public QWidget {
    Q_OBJECT

public:
    CostList(const theme::Theme& theme, QWidget* parent = nullptr);
    void setRows(std::vector<CostRow> rows);
    [[nodiscard]] const std::vector<CostRow>& rows() const { return m_rows; }
    /// The row that the keys or the pointer last chose; -1 before that.
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(int row);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintRow(QPainter& painter, const CostRow& row, const QRectF& box) const;
    [[nodiscard]] int rowAt(QPointF place) const;
    [[nodiscard]] double nameRoom() const;
    void setCurrent(int row);
    const theme::Theme& m_theme;
    std::vector<CostRow> m_rows;
    int m_current = -1;
    int m_hovered = -1;
};

} // namespace hb::widgets
