// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/book/list_delegate.h"

#include "ui/models/accounts_model.h"
#include "ui/pages/book/section_row.h"
#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"

#include <QAbstractItemView>
#include <QPainter>

namespace hb::pages {

using Model = models::AccountsModel;

namespace {

constexpr int glyphSize = 14;

/// The wall selects first columns only: a row is selected where its first cell is.
bool isRowSelected(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view && view->selectionModel()->isSelected(index.siblingAtColumn(0));
}

} // namespace

void ListDelegate::paint(QPainter* painter,
                         const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    if (index.data(Model::IsSectionRole).toBool()) {
        if (index.column() == 0) {
            paintSectionRow(*painter, option, index, m_theme, m_theme.px(theme::space::s));
        }
        return;
    }
    const theme::Tokens& tokens = m_theme.tokens();
    painter->save();
    if (isRowSelected(option, index)) {
        painter->fillRect(option.rect, tokens.accentTint);
    }
    painter->setPen(tokens.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    paintWords(*painter, option.rect, index);
    if (option.state.testFlag(QStyle::State_HasFocus) && index.column() == 0) {
        painter->setPen(QPen(tokens.accent, m_theme.px(theme::size::focusRing)));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

void ListDelegate::paintWords(QPainter& painter, const QRect& cell, const QModelIndex& index) const {
    QRect text = cell.adjusted(m_theme.px(theme::space::s), 0, -m_theme.px(theme::space::s), 0);
    if (index.column() == 0) {
        const int side = m_theme.px(glyphSize);
        const QRectF glyph(text.left(), text.center().y() - side / 2, side, side);
        widgets::paintBandGlyph(
            painter, glyph, static_cast<Band>(index.data(Model::BandRole).toInt()), m_theme);
        text.setLeft(text.left() + side + m_theme.px(theme::space::s));
    }
    painter.setPen(m_theme.tokens().ink);
    painter.setFont(m_theme.font(index.column() == 0 ? theme::TextRole::CardTitle : theme::TextRole::Body));
    const QFontMetrics metrics(painter.font());
    const QString words = index.data(Qt::DisplayRole).toString();
    const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
    const bool isFigure = alignment.testFlag(Qt::AlignRight);
    if (isFigure && theme::numberWidth(metrics, words) <= text.width()) {
        theme::drawNumber(painter, text, Qt::AlignRight, words);
    } else {
        painter.drawText(text,
                         static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                         metrics.elidedText(words, Qt::ElideRight, text.width()));
    }
}

} // namespace hb::pages
