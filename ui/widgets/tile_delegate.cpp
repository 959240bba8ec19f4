// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tile_delegate.h"

#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/sparkline.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace hb::widgets {

namespace {

using theme::TextRole;

struct Extent {
    int width, height;
};

constexpr Extent extentOf(TileSize size) {
    switch (size) {
    case TileSize::Small:
        return {160, 56};
    case TileSize::Large:
        return {296, 208};
    case TileSize::Medium:
        break;
    }
    return {212, 128};
}

constexpr int edgeWidth = 6, left = 16, glyphSize = 14, nameLeft = 36, markSize = 14, sparkWidth = 80,
              sparkHeight = 24;
constexpr double nameShare = 0.44; ///< of a large tile's width, for the names of what costs

theme::Icon iconOf(MarkKind kind) {
    switch (kind) {
    case MarkKind::Overridden:
        return theme::Icon::Pin;
    case MarkKind::Capped:
        return theme::Icon::Lid;
    case MarkKind::Stale:
        break;
    }
    return theme::Icon::Clock;
}

// Where mark number `at` from the right stands, in a tile at `rect`.
QRectF markRect(const QRectF& rect, std::size_t at, const theme::Theme& theme) {
    const double side = theme.px(markSize);
    const double right = rect.right() - theme.px(12) - static_cast<double>(at) * (side + theme.px(4));
    return {right - side, rect.top() + theme.px(13), side, side};
}

/// Paints one tile; holds what every row needs.
class TilePainter {
public:
    TilePainter(QPainter& painter, const QRectF& rect, const TileData& tile, const theme::Theme& theme)
        : m_painter(painter), m_rect(rect), m_tile(tile), m_theme(theme) {}

    void ground(TileState state) const;
    void nameRow(double top, double right) const;
    void marks() const;
    void scoreRow(double top, double height, int fontSize, double right) const;
    void sentenceRow(double top) const;
    void footerRow(double top) const;
    void costRows(double top) const;

private:
    [[nodiscard]] double px(double size) const { return m_theme.px(size); }
    [[nodiscard]] QRectF row(double top, double height, double from, double right) const {
        return {
            m_rect.left() + px(from), m_rect.top() + px(top), right - m_rect.left() - px(from), px(height)};
    }
    void text(const QRectF& box,
              const QString& words,
              const QFont& font,
              const QColor& colour,
              Qt::Alignment alignment = Qt::AlignLeft) const;

