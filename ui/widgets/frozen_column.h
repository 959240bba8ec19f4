// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QTableView;

namespace hb::widgets {

/// The first column of a table, painted over its left edge while the table is scrolled sideways: who a row is
/// about stays in sight. The pointer reaches through it to the row below; its head is the head of the column,
/// where that has one.
class FrozenColumn : public QWidget {
    Q_OBJECT
public:
    FrozenColumn(const theme::Theme& theme, QTableView& table);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Head;
    void place();
    const theme::Theme& m_theme;
    QTableView& m_table;
    Head* m_head;
};

} // namespace hb::widgets
