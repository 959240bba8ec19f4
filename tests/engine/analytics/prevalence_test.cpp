// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/prevalence.h"
#include "core/scoring/band.h"
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
const Day earlier = today - 30;

Metric owned(const char* key, const char* team, int validDays = 0) {
    Metric metric = test::numberMetric(key, validDays);
    metric.ownerTeam = team;
    return metric;
}

std::vector<MetricPrevalence> of(const std::shared_ptr<const Snapshot>& book) {
    return prevalence(scoring::Scorer(book), today, earlier);
}

} // namespace

TEST_CASE("prevalence: a table worked out by hand") {
    test::SnapshotBuilder builder;
    builder.metric(owned("unused", "Nobody"))
        .metric(owned("use", "Product", 60))
        .metric(owned("tickets", "Support"))
        .metric(owned("shown", ""));
    builder.tmpl(test::defaultTemplate({test::version({test::group(
        "g", 1, {test::weighted("use", 1), test::weighted("tickets", 1), test::weighted("shown", 0)})})}));
    for (const char* key : {"A1", "A2", "A3", "A4"}) {
        builder.attribute(key, "arr", Day{0}, "100");
    }
    builder.attribute("A2", "currency", Day{0}, "EUR").attribute("A2", "arr", today, "250");
    builder.measure("A1", "tickets", earlier, 49.9).measure("A2", "tickets", earlier, 90);
    builder.measure("A2", "tickets", today, 10).measure("A3", "tickets", today, 50);
    builder.measure("A4", "tickets", earlier, 1);
    builder.attribute("A4", "status", Day{0}, "active").attribute("A4", "status", today, "churned");
    builder.measure("A1", "use", earlier - 40, 10)
        .measure("A2", "use", earlier, 90); // A1's is out of date now
    builder.measure("A3", "shown", today, 0);
    const auto book = builder.build(); // whose texts the result names
    const auto found = of(book);
    REQUIRE(found.size() == 3); // nobody has a score of "unused"

    const MetricPrevalence& shown = found[0]; // 1 of 1; tickets 2 of 3; use 0 of 1
    CHECK(shown.metric == 3);
    CHECK(shown.team.empty());
    CHECK(shown.now.share() == 1);
    CHECK(shown.before.scored == 0);
    CHECK(shown.before.share() == 0);

    const MetricPrevalence& tickets = found[1];
    CHECK(tickets.metric == 2);
    CHECK(tickets.team == "Support");
    CHECK(tickets.now.scored == 3);
    CHECK(tickets.now.red == Tally{.accounts = 2, .cents = {{"USD", 10'000}, {"EUR", 25'000}}});
    CHECK(tickets.red == std::vector<AccountIndex>{0, 1});
    CHECK(tickets.newlyRed == std::vector<AccountIndex>{1});
    CHECK(tickets.before.scored == 3); // A4 had not left
    CHECK(tickets.before.red == Tally{.accounts = 2, .cents = {{"USD", 20'000}}});
    CHECK_THAT(tickets.now.share(), WithinAbs(2.0 / 3, 1e-12));

    const MetricPrevalence& use = found[2];
    CHECK(use.team == "Product");
    CHECK(use.now.scored == 1);
    CHECK(use.now.red.accounts == 0);
    CHECK(use.before.scored == 2);
    CHECK(use.before.red.accounts == 1);
}

TEST_CASE("prevalence: an override counts while it lasts") {
    test::SnapshotBuilder builder;
    builder.metric(owned("use", "Product"))
        .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("use", 1)})})}));
    builder.measure("A1", "use", earlier, 10);
    builder.override("A1",
                     {.id = OverrideId{1},
                      .account = 0,
                      .target = OverrideTarget::Metric,
                      .key = "use",
                      .score = 90,
                      .first = today,
                      .last = today,
                      .author = "Ana",
                      .reason = "r"});
    const auto book = builder.build(); // whose texts the result names
    const auto found = of(book);
    CHECK(found.front().now.red.accounts == 0);
    CHECK(found.front().before.red.accounts == 1);
}

TEST_CASE("prevalence: on any book it counts what the details say, whatever is larger first") {
    const auto seed = GENERATE(range(0U, 30U));
    CAPTURE(seed);
    test::RandomBook random(seed);
    const auto book = random.book();
    const Day now = random.anyDay();
    const Day before = random.anyDay();
    const scoring::Scorer scorer(book);
    const auto found = prevalence(scorer, now, before);
    for (std::size_t at = 1; at < found.size(); ++at) {
        CHECK(found[at - 1].now.share() >= found[at].now.share());
    }
    const auto bandIn = [&](AccountIndex account, MetricIndex metric, Day day) {
        const scoring::CompiledVersion& version = scorer.versionOf(account, day);
        const auto at = std::ranges::find(version.metrics, metric, &scoring::CompiledMetric::metric);
        if (at == version.metrics.end() || book->isChurned(account, day)) {
            return Band::None;
        }
        const scoring::AccountDetail detail = scorer.detail(account, day);
        return scoring::bandOf(version.ranges,
                               detail.metrics[static_cast<std::size_t>(at - version.metrics.begin())].score);
    };
    for (const MetricPrevalence& each : found) {
        std::size_t scored = 0;
        std::vector<AccountIndex> red;
        std::vector<AccountIndex> newlyRed;
        for (AccountIndex account = 0; account < book->accountCount(); ++account) {
            const Band band = bandIn(account, each.metric, now);
            scored += band == Band::None ? 0U : 1U;
            if (band == Band::Red) {
                red.push_back(account);
                if (bandIn(account, each.metric, before) != Band::Red) {
                    newlyRed.push_back(account);
                }
            }
        }
        CHECK(each.now.scored == scored);
        CHECK(each.red == red);
        CHECK(each.now.red.accounts == red.size());
        CHECK(each.newlyRed == newlyRed);
    }
    std::stop_source source;
    source.request_stop();
    CHECK(prevalence(scorer, now, before, source.get_token()).empty());
}
