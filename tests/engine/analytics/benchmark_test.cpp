// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/benchmark.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::analytics;
using test::day;
using test::WithinAbs;

namespace {

const Day today = day("2026-03-31");

/// One metric, its score the value turned round: 100 at 0.
test::SnapshotBuilder ticketsBook() {
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("tickets"))
        .tmpl(test::defaultTemplate(
            {test::version({test::group("g", 1, {test::weighted("tickets", 1, {{0, 100}, {100, 0}})})})}));
    return builder;
}

void add(test::SnapshotBuilder& builder, const char* key, const char* segment, double value) {
    builder.account(key).measure(key, "tickets", today, value);
    if (*segment != '\0') {
        builder.attribute(key, "segment", Day{0}, segment);
    }
}

Benchmark of(const test::SnapshotBuilder& builder, const char* key) {
    const auto book = builder.build();
    return benchmark(scoring::Scorer(book), book->findAccount(key).value(), "segment", today);
}

} // namespace

TEST_CASE("benchmark: quartiles of a table worked out by hand, with ties") {
    const PlaceAmong place = placeAmong(4, {8, 2, 4, 4, 6, 10});
    CHECK(place.others == 6);
    CHECK(place.below == 1);
    CHECK(place.above == 3);
    REQUIRE(place.quartiles);
    CHECK(*place.quartiles == Quartiles{.low = 4, .median = 5, .high = 7.5}); // 2 4 4 6 8 10
    const PlaceAmong equal = placeAmong(3, {3, 3, 3, 3, 3});
    CHECK(equal.below + equal.above == 0);
    CHECK(equal.quartiles == Quartiles{.low = 3, .median = 3, .high = 3});
    CHECK_FALSE(placeAmong(4, {1, 2, 3, 4}).quartiles); // not enough alike
    CHECK(placeAmong(4, {}).others == 0);
}

TEST_CASE("benchmark: beside the living accounts of its segment, without itself") {
    test::SnapshotBuilder builder = ticketsBook();
    add(builder, "own", "Enterprise", 60);
    for (const auto& [key, value] :
         std::vector<std::pair<const char*, double>>{{"a", 10}, {"b", 20}, {"c", 30}, {"d", 40}, {"e", 50}}) {
        add(builder, key, "Enterprise", value);
    }
    add(builder, "left", "Enterprise", 100);
    builder.attribute("left", "status", Day{0}, "churned");
    add(builder, "other", "Mid", 0);
    builder.account("bare").attribute("bare", "segment", Day{0}, "Enterprise");
    const Benchmark beside = of(builder, "own");
    CHECK(beside.others == 6); // bare is one of them and has no score
    REQUIRE(beside.metrics.size() == 1);
    const MetricBenchmark& tickets = beside.metrics[0];
    CHECK(tickets.score == 40);
    CHECK(tickets.ofScore.others == 5);
    CHECK(tickets.ofScore.above == 5);
    CHECK(tickets.ofScore.quartiles == Quartiles{.low = 60, .median = 70, .high = 80});
    CHECK(tickets.value == 60);
    REQUIRE(tickets.ofValue);
    CHECK(tickets.ofValue->below == 5);
    CHECK(tickets.ofValue->quartiles == Quartiles{.low = 20, .median = 30, .high = 40});

    CHECK_FALSE(of(builder, "other").metrics.at(0).ofScore.quartiles); // alone
    CHECK(of(builder, "bare").metrics.empty());
}

TEST_CASE("benchmark: without a segment is a segment of its own") {
    test::SnapshotBuilder builder = ticketsBook();
    for (const char* key : {"a", "b", "c", "d", "e", "f"}) {
        add(builder, key, "", 50);
    }
    add(builder, "x", "Mid", 50);
    const Benchmark beside = of(builder, "a");
    CHECK(beside.value == 0);
    CHECK(beside.others == 5);
    CHECK(beside.metrics.at(0).ofScore.quartiles.has_value());
}

TEST_CASE("benchmark: an override has a score and no value") {
    test::SnapshotBuilder builder = ticketsBook();
    for (const char* key : {"a", "b", "c", "d", "e", "f"}) {
        add(builder, key, "Mid", 50);
    }
    Override entered;
    entered.target = OverrideTarget::Metric;
    entered.key = "tickets";
    entered.score = 90;
    entered.first = entered.last = today;
    builder.override("a", entered);
    const MetricBenchmark own = of(builder, "a").metrics.at(0);
    CHECK(own.score == 90);
    CHECK_FALSE(own.value);
    CHECK(own.ofScore.below == 5);
    const MetricBenchmark other = of(builder, "b").metrics.at(0);
    CHECK(other.ofScore.above == 1);
    REQUIRE(other.ofValue);
    CHECK(other.ofValue->others == 4);
}

TEST_CASE("benchmark: on random books below, equal and above are all others") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        test::RandomBook random(seed);
        const scoring::Scorer scorer(random.book());
        const Day on = random.anyDay();
        for (AccountIndex account = 0; account < scorer.snapshot().accountCount(); ++account) {
            const Benchmark beside = benchmark(scorer, account, "segment", on);
            const auto alike = accountsAlike(scorer.snapshot(), account, "segment", on);
            CHECK(beside.others == alike.size());
            for (const MetricBenchmark& metric : beside.metrics) {
                std::size_t below = 0, above = 0;
                for (const AccountIndex other : alike) {
                    const auto detail = scorer.detail(other, on);
                    const auto& metrics = scorer.version(detail.templateIndex, detail.versionIndex).metrics;
                    for (std::size_t at = 0; at < metrics.size(); ++at) {
                        if (metrics[at].metric == metric.metric && detail.metrics[at].score) {
                            below += *detail.metrics[at].score < metric.score ? 1U : 0U;
                            above += *detail.metrics[at].score > metric.score ? 1U : 0U;
                        }
                    }
                }
                CHECK(metric.ofScore.below == below);
                CHECK(metric.ofScore.above == above);
                CHECK(metric.ofScore.quartiles.has_value() == (metric.ofScore.others >= fewestAlike));
            }
        }
    }
}
