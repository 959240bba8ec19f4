// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cost_list.h"

#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::widgets {

namespace {

// The columns of a row.
constexpr int glyphWidth = 24, nameWidth = 152, barWidth = 120, pointsWidth = 52, valueWidth = 88,
              ageWidth = 40, gap = 12, leastHelp = 180;
constexpr int costGlyph = 14;

} // namespace

CostList::CostList(const theme::Theme& theme, QWidget* parent)
    : UniformRows(
          theme,
          {.width = glyphWidth + nameWidth + barWidth + pointsWidth + valueWidth + ageWidth + 4 * gap + 160,
           .leastWidth = glyphWidth + nameWidth + barWidth + pointsWidth},
          parent) {}

void CostList::setRows(std::vector<CostRow> rows) {
    m_rows = std::move(rows);
    describeRows();
    showRows();
}

QString CostList::rowName(int row) const {
    const CostRow& named = m_rows[static_cast<std::size_t>(row)];
    return u"%1: %2"_s.arg(named.name, named.points);
}

QString CostList::rowTip(int row) const {
    return m_rows[static_cast<std::size_t>(row)].tooltip;
}

void CostList::paintRow(QPainter& painter, int at, const QRectF& box) const {
    const CostRow& row = m_rows[static_cast<std::size_t>(at)];
    if (at + 1 < rowCount()) {
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme().tokens().line);
    }
    const theme::Tokens& tokens = theme().tokens();
    const auto px = [this](double size) { return static_cast<double>(theme().px(size)); };
    double x = box.left();
    const auto cell = [&](double width) {
        const QRectF result(x, box.top(), width, box.height());
        x += width;
        return result;
    };
    const auto words = [&](const QRectF& where, const QString& text, const QColor& colour) {
        painter.setPen(colour);
        painter.drawText(where,
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                         QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, where.width()));
    };
    const QRectF sign = cell(px(glyphWidth));
    const double side = px(costGlyph);
    const QRectF glyph(sign.left(), sign.center().y() - side / 2, side, side);
    if (row.mark) {
        painter.drawPixmap(
            glyph.topLeft(),
            iconPixmap(
                *row.mark, tokens.muted, theme().px(costGlyph), painter.device()->devicePixelRatioF()));
    } else {
        paintBandGlyph(painter, glyph, row.band, theme());
    }
    painter.setFont(theme().font(theme::TextRole::Body));
    words(cell(nameRoom()).adjusted(0, 0, -px(8), 0), row.name, tokens.ink);
    const QRectF room = cell(px(barWidth));
    const double thick = px(theme::size::bar);
    QPainterPath bar;
    bar.addRoundedRect(QRectF(room.left(),
                              room.center().y() - thick / 2,
                              std::max(px(3), room.width() * std::clamp(row.fraction, 0.0, 1.0)),
                              thick),
                       px(theme::radius::bar),
                       px(theme::radius::bar));
    fillBandShape(painter, bar, row.band, theme());
    painter.setFont(theme().font(theme::TextRole::CardTitle));
    painter.setPen(tokens.ink);
    theme::drawNumber(painter, cell(px(pointsWidth)), Qt::AlignRight, row.points);
    x += px(gap);
    painter.setFont(theme().font(theme::TextRole::Body));
    words(cell(px(valueWidth)), row.value, tokens.muted);
    x += px(gap);
    words(cell(px(ageWidth)), row.age, tokens.muted);
    x += px(gap);
    const bool isAlone = row.helps.isEmpty() || row.who.isEmpty();
    const QRectF rest(x, box.top(), box.right() - x, isAlone ? box.height() : box.height() / 2);
    painter.setFont(theme().font(theme::TextRole::Caption));
    words(
        rest.adjusted(0, isAlone ? 0 : px(2), 0, 0), row.helps.isEmpty() ? row.who : row.helps, tokens.muted);
    if (!isAlone) {
        words(rest.translated(0, rest.height()).adjusted(0, 0, 0, -px(2)), row.who, tokens.muted);
    }
}

// The names have what they need where what helps keeps its room.
double CostList::nameRoom() const {
    const QFontMetricsF metrics(theme().font(theme::TextRole::Body));
    double widest = theme().px(nameWidth);
    for (const CostRow& row : m_rows) {
        widest = std::max(widest, metrics.horizontalAdvance(row.name) + theme().px(theme::space::s) + 1);
    }
    const int others = glyphWidth + barWidth + pointsWidth + valueWidth + ageWidth + 3 * gap + leastHelp;
    return std::clamp(widest,
                      theme().px(nameWidth) * 1.0,
                      std::max<double>(theme().px(nameWidth), width() - theme().px(others)));
}

} // namespace hb::widgets
