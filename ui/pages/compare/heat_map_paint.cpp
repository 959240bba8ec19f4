// SPDX-License-Identifier: GPL-3.0-or-later
// How the cells of the heat map look.
#include "ui/pages/compare/heat_map_models.h"
#include "ui/pages/compare/heat_map_table.h"
#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/sparkline.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace hb::pages {

namespace {

constexpr int cellGlyph = 12, sortArrow = 7, sparkHeight = 18, scoreInset = 20;

void paintFocus(QPainter& painter,
                const QStyleOptionViewItem& option,
                const QModelIndex& index,
                const theme::Theme& theme) {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view && view->hasFocus() && view->currentIndex() == index) {
        const int pen = theme.px(theme::size::focusRing);
        painter.setPen(QPen(theme.tokens().accent, pen));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(1, 1, -pen, -pen));
    }
}

void elided(QPainter& painter, const QRect& box, Qt::Alignment where, const QString& text) {
    painter.drawText(box,
                     static_cast<int>(where | Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
}

/// At most two lines at the bottom of the box, the second with what has no room elided.
void twoLines(QPainter& painter, const QRect& box, const QString& text) {
    QTextLayout layout(text, painter.font());
    QTextOption wrap(Qt::AlignLeft);
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(box.width());
    const qsizetype split = first.textLength();
    layout.endLayout();
    const int high = painter.fontMetrics().height();
    if (split >= text.size()) {
        elided(painter, QRect(box.left(), box.bottom() + 1 - high, box.width(), high), Qt::AlignRight, text);
        return;
    }
    const QRect upper(box.left(), box.bottom() + 1 - 2 * high, box.width(), high);
    elided(painter, upper, Qt::AlignRight, text.left(split).trimmed());
    elided(painter, upper.translated(0, high), Qt::AlignRight, text.mid(split).trimmed());
}

} // namespace

// --- the map

void HeatCellDelegate::paint(QPainter* painter,
                             const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    painter->save();
    if (index.column() == 0) {
        paintName(*painter, option.rect, index);
    } else {
        paintScore(*painter, option.rect, index);
    }
    paintFocus(*painter, option, index, m_theme);
    painter->restore();
}

void HeatCellDelegate::paintName(QPainter& painter, const QRect& cell, const QModelIndex& index) const {
    const theme::Tokens& tokens = m_theme.tokens();
    const int pad = m_theme.px(theme::space::s);
    QRect text = cell.adjusted(m_theme.px(theme::space::xs), 0, -pad, 0);
    const QVariant band = index.data(HeatRowsModel::bandRole);
    if (band.isValid()) {
        const int side = m_theme.px(cellGlyph);
        const QRectF glyph(text.left(), text.center().y() - side / 2, side, side);
        widgets::paintBandGlyph(painter, glyph, static_cast<Band>(band.toInt()), m_theme);
        text.setLeft(text.left() + side + pad);
    }
    const QString count = index.data(HeatRowsModel::countRole).toString();
    if (!count.isEmpty()) {
        painter.setFont(m_theme.font(theme::TextRole::Caption));
        painter.setPen(tokens.muted);
        theme::drawNumber(painter, text, Qt::AlignRight, count);
        text.setRight(text.right() - static_cast<int>(theme::numberWidth(painter.fontMetrics(), count)) -
                      pad);
    }
    painter.setFont(m_theme.font(theme::TextRole::Body));
    painter.setPen(tokens.ink);
    elided(painter, text, Qt::AlignLeft, index.data().toString());
}

void HeatCellDelegate::paintScore(QPainter& painter, const QRect& cell, const QModelIndex& index) const {
    const auto band = static_cast<Band>(index.data(HeatRowsModel::bandRole).toInt());
    const QColor& line = m_theme.tokens().line; // tints alone are hardly told apart
    painter.fillRect(QRect(cell.right(), cell.top(), 1, cell.height()), line);
    painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), line);
    const QRect ground = cell.adjusted(0, 0, -1, -1);
    if (band == Band::None) {
        QPainterPath shape;
        shape.addRect(ground);
        widgets::fillBandShape(painter, shape, Band::None, m_theme);
        return;
    }
    painter.fillRect(ground, m_theme.band(band).tint);
    const int side = m_theme.px(cellGlyph);
    if (band == Band::Red) {
        const QRectF glyph(
            ground.left() + m_theme.px(theme::space::s), ground.center().y() - side / 2.0 + 0.5, side, side);
        widgets::paintBandGlyph(painter, glyph, band, m_theme);
    }
    painter.setFont(m_theme.font(theme::TextRole::Body));
    painter.setPen(m_theme.tokens().ink);
    theme::drawNumber(
        painter, ground.adjusted(0, 0, -m_theme.px(scoreInset), 0), Qt::AlignRight, index.data().toString());
}

// --- above it

void HeatHeadDelegate::paint(QPainter* painter,
                             const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const theme::Tokens& tokens = m_theme.tokens();
    painter->save();
    painter->setFont(m_theme.font(theme::TextRole::Caption));
    painter->setPen(tokens.muted);
    const QRect cell =
        option.rect.adjusted(m_theme.px(theme::space::xs), 0, -m_theme.px(theme::space::xs), 0);
    if (index.column() == 0) {
        elided(*painter, cell, Qt::AlignLeft, index.data().toString());
    } else if (index.row() == HeatHeadModel::Name) {
        paintMetricName(*painter, cell, index);
    } else if (index.row() == HeatHeadModel::Weeks) {
        const auto& weeks = static_cast<const HeatHeadModel*>(index.model())->weeksOf(index.column());
        const int high = m_theme.px(sparkHeight);
        const QRectF box(cell.left(), cell.center().y() - high / 2, cell.width(), high);
        widgets::paintSparkline(*painter, box, weeks, m_theme);
    } else {
        paintFigure(*painter, cell, index);
    }
    if (index.row() == HeatHeadModel::Name || index.row() == HeatHeadModel::Team) {
        painter->setPen(tokens.line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    paintFocus(*painter, option, index, m_theme);
    painter->restore();
}

void HeatHeadDelegate::paintMetricName(QPainter& painter, const QRect& cell, const QModelIndex& index) const {
    const int pad = m_theme.px(theme::space::xs);
    painter.setPen(m_theme.tokens().ink);
    twoLines(painter, cell.adjusted(0, 0, 0, -pad), index.data().toString());
    const QVariant sort = index.data(HeatHeadModel::sortRole);
    if (sort.isValid()) {
        const int side = m_theme.px(sortArrow);
        const QRectF arrow(cell.right() - side, cell.top() + pad / 2.0, side, side);
        widgets::paintTrendArrow(
            painter, arrow, static_cast<scoring::Direction>(sort.toInt()), m_theme.tokens().muted);
    }
}

void HeatHeadDelegate::paintFigure(QPainter& painter, const QRect& cell, const QModelIndex& index) const {
    const QString text = index.data().toString();
    if (index.row() == HeatHeadModel::Team) {
        elided(painter, cell, Qt::AlignRight, text);
        return;
    }
    if (index.row() == HeatHeadModel::Share) {
        painter.setFont(m_theme.font(theme::TextRole::CardTitle));
        painter.setPen(m_theme.tokens().accent); // it opens the accounts behind it
    }
    theme::drawNumber(painter, cell, Qt::AlignRight, text);
}

} // namespace hb::pages
