// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/band_bar.h"

#include "ui/widgets/band_glyph.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <numeric>

namespace hb::widgets {

namespace {
constexpr int rowHeight = 24, labelWidth = 72, legendCell = 104, glyph = 12, separator = 1;
}

void paintBandParts(QPainter& painter,
                    const QRectF& bar,
                    const std::array<double, 4>& amounts,
                    const theme::Theme& theme) {
    const double total = std::accumulate(amounts.begin(), amounts.end(), 0.0);
    if (total <= 0) {
        return;
    }
    QPainterPath whole;
    whole.addRoundedRect(bar, theme.px(theme::radius::bar), theme.px(theme::radius::bar));
    double before = 0;
    for (std::size_t band = 0; band < amounts.size(); ++band) {
        const double left = bar.left() + bar.width() * before / total;
        before += amounts[band];
        const double right = bar.left() + bar.width() * before / total;
        if (right > left) {
            QPainterPath shape;
            shape.addRect(QRectF(left, bar.top(), right - left, bar.height())
                              .adjusted(band > 0 ? separator : 0, 0, 0, 0));
            fillBandShape(painter, shape.intersected(whole), static_cast<Band>(band), theme);
        }
    }
}

BandBar::BandBar(const theme::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &theme::Theme::changed, this, [this] { updateGeometry(), update(); });
}

void BandBar::setBar(const QString& label,
                     const std::array<BandShare, 4>& bands,
                     const QString& description) {
    m_label = label;
    m_bands = bands;
    setAccessibleName(label);
    setAccessibleDescription(description);
    setToolTip(description);
    update();
}

QSize BandBar::sizeHint() const {
    return {m_theme.px(labelWidth + 4 * legendCell + 240), m_theme.px(rowHeight)};
}

QSize BandBar::minimumSizeHint() const {
    return {m_theme.px(labelWidth + 4 * legendCell + 80), m_theme.px(rowHeight)};
}

QRectF BandBar::barRect() const {
    const double left = m_theme.px(labelWidth);
    const double right = width() - m_theme.px(4 * legendCell + theme::space::m);
    const double thick = m_theme.px(theme::size::bar);
    return {left, (height() - thick) / 2, std::max(0.0, right - left), thick};
}

QRectF BandBar::legendRect(std::size_t band) const {
    const double cell = m_theme.px(legendCell);
    return {width() - cell * static_cast<double>(4 - band), 0, cell, static_cast<double>(height())};
}

void BandBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = m_theme.font(theme::TextRole::Secondary);
    painter.setFont(font);
    painter.setPen(m_theme.tokens().muted);
    painter.drawText(QRectF(0, 0, m_theme.px(labelWidth - 8), height()),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                     m_label);
    std::array<double, 4> amounts{};
    std::ranges::transform(m_bands, amounts.begin(), &BandShare::amount);
    paintBandParts(painter, barRect(), amounts, m_theme);
    for (std::size_t band = 0; band < m_bands.size(); ++band) {
        if (m_bands[band].legend.isEmpty()) {
            continue;
        }
        const QRectF cell = legendRect(band);
        const double side = m_theme.px(glyph);
        paintBandGlyph(painter,
                       QRectF(cell.left(), cell.center().y() - side / 2, side, side),
                       static_cast<Band>(band),
                       m_theme);
        painter.setFont(font);
        painter.setPen(m_theme.tokens().ink);
        painter.drawText(cell.adjusted(side + m_theme.px(6), 0, 0, 0),
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                         m_bands[band].legend);
    }
}

} // namespace hb::widgets
