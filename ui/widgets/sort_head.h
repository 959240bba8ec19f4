// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QHeaderView>

namespace hb::widgets {

/// The heads of a table that sorts: reached by Tab, the arrow keys walk, Return and Space sort, as a click
/// does. The arrow stands where the text is not; the accessible name says how the table is sorted.
class SortHead : public QHeaderView {
    Q_OBJECT
public:
    SortHead(const theme::Theme& theme, QWidget* parent);

    /// Sorts by a column, the other way round where it already does.
    void sortBy(int column);
    /// How wide a column is that shows its head whole, with its arrow.
    [[nodiscard]] int widthOf(int column) const;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int column) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QString titleOf(int column) const;
    [[nodiscard]] int nextShown(int visual, int step) const;
    void walkTo(int column);
    void sayWhere();

    const theme::Theme& m_theme;
    int m_at = 0; ///< the column that the keys are on
};

} // namespace hb::widgets
