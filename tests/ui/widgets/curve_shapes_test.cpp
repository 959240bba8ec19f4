// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/band.h"
#include "core/scoring/curve.h"
#include "tests/support/catch.h"
#include "ui/widgets/curve_scale.h"
#include "ui/widgets/curve_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace hb;
using namespace hb::widgets;
using Curve = std::vector<CurvePoint>;

namespace {

constexpr std::array shapes{
    CurveShape::HigherIsBetter, CurveShape::LowerIsBetter, CurveShape::SweetSpot, CurveShape::ThreeBands};

std::vector<double> countedTo(int last) {
    std::vector<double> values(static_cast<std::size_t>(last) + 1);
    std::iota(values.begin(), values.end(), 0.0);
    return values;
}

/// What formats.md asks of a curve.
bool isValid(const Curve& curve) {
    const auto rises = [](const CurvePoint& a, const CurvePoint& b) { return !(a.value < b.value); };
    return curve.size() >= 2 && std::ranges::adjacent_find(curve, rises) == curve.end() &&
           std::ranges::all_of(curve, [](const CurvePoint& point) {
               return std::isfinite(point.value) && point.score >= 0 && point.score <= 100 &&
                      (std::abs(point.value) >= 1e9 || point.value == std::round(point.value * 1e6) / 1e6);
           });
}

} // namespace

TEST_CASE("percentile") {
    const std::vector<double> values{1, 2, 3, 10};
    CHECK(percentile(values, 0) == 1);
    CHECK(percentile(values, 1) == 10);
    CHECK(percentile(values, 0.5) == 2.5);
    CHECK(percentile({}, 0.5) == 0);
}

TEST_CASE("quick starts of a curve") {
    const Scheme scheme = redYellowGreenScheme();

    SECTION("higher is better, lower is better: a straight line between worst and best") {
        CHECK(higherIsBetter(5, 50) == Curve{{5, 0}, {50, 100}});
        CHECK(lowerIsBetter(0, 20) == Curve{{0, 100}, {20, 0}});
        CHECK(curveShape(CurveShape::HigherIsBetter, countedTo(100), scheme, Better::Higher) ==
              Curve{{5, 0}, {95, 100}});
        CHECK(curveShape(CurveShape::LowerIsBetter, countedTo(100), scheme, Better::Lower) ==
              Curve{{5, 100}, {95, 0}});
    }
    SECTION("a sweet spot over the middle half") {
        CHECK(curveShape(CurveShape::SweetSpot, countedTo(100), scheme, Better::Higher) ==
              Curve{{5, 0}, {25, 100}, {75, 100}, {95, 0}});
    }
    SECTION("three bands give a third of the accounts each colour, whichever way is better") {
        const std::vector<double> values = countedTo(99);
        for (const Better better : {Better::Higher, Better::Lower}) {
            const Curve curve = curveShape(CurveShape::ThreeBands, values, scheme, better);
            std::array<int, 4> counts{};
            for (const double value : values) {
                const Band band = scoring::bandOf(scheme.ranges, scoring::curveScore(curve, value));
                ++counts[static_cast<std::size_t>(band)];
            }
            for (const Band band : {Band::Red, Band::Yellow, Band::Green}) {
                CHECK(std::abs(counts[static_cast<std::size_t>(band)] - 33) <= 2);
            }
            CHECK((curve.front().score < curve.back().score) == (better == Better::Higher));
        }
    }
    SECTION("are valid whatever the book holds") {
        const std::vector<std::vector<double>> books{
            {},
            {0},
            {7, 7, 7, 7},
            {-3, -3},
            {0.000001, 0.000002},
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 1000},
            {1e15, 1e15},
            {-1e300, 1e300},
            {4.123456, 4.123457, 4.123458},
        };
        Scheme twoRanges = scheme;
        twoRanges.ranges = {{.from = 0, .label = "Low", .colour = Band::Red, .help = {}},
                            {.from = 60, .label = "High", .colour = Band::Green, .help = {}}};
        for (const std::vector<double>& values : books) {
            for (const CurveShape shape : shapes) {
                for (const Better better : {Better::Higher, Better::Lower}) {
                    CAPTURE(values, static_cast<int>(shape));
                    CHECK(isValid(curveShape(shape, values, scheme, better)));
                    CHECK(isValid(curveShape(shape, values, twoRanges, better)));
                }
            }
        }
        CHECK(isValid(higherIsBetter(5, 5)));
        CHECK(isValid(sweetSpot(5, 5, 5, 5)));
        CHECK(isValid(sweetSpot(0, 90, 10, 100)));
    }
}

