// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/family_rows.h"

#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {
constexpr int glyphSize = 14, glyphWidth = 24, scoreWidth = 72, arrWidth = 88, leastName = 120;
}

FamilyRows::FamilyRows(const theme::Theme& theme, QWidget* parent)
    : UniformRows(theme,
                  {.width = glyphWidth + 2 * leastName + scoreWidth + arrWidth,
                   .leastWidth = glyphWidth + leastName + scoreWidth + arrWidth},
                  parent) {}

void FamilyRows::setRows(std::vector<FamilyRow> rows) {
    m_rows = std::move(rows);
    describeRows();
    showRows();
}

QString FamilyRows::rowName(int row) const {
    const FamilyRow& named = m_rows[static_cast<std::size_t>(row)];
    return u"%1: %2"_s.arg(named.name, named.score);
}

QString FamilyRows::rowTip(int row) const {
    return m_rows[static_cast<std::size_t>(row)].tip;
}

void FamilyRows::paintRow(QPainter& painter, int at, const QRectF& whole) const {
    const FamilyRow& row = m_rows[static_cast<std::size_t>(at)];
    const QRectF box = whole.adjusted(theme().px(theme::space::xs), 0, 0, 0);
    const theme::Tokens& tokens = theme().tokens();
    const double side = theme().px(glyphSize);
    const double gap = theme().px(theme::space::s);
    widgets::paintBandGlyph(
        painter, QRectF(box.left(), box.center().y() - side / 2, side, side), row.band, theme());
    const double arrRoom = theme().px(arrWidth);
    const double scoreRoom = theme().px(scoreWidth);
    const QRectF name = box.adjusted(theme().px(glyphWidth), 0, -arrRoom - scoreRoom - gap, 0);
    painter.setFont(theme().font(theme::TextRole::Body));
    painter.setPen(tokens.ink);
    painter.drawText(name,
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                     QFontMetricsF(painter.font()).elidedText(row.name, Qt::ElideRight, name.width()));
    painter.setPen(row.band == Band::None ? tokens.muted : tokens.ink);
    theme::drawNumber(painter,
                      QRectF(box.right() - arrRoom - scoreRoom, box.top(), scoreRoom, box.height()),
                      Qt::AlignRight,
                      row.score);
    painter.setPen(tokens.muted);
    theme::drawNumber(painter,
                      QRectF(box.right() - arrRoom, box.top(), arrRoom - gap, box.height()),
                      Qt::AlignRight,
                      row.arr);
}

} // namespace hb::pages
