// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/stale_levels.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::analytics;
using namespace hb::test;

namespace {

const Day today = day("2026-03-31");
constexpr int validDays = 90;

/// Two level metrics that count, one of weight 0, and a number.
SnapshotBuilder levels() {
    const std::vector<Level> two{{1, "Low", 0, ""}, {2, "High", 100, ""}};
    SnapshotBuilder builder;
    builder.metric(levelMetric("mood", two, validDays))
        .metric(levelMetric("sponsor", two, validDays))
        .metric(levelMetric("idle", two, validDays))
        .metric(numberMetric("logins", validDays))
        .tmpl(defaultTemplate({version({group(
            "g",
            1,
            {weighted("mood", 1), weighted("sponsor", 1), weighted("idle", 0), weighted("logins", 1)})})}));
    return builder;
}

} // namespace

TEST_CASE("Stale levels") {
    SnapshotBuilder builder = levels();
    builder.measure("A", "mood", today - validDays, 1).measure("A", "sponsor", today - validDays - 1, 2);
    builder.measure("B", "mood", today - 200, 1).measure("B", "sponsor", today - 300, 1);
    builder.measure("C", "mood", today, 1); // its sponsor was never set
    builder.measure("D", "mood", today, 1).measure("D", "sponsor", today, 1);
    const scoring::Scorer scorer(builder.build());
    constexpr MetricIndex mood = 0, sponsor = 1;
    std::vector<scoring::Reasons> open(4);
    const std::vector<AccountIndex> all{0, 1, 2, 3};

    SECTION("are those past their validity or never set, oldest account first, its oldest metric first") {
        CHECK(staleLevels(scorer, all, open, today) ==
              std::vector<StaleLevel>{{2, sponsor, {}, {}},
                                      {1, sponsor, today - 300, 1},
                                      {1, mood, today - 200, 1},
                                      {0, sponsor, today - validDays - 1, 2}});
    }
    SECTION("of an account that needs a person stand first; a reason that is not urgent is none") {
        open[0].add(scoring::Reason::NewlyRed);
        open[1].add(scoring::Reason::Stale);
        const auto found = staleLevels(scorer, all, open, today);
        REQUIRE(found.size() == 4);
        CHECK(found[0].account == 0);
        CHECK(found[1].account == 2);
    }
    SECTION("are asked of the accounts that were given alone") {
        CHECK(staleLevels(scorer, std::vector<AccountIndex>{0, 3}, open, today).size() == 1);
        CHECK(staleLevels(scorer, {}, open, today).empty());
    }
    SECTION("are of the day: what is set later does not count") {
        const auto then = staleLevels(scorer, std::vector<AccountIndex>{3}, open, today - 1);
        CHECK(then == std::vector<StaleLevel>{{3, mood, {}, {}}, {3, sponsor, {}, {}}});
    }
    SECTION("are not looked for once it is to stop") {
        std::stop_source stop;
        stop.request_stop();
        CHECK(staleLevels(scorer, all, open, today, stop.get_token()).empty());
    }
    SECTION("do not hide behind an override") {
        builder.override("B",
                         {.id = {},
                          .account = 0,
                          .target = OverrideTarget::Metric,
                          .key = "mood",
                          .score = 90,
                          .first = today,
                          .last = today,
                          .author = "Ana",
                          .reason = "because"});
        const scoring::Scorer over(builder.build());
        CHECK(staleLevels(over, std::vector<AccountIndex>{1}, open, today).size() == 2);
    }
}
