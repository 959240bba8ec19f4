// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/team_report.h"
#include "tests/support/catch.h"
#include "ui/theme/tokens.h"

#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

namespace hb::theme {

namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

struct Rgb {
    double red, green, blue; ///< linear light
};

Rgb lightOf(const QColor& colour) {
    return {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
}

double luminance(const Rgb& light) {
    return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue;
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(lightOf(a)), second = luminance(lightOf(b));
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

struct Lab {
    double l, a, b;
};

Lab toLab(const Rgb& light) {
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * light.red + 0.3575761 * light.green + 0.1804375 * light.blue) / 0.95047);
    const double y = f(0.2126729 * light.red + 0.7151522 * light.green + 0.0721750 * light.blue);
    const double z = f((0.0193339 * light.red + 0.1191920 * light.green + 0.9503041 * light.blue) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double degrees(double radians) {
    return radians * 180 / std::numbers::pi;
}

double radians(double angle) {
    return angle * std::numbers::pi / 180;
}

// CIEDE2000 after Sharma, Wu and Dalal.
double difference(const Lab& one, const Lab& two) {
    const double meanChroma = (std::hypot(one.a, one.b) + std::hypot(two.a, two.b)) / 2;
    const double seventh = std::pow(meanChroma, 7);
    const double g = 0.5 * (1 - std::sqrt(seventh / (seventh + std::pow(25.0, 7))));
    const double a1 = one.a * (1 + g), a2 = two.a * (1 + g);
    const double c1 = std::hypot(a1, one.b), c2 = std::hypot(a2, two.b);
    const auto hue = [](double a, double b) {
        const double angle = a == 0 && b == 0 ? 0 : degrees(std::atan2(b, a));
        return angle < 0 ? angle + 360 : angle;
    };
    const double h1 = hue(a1, one.b), h2 = hue(a2, two.b);
    double dh = h2 - h1;
    if (c1 * c2 == 0) {
        dh = 0;
    } else if (std::abs(dh) > 180) {
        dh += dh > 0 ? -360 : 360;
    }
    const double dL = two.l - one.l, dC = c2 - c1, dH = 2 * std::sqrt(c1 * c2) * std::sin(radians(dh / 2));
    const double l = (one.l + two.l) / 2, c = (c1 + c2) / 2;
    double h = h1 + h2;
    if (c1 * c2 != 0) {
        h = std::abs(h1 - h2) <= 180 ? h / 2 : (h < 360 ? (h + 360) / 2 : (h - 360) / 2);
    }
    const double t = 1 - 0.17 * std::cos(radians(h - 30)) + 0.24 * std::cos(radians(2 * h)) +
                     0.32 * std::cos(radians(3 * h + 6)) - 0.20 * std::cos(radians(4 * h - 63));
    const double sL = 1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50));
    const double sC = 1 + 0.045 * c, sH = 1 + 0.015 * c * t;
    const double c7 = std::pow(c, 7);
    const double rT = -std::sin(radians(60 * std::exp(-std::pow((h - 275) / 25, 2)))) * 2 *
                      std::sqrt(c7 / (c7 + std::pow(25.0, 7)));
    return std::sqrt(std::pow(dL / sL, 2) + std::pow(dC / sC, 2) + std::pow(dH / sH, 2) +
                     rT * (dC / sC) * (dH / sH));
}

// Linear light as seen without the red cones and without the green cones (Machado, Oliveira and Fernandes,
// severity 1).
Rgb apply(const std::array<double, 9>& m, const Rgb& in) {
    const auto bounded = [](double value) { return std::min(1.0, std::max(0.0, value)); };
    return {bounded(m[0] * in.red + m[1] * in.green + m[2] * in.blue),
            bounded(m[3] * in.red + m[4] * in.green + m[5] * in.blue),
            bounded(m[6] * in.red + m[7] * in.green + m[8] * in.blue)};
}
constexpr std::array<double, 9> protan{
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998};
constexpr std::array<double, 9> deutan{
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881};

Rgb grey(const Rgb& light) {
    const double y = luminance(light);
    return {y, y, y};
}

const std::array<const Tokens*, 2> themes{&lightTokens, &darkTokens};

} // namespace

