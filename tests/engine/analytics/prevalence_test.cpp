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

RedCount countOf(const RedOnDay& day) {
    return {.scored = day.scored, .red = day.red.accounts, .arr = day.arr};
}

struct Sums {
    RedCount now, before;
    std::vector<AccountIndex> red, newlyRed;

    void add(const MetricPrevalence& part) {
        for (const auto& [sum, more] : {std::pair(&now, &part.now), std::pair(&before, &part.before)}) {
            sum->scored += more->scored;
            sum->red += more->red.accounts;
            sum->arr.add(more->arr);
        }
        red.insert(red.end(), part.red.begin(), part.red.end());
        newlyRed.insert(newlyRed.end(), part.newlyRed.begin(), part.newlyRed.end());
    }
};

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
    CHECK(tickets.now.arr == RedArr{.scored = 20'000, .red = 10'000, .uncounted = 1}); // A2 pays in EUR
    CHECK(tickets.before.arr == RedArr{.scored = 20'000, .red = 20'000, .uncounted = 1});
    CHECK(tickets.now.arr.share() == 0.5);

    const MetricPrevalence& use = found[2];
    CHECK(use.team == "Product");
    CHECK(use.now.scored == 1);
    CHECK(use.now.red.accounts == 0);
    CHECK(use.before.scored == 2);
    CHECK(use.before.red.accounts == 1);
    CHECK_FALSE(use.now.arr.share().has_value()); // only A2 has a score of it
}

TEST_CASE("prevalence: of some accounts it knows no others, and disjoint ones add up to the whole") {
    std::size_t looked = 0;
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        CAPTURE(seed);
        test::RandomBook random(seed);
        const auto book = random.book();
        const Day now = random.anyDay();
        const scoring::Scorer scorer(book);
        std::vector<AccountIndex> even, odd;
        for (const AccountIndex account : everyAccount(*book)) {
            (account % 2 == 0 ? even : odd).push_back(account);
        }
        const auto ofEven = prevalence(scorer, even, now, now - 30);
        const auto ofOdd = prevalence(scorer, odd, now, now - 30);
        CHECK(prevalence(scorer, std::vector<AccountIndex>(), now, now - 30).empty());
        for (const MetricPrevalence& each : prevalence(scorer, now, now - 30)) {
            Sums sums;
            for (const auto& part : {ofEven, ofOdd}) {
                if (const auto found = std::ranges::find(part, each.metric, &MetricPrevalence::metric);
                    found != part.end()) {
                    sums.add(*found);
                }
            }
            std::ranges::sort(sums.red);
            std::ranges::sort(sums.newlyRed);
            CHECK(sums.now == countOf(each.now));
            CHECK(sums.before == countOf(each.before));
            CHECK(sums.red == each.red);
            CHECK(sums.newlyRed == each.newlyRed);
            ++looked;
        }
    }
    CHECK(looked > 50);
}

TEST_CASE("redHistory: each day is what prevalence counts of it, and disjoint accounts add up") {
    std::size_t paid = 0;
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        CAPTURE(seed);
        test::RandomBook random(seed);
        const auto book = random.book();
        const scoring::Scorer scorer(book);
        const std::vector<Day> days{random.anyDay(), random.anyDay()};
        const std::vector<MetricIndex> metrics{4, 0, 2};
        const std::vector<AccountIndex> all = everyAccount(*book);
        const auto whole = redHistory(scorer, all, metrics, days);
        const auto first = redHistory(scorer, std::span(all).first(3), metrics, days);
        const auto rest = redHistory(scorer, std::span(all).subspan(3), metrics, days);
        REQUIRE(whole.size() == metrics.size() * days.size());
        for (std::size_t at = 0; at < whole.size(); ++at) {
            const Day on = days[at % days.size()];
            const auto now = prevalence(scorer, on, on);
            const auto found = std::ranges::find(now, metrics[at / days.size()], &MetricPrevalence::metric);
            CHECK(whole[at] == (found == now.end() ? RedCount() : countOf(found->now)));
            paid += whole[at].arr.red > 0 && whole[at].arr.red < whole[at].arr.scored ? 1U : 0U;
            RedCount sum = first[at];
            sum.scored += rest[at].scored;
            sum.red += rest[at].red;
            sum.arr.add(rest[at].arr);
            CHECK(sum == whole[at]);
        }
    }
    CHECK(paid > 10);
    test::RandomBook random(1);
    const scoring::Scorer scorer(random.book());
    std::stop_source source;
    source.request_stop();
    const std::vector<MetricIndex> metrics{0};
    const std::vector<Day> days{random.anyDay()};
    CHECK(redHistory(scorer, everyAccount(scorer.snapshot()), metrics, days, source.get_token()).empty());
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
        RedArr arr;
        std::vector<AccountIndex> red;
        std::vector<AccountIndex> newlyRed;
        for (AccountIndex account = 0; account < book->accountCount(); ++account) {
            const Band band = bandIn(account, each.metric, now);
            scored += band == Band::None ? 0U : 1U;
            const auto cents = book->arrCents(account, now);
            if (band != Band::None && cents && book->currencyOn(account, now) == book->settings.currency) {
                arr.scored += *cents;
                arr.red += band == Band::Red ? *cents : 0;
            } else {
                arr.uncounted += band == Band::None ? 0U : 1U;
            }
            if (band == Band::Red) {
                red.push_back(account);
                if (bandIn(account, each.metric, before) != Band::Red) {
                    newlyRed.push_back(account);
                }
            }
        }
        CHECK(each.now.scored == scored);
        CHECK(each.now.arr == arr);
        CHECK(each.red == red);
        CHECK(each.now.red.accounts == red.size());
        CHECK(each.newlyRed == newlyRed);
    }
    std::stop_source source;
    source.request_stop();
    CHECK(prevalence(scorer, now, before, source.get_token()).empty());
}
