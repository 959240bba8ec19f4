// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/movers_list.h"

#include "core/wording/numbers.h"
#include "ui/widgets/band_glyph.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace hb::widgets {

namespace {
constexpr int rowHigh = 44, glyphSide = 12, glyphsWide = 52;
}

MoversList::MoversList(const theme::Theme& theme, QWidget* parent) : RowPicker(parent), m_theme(theme) {
    connect(&theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void MoversList::setRows(std::vector<MoverRow> rows, Why why) {
    m_rows = std::move(rows);
    m_why = std::move(why);
    m_known.assign(m_rows.size(), std::nullopt);
    keepCurrentRow();
    updateGeometry();
    update();
}

const QString& MoversList::whyOf(int row) const {
    const auto at = static_cast<std::size_t>(row);
    if (!m_known[at]) {
        m_known[at] = m_why(m_rows[at].account);
    }
    return *m_known[at];
}

QSize MoversList::sizeHint() const {
    return {m_theme.px(320), m_theme.px(rowHigh) * static_cast<int>(m_rows.size())};
}

QSize MoversList::minimumSizeHint() const {
    return {m_theme.px(200), sizeHint().height()};
}

QRect MoversList::rowRect(int row) const {
    return {0, row * m_theme.px(rowHigh), width(), m_theme.px(rowHigh)};
}

int MoversList::rowAt(QPointF place) const {
    const int row = static_cast<int>(place.y()) / m_theme.px(rowHigh);
    return place.y() >= 0 && row < rowCount() ? row : -1;
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

void MoversList::paintRow(QPainter& painter, int at, const QRect& box) const {
    const MoverRow& row = m_rows[static_cast<std::size_t>(at)];
    const theme::Tokens& tokens = m_theme.tokens();
    const double side = m_theme.px(glyphSide);
    const int half = box.height() / 2;
    const double y = box.top() + (half - side) / 2.0 + m_theme.px(2);
    if (row.before) {
        paintBandGlyph(painter, QRectF(box.left(), y, side, side), *row.before, m_theme);
    }
    painter.setPen(tokens.muted);
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    painter.drawText(QRectF(box.left() + side, box.top() + m_theme.px(2), m_theme.px(16), half),
                     Qt::AlignCenter,
                     QStringLiteral("\u2192"));
    if (row.after) {
        paintBandGlyph(
            painter, QRectF(box.left() + side + m_theme.px(16), y, side, side), *row.after, m_theme);
    }
    const QRect upper = box.adjusted(m_theme.px(glyphsWide), m_theme.px(2), -m_theme.px(2), -half);
    painter.setPen(tokens.ink);
    paintLine(painter, upper, {row.name, theme::TextRole::CardTitle}, {row.money, theme::TextRole::Body});
    painter.setPen(tokens.muted);
    const QString& reason = whyOf(at);
    const QString why = reason.isEmpty() ? row.scores : tr("%1, %2").arg(row.scores, reason);
    paintLine(painter,
              upper.translated(0, half - m_theme.px(2)),
              {why, theme::TextRole::Caption},
              {row.owner, theme::TextRole::Caption});
}

void MoversList::paintLine(QPainter& painter,
                           const QRect& line,
                           const Words& left,
                           const Words& right) const {
    painter.setFont(m_theme.font(right.role));
    const QFontMetrics metrics(painter.font());
    const int full = right.text.isEmpty() ? 0 : metrics.horizontalAdvance(right.text) + 2; // else it is cut
    const int wide = std::min(full, line.width() / 3);
    painter.drawText(
        line, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(right.text, Qt::ElideRight, wide));
    painter.setFont(m_theme.font(left.role));
    const int room = line.width() - wide - (wide > 0 ? m_theme.px(theme::space::s) : 0);
    painter.drawText(line,
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(left.text, Qt::ElideRight, room));
}

void MoversList::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int at = 0; at < rowCount(); ++at) {
        const QRect box = rowRect(at);
        if (!box.intersects(event->rect())) {
            continue;
        }
        if (at == hoveredRow()) {
            painter.fillRect(box, m_theme.tokens().accentTint);
        }
        paintRow(painter, at, box);
        if (hasFocus() && at == currentRow()) {
            painter.setPen(QPen(m_theme.tokens().accent, theme::size::focusRing));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box.adjusted(1, 1, -1, -1));
        }
    }
}

} // namespace hb::widgets
