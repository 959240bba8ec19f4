// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/effect_bars.h"

#include "core/wording/numbers.h"
#include "ui/widgets/band_glyph.h"

#include <QPainter>
#include <QPainterPath>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace hb::pages {

namespace {

constexpr int labelWide = 60, lineHigh = 16, glyphSide = 12;
constexpr double leastPart = 3;

QString changeText(const QString& before, const QString& after) {
    const QString none = QStringLiteral("0");
    const QString was = before.isEmpty() ? none : before;
    const QString now = after.isEmpty() ? none : after;
    return was == now ? now : EffectBars::tr("%1 \u2192 %2").arg(was, now);
}

} // namespace

EffectBars::EffectBars(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void EffectBars::setSides(const QString& what, const Side& before, const Side& after) {
    m_what = what;
    m_before = before;
    m_after = after;
    QStringList words;
    for (std::size_t band = 0; band < before.words.size(); ++band) {
        if (!before.words[band].isEmpty() || !after.words[band].isEmpty()) {
            words.append(tr("%1 %2").arg(wording::bandName(static_cast<Band>(band)),
                                         changeText(before.words[band], after.words[band])));
        }
    }
    setAccessibleName(tr("%1: %2").arg(what, words.join(QStringLiteral(", "))));
    update();
}

QSize EffectBars::sizeHint() const {
    return {m_theme.px(240), 3 * m_theme.px(lineHigh) + m_theme.px(theme::space::xs)};
}

void EffectBars::paintBar(QPainter& painter, const QString& label, const Side& side, int top) const {
    const int high = m_theme.px(lineHigh);
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    painter.setPen(m_theme.tokens().muted);
    painter.drawText(QRect(0, top, m_theme.px(labelWide), high), Qt::AlignLeft | Qt::AlignVCenter, label);
    const double whole = std::accumulate(side.amounts.begin(), side.amounts.end(), 0.0);
    const double room = width() - m_theme.px(labelWide);
    const double thick = m_theme.px(theme::size::bar);
    double left = m_theme.px(labelWide);
    for (std::size_t band = 0; band < side.amounts.size(); ++band) {
        if (side.amounts[band] <= 0 || whole <= 0) {
            continue;
        }
        const double wide = std::max(leastPart, side.amounts[band] / whole * room);
        QPainterPath shape;
        shape.addRoundedRect(QRectF(left, top + (high - thick) / 2, wide - 1, thick),
                             m_theme.px(theme::radius::bar),
                             m_theme.px(theme::radius::bar));
        widgets::fillBandShape(painter, shape, static_cast<Band>(band), m_theme);
        left += wide;
    }
}

void EffectBars::paintWords(QPainter& painter, int top) const {
    const int high = m_theme.px(lineHigh);
    const int glyph = m_theme.px(glyphSide);
    painter.setFont(m_theme.font(theme::TextRole::Caption));
    const QFontMetrics metrics(painter.font());
    const int besides = glyph + m_theme.px(theme::space::xs) + m_theme.px(theme::space::m) + 2;
    int needed = m_theme.px(labelWide);
    for (std::size_t band = 0; band < m_before.words.size(); ++band) {
        needed += besides + metrics.horizontalAdvance(changeText(m_before.words[band], m_after.words[band]));
    }
    const bool isTight = needed > width() + m_theme.px(theme::space::m); // then without the label's room
    int x = isTight ? 0 : m_theme.px(labelWide);
    for (std::size_t band = 0; band < m_before.words.size(); ++band) {
        const bool stays = m_before.words[band] == m_after.words[band];
        if (m_after.words[band].isEmpty() && (stays || isTight)) {
            continue;
        }
        if (isTight && stays && static_cast<Band>(band) == Band::None) {
            continue;
        }
        widgets::paintBandGlyph(
            painter, QRectF(x, top + (high - glyph) / 2.0, glyph, glyph), static_cast<Band>(band), m_theme);
        const QString words = changeText(m_before.words[band], m_after.words[band]);
        const int wide = metrics.horizontalAdvance(words) + 2;
        painter.setPen(stays ? m_theme.tokens().muted : m_theme.tokens().ink);
        painter.drawText(QRect(x + glyph + m_theme.px(theme::space::xs), top, wide, high),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         words);
        x += glyph + m_theme.px(theme::space::xs) + wide + m_theme.px(theme::space::m);
    }
}

void EffectBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int high = m_theme.px(lineHigh);
    paintBar(painter, m_what, m_before, 0);
    paintBar(painter, tr("After"), m_after, high);
    paintWords(painter, 2 * high + m_theme.px(theme::space::xs));
}

} // namespace hb::pages
