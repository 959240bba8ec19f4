// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace hb::pages {

/// A cell of PeopleTable: the gap as a bar to the left or right of zero with its number beside it; muted
/// where there are too few cases. No colours of health: these are people.
class FigureDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit FigureDelegate(const theme::Theme& theme, QObject* parent = nullptr);
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const theme::Theme& m_theme;
};

} // namespace hb::pages
