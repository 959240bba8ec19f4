// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/widgets/band_glyph.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/tile_delegate.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace hb::widgets {

namespace {

int count(const QImage& image, const QColor& colour, QRect where = {}) {
    where = where.isNull() ? image.rect() : where;
    int found = 0;
    for (int y = where.top(); y <= where.bottom(); ++y) {
        for (int x = where.left(); x <= where.right(); ++x) {
            found += image.pixelColor(x, y) == colour ? 1 : 0;
        }
    }
    return found;
}

QImage blank(QSize size, const QColor& ground) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(ground);
    return image;
}

TileData contoso(Band band) {
    TileData tile;
    tile.name = u"Contoso Manufacturing"_s;
    tile.band = band;
    tile.score = band == Band::None ? QString() : u"45"_s;
    tile.reason = u"Turned red on Thu"_s;
    tile.sparkline = {{60.0, 55.0, std::nullopt, 40.0, 30.0},
                      {{0, Band::Red}, {50, Band::Yellow}, {75, Band::Green}}};
    return tile;
}

} // namespace

TEST_CASE("paintTile") {
    theme::Theme theme(*qApp);
    theme.setChoice(GENERATE(theme::ThemeChoice::Light, theme::ThemeChoice::Dark));
    const theme::Tokens& tokens = theme.tokens();
    const QSize size = leastTileSize(TileSize::Medium, theme);
    const auto draw = [&](const TileData& tile, TileState state = {}) {
        QImage image = blank(size, tokens.canvas);
        QPainter painter(&image);
        paintTile(painter, QRectF(QPointF(), QSizeF(size)), tile, TileSize::Medium, state, theme);
        return image;
    };

    SECTION("the edge is the band's fill over the height, and no further") {
        for (const Band band : {Band::Red, Band::Yellow, Band::Green}) {
            const QImage image = draw(contoso(band));
            const int middle = size.height() / 2;
            CHECK(image.pixelColor(2, middle) == theme.band(band).fill);
            CHECK(image.pixelColor(2, size.height() - 16) == theme.band(band).fill);
            CHECK(image.pixelColor(theme.px(9), middle) == tokens.surface);
        }
    }
    SECTION("the corner is clipped") {
        CHECK(draw(contoso(Band::Red)).pixelColor(0, 0) == tokens.canvas);
    }
    SECTION("no data has a hatch, not a colour") {
        const QImage image = draw(contoso(Band::None));
        const QRect edge(1, 20, theme.px(4), size.height() - 40);
        const int plain = count(image, theme.band(Band::None).tint, edge);
        CHECK(plain > 0);
        CHECK(plain < edge.width() * edge.height()); // lines stand in it
        CHECK(count(image, theme.band(Band::Green).fill) == 0);
    }
    SECTION("selected it stands on the accent's tint") {
        CHECK(draw(contoso(Band::Red), {.selected = true}).pixelColor(size.width() - 6, 6) ==
              tokens.accentTint);
    }
    SECTION("a reason is in the band's text colour, a driver in ink") {
        const QRect row(theme.px(16), theme.px(76), theme.px(120), theme.px(16));
        CHECK(count(draw(contoso(Band::Red)), theme.band(Band::Red).text, row) > 0);
        TileData driven = contoso(Band::Red);
        driven.reason.clear();
        driven.driver = u"Open tickets cost 32"_s;
        CHECK(count(draw(driven), tokens.ink, row) > 0);
    }
    theme.setChoice(theme::ThemeChoice::Light);
}

TEST_CASE("tileCellSize") {
    theme::Theme theme(*qApp);
    SECTION("columns are floor((width + 12) / 224), and share the rest") {
        const int width = theme.px(1152);
        const int gap = theme.px(12);
        const int columns = (width + gap) / (theme.px(212) + gap);
        const QSize cell = tileCellSize(TileSize::Medium, width, theme);
        CHECK(columns == 5);
        CHECK(cell.width() * columns <= width + gap);
        CHECK(cell.width() * (columns + 1) > width + gap);
        CHECK(cell.height() == theme.px(128) + gap);
    }
    SECTION("a view narrower than a tile still has one column") {
        CHECK(tileCellSize(TileSize::Large, 100, theme).width() > 0);
    }
}

TEST_CASE("paintSparkline") {
    theme::Theme theme(*qApp);
    theme.setChoice(theme::ThemeChoice::Light);
    const auto draw = [&](const SparklineData& data) {
        QImage image = blank({80, 24}, theme.tokens().surface);
        QPainter painter(&image);
        paintSparkline(painter, QRectF(0, 0, 80, 24), data, theme);
        return image;
    };
    const std::vector<BandBound> bounds{{0, Band::Red}, {50, Band::Yellow}, {75, Band::Green}};
    const QColor red = theme.band(Band::Red).line, green = theme.band(Band::Green).line;

    SECTION("it begins in the colour of its first score and ends in that of its last") {
        const QImage image = draw({{95, 90, 85, 80, 60, 40, 30, 20, 15, 10, 10, 10}, bounds});
        CHECK(count(image, green, {0, 0, 20, 24}) > 0);
        CHECK(count(image, red, {0, 0, 20, 24}) == 0);
        CHECK(count(image, red, {60, 0, 20, 24}) > 0);
        CHECK(count(image, green, {60, 0, 20, 24}) == 0);
    }
    SECTION("weeks without a score are a gap") {
        const std::optional<double> none;
        const QImage image = draw({{90, 90, 90, 90, none, none, none, none, 90, 90, 90, 90}, bounds});
        CHECK(count(image, theme.tokens().surface, {32, 0, 12, 24}) == 12 * 24);
        CHECK(count(image, theme.tokens().surface) < 80 * 24);
    }
    SECTION("a last week without a score ends without a dot; no score at all draws nothing") {
        CHECK(count(draw({{90, std::nullopt}, bounds}), theme.band(Band::Green).fill) == 0);
        CHECK(count(draw({{std::nullopt, std::nullopt}, bounds}), theme.tokens().surface) == 80 * 24);
    }
}

TEST_CASE("paintBandGlyph") {
    theme::Theme theme(*qApp);
    theme.setChoice(theme::ThemeChoice::Light);
    SECTION("the four differ in shape, not only in colour") {
        std::vector<int> filled;
        for (const Band band : {Band::Red, Band::Yellow, Band::Green, Band::None}) {
            QImage image = blank({28, 28}, theme.tokens().surface);
            QPainter painter(&image);
            paintBandGlyph(painter, QRectF(0, 0, 28, 28), band, theme);
            painter.end();
            filled.push_back(28 * 28 - count(image, theme.tokens().surface));
        }
        CHECK(filled[0] > filled[2]); // the octagon fills more than the disc
        CHECK(filled[2] > filled[1]); // the disc more than the triangle
        CHECK(filled[1] > filled[3]); // the ring is hollow
    }
}

} // namespace hb::widgets
