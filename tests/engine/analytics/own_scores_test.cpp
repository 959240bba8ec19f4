// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/analytics/own_scores_book.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"

using namespace hb;
using namespace hb::analytics;
using namespace hb::test::own;
using test::WithinAbs;

TEST_CASE("own scores: the gap of an account is that of what counts and is fresh") {
    test::SnapshotBuilder builder = emptyBook();
    for (const char* key : {"A1", "A2", "A3", "A4"}) {
        builder.attribute(key, "owner", Day{0}, "Ana").measure(key, "use", today, 60);
        builder.measure(key, "mood", today, 3).measure(key, "weather", today, 1);
        builder.measure(key, "idle", today, 0);
    }
    builder.measure("A1", "calls", today, 20).measure("A1", "sponsor", today - 90, 2);
    builder.measure("A2", "calls", today - 61, 20).measure("A2", "sponsor", today - 91, 2); // out of date
    builder.attribute("A3", "status", Day{0}, "churned");
    builder.override("A4", overrideOf(OverrideTarget::Metric, "mood", 10, today - 1));
    builder.measure("A5", "use", today, 60).measure("A6", "mood", today, 3); // one kind alone
    const OwnScores scores = ownScores(scoring::Scorer(builder.build()), today, {}, {});

    REQUIRE(scores.accounts.size() == 3);
    const AccountGap& first = scores.accounts[0];
    CHECK(first.levels == 2);
    CHECK(first.numbers == 2);
    CHECK_THAT(first.own, WithinAbs((4 * 100 + 2 * 50) / 6.0, 1e-9));
    CHECK_THAT(first.measured, WithinAbs((3 * 60 + 1 * 20) / 4.0, 1e-9));
    CHECK(scores.accounts[1].levels == 1);
    CHECK(scores.accounts[1].numbers == 1);
    CHECK_THAT(scores.accounts[1].gap(), WithinAbs(100 - 60, 1e-9));
    CHECK_THAT(scores.accounts[2].own, WithinAbs(100, 1e-9)); // an override is no own score

    REQUIRE(find(scores, "Ana") != nullptr);
    const GapFigure& hers = find(scores, "Ana")->gap;
    CHECK(hers.standing.cases == 3);
    CHECK(hers.accounts == std::vector<AccountIndex>{0, 1, 3});
    const double mean = (first.gap() + 40 + 40) / 3;
    CHECK_THAT(hers.standing.mean, WithinAbs(mean, 1e-9));
    CHECK_THAT(scores.book.gap.standing.mean, WithinAbs(mean, 1e-9));
    CHECK_FALSE(hers.standing.above.has_value());
    CHECK(scores.people.size() == 1);
}

TEST_CASE("own scores: green with a level that is out of date") {
    test::SnapshotBuilder builder = emptyBook();
    for (const char* key : {"A1", "A2", "A3", "A4", "A5"}) {
        builder.attribute(key, "owner", Day{0}, "Ana").measure(key, "use", today, 90);
        builder.measure(key, "calls", today, 90);
    }
    builder.measure("A1", "mood", today - 91, 3);
    builder.measure("A2", "mood", today - 90, 3);
    builder.measure("A3", "mood", today - 91, 3).measure("A3", "use", today, 5);          // not green
    builder.measure("A4", "weather", today - 91, 3).measure("A4", "use", today - 61, 90); // neither counts
    builder.measure("A5", "mood", today - 91, 3);
    builder.override("A5", overrideOf(OverrideTarget::Metric, "mood", 100, today));
    const OwnScores scores = ownScores(scoring::Scorer(builder.build()), today, {}, {});
    const ShareFigure& hers = find(scores, "Ana")->of(OwnShare::StaleGreen);
    CHECK(hers.cases == 4);
    CHECK(hers.hits == 1);
    CHECK(hers.accounts == std::vector<AccountIndex>{0});
    CHECK(scores.book.of(OwnShare::StaleGreen).cases == 4);
}

TEST_CASE("own scores: who rates above the numbers stands out, who has troubled accounts does not") {
    test::SnapshotBuilder builder = emptyBook();
    test::Random random(3);
    for (int at = 0; at < 120; ++at) {
        const std::string key = "A" + std::to_string(1000 + at);
        const std::string owner = at % 4 == 0   ? "Kind"
                                  : at % 4 == 1 ? "Tough"
                                  : at % 4 == 2 ? "Mild"
                                                : "Nina";
        const double health = owner == "Tough" ? random.between(0, 30) : random.between(0, 100);
        // Everybody rates towards the middle, so that low numbers alone make a gap.
        const double felt = 45 + 0.1 * health + (owner == "Kind" ? 35 : 0) + random.between(-15, 15);
        builder.attribute(key, "owner", Day{0}, owner).measure(key, "use", today, health);
        builder.measure(key, "mood", today, felt < 33 ? 1 : felt < 67 ? 2 : 3);
    }
    const OwnScores scores = ownScores(scoring::Scorer(builder.build()), today, {}, {});
    for (const PersonFigures& person : scores.people) {
        CAPTURE(person.name, person.gap.standing.above.value(), person.gap.standing.chance);
        CHECK(person.gap.standing.standsOut == (person.name == "Kind"));
    }
}

TEST_CASE("own scores: on any book the figures add up, and nothing after the day counts") {
    const auto seed = GENERATE(range(0U, 40U));
    CAPTURE(seed);
    test::RandomBook random(seed);
    const auto book = random.book();
    const Day on = random.anyDay();
    std::vector<HandScore> byHand;
    test::Random dice(seed + 100);
    for (MetricIndex metric = 0; metric < book->metricCount(); ++metric) {
        for (AccountIndex account = 0; account < book->accountCount(); ++account) {
            for (const std::int32_t number : book->series[metric].of(account).days) {
                if (dice.chance(0.5)) {
                    byHand.push_back({.account = account,
                                      .metric = metric,
                                      .day = Day{number},
                                      .author = dice.chance(0.5) ? "Ana" : "Ben"});
                }
            }
        }
    }
    const OwnScores scores = ownScores(scoring::Scorer(book), on, byHand, {});
    double sum = 0;
    for (const AccountGap& each : scores.accounts) {
        CHECK_FALSE(book->isChurned(each.account, on));
        CHECK(each.levels > 0);
        CHECK(each.numbers > 0);
        sum += each.gap();
    }
    if (!scores.accounts.empty()) {
        CHECK_THAT(scores.book.gap.standing.mean,
                   WithinAbs(sum / static_cast<double>(scores.accounts.size()), 1e-9));
    }
    for (std::size_t share = 0; share < ownShareCount; ++share) {
        std::size_t cases = 0;
        for (const PersonFigures& person : scores.people) {
            CHECK(person.shares[share].hits <= person.shares[share].cases);
            CHECK(person.shares[share].accounts.size() <= person.shares[share].hits);
            cases += person.shares[share].cases;
        }
        if (share == static_cast<std::size_t>(OwnShare::RaisedBefore)) {
            CHECK(cases == scores.book.shares[share].cases);
        }
    }
    std::erase_if(byHand, [&](const HandScore& each) { return each.day > on; });
    const OwnScores known = ownScores(scoring::Scorer(random.book(on)), on, byHand, {});
    REQUIRE(known.people.size() == scores.people.size());
    CHECK(known.accounts.size() == scores.accounts.size());
    for (std::size_t share = 0; share < ownShareCount; ++share) {
        CHECK(known.book.shares[share].cases == scores.book.shares[share].cases);
        CHECK(known.book.shares[share].accounts == scores.book.shares[share].accounts);
    }
}
