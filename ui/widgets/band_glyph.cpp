// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/band_glyph.h"

#include "core/wording/sentences.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>

namespace hb::widgets {

namespace {

// Shapes on a field of 14 x 14, the size of a glyph in a tile.
constexpr double field = 14;

QPainterPath octagon() {
    constexpr double low = 0.5, high = 13.5, cut = 3.9;
    QPolygonF shape;
    shape << QPointF(low + cut, low) << QPointF(high - cut, low) << QPointF(high, low + cut)
          << QPointF(high, high - cut) << QPointF(high - cut, high) << QPointF(low + cut, high)
          << QPointF(low, high - cut) << QPointF(low, low + cut);
    QPainterPath path;
    path.addPolygon(shape);
    path.closeSubpath();
    return path;
}

QPainterPath triangle() {
    QPolygonF shape;
    shape << QPointF(7, 1) << QPointF(13.4, 12.9) << QPointF(0.6, 12.9);
    QPainterPath path;
    path.addPolygon(shape);
    path.closeSubpath();
    return path;
}

void paintExclamation(QPainter& painter, const QColor& colour) {
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(7, 3.8), QPointF(7, 7.6));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(7, 10.3), 1.05, 1.05);
}

void paintTick(QPainter& painter, const QColor& colour) {
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    QPainterPath tick(QPointF(4.1, 7.3));
    tick.lineTo(6.2, 9.4);
    tick.lineTo(10, 5.1);
    painter.drawPath(tick);
}

} // namespace

void paintBandGlyph(QPainter& painter, const QRectF& rect, Band band, const theme::Theme& theme) {
    const theme::BandStyle& style = theme.band(band);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / field, rect.height() / field);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.fill);
    switch (band) {
    case Band::Red:
        painter.drawPath(octagon());
        paintExclamation(painter, style.mark);
        break;
    case Band::Yellow:
        painter.setPen(QPen(style.line, 1, Qt::SolidLine, Qt::SquareCap, Qt::RoundJoin));
        painter.drawPath(triangle());
        break;
    case Band::Green:
        painter.drawEllipse(QRectF(0.5, 0.5, 13, 13));
        paintTick(painter, style.mark);
        break;
    case Band::None: {
        QPen dashes(style.line, 1.5);
        dashes.setDashPattern({1.75, 1.65}); // in pen widths: an even number of dashes around
        dashes.setCapStyle(Qt::FlatCap);
        painter.setPen(dashes);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(1.5, 1.5, 11, 11));
        break;
    }
    }
    painter.restore();
}

QPixmap bandGlyphPixmap(Band band, const theme::Theme& theme, int side, double devicePixelRatio, int gap) {
    const auto pixels = [devicePixelRatio](int length) {
        return static_cast<int>(std::lround(length * devicePixelRatio));
    };
    QPixmap pixmap(pixels(side + gap), pixels(side));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintBandGlyph(painter, QRectF(0, 0, side, side), band, theme);
    return pixmap;
}

void fillBandShape(QPainter& painter, const QPainterPath& shape, Band band, const theme::Theme& theme) {
    const theme::BandStyle& style = theme.band(band);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (band != Band::None) {
        painter.fillPath(shape, style.fill);
        if (band == Band::Yellow) { // on a light ground its fill alone is too faint
            painter.setClipPath(shape, Qt::IntersectClip);
            painter.strokePath(shape, QPen(style.line, 2));
        }
        painter.restore();
        return;
    }
    painter.fillPath(shape, style.tint);
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.setPen(QPen(style.fill, 1));
    const QRectF box = shape.boundingRect();
    constexpr double step = 5 * 1.41421356237; // 5 px between the lines, measured along the edge
    const double first = std::floor((box.left() - box.height()) / step) * step;
    for (double x = first; x < box.right(); x += step) {
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    }
    painter.restore();
}

void paintTrendArrow(QPainter& painter,
                     const QRectF& rect,
                     scoring::Direction direction,
                     const QColor& colour) {
    if (direction == scoring::Direction::None) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double half = rect.width() / 2;
    const QPointF middle = rect.center();
    if (direction == scoring::Direction::Steady) {
        painter.drawRect(QRectF(middle.x() - half, middle.y() - half * 0.3, rect.width(), half * 0.6));
    } else {
        const double tip = direction == scoring::Direction::Up ? -half : half;
        const std::array<QPointF, 3> corners{QPointF(middle.x() - half, middle.y() - tip * 0.8),
                                             QPointF(middle.x() + half, middle.y() - tip * 0.8),
                                             QPointF(middle.x(), middle.y() + tip)};
        painter.drawPolygon(corners.data(), 3);
    }
    painter.restore();
}

BandGlyph::BandGlyph(const theme::Theme& theme, int size, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_size(size) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_theme, &theme::Theme::changed, this, [this] { updateGeometry(), update(); });
    setBand(Band::None);
}

void BandGlyph::setBand(Band band) {
    m_band = band;
    setToolTip(wording::bandName(band));
    setAccessibleName(wording::bandName(band));
    update();
}

QSize BandGlyph::sizeHint() const {
    return {m_theme.px(m_size), m_theme.px(m_size)};
}

void BandGlyph::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double side = m_theme.px(m_size);
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(rect()).center());
    paintBandGlyph(painter, box, m_band, m_theme);
}

} // namespace hb::widgets
