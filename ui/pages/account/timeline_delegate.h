// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace hb::pages {

/// An item of the timeline: its sign, who and when, and one line; a head of a month.
class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TimelineDelegate(const theme::Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme) {}
    void
    paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Of an item that is not open, and of the same part of one that is.
    [[nodiscard]] int lineHeight() const;
    /// Where the words begin.
    [[nodiscard]] int wordsLeft() const;

private:
    void paintHead(QPainter& painter, const QRect& row, const QString& text) const;
    void paintItem(QPainter& painter, const QRect& row, const QModelIndex& index) const;
    const theme::Theme& m_theme;
};

} // namespace hb::pages