TEST_CASE("the value axis") {
    const Curve curve{{0, 0}, {50, 100}};

    SECTION("covers the curve and all but the outermost values") {
        std::vector<double> values = countedTo(199);
        values.back() = 1e6;
        const ValueAxis axis = valueAxis(curve, values);
        CHECK(axis.low == 0);
        CHECK(axis.high > 190);
        CHECK(axis.high < 300);
        CHECK(valueAxis(curve, {}).high > 50);
    }
    SECTION("goes below 0 where something does") {
        CHECK(valueAxis(Curve{{-20, 0}, {20, 100}}, {}).low < -20);
    }
    SECTION("has a width where all is the same") {
        const ValueAxis axis = valueAxis(Curve{{3, 50}}, std::vector<double>{3, 3});
        CHECK(axis.low < 3);
        CHECK(axis.high > 3);
    }
    SECTION("counts every value in a bar, those beyond it in the outer ones") {
        const std::vector<std::size_t> bars =
            histogram(std::vector<double>{-5, 0, 1, 9.9, 10, 99}, {0, 10}, 5);
        CHECK(bars == std::vector<std::size_t>{3, 0, 0, 0, 3});
    }
    SECTION("is labelled at round numbers") {
        CHECK(axisTicks({0, 53}, 5) == std::vector<double>{0, 20, 40});
        CHECK(axisTicks({-1, 1}, 4) == std::vector<double>{-1, -0.5, 0, 0.5, 1});
    }
}

TEST_CASE("steps and texts of values") {
    CHECK(valueStep(100) == 1);
    CHECK_THAT(valueStep(50), test::WithinAbs(0.1, 1e-12));
    CHECK(snapped(12.3456, 0.1) == 12.3);
    CHECK(snapped(0.30000000000000004, 1e-6) == 0.3);
    CHECK(keyStep(250) == 5);
    CHECK(exactText(12) == QStringLiteral("12"));
    CHECK(exactText(0.000001) == QStringLiteral("0.000001"));
    CHECK(exactText(-1234.5) == QStringLiteral("\u22121234.5"));
    CHECK(axisText(120000) == QStringLiteral("120k"));
    CHECK(withUnit(QStringLiteral("40"), QStringLiteral("%")) == QStringLiteral("40%"));
}

TEST_CASE("where a point fits") {
    const Curve curve{{0, 0}, {5, 50}, {20, 75}};
    CHECK(between(curve, 1, 12, 0.1) == 12);
    CHECK(between(curve, 1, 30, 0.1) == 19.9);
    CHECK(between(curve, 1, -3, 0.1) == 0.1);
    CHECK(between(curve, 2, 400, 0.1) == 400);
    CHECK_FALSE(between(Curve{{0, 0}, {0.5, 50}, {1, 75}}, 1, 3, 2));

    const auto added = withPoint(curve, 12);
    REQUIRE(added);
    CHECK(added->at == 2);
    CHECK(added->curve == Curve{{0, 0}, {5, 50}, {12, 62}, {20, 75}});
    CHECK_FALSE(withPoint(curve, 5));
    const auto widest = withPointInWidestGap(curve);
    REQUIRE(widest);
    CHECK(widest->at == 2);
    CHECK(widest->curve[2].value == 12.5);
}
