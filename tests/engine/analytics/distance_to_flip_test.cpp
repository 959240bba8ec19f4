// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/distance_to_flip.h"
#include "core/analytics/robustness.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"
#include "tests/support/snapshot_builder.h"

#include <algorithm>

using namespace hb;
using namespace hb::analytics;
using test::day;
using test::WithinAbs;

namespace {

const Day today = day("2026-03-31");

/// The worked example of scoring.md, section 11.
test::SnapshotBuilder workedExample() {
    TemplateVersion version = test::version(
        {test::group("usage",
                     60,
                     {test::weighted("logins", 70, {{0, 0}, {5, 50}, {20, 75}, {50, 100}}),
                      test::weighted("adoption", 30)}),
         test::group("support", 40, {test::weighted("tickets", 1, {{0, 100}, {5, 60}, {10, 20}, {20, 0}})})});
    version.exceptions = {test::capAt(55,
                                      {{.target = Condition::Target::Metric,
                                        .test = Condition::Test::ScoreAtMost,
                                        .key = "tickets",
                                        .score = 20,
                                        .values = {}}})};
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("logins", 30))
        .metric(test::numberMetric("adoption", 30))
        .metric(test::numberMetric("tickets", 14))
        .measure("A1", "logins", day("2026-03-30"), 12)
        .measure("A1", "adoption", day("2026-02-01"), 80)
        .measure("A1", "tickets", day("2026-03-29"), 10)
        .tmpl(test::defaultTemplate({version}));
    return builder;
}

} // namespace

TEST_CASE("distanceToFlip of the worked example") {
    const scoring::Scorer scorer(workedExample().build());
    const DistanceToFlip distance = distanceToFlip(scorer, 0, today);
    REQUIRE(distance.up);
    SECTION("names the next band and the points to its bound") {
        CHECK(distance.up->to == Band::Yellow);
        CHECK_THAT(distance.up->points, WithinAbs(5, 1e-9));
        CHECK_FALSE(distance.down); // red is the last
    }
    SECTION("says of each metric what value would do it alone") {
        const auto needed = [&](std::size_t metric) {
            const auto& all = distance.up->metrics;
            const auto found = std::ranges::find(all, metric, &MetricFlip::metric);
            REQUIRE(found != all.end());
            return found->needed;
        };
        CHECK_THAT(needed(0), WithinAbs(17, 1e-9));    // 0.6 x 70 + 8 = 50
        CHECK_THAT(needed(1), WithinAbs(89.45, 1e-9)); // fresh again, it would count 30%
        CHECK_THAT(needed(2), WithinAbs(8.43, 1e-9));  // 37 + 0.4 x 32.5 = 50
    }
    SECTION("begins with the smallest step in score") {
        CHECK(distance.up->metrics.front().metric == 0); // 8.3 points, tickets 12.5
    }
}

TEST_CASE("distanceToFlip") {
    SECTION("of a level is the nearest level that does it") {
        test::SnapshotBuilder builder;
        builder
            .metric(test::levelMetric("mood",
                                      {{.level = 1, .label = "Low", .score = 0, .help = {}},
                                       {.level = 2, .label = "Fine", .score = 60, .help = {}},
                                       {.level = 3, .label = "High", .score = 100, .help = {}}}))
            .measure("A1", "mood", today, 2)
            .tmpl(test::defaultTemplate({test::version({test::group("g",
                                                                    1,
                                                                    {{.metric = "mood",
                                                                      .weight = 1,
                                                                      .curve = {},
                                                                      .levels = {},
                                                                      .whenStale = {},
                                                                      .whenMissing = {}}})})}));
        const DistanceToFlip distance = distanceToFlip(scoring::Scorer(builder.build()), 0, today);
        REQUIRE(distance.up);
        REQUIRE(distance.down);
        CHECK(distance.up->metrics.at(0).needed == 3);
        CHECK(distance.up->to == Band::Green);
        CHECK(distance.down->metrics.at(0).needed == 1);
        CHECK_THAT(distance.down->points, WithinAbs(10, 1e-9));
    }
    SECTION("says nothing of a metric that cannot do it alone, nor of a score set by hand") {
        auto builder = workedExample();
        builder.measure("A1", "tickets", day("2026-03-30"), 30); // support 0: logins alone reach 60 at most
        const DistanceToFlip far = distanceToFlip(scoring::Scorer(builder.build()), 0, today);
        REQUIRE(far.up);
        for (const MetricFlip& metric : far.up->metrics) {
            CHECK(metric.metric != 1); // adoption at 100 gives 40.9
        }
        builder.override("A1",
                         {.id = OverrideId{1},
                          .target = OverrideTarget::Overall,
                          .key = {},
                          .score = 80,
                          .first = today,
                          .last = today,
                          .author = "Ana",
                          .reason = "R"});
        const DistanceToFlip none = distanceToFlip(scoring::Scorer(builder.build()), 0, today);
        CHECK_FALSE(none.up);
        CHECK_FALSE(none.down);
    }
}

TEST_CASE("robustness") {
    const auto seed = GENERATE(3U, 4U, 5U);
    INFO("seed " << seed);
    test::RandomBook random(seed);
    const scoring::Scorer scorer(random.book());
    const Day on = random.anyDay();
    const std::size_t last = scorer.snapshot().scorecard->templates.size() - 1;

    SECTION("without jitter no band is an accident") {
        const Robustness none = robustness(scorer, last, on, {.jitter = 0, .trials = 20});
        CHECK(none.trials == 20);
        CHECK(none.wobbly.empty());
    }
    SECTION("gives the same answer twice, most wobbly first, of accounts with a band") {
        const Robustness one = robustness(scorer, last, on, {.jitter = 0.9, .trials = 50});
        const Robustness two = robustness(scorer, last, on, {.jitter = 0.9, .trials = 50});
        REQUIRE(one.wobbly.size() == two.wobbly.size());
        for (std::size_t at = 0; at < one.wobbly.size(); ++at) {
            CHECK(one.wobbly[at].account == two.wobbly[at].account);
            CHECK(one.wobbly[at].otherwise == two.wobbly[at].otherwise);
            CHECK(one.wobbly[at].otherwise <= 50);
            CHECK(one.wobbly[at].usual == scorer.score(one.wobbly[at].account, on).shown.band);
            CHECK((at == 0 || one.wobbly[at - 1].otherwise >= one.wobbly[at].otherwise));
        }
        CHECK(one.wobbly.size() <= one.accounts);
    }
}

TEST_CASE("robustness finds the account on the edge, and not the one far from it") {
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("a")).metric(test::numberMetric("b"));
    builder.measure("edge", "a", today, 52).measure("edge", "b", today, 48.5);
    builder.measure("firm", "a", today, 90).measure("firm", "b", today, 95);
    builder.tmpl(test::defaultTemplate(
        {test::version({test::group("g", 1, {test::weighted("a", 50), test::weighted("b", 50)})})}));
    const scoring::Scorer scorer(builder.build());
    const Robustness found = robustness(scorer, 0, today);
    REQUIRE(found.wobbly.size() == 1);
    CHECK((*scorer.snapshot().accounts)[found.wobbly[0].account].key == "edge");
    CHECK(found.wobbly[0].usual == Band::Yellow);
    CHECK(found.accounts == 2);
}
