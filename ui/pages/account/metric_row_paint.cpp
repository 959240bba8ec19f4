// SPDX-License-Identifier: GPL-3.0-or-later
// How a metric's row looks.
#include "ui/pages/account/metric_row.h"
#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/sparkline.h"

#include <QPainter>

namespace hb::pages {

namespace {

// The columns of a row, from the right: help, share under the score, sparkline, age under the value; the name
// has the rest.
constexpr int helpWidth = 28, rowScoreWidth = 52, sparkWidth = 80, sparkHeight = 24, valueWidth = 96,
              columnGap = 12;
constexpr int glyph = 12, upperLine = 17, lowerLine = 14;

/// Two lines of a column: one text in the upper, a smaller one under it; alone it stands in the middle.
struct TwoLines {
    QRectF upper, lower;
};

TwoLines linesOf(const theme::Theme& theme, double left, double width, bool isAlone) {
    const double top = theme.px(1), high = theme.px(theme::size::row);
    if (isAlone) {
        return {.upper = {left, 0, width, high}, .lower = {}};
    }
    return {.upper = {left, top, width, theme.px(upperLine) * 1.0},
            .lower = {left, top + theme.px(upperLine - 1), width, theme.px(lowerLine) * 1.0}};
}

void drawWords(QPainter& painter, const QRectF& box, const QString& text, Qt::Alignment where) {
    painter.drawText(box,
                     static_cast<int>(where | Qt::AlignVCenter) | Qt::TextSingleLine,
                     QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, box.width()));
}

} // namespace

void MetricRow::paintScore(QPainter& painter, const QRectF& box) const {
    const theme::Tokens& tokens = m_theme.tokens();
    const double side = m_theme.px(glyph);
    const TwoLines lines = linesOf(m_theme, box.left(), box.width(), m_facts.share.isEmpty());
    painter.setFont(m_theme.font(theme::TextRole::Body));
    painter.setPen(tokens.ink);
    theme::drawNumber(painter, lines.upper, Qt::AlignRight, m_facts.score);
    const double number = theme::numberWidth(QFontMetricsF(painter.font()), m_facts.score);
    const double gapToNumber = m_facts.score.isEmpty() ? 0 : m_theme.px(theme::space::xs);
    widgets::paintBandGlyph(painter,
                            QRectF(lines.upper.right() - number - side - gapToNumber,
                                   lines.upper.center().y() - side / 2,
                                   side,
                                   side),
                            m_facts.band,
                            m_theme);
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    painter.setPen(tokens.muted);
    theme::drawNumber(painter, lines.lower, Qt::AlignRight, m_facts.share);
}

void MetricRow::paintWords(QPainter& painter, double right) const {
    const theme::Tokens& tokens = m_theme.tokens();
    const double valueLeft = right - m_theme.px(valueWidth);
    const TwoLines name = linesOf(m_theme, 0, valueLeft - m_theme.px(columnGap), m_facts.who.isEmpty());
    const TwoLines value = linesOf(m_theme, valueLeft, m_theme.px(valueWidth), m_facts.age.isEmpty());
    painter.setFont(m_theme.font(theme::TextRole::Body));
    painter.setPen(tokens.ink);
    drawWords(painter, name.upper, m_facts.name, Qt::AlignLeft);
    painter.setPen(m_facts.score.isEmpty() ? tokens.muted : tokens.ink);
    drawWords(painter, value.upper, m_facts.value, Qt::AlignRight);
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    painter.setPen(tokens.muted);
    drawWords(painter, name.lower, m_facts.who, Qt::AlignLeft);
    painter.setPen(m_facts.isFresh ? tokens.muted : tokens.ink);
    drawWords(painter, value.lower, m_facts.age, Qt::AlignRight);
}

void MetricRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double high = m_theme.px(theme::size::row);
    double right = width() - m_theme.px(helpWidth) - m_theme.px(rowScoreWidth);
    paintScore(painter, QRectF(right, 0, m_theme.px(rowScoreWidth), high));
    right -= m_theme.px(columnGap) + m_theme.px(sparkWidth);
    widgets::paintSparkline(
        painter,
        QRectF(right, (high - m_theme.px(sparkHeight)) / 2, m_theme.px(sparkWidth), m_theme.px(sparkHeight)),
        m_facts.sparkline,
        m_theme);
    paintWords(painter, right - m_theme.px(columnGap));
}

} // namespace hb::pages
