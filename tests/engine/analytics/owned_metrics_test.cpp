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

/// A random book with what it lacks: teams, a template that retires, accounts that leave and come back.
std::shared_ptr<const Snapshot> livelyBook(test::RandomBook& random) {
    const auto book = std::make_shared<Snapshot>(*random.book());
    const auto scorecard = std::make_shared<Scorecard>(*book->scorecard);
    for (std::size_t at = 0; at < scorecard->metrics.size(); ++at) {
        scorecard->metrics[at].ownerTeam = at % 3 == 0 ? "" : at % 3 == 1 ? "Product" : "Support";
    }
    scorecard->templates.front().retiredOn = random.anyDay();
    book->scorecard = scorecard;
    for (AccountIndex account = 0; account < book->accountCount(); account += 2) {
        const Day left = random.anyDay();
        book->outcomes.push_back({.account = account, .day = left, .kind = OutcomeKind::Churned});
        book->outcomes.push_back({.account = account, .day = left + 9, .kind = OutcomeKind::Renewed});
    }
    return book;
}

RedCount countOf(const RedOnDay& day) {
    return {.scored = day.scored, .red = day.red.accounts, .arr = day.arr};
}

constexpr int daysWalked = 367;

/// Of one account the metrics that are red, [days back][metric]: by the detail, as its page shows it.
using RedDays = std::vector<std::vector<bool>>;

RedDays redDays(const scoring::Scorer& scorer, AccountIndex account, Day day) {
    const Snapshot& book = scorer.snapshot();
    RedDays red;
    for (int back = 0; back < daysWalked; ++back) {
        red.emplace_back(book.metricCount());
        if (book.isChurned(account, day - back)) {
            continue;
        }
        const scoring::CompiledVersion& version = scorer.versionOf(account, day - back);
        const scoring::AccountDetail detail = scorer.detail(account, day - back);
        for (std::size_t at = 0; at < detail.metrics.size(); ++at) {
            red.back()[version.metrics[at].metric] =
                scoring::bandOf(version.ranges, detail.metrics[at].score) == Band::Red;
        }
    }
    return red;
}

std::optional<Day> redSince(const RedDays& red, MetricIndex metric, Day day) {
    for (int back = 1; back < daysWalked; ++back) {
        if (!red[static_cast<std::size_t>(back)][metric]) {
            return day - (back - 1);
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
    const auto paid = [](std::int64_t red) {
        return RedArr{.scored = 100'000, .red = red, .uncounted = 1}; // A3 has no ARR
    };
    CHECK(tickets.weeks.front() == RedCount{.scored = 3, .red = 2, .arr = paid(90'000)});
    CHECK(tickets.weeks[11] == RedCount{.scored = 3, .red = 3, .arr = paid(100'000)}); // A1 was red by then
    CHECK(tickets.weeks.back().scored == 4);
    CHECK(tickets.weeks.back().red == 3);
    CHECK(tickets.weeks.back().arr == RedArr{.scored = 100'000, .red = 100'000, .uncounted = 2});
    CHECK(tickets.now.arr == tickets.weeks.back().arr);

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

TEST_CASE("ownedMetrics: on any book the weeks are what prevalence counts of the same day") {
    std::size_t looked = 0, paid = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        CAPTURE(seed);
        test::RandomBook random(seed);
        const Day now = random.anyDay();
        const scoring::Scorer scorer(livelyBook(random));
        for (const std::string& team : ownerTeams(*scorer.snapshot().scorecard)) {
            for (const OwnedMetric& metric : ownedMetrics(scorer, team, now).metrics) {
                ++looked;
                paid += metric.now.arr.scored > 0 ? 1U : 0U;
                CHECK(metric.weeks.back() == countOf(metric.now));
                const auto before = prevalence(scorer, now - 84, now - 84);
                const auto then = std::ranges::find(before, metric.metric, &MetricPrevalence::metric);
                CHECK(metric.weeks.front() == (then == before.end() ? RedCount() : countOf(then->now)));
                CHECK(metric.red.size() == metric.now.red.accounts);
            }
        }
    }
    CHECK(looked > 40);
    CHECK(paid > 20);
}

TEST_CASE("ownedMetrics: on any book a red run begins where walking back day by day finds it") {
    std::size_t looked = 0, longAgo = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        CAPTURE(seed);
        test::RandomBook random(seed);
        const Day now = random.anyDay();
        const auto book = livelyBook(random);
        const scoring::Scorer scorer(book);
        std::vector<RedDays> days;
        for (AccountIndex account = 0; account < book->accountCount(); ++account) {
            days.push_back(redDays(scorer, account, now));
        }
        for (const std::string& team : ownerTeams(*book->scorecard)) {
            for (const OwnedMetric& metric : ownedMetrics(scorer, team, now).metrics) {
                for (const RedAccount& red : metric.red) {
                    CAPTURE(red.who.account, metric.metric);
                    REQUIRE(days[red.who.account][0][metric.metric]);
                    CHECK(red.since == redSince(days[red.who.account], metric.metric, now));
                    ++looked;
                    longAgo += red.since && now - *red.since > 7 ? 1U : 0U;
                }
            }
        }
    }
    CHECK(looked > 200);
    CHECK(longAgo > 50);
}

TEST_CASE("ownedMetrics: nothing once it is stopped") {
    test::RandomBook random(1);
    const scoring::Scorer scorer(livelyBook(random));
    std::stop_source source;
    source.request_stop();
    CHECK(ownedMetrics(scorer, "Product", random.anyDay(), source.get_token()).metrics.empty());
}
