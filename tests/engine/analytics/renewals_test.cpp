// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/renewals.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <string>

using namespace hb;
using namespace hb::analytics;
using test::day;
using test::WithinAbs;

namespace {

const Day today = day("2026-02-10");

test::SnapshotBuilder emptyBook() {
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("a"))
        .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("a", 1)})})}));
    return builder;
}

/// So many accounts that score `score` and decided in autumn.
void addPast(test::SnapshotBuilder& builder, const std::string& name, double score, int stayed, int left) {
    for (int at = 0; at < stayed + left; ++at) {
        const std::string key = name + std::to_string(at);
        builder.measure(key, "a", day("2025-01-01"), score)
            .outcome(key,
                     {.day = day("2025-10-01"),
                      .kind = at < stayed ? OutcomeKind::Renewed : OutcomeKind::Churned});
    }
}

void addDue(test::SnapshotBuilder& builder,
            const std::string& key,
            double score,
            const std::string& renews,
            const std::string& arr = "1000") {
    builder.measure(key, "a", day("2025-01-01"), score)
        .attribute(key, "renewal_date", Day{0}, renews)
        .attribute(key, "arr", Day{0}, arr);
}

RenewalRates ratesOf(const test::SnapshotBuilder& builder) {
    return renewalRates(scoring::Scorer(builder.build()), today);
}

RenewalForecast forecastOf(const test::SnapshotBuilder& builder) {
    const auto book = builder.build();
    const scoring::Scorer scorer(book);
    return renewalForecast(
        *book, today, livingByArr(*book, today), scorer.scoreBook(today), renewalRates(scorer, today));
}

const Rate& of(const RenewalRates& rates, Band band) {
    return rates.bands.at(static_cast<std::size_t>(band));
}

} // namespace

TEST_CASE("renewalRates") {
    auto builder = emptyBook();
    SECTION("by the band of 90 days before") {
        addPast(builder, "green", 90, 18, 2);
        addPast(builder, "red", 20, 4, 6);
        const RenewalRates rates = ratesOf(builder);
        CHECK(of(rates, Band::Green) == Rate{18, 20});
        CHECK(of(rates, Band::Red) == Rate{4, 10});
        CHECK(rates.all() == Rate{22, 30});
        CHECK(rates.isKnown(Band::Red));
        CHECK_FALSE(rates.isKnown(Band::Yellow));
    }
    SECTION("who was downgraded stayed; an expansion decides nothing; tomorrow is not known") {
        builder.measure("x", "a", day("2025-01-01"), 90)
            .outcome("x", {.day = day("2025-06-01"), .kind = OutcomeKind::Downgraded})
            .outcome("x", {.day = day("2025-08-01"), .kind = OutcomeKind::Expanded})
            .outcome("x", {.day = today + 1, .kind = OutcomeKind::Churned});
        CHECK(ratesOf(builder).all() == Rate{1, 1});
    }
    SECTION("of two outcomes of one day the last counts, once") {
        builder.measure("x", "a", day("2025-01-01"), 90)
            .outcome("x", {.day = day("2025-06-01"), .kind = OutcomeKind::Renewed})
            .outcome("x", {.day = day("2025-06-01"), .kind = OutcomeKind::Churned});
        CHECK(ratesOf(builder).all() == Rate{0, 1});
    }
}

TEST_CASE("renewalForecast") {
    auto builder = emptyBook();
    addPast(builder, "green", 90, 18, 2);
    SECTION("calendar quarters, the first from today on; a day that has passed stands apart") {
        addDue(builder, "yesterday", 90, "2026-02-09");
        addDue(builder, "today", 90, "2026-02-10");
        addDue(builder, "march", 90, "2026-03-31");
        addDue(builder, "april", 90, "2026-04-01");
        addDue(builder, "far", 90, "2027-06-01");
        const RenewalForecast forecast = forecastOf(builder);
        REQUIRE(forecast.quarters.size() == 4);
        CHECK(forecast.quarters[0].first == day("2026-01-01"));
        CHECK(forecast.quarters[0].last == day("2026-03-31"));
        CHECK(forecast.quarters[0].renewals.size() == 2);
        CHECK(forecast.quarters[1].renewals.size() == 1);
        CHECK(forecast.quarters[3].last == day("2026-12-31"));
        CHECK(forecast.overdue.size() == 1);
    }
    SECTION("an amount is weighted by its band's rate; of a band without one it is unknown") {
        addDue(builder, "g", 90, "2026-03-01", "1000");
        addDue(builder, "r", 10, "2026-03-01", "500");
        const ExpectedArr arr = forecastOf(builder).quarters[0].arr.at(0);
        CHECK(arr.due == 150000);
        CHECK(arr.unknown == 50000);
        CHECK_THAT(arr.expected, WithinAbs(90000, 1e-6));
        CHECK(arr.low < arr.expected);
        CHECK(arr.high > arr.expected);
        CHECK(arr.high <= 100000);
    }
    SECTION("without an amount it is a renewal all the same, and no amount") {
        addDue(builder, "g", 90, "2026-03-01", "");
        const RenewalQuarter quarter = forecastOf(builder).quarters[0];
        CHECK(quarter.bands.at(static_cast<std::size_t>(Band::Green)).accounts == 1);
        CHECK(quarter.arr.empty());
    }
    SECTION("who has churned renews nothing") {
        addDue(builder, "gone", 90, "2026-03-01");
        builder.outcome("gone", {.day = day("2026-01-05"), .kind = OutcomeKind::Churned});
        CHECK(forecastOf(builder).quarters[0].renewals.empty());
    }
}