    QPainter& m_painter;
    QRectF m_rect;
    const TileData& m_tile;
    const theme::Theme& m_theme;
};

void TilePainter::text(const QRectF& box,
                       const QString& words,
                       const QFont& font,
                       const QColor& colour,
                       Qt::Alignment alignment) const {
    m_painter.setFont(font);
    m_painter.setPen(colour);
    const QFontMetricsF metrics(font);
    m_painter.drawText(box,
                       static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                       metrics.elidedText(words, Qt::ElideRight, box.width()));
}

void TilePainter::ground(TileState state) const {
    const theme::Tokens& tokens = m_theme.tokens();
    const QRectF card = m_rect.adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(card, px(theme::radius::card), px(theme::radius::card));
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.fillPath(shape, state.selected ? tokens.accentTint : tokens.surface);
    QPainterPath stripe;
    stripe.addRect(QRectF(m_rect.left(), m_rect.top(), px(edgeWidth), m_rect.height()));
    QPainterPath whole;
    whole.addRoundedRect(m_rect, px(theme::radius::card), px(theme::radius::card));
    const QPainterPath edge = stripe.intersected(whole);
    QColor outline = state.hovered ? tokens.controlEdge : tokens.line;
    if (state.selected) {
        outline = tokens.accent;
    }
    m_painter.strokePath(shape, QPen(outline, 1));
    if (m_tile.band == Band::None) {
        fillBandShape(m_painter, edge, Band::None, m_theme);
    } else {
        m_painter.fillPath(edge, m_theme.band(m_tile.band).fill);
    }
    if (state.focused) {
        QPainterPath ring;
        ring.addRoundedRect(
            m_rect.adjusted(-3, -3, 3, 3), px(theme::radius::card) + 3, px(theme::radius::card) + 3);
        m_painter.strokePath(ring, QPen(tokens.accent, theme::size::focusRing));
    }
}

void TilePainter::nameRow(double top, double right) const {
    const double side = px(glyphSize);
    paintBandGlyph(m_painter,
                   QRectF(m_rect.left() + px(left), m_rect.top() + px(top) + (px(16) - side) / 2, side, side),
                   m_tile.band,
                   m_theme);
    text(row(top, 16, nameLeft, right), m_tile.name, m_theme.font(TextRole::CardTitle), m_theme.tokens().ink);
}

void TilePainter::marks() const {
    for (std::size_t at = 0; at < m_tile.marks.size(); ++at) {
        const QRectF box = markRect(m_rect, at, m_theme);
        m_painter.drawPixmap(box.topLeft(),
                             iconPixmap(iconOf(m_tile.marks[at].kind),
                                        m_theme.tokens().muted,
                                        m_theme.px(markSize),
                                        m_painter.device()->devicePixelRatioF()));
    }
}

void TilePainter::scoreRow(double top, double height, int fontSize, double right) const {
    const theme::Tokens& tokens = m_theme.tokens();
    if (m_tile.score.isEmpty()) {
        text(row(top, height, left, right),
             QCoreApplication::translate("TileDelegate", "No data"),
             m_theme.font(TextRole::CardTitle),
             tokens.muted);
        return;
    }
    const QFont font = m_theme.font(fontSize, true);
    const QRectF box = row(top, height, left, right);
    m_painter.setFont(font);
    m_painter.setPen(tokens.ink);
    theme::drawNumber(m_painter, box, Qt::AlignLeft, m_tile.score);
    double x = box.left() + theme::numberWidth(QFontMetricsF(font), m_tile.score) + px(8);
    const double baseline =
        box.center().y() + (QFontMetricsF(font).ascent() - QFontMetricsF(font).descent()) / 2;
    const QFont small = m_theme.font(TextRole::Secondary);
    const QFontMetricsF metrics(small);
    const QRectF line(x, baseline - metrics.ascent(), box.right() - x, metrics.height());
    m_painter.setFont(small);
    if (!m_tile.scoreNumber.isEmpty()) {
        m_painter.setPen(tokens.muted);
        theme::drawNumber(m_painter, line, Qt::AlignLeft, m_tile.scoreNumber);
        x += theme::numberWidth(metrics, m_tile.scoreNumber) + px(8);
    }
    if (m_tile.direction != scoring::Direction::None) {
        const QColor colour = m_tile.changeMatters ? tokens.ink : tokens.muted;
        const double side = px(8);
        paintTrendArrow(m_painter,
                        QRectF(x, baseline - metrics.capHeight() / 2 - side / 2, side, side),
                        m_tile.direction,
                        colour);
        m_painter.setPen(colour);
        theme::drawNumber(m_painter,
                          QRectF(x + side + px(4), line.top(), box.right() - x - side, line.height()),
                          Qt::AlignLeft,
                          m_tile.change);
    }
}

void TilePainter::sentenceRow(double top) const {
    const QRectF box = row(top, 16, left, m_rect.right() - px(12));
    if (!m_tile.reason.isEmpty()) {
        text(box, m_tile.reason, m_theme.font(TextRole::CaptionStrong), m_theme.band(m_tile.band).text);
    } else {
        text(box, m_tile.driver, m_theme.font(TextRole::Caption), m_theme.tokens().ink);
    }
}

void TilePainter::footerRow(double top) const {
    text(row(top, 16, left, m_rect.right() - px(12)),
         m_tile.footer,
         m_theme.font(TextRole::Caption),
         m_tile.footerMatters ? m_theme.tokens().ink : m_theme.tokens().muted);
}

void TilePainter::costRows(double top) const {
    const QFont font = m_theme.font(TextRole::Caption);
    const double right = m_rect.right() - px(12);
    const double barLeft = m_rect.left() + std::max(px(128), m_rect.width() * nameShare);
    for (const TileCost& cost : m_tile.costs) {
        text(row(top, 16, left, barLeft - px(8)), cost.name, font, m_theme.tokens().ink);
        const double room = right - px(36) - barLeft;
        QPainterPath bar;
        bar.addRoundedRect(
            QRectF(barLeft, m_rect.top() + px(top + 4), std::max(px(3), room * cost.fraction), px(8)),
            px(theme::radius::bar),
            px(theme::radius::bar));
        fillBandShape(m_painter, bar, cost.band, m_theme);
        m_painter.setFont(font);
        m_painter.setPen(m_theme.tokens().ink);
        theme::drawNumber(m_painter, row(top, 16, 128, right), Qt::AlignRight, cost.points);
        top += 18;
    }
    text(row(184, 16, left, right), m_tile.helps, font, m_theme.tokens().muted);
}

} // namespace

