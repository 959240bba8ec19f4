// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace hb::pages {

/// A cell of the list: the name with its band's glyph, words, or a figure at the right; sections as on the
/// wall.
class ListDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ListDelegate(const theme::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintWords(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    const theme::Theme& m_theme;
};

} // namespace hb::pages
