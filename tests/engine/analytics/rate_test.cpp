// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/rate.h"
#include "tests/support/catch.h"

using namespace hb::analytics;
using hb::test::WithinAbs;

TEST_CASE("intervalOf") {
    SECTION("a worked example: 81 of 263 is 25.5% to 36.6%") {
        const Interval interval = intervalOf({.yes = 81, .of = 263});
        CHECK_THAT(interval.low, WithinAbs(0.255, 0.0005));
        CHECK_THAT(interval.high, WithinAbs(0.366, 0.0005));
    }
    SECTION("none and all are not certain, and never outside 0 to 1") {
        CHECK(intervalOf({.yes = 0, .of = 10}).low == 0);
        CHECK_THAT(intervalOf({.yes = 0, .of = 10}).high, WithinAbs(0.2775, 0.0005));
        CHECK(intervalOf({.yes = 10, .of = 10}).high == 1);
        CHECK_THAT(intervalOf({.yes = 10, .of = 10}).low, WithinAbs(0.7225, 0.0005));
    }
    SECTION("of nothing anything may hold") {
        CHECK(intervalOf({}).low == 0);
        CHECK(intervalOf({}).high == 1);
    }
    SECTION("it holds the share, and narrows with the cases") {
        for (std::size_t of = 1; of <= 60; ++of) {
            for (std::size_t yes = 0; yes <= of; ++yes) {
                const Rate rate{.yes = yes, .of = of};
                const Interval few = intervalOf(rate);
                const Interval many = intervalOf({.yes = 10 * yes, .of = 10 * of});
                CHECK(few.low <= rate.share());
                CHECK(few.high >= rate.share());
                CHECK(many.high - many.low < few.high - few.low);
            }
        }
    }
}