QSize leastTileSize(TileSize size, const theme::Theme& theme) {
    const Extent extent = extentOf(size);
    return {theme.px(extent.width), theme.px(extent.height)};
}

QSize tileCellSize(TileSize size, int width, const theme::Theme& theme) {
    const QSize least = leastTileSize(size, theme);
    const int gap = theme.px(theme::space::tileGap);
    const int columns = std::max(1, (width + gap) / (least.width() + gap));
    return {(width + gap) / columns, least.height() + gap};
}

void paintTile(QPainter& painter,
               const QRectF& rect,
               const TileData& tile,
               TileSize size,
               TileState state,
               const theme::Theme& theme) {
    painter.save();
    const TilePainter parts(painter, rect, tile, theme);
    parts.ground(state);
    const double right = rect.right() - theme.px(12);
    if (size == TileSize::Small) {
        parts.nameRow(8, right);
        parts.scoreRow(26, 24, theme::type::pageTitle, right);
        painter.restore();
        return;
    }
    const double marksWidth = static_cast<double>(tile.marks.size()) * theme.px(markSize + 4);
    parts.nameRow(12, right - marksWidth);
    parts.marks();
    const double sparkLeft = right - theme.px(sparkWidth);
    parts.scoreRow(36, 32, theme::type::hero, sparkLeft - theme.px(4));
    paintSparkline(painter,
                   QRectF(sparkLeft, rect.top() + theme.px(40), theme.px(sparkWidth), theme.px(sparkHeight)),
                   tile.sparkline,
                   theme);
    parts.sentenceRow(76);
    parts.footerRow(96);
    if (size == TileSize::Large) {
        parts.costRows(124);
    }
    painter.restore();
}

TileDelegate::TileDelegate(const theme::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme) {}

void TileDelegate::paint(QPainter* painter,
                         const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const TileData tile = index.data(tileRole).value<TileData>();
    const int gap = m_theme.px(theme::space::tileGap);
    const TileState state{.selected = (option.state & QStyle::State_Selected) != 0,
                          .hovered = (option.state & QStyle::State_MouseOver) != 0,
                          .focused = (option.state & QStyle::State_HasFocus) != 0};
    paintTile(*painter, QRectF(option.rect.adjusted(0, 0, -gap, -gap)), tile, m_size, state, m_theme);
}

QSize TileDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    if (m_cell.isValid()) {
        return m_cell;
    }
    const int gap = m_theme.px(theme::space::tileGap);
    return leastTileSize(m_size, m_theme) + QSize(gap, gap);
}

bool TileDelegate::helpEvent(QHelpEvent* event,
                             QAbstractItemView* view,
                             const QStyleOptionViewItem& option,
                             const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip || m_size == TileSize::Small) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    const TileData tile = index.data(tileRole).value<TileData>();
    const int gap = m_theme.px(theme::space::tileGap);
    const QRectF card(option.rect.adjusted(0, 0, -gap, -gap));
    for (std::size_t at = 0; at < tile.marks.size(); ++at) {
        if (markRect(card, at, m_theme).contains(event->pos())) {
            QToolTip::showText(event->globalPos(), tile.marks[at].tooltip, view);
            return true;
        }
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace hb::widgets
