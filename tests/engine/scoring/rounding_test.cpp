// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/rounding.h"
#include "tests/support/catch.h"

#include <cmath>
#include <random>

using namespace hb;

TEST_CASE("the lowest number that reaches a bound when rounded") {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> millionths(0, 100'000'000);
    for (int i = 0; i < 2'000; ++i) {
        const double bound = i == 0 ? 0.0 : millionths(random) / 1e6;
        CAPTURE(bound);
        const double lowest = scoring::lowestAtLeast(bound);
        REQUIRE(scoring::atLeast(lowest, bound));
        REQUIRE_FALSE(scoring::atLeast(std::nextafter(lowest, -1.0), bound));
    }
}
