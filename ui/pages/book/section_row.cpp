// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/section_row.h"

#include "ui/models/accounts_model.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QStyleOptionViewItem>

namespace hb::pages {

void paintSectionRow(QPainter& painter,
                     const QStyleOptionViewItem& option,
                     const QModelIndex& index,
                     const theme::Theme& theme,
                     int indent) {
    using Model = models::AccountsModel;
    const theme::Tokens& tokens = theme.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(indent, 0, 0, 0);
    const int icon = theme.px(theme::size::icon);
    const bool folded = index.data(Model::FoldedRole).toBool();
    const QPixmap chevron = theme::iconPixmap(folded ? theme::Icon::ChevronRight : theme::Icon::ChevronDown,
                                              tokens.muted,
                                              icon,
                                              painter.device()->devicePixelRatioF());
    const int middle = row.bottom() - theme.px(theme::size::row) / 2;
    painter.drawPixmap(row.left(), middle - icon / 2, chevron);
    painter.setFont(theme.font(theme::TextRole::CardTitle));
    const QFontMetrics metrics(painter.font());
    const QString title = index.data(Model::SectionTitleRole).toString();
    const int left = row.left() + icon + theme.px(theme::space::xs);
    const QRect words(left, middle - metrics.height(), row.right() - left, metrics.height() * 2);
    painter.setPen(tokens.ink);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setPen(tokens.muted);
    painter.setFont(theme.font(theme::TextRole::Body));
    const int past = metrics.horizontalAdvance(title) + theme.px(theme::space::s);
    painter.drawText(words.adjusted(past, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QLocale().toString(index.data(Model::SectionCountRole).toInt()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(tokens.accent, theme::size::focusRing));
        painter.setBrush(Qt::NoBrush);
        const int count =
            metrics.horizontalAdvance(QLocale().toString(index.data(Model::SectionCountRole).toInt()));
        const int out = theme::size::focusRing + 1;
        const QRect edge(row.left() - out + 1,
                         middle - theme.px(14),
                         left - row.left() + past + count + theme.px(theme::space::s) + out,
                         theme.px(28));
        painter.drawRoundedRect(edge, theme.px(theme::radius::control), theme.px(theme::radius::control));
    }
    painter.restore();
}

} // namespace hb::pages
