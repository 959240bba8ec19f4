// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/renewals_sentence.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::analytics;
using test::day;

namespace {

const Day today = day("2026-03-30");

/// The quarter of today, and the next with these amounts.
RenewalForecast forecastWith(std::array<Tally, 4> bands, std::vector<ExpectedArr> arr) {
    RenewalForecast forecast;
    forecast.quarters.resize(2);
    forecast.quarters[0].last = day("2026-03-31");
    forecast.quarters[1] = {.first = day("2026-04-01"),
                            .last = day("2026-06-30"),
                            .renewals = std::vector<Renewing>(wording::allOf(bands).accounts),
                            .bands = bands,
                            .arr = std::move(arr)};
    return forecast;
}

Tally tally(std::size_t accounts, std::int64_t dollars) {
    Tally tally{.accounts = accounts, .cents = {}};
    if (dollars != 0) {
        tally.add(dollars * 100, "USD");
    }
    return tally;
}

QString headline(const RenewalForecast& forecast) {
    return wording::renewalsHeadline(forecast, today, today);
}

} // namespace

TEST_CASE("renewalsHeadline") {
    const std::array bands{tally(2, 300'000), tally(1, 110'000), tally(5, 790'000), tally(0, 0)};
    SECTION("what renews next quarter, what of it is not green, what is expected to stay") {
        const ExpectedArr arr{
            .currency = "USD", .due = 120'000'000, .unknown = 0, .expected = 1e8, .low = 9e7, .high = 1.1e8};
        CHECK(headline(forecastWith(bands, {arr})) ==
              QStringLiteral(
                  "Next quarter $1.2M renews, $410k of it not green; $900k to $1.1M is expected to stay."));
    }
    SECTION("without a known rate nothing is expected") {
        const ExpectedArr arr{.currency = "USD", .due = 120'000'000, .unknown = 120'000'000};
        CHECK(headline(forecastWith(bands, {arr})) ==
              QStringLiteral("Next quarter $1.2M renews, $410k of it not green."));
        CHECK(wording::expectedText(arr).isEmpty());
    }
    SECTION("what has no ARR is not green all the same") {
        const std::array mixed{tally(1, 0), Tally(), tally(1, 1'000'000), Tally()};
        CHECK(headline(forecastWith(mixed, {})) ==
              QStringLiteral("Next quarter $1.0M renews, 1 of 2 accounts not green."));
        CHECK(wording::atRiskText(mixed) == QStringLiteral("1 of 2 accounts"));
    }
    SECTION("what nobody can tell is said, and is not lost") {
        const ExpectedArr arr{.currency = "USD",
                              .due = 120'000'000,
                              .unknown = 60'000'000,
                              .expected = 5.7e7,
                              .low = 5.4e7,
                              .high = 5.9e7};
        CHECK(headline(forecastWith(bands, {arr}))
                  .endsWith(
                      QStringLiteral("; $540k to $590k is expected to stay, and of $600k nobody can tell.")));
    }
    SECTION("seen from another day the quarter is named") {
        CHECK(wording::renewalsHeadline(forecastWith(bands, {}), today, today + 200) ==
              QStringLiteral("In Q2 2026 $1.2M renews, $410k of it not green."));
    }
    SECTION("without ARR in accounts, never $0") {
        CHECK(headline(forecastWith(std::array<Tally, 4>{tally(2, 0), Tally(), tally(3, 0), Tally()}, {})) ==
              QStringLiteral("Next quarter 5 accounts renew, 2 of them not green."));
        CHECK(headline(forecastWith(std::array<Tally, 4>{Tally(), Tally(), tally(1, 0), Tally()}, {})) ==
              QStringLiteral("Next quarter 1 account renews, all green."));
    }
    SECTION("with nothing next quarter the first that has something is told, and else nothing") {
        RenewalForecast forecast = forecastWith(std::array<Tally, 4>{}, {});
        CHECK(headline(forecast) == QStringLiteral("No renewal is known for the next 2 quarters."));
        forecast.quarters[0].renewals.resize(1);
        forecast.quarters[0].bands[0] = tally(1, 50'000);
        CHECK(headline(forecast) == QStringLiteral("By 31 Mar $50k renews, $50k of it not green."));
    }
    SECTION("currencies stand apart") {
        Tally both = tally(2, 1000);
        both.add(500'000, "EUR");
        CHECK(wording::atRiskText(std::array<Tally, 4>{both, Tally(), tally(1, 2000), Tally()}) ==
              QStringLiteral("$1.0k and €5.0k of $3.0k and €5.0k"));
    }
}

TEST_CASE("renewalRateSentence") {
    RenewalRates rates;
    rates.bands[static_cast<std::size_t>(Band::Green)] = {25, 27};
    rates.bands[static_cast<std::size_t>(Band::Yellow)] = {3, 4};
    CHECK(wording::renewalRateSentence(rates, Band::Green) ==
          QStringLiteral("25 of 27 green accounts stayed (76 to 97%)."));
    CHECK(wording::renewalRateSentence(rates, Band::Yellow) ==
          QStringLiteral("Not enough outcomes of accounts that were yellow: 4 of the 10 that it takes."));
    CHECK(wording::renewalRateSentence(rates, Band::None) ==
          QStringLiteral("Not enough outcomes of accounts without a band: 0 of the 10 that it takes."));
}

TEST_CASE("retentionSentence") {
    Retention retention{.period = {day("2025-12-31"), today}, .all = {}, .ahead = {}};
    SECTION("accounts and ARR") {
        retention.all.logos = {150, 158};
        retention.all.arr = {{.currency = "USD", .start = 100'000, .kept = 93'190, .end = 101'200}};
        CHECK(
            wording::retentionSentence(retention, today) ==
            QStringLiteral("Of 158 accounts on 31 Dec 2025, 150 are still here on 30 Mar. 93.1% of their ARR "
                           "was kept, 101.2% with what they added."));
    }
    SECTION("too few accounts say so, and no share is shown of them") {
        retention.all.logos = {3, 4};
        retention.all.arr = {{.currency = "USD", .start = 100, .kept = 50, .end = 50}};
        CHECK(wording::retentionSentence(retention, today) ==
              QStringLiteral(
                  "Not enough accounts on 31 Dec 2025 to speak of retention: 4 of the 5 that it takes."));
        CHECK(wording::grossText(retention.all).isEmpty());
        CHECK(wording::logoText(retention.all.logos) == QStringLiteral("not enough (4)"));
    }
    SECTION("several currencies are named, and never added") {
        retention.all.logos = {9, 10};
        retention.all.arr = {{.currency = "USD", .start = 1000, .kept = 900, .end = 1100},
                             {.currency = "EUR", .start = 1000, .kept = 800, .end = 800}};
        CHECK(wording::grossText(retention.all) == QStringLiteral("90.0% USD, 80.0% EUR"));
    }
}
