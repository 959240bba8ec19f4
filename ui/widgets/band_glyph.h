// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "core/scoring/trend.h"
#include "ui/theme/theme.h"

#include <QBrush>
#include <QWidget>

class QPainter;

namespace hb::widgets {

/// The sign of a band beside its colour: red an octagon with !, yellow a triangle, green a disc with a tick,
/// none a dashed ring. Fills `rect`, which should be square.
void paintBandGlyph(QPainter& painter, const QRectF& rect, Band band, const theme::Theme& theme);
/// The glyph as a picture, for item views and menus; `gap` more pixels are clear on its right, for buttons
/// whose style puts words too close.
[[nodiscard]] QPixmap
bandGlyphPixmap(Band band, const theme::Theme& theme, int side, double devicePixelRatio, int gap = 0);
/// What fills shapes of a band: its fill, or the hatch of none (45 degrees, 1 px every 5).
void fillBandShape(QPainter& painter, const QPainterPath& shape, Band band, const theme::Theme& theme);
/// Up and down a solid triangle, steady a bar; nothing for no trend.
void paintTrendArrow(QPainter& painter,
                     const QRectF& rect,
                     scoring::Direction direction,
                     const QColor& colour);

/// A glyph on its own, with the band's name as tooltip and for screen readers.
class BandGlyph : public QWidget {
    Q_OBJECT

public:
    BandGlyph(const theme::Theme& theme, int size, QWidget* parent = nullptr);
    void setBand(Band band);
    [[nodiscard]] Band band() const { return m_band; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const theme::Theme& m_theme;
    int m_size;
    Band m_band = Band::None;
};

} // namespace hb::widgets
