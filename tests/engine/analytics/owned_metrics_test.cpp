// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/owned_metrics.h"
#include "core/scoring/band.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"
#include "tests/support/snapshot_builder.h"

#include <algorithm>

using namespace hb;
using namespace hb::analytics;
using test::day;

namespace {

const Day today = day("2026-03-31");
const Day earlier = today - 30;

Metric owned(const char* key, const char* team, int validDays = 0) {
    Metric metric = test::numberMetric(key, validDays);
    metric.ownerTeam = team;
    return metric;
}

OwnedMetrics of(const test::SnapshotBuilder& builder, const char* team) {
    return ownedMetrics(scoring::Scorer(builder.build()), team, today);
}

/// Support owns tickets, which counts, and chats, which has weight 0, and calls, of which nobody has scores.
test::SnapshotBuilder supportBook() {
    test::SnapshotBuilder builder;
    builder.metric(owned("tickets", "Support"))
        .metric(owned("use", "Product"))
        .metric(owned("chats", "Support"))
        .metric(owned("calls", "Support"));
    builder.tmpl(test::defaultTemplate({test::version(
        {test::group(
             "g", 1, {test::weighted("tickets", 1), test::weighted("use", 1), test::weighted("chats", 0)}),
         test::group("off", 0, {test::weighted("calls", 1)})})}));
    return builder;
}

/// By the detail, as the account's page shows it.
bool isRedIn(const scoring::Scorer& scorer, AccountIndex account, MetricIndex metric, Day day) {
    const scoring::CompiledVersion& version = scorer.versionOf(account, day);
    const auto found = std::ranges::find(version.metrics, metric, &scoring::CompiledMetric::metric);
    if (found == version.metrics.end() || scorer.snapshot().isChurned(account, day)) {
        return false;
    }
    const auto at = static_cast<std::size_t>(found - version.metrics.begin());
    return scoring::bandOf(version.ranges, scorer.detail(account, day).metrics[at].score) == Band::Red;
}

std::optional<Day>
redSince(const scoring::Scorer& scorer, AccountIndex account, MetricIndex metric, Day day) {
    for (Day first = day; day - first < 366; first = first - 1) {
        if (!isRedIn(scorer, account, metric, first - 1)) {
            return first;
        }
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("ownerTeams: each once, by name") {
    CHECK(ownerTeams(*supportBook().build()->scorecard) == std::vector<std::string>{"Product", "Support"});
    test::SnapshotBuilder nobody;
    nobody.metric(owned("m", ""))
        .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("m", 1)})})}));
    CHECK(ownerTeams(*nobody.build()->scorecard).empty());
}

