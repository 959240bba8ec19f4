// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/movers_list.h"

#include "core/wording/numbers.h"
#include "ui/widgets/band_glyph.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace hb::widgets {

namespace {
constexpr int moverHigh = 44, glyphSide = 12, glyphsWide = 52;
}

MoversList::MoversList(const theme::Theme& theme, QWidget* parent)
    : UniformRows(theme, {.width = 320, .leastWidth = 200, .height = moverHigh}, parent) {
    setAccessibleName(tr("Accounts that move"));
}

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
    QStringList words{
        mover.name,
        mover.before && mover.after
            ? tr("%1 to %2").arg(wording::bandName(*mover.before), wording::bandName(*mover.after))
            : QString(),
        mover.scores,
        whyOf(row),
        mover.owner,
        mover.money};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
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
    if (row.before) {
        paintBandGlyph(painter, QRectF(box.left(), y, side, side), *row.before, theme());
    }
    painter.setPen(tokens.muted);
    painter.setFont(theme().font(theme::TextRole::Caption));
    painter.drawText(QRectF(box.left() + side, box.top() + theme().px(2), theme().px(16), half),
                     Qt::AlignCenter,
                     QStringLiteral("\u2192"));
    if (row.after) {
        paintBandGlyph(
            painter, QRectF(box.left() + side + theme().px(16), y, side, side), *row.after, theme());
    }
    const QRect upper = box.adjusted(theme().px(glyphsWide), theme().px(2), -theme().px(2), -half);
    painter.setPen(tokens.ink);
    paintLine(painter, upper, {row.name, theme::TextRole::CardTitle}, {row.money, theme::TextRole::Body});
    painter.setPen(tokens.muted);
    const QString& reason = whyOf(at);
    const QString why = reason.isEmpty() ? row.scores : tr("%1, %2").arg(row.scores, reason);
    paintLine(painter,
              upper.translated(0, half - theme().px(2)),
              {why, theme::TextRole::Caption},
              {row.owner, theme::TextRole::Caption});
}

void MoversList::paintLine(QPainter& painter,
                           const QRect& line,
                           const Words& left,
                           const Words& right) const {
    painter.setFont(theme().font(right.role));
    const QFontMetrics metrics(painter.font());
    const int full = right.text.isEmpty() ? 0 : metrics.horizontalAdvance(right.text) + 2; // else it is cut
    const int wide = std::min(full, line.width() / 3);
    painter.drawText(
        line, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(right.text, Qt::ElideRight, wide));
    painter.setFont(theme().font(left.role));
    const int room = line.width() - wide - (wide > 0 ? theme().px(theme::space::s) : 0);
    painter.drawText(line,
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(left.text, Qt::ElideRight, room));
}

} // namespace hb::widgets
