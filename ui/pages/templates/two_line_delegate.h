// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace hb::pages {

/// Rows of 44 with a title and a line under it, and words at their right; of 32 without the line.
class TwoLineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// The title is Qt::DisplayRole.
    enum Role : int { Detail = Qt::UserRole + 1, Right, RightDetail };

    TwoLineDelegate(const theme::Theme& theme, QObject* parent);
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const theme::Theme& m_theme;
};

} // namespace hb::pages