TEST_CASE("ownedMetrics: what a team owns, where it is red and since when") {
    test::SnapshotBuilder builder = supportBook();
    builder.attribute("A1", "arr", Day{0}, "100").attribute("A2", "arr", Day{0}, "900");
    builder.measure("A1", "tickets", earlier - 100, 80).measure("A1", "tickets", today - 9, 20);
    builder.measure("A2", "tickets", today - 300, 20).measure("A2", "tickets", today - 200, 70);
    builder.measure("A2", "tickets", today - 199, 30).measure("A2", "tickets", today - 2, 10);
    builder.measure("A3", "tickets", today - 1000, 5);
    builder.measure("A4", "tickets", today, 90).measure("A4", "chats", today, 10);
    const OwnedMetrics support = of(builder, "Support");
    CHECK(support.team == "Support");
    CHECK(support.before == earlier);
    REQUIRE(support.metrics.size() == 2);
    CHECK(support.unscored == std::vector<MetricIndex>{3});

    const OwnedMetric& chats = support.metrics[0]; // 1 of 1
    CHECK(chats.metric == 2);
    CHECK_FALSE(chats.isCounted); // weight 0, and it is shown
    REQUIRE(chats.red.size() == 1);
    CHECK(chats.red[0].value == 10.0);
    CHECK(chats.red[0].since == today);

    const OwnedMetric& tickets = support.metrics[1];
    CHECK(tickets.isCounted);
    CHECK(tickets.now.scored == 4);
    CHECK(tickets.now.red.accounts == 3);
    CHECK(tickets.before.scored == 3);
    CHECK(tickets.before.red.accounts == 2);
    REQUIRE(tickets.red.size() == 3);
    CHECK(tickets.red[0].who.account == 1); // largest ARR first, without one last
    CHECK(tickets.red[0].value == 10.0);
    CHECK(tickets.red[0].since == today - 199);
    CHECK(tickets.red[1].who.account == 0);
    CHECK(tickets.red[1].since == today - 9);
    CHECK(tickets.red[2].who.account == 2);
    CHECK_FALSE(tickets.red[2].since.has_value()); // for over a year
    CHECK_FALSE(tickets.where.has_value());
    CHECK(tickets.weeks.front() == RedCount{.scored = 3, .red = 2});
    CHECK(tickets.weeks[11] == RedCount{.scored = 3, .red = 3}); // a week ago A1 was red
    CHECK(tickets.weeks.back() == RedCount{.scored = 4, .red = 3});

    CHECK(of(builder, "Product").metrics.empty());
    CHECK(of(builder, "Product").unscored == std::vector<MetricIndex>{1});
    CHECK(of(builder, "Nobody").metrics.empty());
}

TEST_CASE("ownedMetrics: who has left is in no count, and an override stands for the score") {
    test::SnapshotBuilder builder = supportBook();
    builder.measure("A1", "tickets", earlier, 10).measure("A2", "tickets", earlier, 10);
    builder.measure("A3", "tickets", earlier, 10);
    builder.attribute("A2", "status", Day{0}, "active").attribute("A2", "status", today, "churned");
    Override set;
    set.target = OverrideTarget::Metric;
    set.key = "tickets";
    set.score = 90;
    set.first = today - 20;
    set.last = today - 10;
    builder.override("A3", set);
    const OwnedMetrics support = of(builder, "Support");
    REQUIRE(support.metrics.size() == 1);
    REQUIRE(support.metrics[0].red.size() == 2);
    CHECK(support.metrics[0].red[0].since == earlier);
    CHECK(support.metrics[0].red[1].who.account == 2);
    CHECK(support.metrics[0].red[1].since == today - 9); // red again since the override ended
}

TEST_CASE("ownedMetrics: on any book the weeks are what prevalence counts, and red runs are red") {
    const auto seed = GENERATE(range(0U, 20U));
    CAPTURE(seed);
    test::RandomBook random(seed);
    const auto book = random.book();
    const Day now = random.anyDay();
    const scoring::Scorer scorer(book);
    for (const std::string& team : ownerTeams(*book->scorecard)) {
        for (const OwnedMetric& metric : ownedMetrics(scorer, team, now).metrics) {
            CHECK(metric.weeks.back() ==
                  RedCount{.scored = metric.now.scored, .red = metric.now.red.accounts});
            const auto before = prevalence(scorer, now - 84, now - 84);
            const auto then = std::ranges::find(before, metric.metric, &MetricPrevalence::metric);
            const RedCount counted =
                then == before.end() ? RedCount()
                                     : RedCount{.scored = then->now.scored, .red = then->now.red.accounts};
            CHECK(metric.weeks.front() == counted);
            CHECK(metric.red.size() == metric.now.red.accounts);
            for (const RedAccount& red : metric.red) {
                CHECK(red.since == redSince(scorer, red.who.account, metric.metric, now));
            }
        }
    }
    std::stop_source source;
    source.request_stop();
    CHECK(ownedMetrics(scorer, "any", now, source.get_token()).metrics.empty());
    const std::array<MetricIndex, 1> metrics{0};
    const std::array days{now};
    CHECK(redHistory(scorer, metrics, days, source.get_token()).empty());
}
