// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sort_head.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTableView>

#include <cmath>

namespace hb::widgets {

namespace {

constexpr int arrowWide = 8, arrowHigh = 5, textSize = 12;

} // namespace

SortHead::SortHead(const theme::Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), m_theme(theme) {
    setSectionsClickable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setSortIndicatorShown(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QHeaderView::sectionPressed, this, [this](int column) { m_at = column; });
    connect(this, &QHeaderView::sortIndicatorChanged, this, &SortHead::sayWhere);
}

void SortHead::sortBy(int column) {
    const bool isUp = sortIndicatorSection() == column && sortIndicatorOrder() == Qt::AscendingOrder;
    setSortIndicator(column, isUp ? Qt::DescendingOrder : Qt::AscendingOrder);
}

int SortHead::widthOf(int column) const {
    const QFontMetricsF metrics(m_theme.font(textSize));
    const int around = 2 * m_theme.px(theme::space::s) + m_theme.px(theme::space::xs) + m_theme.px(arrowWide);
    return static_cast<int>(std::ceil(metrics.horizontalAdvance(titleOf(column)))) + around;
}

QString SortHead::titleOf(int column) const {
    return model() ? model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() : QString();
}

// --- painting

void SortHead::paintSection(QPainter* painter, const QRect& rect, int column) const {
    const theme::Tokens& tokens = m_theme.tokens();
    const bool isSorted = sortIndicatorSection() == column;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, tokens.surface);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), theme::size::hairline), tokens.line);
    painter->setFont(m_theme.font(textSize));
    const int pad = m_theme.px(theme::space::s), gap = m_theme.px(theme::space::xs);
    const double wide = m_theme.px(arrowWide), high = m_theme.px(arrowHigh);
    QRectF box = QRectF(rect).adjusted(pad, 0, -pad, 0);
    const double room = box.width() - (isSorted ? wide + gap : 0);
    const QFontMetricsF metrics(painter->font());
    const QString title = metrics.elidedText(titleOf(column), Qt::ElideRight, room);
    const auto asked =
        static_cast<Qt::Alignment>(model()->headerData(column, orientation(), Qt::TextAlignmentRole).toInt());
    const bool isRight = asked.testFlag(Qt::AlignRight);
    painter->setPen(isSorted ? tokens.ink : tokens.muted);
    painter->drawText(
        box, static_cast<int>((isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter), title);
    if (isSorted) {
        const double taken = metrics.horizontalAdvance(title) + gap;
        const double left = isRight ? box.right() - taken - wide : box.left() + taken;
        const double top = box.center().y() - high / 2, bottom = top + high;
        const bool isUp = sortIndicatorOrder() == Qt::DescendingOrder; // as the other tables show it
        const QPolygonF arrow{{left, isUp ? bottom : top},
                              {left + wide, isUp ? bottom : top},
                              {left + wide / 2, isUp ? top : bottom}};
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.ink);
        painter->drawPolygon(arrow);
    }
    if (hasFocus() && column == m_at) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(tokens.accent, theme::size::focusRing));
        painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1),
                                 m_theme.px(theme::radius::bar),
                                 m_theme.px(theme::radius::bar));
    }
    painter->restore();
}

// --- keys

int SortHead::nextShown(int visual, int step) const {
    for (int at = visual; at >= 0 && at < count(); at += step) {
        if (!isSectionHidden(logicalIndex(at))) {
            return logicalIndex(at);
        }
    }
    return m_at;
}

void SortHead::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        walkTo(nextShown(visualIndex(m_at) - 1, -1));
        break;
    case Qt::Key_Right:
        walkTo(nextShown(visualIndex(m_at) + 1, 1));
        break;
    case Qt::Key_Home:
        walkTo(nextShown(0, 1));
        break;
    case Qt::Key_End:
        walkTo(nextShown(count() - 1, -1));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        sortBy(m_at);
        break;
    default:
        event->ignore();
        break;
    }
}

void SortHead::focusInEvent(QFocusEvent* event) {
    QHeaderView::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason) {
        return; // the click says where
    }
    const int sorted = sortIndicatorSection();
    walkTo(sorted >= 0 && sorted < count() && !isSectionHidden(sorted) ? sorted : nextShown(0, 1));
}

void SortHead::focusOutEvent(QFocusEvent* event) {
    QHeaderView::focusOutEvent(event);
    viewport()->update();
}

void SortHead::walkTo(int column) {
    m_at = column;
    if (auto* table = qobject_cast<QTableView*>(parentWidget()); table && table->model()->rowCount() > 0) {
        table->scrollTo(table->model()->index(std::max(table->rowAt(0), 0), column));
    }
    sayWhere();
    viewport()->update();
}

void SortHead::sayWhere() {
    if (!model() || sortIndicatorSection() < 0 || sortIndicatorSection() >= count()) {
        return;
    }
    const QString sorted = titleOf(sortIndicatorSection());
    const QString how = sortIndicatorOrder() == Qt::AscendingOrder
                            ? tr("sorted by %1, smallest first").arg(sorted)
                            : tr("sorted by %1, largest first").arg(sorted);
    setAccessibleName(tr("Head %1; %2").arg(titleOf(m_at), how));
}

} // namespace hb::widgets
