// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/red_capacity.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;
using namespace hb::analytics;

namespace {

ScoresOfYear scores(std::vector<double> today, std::vector<std::vector<double>> monthEnds = {}) {
    return {.today = std::move(today), .monthEnds = std::move(monthEnds)};
}

} // namespace

TEST_CASE("sizeRedTo gives at most so many, and as near to it as can be") {
    const ScoresOfYear year = scores({10, 20, 30, 40.25, 40.25, 60});
    const BoundRoom room{.above = 0, .below = 75, .now = 50};
    SECTION("a bound between the last that is red and the next, as near as can be to where it stands") {
        const auto sized = sizeRedTo(3, year, room);
        REQUIRE(sized);
        CHECK(sized->bound == 40.2);
        CHECK(sized->red == 3);
        CHECK(sized->isWithinIt);
    }
    SECTION("two with one score are both red or neither") {
        CHECK(sizeRedTo(4, year, room)->red == 3);
        CHECK(sizeRedTo(5, year, room)->red == 5);
    }
    SECTION("where it gives that already it stays") {
        CHECK(sizeRedTo(5, year, room)->bound == 50);
        CHECK(sizeRedTo(5, year, {.above = 0, .below = 75, .now = 30})->bound == 40.3);
    }
    SECTION("it stays between its neighbours") {
        CHECK(sizeRedTo(100, year, {.above = 0, .below = 35, .now = 20})->red == 3);
        const auto low = sizeRedTo(1, year, {.above = 25, .below = 75, .now = 50});
        CHECK(low->bound == 25.1);
        CHECK(low->red == 2);
        CHECK_FALSE(low->isWithinIt);
        CHECK_FALSE(sizeRedTo(1, year, {.above = 25, .below = 25.1, .now = 25.05}));
    }
    SECTION("a bound is inclusive: a score on it is not red") {
        CHECK(redBelow(year.today, 40.25) == 3);
        CHECK(redBelow(year.today, 40.250001) == 5);
    }
}

TEST_CASE("redOverYear is the least and the most of the month ends") {
    const ScoresOfYear year = scores({}, {{10, 20, 60}, {30, 60}, {10, 20, 30}});
    CHECK(redOverYear(year, 50).least == 1);
    CHECK(redOverYear(year, 50).most == 3);
    CHECK(redOverYear(scores({1, 2}), 50).most == 0);
}

TEST_CASE("lastMonthEnds are twelve, newest first") {
    const std::vector<Day> ends = lastMonthEnds(day("2026-03-31"));
    REQUIRE(ends.size() == 12);
    CHECK(toIsoText(ends.front()) == "2026-02-28");
    CHECK(toIsoText(ends.back()) == "2025-03-31");
}

TEST_CASE("scoresOfYear scores who the template takes on each day, with the version given") {
    SnapshotBuilder builder;
    builder.metric(numberMetric("health"));
    TemplateVersion made = version({group("g", 1, {weighted("health", 1)})});
    builder.tmpl(defaultTemplate({made}));
    const Day today = day("2026-03-30");
    builder.measure("A", "health", day("2026-01-10"), 30).measure("A", "health", today, 80);
    builder.measure("B", "health", today - 1, 20);
    builder.measure("C", "health", today - 1, 50).attribute("C", "status", today - 1, "churned");
    builder.account("D"); // without data: no band
    const scoring::Scorer scorer(builder.build());
    const auto& compiled = scorer.version(0, 0);
    const TemplatePlace place{.index = 0, .appliesTo = {}};
    const ScoresOfYear year = scoresOfYear(scorer, compiled, place, today);
    CHECK(year.today == std::vector<double>{20, 80});
    CHECK(year.monthEnds == std::vector<std::vector<double>>{{30}, {30}}); // of February and January
}
