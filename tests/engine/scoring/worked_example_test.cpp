// SPDX-License-Identifier: GPL-3.0-or-later
// scoring.md, section 11, verbatim.
#include "core/scoring/explain_score.h"
#include "core/scoring/scorer.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;
using namespace hb::scoring;

namespace {

std::shared_ptr<const Snapshot> workedExample() {
    TemplateVersion made = version(
        {group("usage",
               60,
               {weighted("logins", 70, {{0, 0}, {5, 50}, {20, 75}, {50, 100}}), weighted("adoption", 30)}),
         group("support", 40, {weighted("tickets", 1, {{0, 100}, {5, 60}, {10, 20}, {20, 0}})})});
    made.exceptions = {capAt(55,
                             {{.target = Condition::Target::Metric,
                               .test = Condition::Test::ScoreAtMost,
                               .key = "tickets",
                               .score = 20,
                               .values = {}}})};
    return SnapshotBuilder()
        .metric(numberMetric("logins", 30))
        .metric(numberMetric("adoption", 30))
        .metric(numberMetric("tickets", 14))
        .tmpl(defaultTemplate({made}))
        .measure("A", "logins", day("2026-03-30"), 12)
        .measure("A", "adoption", day("2026-02-01"), 80)
        .measure("A", "tickets", day("2026-03-29"), 10)
        .build();
}

} // namespace

TEST_CASE("the worked example of scoring.md") {
    const Scorer scorer(workedExample());
    const AccountDetail detail = scorer.detail(0, day("2026-03-31"));

    SECTION("metric scores") {
        CHECK_THAT(*detail.metrics[0].score, WithinAbs(50.0 + 7.0 / 15.0 * 25.0, 1e-9));
        CHECK(detail.metrics[1].state == State::Stale);
        CHECK_FALSE(detail.metrics[1].score);
        CHECK_THAT(*detail.metrics[2].score, WithinAbs(20, 1e-9));
    }
    SECTION("groups and roll-up") {
        CHECK_THAT(*detail.groups[0].score, WithinAbs(61.666666666666664, 1e-9));
        CHECK_THAT(*detail.groups[1].score, WithinAbs(20, 1e-9));
        CHECK_THAT(*detail.rollUp, WithinAbs(45, 1e-9));
    }
    SECTION("the cap at 55 holds but does not act") {
        CHECK(detail.exception == -1);
        CHECK_THAT(*detail.overall, WithinAbs(45, 1e-9));
        CHECK(detail.band == Band::Red);
    }
    SECTION("coverage") {
        CHECK_THAT(detail.coverage, WithinAbs(0.82, 1e-9));
    }
    SECTION("points lost, largest first") {
        const std::vector<CostLine> lines = explainScore(detail);
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].metric == 2);
        CHECK_THAT(lines[0].points, WithinAbs(32, 1e-9));
        CHECK(lines[1].metric == 0);
        CHECK_THAT(lines[1].points, WithinAbs(23, 1e-9));
    }
}
