// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/row_picker.h"

class QPainter;

namespace hb::widgets {

/// Rows of one height under one another. The one below the pointer is tinted; the current one wears the ring
/// while the list has the keys.
class UniformRows : public RowPicker {
    Q_OBJECT

public:
    [[nodiscard]] QSize sizeHint() const final;
    [[nodiscard]] QSize minimumSizeHint() const final;
    [[nodiscard]] QRect rowRect(int row) const;

protected:
    /// What a row takes, before the zoom.
    struct Measures {
        int width, leastWidth;
        int height = theme::size::row;
    };
    UniformRows(const theme::Theme& theme, const Measures& measures, QWidget* parent);
    virtual void paintRow(QPainter& painter, int row, const QRectF& box) const = 0;
    /// To be called once the rows are others.
    void showRows();
    /// All rows as one sentence, for screen readers.
    void describeRows();

    [[nodiscard]] int rowAt(QPointF place) const final;
    void paintEvent(QPaintEvent* event) final;
    [[nodiscard]] const theme::Theme& theme() const { return m_theme; }

private:
    const theme::Theme& m_theme;
    Measures m_measures;
};

} // namespace hb::widgets