TEST_CASE("tokens") {
    const Tokens& tokens = *GENERATE(from_range(themes));
    INFO((tokens.isDark ? "dark" : "light"));
    const std::vector<QColor> grounds{tokens.canvas, tokens.surface, tokens.raised};

    SECTION("text is at least 4.5:1 on canvas, surface, raised and the accent's tint") {
        for (const QColor& text : {tokens.ink, tokens.muted}) {
            for (const QColor& ground : {tokens.canvas, tokens.surface, tokens.raised, tokens.accentTint}) {
                CHECK(contrast(text, ground) >= 4.5);
            }
        }
        CHECK(contrast(tokens.onAccent, tokens.accent) >= 4.5);
        for (const QColor& ground : grounds) {
            CHECK(contrast(tokens.accent, ground) >= 4.5);
        }
    }
    SECTION("a band's text is at least 4.5:1 on canvas, surface and its own tint") {
        for (const BandStyle& band : tokens.bands) {
            for (const QColor& ground : {tokens.canvas, tokens.surface, band.tint}) {
                CHECK(contrast(band.text, ground) >= 4.5);
            }
            CHECK(contrast(tokens.ink, band.tint) >= 4.5);
        }
    }
    SECTION("lines and control edges are at least 3:1") {
        for (const QColor& ground : {tokens.canvas, tokens.surface}) {
            CHECK(contrast(tokens.controlEdge, ground) >= 3);
            for (const BandStyle& band : tokens.bands) {
                CHECK(contrast(band.line, ground) >= 3);
            }
        }
    }
    SECTION("the mark in a glyph is seen") {
        for (const Band band : {Band::Red, Band::Yellow, Band::Green}) {
            CHECK(contrast(tokens.band(band).mark, tokens.band(band).fill) >= 3);
        }
    }
    SECTION("fills differ by 15 for red-green blindness and by 11 in greyscale") {
        for (const auto& [one, two] : {std::pair(Band::Red, Band::Yellow),
                                       std::pair(Band::Yellow, Band::Green),
                                       std::pair(Band::Red, Band::Green)}) {
            const Rgb first = lightOf(tokens.band(one).fill), second = lightOf(tokens.band(two).fill);
            CHECK(difference(toLab(apply(protan, first)), toLab(apply(protan, second))) >= 15);
            CHECK(difference(toLab(apply(deutan, first)), toLab(apply(deutan, second))) >= 15);
            CHECK(difference(toLab(grey(first)), toLab(grey(second))) >= 11);
        }
    }
}

TEST_CASE("difference") {
    // Pairs 1 and 25 of the published test data keep the ruler itself honest.
    CHECK_THAT(difference({50, 2.6772, -79.7751}, {50, 0, -82.7485}), test::WithinAbs(2.0425, 1e-4));
    CHECK_THAT(difference({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}),
               test::WithinAbs(1.2644, 1e-4));
}

TEST_CASE("tokens: the report of a team has the window's colours, light and dark") {
    const QString html = QString::fromUtf8(report::teamHtml({}, QString()));
    const qsizetype darkFrom = html.indexOf(QLatin1StringView("prefers-color-scheme:dark"));
    REQUIRE(darkFrom > 0);
    for (const Tokens* tokens : {&lightTokens, &darkTokens}) {
        const QString part = tokens->isDark ? html.mid(darkFrom) : html.left(darkFrom);
        const auto has = [&part](const char* name, const QColor& colour) {
            return part.contains(QString::fromLatin1(name) + colour.name().toUpper());
        };
        CHECK(has("--canvas:", tokens->canvas));
        CHECK(has("--surface:", tokens->surface));
        CHECK(has("--ink:", tokens->ink));
        CHECK(has("--muted:", tokens->muted));
        CHECK(has("--line:", tokens->line));
        CHECK(has("--red:", tokens->band(Band::Red).line));
    }
}

} // namespace hb::theme
