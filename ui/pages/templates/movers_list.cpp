// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/movers_list.h"

#include "core/wording/numbers.h"
#include "ui/widgets/band_glyph.h"

#include <QPainter>

#include <utility>

namespace hb::pages {

namespace {
constexpr int rowHigh = 44, glyphSide = 12, glyphsWide = 52;
}

MoversList::MoversList(const theme::Theme& theme, QWidget* parent)
    : UniformRows(theme, {.width = 320, .leastWidth = 200, .height = rowHigh}, parent) {}

void MoversList::setRows(std::vector<MoverRow> rows, Why why) {
    m_rows = std::move(rows);
    m_why = std::move(why);
    m_known.assign(m_rows.size(), std::nullopt);
    showRows();
}

const QString& MoversList::whyOf(int row) const {
    const auto at = static_cast<std::size_t>(row);
    if (!m_known[at]) {
        m_known[at] = m_why(m_rows[at].account);
    }
    return *m_known[at];
}

QString MoversList::rowName(int row) const {
    const MoverRow& mover = m_rows[static_cast<std::size_t>(row)];
    return tr("%1, %2 to %3, %4, %5")
        .arg(mover.name,
             wording::bandName(mover.before),
             wording::bandName(mover.after),
             mover.scores,
             whyOf(row));
}

QString MoversList::rowTip(int row) const {
    return rowName(row);
}

void MoversList::paintRow(QPainter& painter, int at, const QRectF& whole) const {
    const QRect box = whole.toRect();
    const MoverRow& row = m_rows[static_cast<std::size_t>(at)];
    const theme::Tokens& tokens = theme().tokens();
    const double side = theme().px(glyphSide);
    const int half = box.height() / 2;
    const double y = box.top() + (half - side) / 2.0 + theme().px(2);
    widgets::paintBandGlyph(painter, QRectF(box.left(), y, side, side), row.before, theme());
    painter.setPen(tokens.muted);
    painter.setFont(theme().font(theme::TextRole::Caption));
    painter.drawText(QRectF(box.left() + side, box.top() + theme().px(2), theme().px(16), half),
                     Qt::AlignCenter,
                     QStringLiteral("\u2192"));
    widgets::paintBandGlyph(
        painter, QRectF(box.left() + side + theme().px(16), y, side, side), row.after, theme());
    const QRect words = box.adjusted(theme().px(glyphsWide), theme().px(2), -theme().px(2), 0);
    painter.setPen(tokens.ink);
    painter.setFont(theme().font(theme::TextRole::Body));
    const int money = QFontMetrics(painter.font()).horizontalAdvance(row.money);
    const QRect upper(words.left(), words.top(), words.width(), half);
    painter.drawText(upper, Qt::AlignRight | Qt::AlignVCenter, row.money);
    painter.setFont(theme().font(theme::TextRole::CardTitle));
    const int room = upper.width() - money - theme().px(theme::space::s);
    painter.drawText(upper,
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(row.name, Qt::ElideRight, room));
    painter.setPen(tokens.muted);
    painter.setFont(theme().font(theme::TextRole::Caption));
    const QString& reason = whyOf(at);
    const QString why = reason.isEmpty() ? row.scores : tr("%1, %2").arg(row.scores, reason);
    painter.drawText(upper.translated(0, half - theme().px(2)),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(why, Qt::ElideRight, upper.width()));
}

} // namespace hb::pages
