// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/curve.h"
#include "tests/support/catch.h"

using namespace hb;
using namespace hb::test;
using namespace hb::scoring;

TEST_CASE("a curve is linear between its points and flat outside them; it may fall and rise") {
    const std::vector<CurvePoint> curve{{-10, 20}, {0, 100}, {10, 0}, {30, 60}};
    struct Row {
        double value;
        double score;
    };
    const Row row = GENERATE(Row{-1e300, 20},
                             Row{-11, 20},
                             Row{-10, 20},
                             Row{-7.5, 40},
                             Row{0, 100},
                             Row{2.5, 75},
                             Row{10, 0},
                             Row{15, 15},
                             Row{29, 57},
                             Row{30, 60},
                             Row{31, 60},
                             Row{1e300, 60});
    CAPTURE(row.value);
    CHECK_THAT(curveScore(curve, row.value), WithinAbs(row.score, 1e-9));
}

TEST_CASE("a curve's points are exact") {
    const std::vector<CurvePoint> curve{{0.1, 33.3}, {0.2, 66.7}, {0.3, 10.1}};
    for (const CurvePoint& point : curve) {
        CHECK(curveScore(curve, point.value) == point.score);
    }
}
