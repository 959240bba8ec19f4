// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/theme/number_text.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/scheme_bar.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace hb::widgets {

namespace {
constexpr int side = 16, labelHeight = 24, barHeight = 16, handleRoom = 8, numberHeight = 20;
constexpr int glyph = 12, handleWidth = 10, handleHeight = 28;
} // namespace

QSize SchemeBar::sizeHint() const {
    return {m_theme.px(560), m_theme.px(labelHeight + barHeight + 2 * handleRoom + numberHeight)};
}

QSize SchemeBar::minimumSizeHint() const {
    return {m_theme.px(320), sizeHint().height()};
}

QRectF SchemeBar::barRect() const {
    const double margin = m_theme.px(side);
    return {margin,
            static_cast<double>(m_theme.px(labelHeight + handleRoom)),
            width() - 2 * margin,
            static_cast<double>(m_theme.px(barHeight))};
}

double SchemeBar::xOf(double score) const {
    return barRect().left() + barRect().width() * score / 100;
}

void SchemeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRanges(painter);
    paintBounds(painter);
}

void SchemeBar::paintRanges(QPainter& painter) const {
    QPainterPath whole;
    whole.addRoundedRect(barRect(), m_theme.px(4), m_theme.px(4));
    for (std::size_t at = 0; at < m_ranges.size(); ++at) {
        const double left = xOf(m_ranges[at].from);
        QPainterPath part;
        part.addRect(
            QRectF(left + (at > 0 ? 1 : 0), barRect().top(), xOf(upper(at)) - left, barRect().height()));
        fillBandShape(painter, part.intersected(whole), m_ranges[at].colour, m_theme);
        paintLabel(painter, at);
    }
}

/// The glyph and the label over the middle of a range; what has no room is left out: the rows below say it.
void SchemeBar::paintLabel(QPainter& painter, std::size_t range) const {
    const double left = xOf(m_ranges[range].from), right = xOf(upper(range));
    const double sign = m_theme.px(glyph), gap = m_theme.px(theme::space::xs);
    if (right - left < sign + gap) {
        return;
    }
    painter.setFont(m_theme.font(theme::TextRole::Secondary));
    const QFontMetricsF metrics(painter.font());
    const double room = right - left - sign - 3 * gap;
    const QString label =
        metrics.elidedText(wording::fromUtf8(m_ranges[range].label), Qt::ElideRight, std::max(0.0, room));
    const double words = room < sign ? 0 : metrics.horizontalAdvance(label) + gap;
    const double x = (left + right - sign - words) / 2;
    const double middle = m_theme.px(labelHeight) / 2.0;
    paintBandGlyph(painter, QRectF(x, middle - sign / 2, sign, sign), m_ranges[range].colour, m_theme);
    if (words > 0) {
        painter.setPen(m_theme.tokens().ink);
        painter.drawText(QRectF(x + sign + gap, 0, words + 1, 2 * middle),
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                         label);
    }
}

/// The numbers under the bar, the current one first: what would touch one that stands is left out.
void SchemeBar::paintBounds(QPainter& painter) const {
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    const int decimals = wording::schemeDecimals(m_ranges);
    const double top = barRect().bottom() + m_theme.px(handleRoom);
    std::vector<QRectF> taken;
    const auto number = [&](double score, const QColor& colour) {
        const QString text = wording::scoreText(score, decimals);
        const double wide = theme::numberWidth(metrics, text);
        const QRectF box(xOf(score) - wide / 2, top, wide, m_theme.px(numberHeight));
        const QRectF room = box.adjusted(-m_theme.px(3), 0, m_theme.px(3), 0);
        if (std::ranges::none_of(taken, [&](const QRectF& other) { return other.intersects(room); })) {
            painter.setPen(colour);
            theme::drawNumber(painter, box, Qt::AlignHCenter, text);
            taken.push_back(room);
        }
    };
    const theme::Tokens& tokens = m_theme.tokens();
    if (m_current < m_ranges.size()) {
        number(m_ranges[m_current].from, tokens.ink);
    }
    for (std::size_t bound = 1; bound < m_ranges.size(); ++bound) {
        if (bound != m_current) {
            number(m_ranges[bound].from, tokens.ink);
        }
    }
    number(0, tokens.muted);
    number(100, tokens.muted);
    for (std::size_t bound = 1; m_editable && bound < m_ranges.size(); ++bound) {
        if (bound != m_current) {
            paintHandle(painter, bound);
        }
    }
    if (m_editable && m_current < m_ranges.size()) {
        paintHandle(painter, m_current);
    }
}

void SchemeBar::paintHandle(QPainter& painter, std::size_t bound) const {
    const theme::Tokens& tokens = m_theme.tokens();
    QRectF grip(0, 0, m_theme.px(handleWidth), m_theme.px(handleHeight));
    grip.moveCenter(placeOf(bound));
    const bool isCurrent = bound == m_current && (hasFocus() || m_drag);
    const double radius = m_theme.px(4);
    const double far = theme::size::focusDistance + theme::size::focusRing / 2.0;
    if (isCurrent) { // the ground between ring and handle is the card's, not the bar's
        painter.setPen(QPen(tokens.accent, theme::size::focusRing));
        painter.setBrush(tokens.surface);
        painter.drawRoundedRect(grip.adjusted(-far, -far, far, far), radius + far, radius + far);
    }
    const bool isHovered = m_hovered == bound;
    painter.setPen(QPen(isCurrent || isHovered ? tokens.ink : tokens.controlEdge, 1));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(grip.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(QPen(tokens.muted, 1));
    const double reach = m_theme.px(5), apart = m_theme.px(1.5);
    for (const double x : {grip.center().x() - apart, grip.center().x() + apart}) {
        painter.drawLine(QPointF(x, grip.center().y() - reach), QPointF(x, grip.center().y() + reach));
    }
}

} // namespace hb::widgets
