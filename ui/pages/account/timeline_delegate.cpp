// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/timeline_delegate.h"

#include "ui/pages/account/timeline_model.h"

#include <QPainter>

namespace hb::pages {

namespace {

constexpr int itemHeight = 52, headHeight = 24, left = 4, itemGap = 8, pinSize = 12;

} // namespace

int TimelineDelegate::lineHeight() const {
    return m_theme.px(itemHeight);
}

int TimelineDelegate::wordsLeft() const {
    return m_theme.px(left + theme::size::icon + itemGap);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const {
    const bool isHead = index.data(TimelineModel::IsHead).toBool();
    return {0,
            isHead ? m_theme.px(headHeight) : lineHeight() + index.data(TimelineModel::ExtraHeight).toInt()};
}

void TimelineDelegate::paint(QPainter* painter,
                             const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = m_theme.tokens();
    if (index.data(TimelineModel::IsHead).toBool()) {
        paintHead(*painter, option.rect, index.data(Qt::DisplayRole).toString());
    } else {
        const QRectF row = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
        const int radius = m_theme.px(theme::radius::control);
        const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
        const bool isOpen = index.data(TimelineModel::ExtraHeight).toInt() > 0;
        if (hasFocus || isOpen || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(hasFocus ? QPen(tokens.accent, theme::size::focusRing) : QPen(tokens.line));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(hasFocus ? row.adjusted(1, 1, -1, -1) : row, radius, radius);
        }
        paintItem(*painter, option.rect, index);
    }
    painter->restore();
}

void TimelineDelegate::paintHead(QPainter& painter, const QRect& row, const QString& text) const {
    painter.setFont(m_theme.font(theme::TextRole::CaptionStrong));
    painter.setPen(m_theme.tokens().muted);
    painter.drawText(row.adjusted(m_theme.px(left), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void TimelineDelegate::paintItem(QPainter& painter, const QRect& row, const QModelIndex& index) const {
    const theme::Tokens& tokens = m_theme.tokens();
    const double ratio = painter.device()->devicePixelRatioF();
    const int side = m_theme.px(theme::size::icon);
    const QRect line(row.left(), row.top(), row.width(), lineHeight());
    const int middle = line.center().y();
    painter.drawPixmap(line.left() + m_theme.px(left),
                       middle - side / 2,
                       iconPixmap(static_cast<theme::Icon>(index.data(TimelineModel::IconNumber).toInt()),
                                  tokens.muted,
                                  side,
                                  ratio));
    const int pin = m_theme.px(pinSize);
    const bool isPinned = index.data(TimelineModel::IsPinned).toBool();
    const int room = line.width() - wordsLeft() - m_theme.px(itemGap);
    const QRect upper(line.left() + wordsLeft(), line.top() + m_theme.px(9), room, m_theme.px(15));
    const QRect lower(upper.left(), line.top() + m_theme.px(25), room, m_theme.px(18));
    if (isPinned) {
        painter.drawPixmap(upper.right() - pin,
                           upper.center().y() - pin / 2,
                           iconPixmap(theme::Icon::Pin, tokens.muted, pin, ratio));
    }
    const auto words = [&painter](const QRect& box, const QString& text) {
        painter.drawText(box,
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
    };
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    painter.setPen(tokens.muted);
    words(upper.adjusted(0, 0, isPinned ? -pin - m_theme.px(itemGap) : 0, 0),
          index.data(TimelineModel::Caption).toString());
    painter.setFont(m_theme.font(theme::TextRole::Body));
    painter.setPen(tokens.ink);
    words(lower, index.data(Qt::DisplayRole).toString());
}

} // namespace hb::pages
