// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/own_scores/figure_delegate.h"

#include "ui/pages/own_scores/own_scores_tables.h"
#include "ui/theme/number_text.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hb::pages {

namespace {
constexpr int barRoom = 104;
}

FigureDelegate::FigureDelegate(const theme::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

void FigureDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (!index.data(PeopleTable::enoughRole).toBool()) {
        option->palette.setColor(QPalette::Text, m_theme.tokens().muted);
        option->palette.setColor(QPalette::HighlightedText, m_theme.tokens().muted);
    }
}

void FigureDelegate::paint(QPainter* painter,
                           const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const QVariant bar = index.data(PeopleTable::barRole);
    if (!bar.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    const QWidget* widget = option.widget;
    (widget != nullptr ? widget->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &cell, painter, widget);
    const theme::Tokens& tokens = m_theme.tokens();
    const double pad = m_theme.px(theme::space::s);
    const double half = m_theme.px(barRoom) / 2.0;
    const double high = m_theme.px(theme::size::bar);
    const QRectF box = QRectF(option.rect).adjusted(pad, 0, -pad, 0);
    const double zero = std::round(box.left() + half) + 0.5;
    const double wide = half * bar.toDouble();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens.muted);
    const QRectF shape(std::min(zero, zero + wide), box.center().y() - high / 2, std::abs(wide), high);
    painter->drawRoundedRect(shape, theme::radius::bar, theme::radius::bar);
    painter->setPen(QPen(tokens.controlEdge, theme::size::hairline));
    painter->drawLine(QPointF(zero, box.center().y() - high), QPointF(zero, box.center().y() + high));
    painter->setPen(tokens.ink);
    painter->setFont(option.font);
    theme::drawNumber(*painter,
                      box.adjusted(2 * half + pad, 0, 0, 0),
                      Qt::AlignLeft,
                      painter->fontMetrics().elidedText(
                          text, Qt::ElideRight, static_cast<int>(box.width() - 2 * half - pad)));
    painter->restore();
}

} // namespace hb::pages
