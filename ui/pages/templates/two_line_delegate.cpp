// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/two_line_delegate.h"

#include <QPainter>

namespace hb::pages {

namespace {
constexpr int rowHeight = 44;
}

TwoLineDelegate::TwoLineDelegate(const theme::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const {
    const bool isOneLine = index.data(Role::Detail).toString().isEmpty();
    return {0, m_theme.px(isOneLine ? theme::size::row : rowHeight)};
}

void TwoLineDelegate::paint(QPainter* painter,
                            const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const theme::Tokens& tokens = m_theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const int radius = m_theme.px(theme::radius::control);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(isSelected ? Qt::NoPen : QPen(tokens.line));
        painter->setBrush(isSelected ? QBrush(tokens.accentTint) : QBrush(Qt::NoBrush));
        painter->drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tokens.accent, theme::size::focusRing));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(row.adjusted(1, 1, -1, -1), radius, radius);
    }
    const int pad = m_theme.px(theme::space::s);
    const QRectF inner = row.adjusted(pad, pad / 2.0, -pad, -pad / 2.0);
    const auto line = [&](const QRectF& at, const QString& left, const QString& right, theme::TextRole role) {
        painter->setFont(m_theme.font(theme::TextRole::Caption));
        painter->setPen(tokens.muted);
        const double wide = painter->fontMetrics().horizontalAdvance(right);
        painter->drawText(at, Qt::AlignRight | Qt::AlignVCenter, right);
        painter->setFont(m_theme.font(role));
        painter->setPen(role == theme::TextRole::Caption ? tokens.muted : tokens.ink);
        const double room = at.width() - (wide > 0 ? wide + pad : 0);
        painter->drawText(at,
                          Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(left, Qt::ElideRight, static_cast<int>(room)));
    };
    const double half = inner.height() / 2;
    const QString detail = index.data(Role::Detail).toString();
    line(detail.isEmpty() ? inner : QRectF(inner.topLeft(), QSizeF(inner.width(), half)),
         index.data(Qt::DisplayRole).toString(),
         index.data(Role::Right).toString(),
         detail.isEmpty() ? theme::TextRole::Body : theme::TextRole::CardTitle);
    if (!detail.isEmpty()) {
        line(QRectF(inner.left(), inner.top() + half, inner.width(), half),
             detail,
             index.data(Role::RightDetail).toString(),
             theme::TextRole::Caption);
    }
    painter->restore();
}

} // namespace hb::pages
