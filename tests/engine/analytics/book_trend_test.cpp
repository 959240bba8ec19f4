// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/book_trend.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"
#include "tests/support/snapshot_builder.h"

#include <algorithm>
#include <numeric>

using namespace hb;
using namespace hb::analytics;
using test::day;
using test::WithinAbs;

namespace {

/// Two versions: by the second, from 1 March on, the same value scores half as much.
std::shared_ptr<const Snapshot> strictSinceMarch() {
    test::SnapshotBuilder builder;
    const auto version = [](int number, Day from, double top) {
        return test::version(
            {test::group("g", 1, {test::weighted("a", 1, {{0, 0}, {100, top}})})}, number, from);
    };
    builder.metric(test::numberMetric("a"))
        .tmpl(test::defaultTemplate({version(1, Day{0}, 100), version(2, day("2026-03-01"), 50)}));
    builder.measure("A", "a", day("2024-01-01"), 90).attribute("A", "arr", day("2024-01-01"), "100");
    builder.measure("B", "a", day("2024-01-01"), 40).attribute("B", "arr", day("2024-01-01"), "300");
    return builder.build();
}

BookTrend trendOf(const std::shared_ptr<const Snapshot>& book, const Period& period, ScoredBy by) {
    const ComparedBook compared = comparedBook(std::make_shared<const scoring::Scorer>(book), period);
    std::vector<AccountIndex> all(book->accountCount());
    std::iota(all.begin(), all.end(), AccountIndex{0});
    return bookTrend(compared, all, by, period.to);
}

} // namespace

TEST_CASE("trendDays") {
    const Day to = day("2026-03-30");
    SECTION("are weeks, the last one the end of the period") {
        const auto days = trendDays({to - 365, to}, {});
        CHECK(days.back() == to);
        CHECK(days.size() == 53);
        CHECK(days[1] - days[0] == 7);
    }
    SECTION("show twelve weeks at least") {
        CHECK(trendDays({to - 30, to}, {}).front() == to - 84);
    }
    SECTION("begin with the data") {
        CHECK(trendDays({to - 365, to}, to - 20).front() == to - 14);
        CHECK(trendDays({to - 30, to}, to + 5) == std::vector<Day>{to});
    }
    SECTION("are no more than two years of weeks, however long it is") {
        const int years = GENERATE(2, 3, 20);
        const auto days = trendDays({to - 364 * years, to}, {});
        CHECK(days.size() <= 105);
        CHECK(days.front() - (to - 364 * years) < 7 * 2 * years);
    }
}

TEST_CASE("bookTrend") {
    const auto book = strictSinceMarch();
    const Period period{day("2026-01-31"), day("2026-03-30")};
    const BookTrend was = trendOf(book, period, ScoredBy::VersionsOfTheDay);

    SECTION("scores each day by the version of the day") {
        CHECK(was.ends[0].bands == std::array<std::size_t, 4>{1, 0, 1, 0});
        CHECK(was.ends[1].bands == std::array<std::size_t, 4>{2, 0, 0, 0});
        CHECK(was.days.front().mean == 65.0);
        CHECK(was.days.back().mean == 32.5);
    }
    SECTION("or every day by today's, and says how the other way is") {
        const BookTrend now = trendOf(book, period, ScoredBy::TodaysVersions);
        for (const BookDay& each : now.days) {
            CHECK(each.mean == 32.5);
        }
        REQUIRE(now.otherwise);
        CHECK(*now.otherwise == was.ends);
        REQUIRE(was.otherwise);
        CHECK(*was.otherwise == now.ends);
    }
    SECTION("a version of a later day than today's is not today's") {
        const BookTrend before =
            trendOf(book, {day("2025-10-01"), day("2026-02-20")}, ScoredBy::TodaysVersions);
        CHECK(before.days.back().mean == 65.0);
        CHECK_FALSE(before.otherwise);
    }
    SECTION("shares are of accounts or of ARR") {
        CHECK(shareOf(was.ends[0], Band::Green, Measure::Accounts) == 0.5);
        CHECK(shareOf(was.ends[0], Band::Green, Measure::Arr) == 0.25);
        CHECK_FALSE(shareOf(BookDay{}, Band::Green, Measure::Arr));
    }
    SECTION("stops when it is told to") {
        std::stop_source stop;
        stop.request_stop();
        const ComparedBook compared = comparedBook(std::make_shared<const scoring::Scorer>(book), period);
        CHECK(bookTrend(compared, {}, ScoredBy::VersionsOfTheDay, period.to, {stop.get_token(), {}})
                  .days.empty());
    }
}

TEST_CASE("on any book the history of some accounts is what each day's scores say of them") {
    const int seed = GENERATE(range(0, 30));
    CAPTURE(seed);
    test::RandomBook random(static_cast<std::uint64_t>(seed));
    const auto book = random.book();
    const scoring::Scorer scorer(book);
    std::vector<AccountIndex> some;
    for (AccountIndex account = 0; account < book->accountCount(); account += 2) {
        some.push_back(account);
    }
    const std::vector<Day> days{random.anyDay(), random.anyDay()};
    for (const BookDay& each : bookHistory(scorer, some, days, Accounts::Living)) {
        const auto scores = scorer.scoreBook(each.day);
        BookDay expected{.day = each.day, .bands = {}, .cents = {}, .mean = {}, .arrWeightedMean = {}};
        double sum = 0;
        for (const AccountIndex account : some) {
            if (book->isChurned(account, each.day)) {
                continue;
            }
            const scoring::TrackScore& shown = scores[account].shown;
            const auto band = static_cast<std::size_t>(shown.band);
            ++expected.bands[band];
            if (book->currencyOn(account, each.day) == book->settings.currency) {
                expected.cents[band] +=
                    std::max<std::int64_t>(0, book->arrCents(account, each.day).value_or(0));
            }
            sum += shown.band == Band::None ? 0 : shown.score;
        }
        CHECK(each.bands == expected.bands);
        CHECK(each.cents == expected.cents);
        const auto scored = static_cast<double>(each.bands[0] + each.bands[1] + each.bands[2]);
        CHECK_THAT(each.mean.value_or(0), WithinAbs(scored > 0 ? sum / scored : 0, 1e-9));
    }
}

TEST_CASE("versionsOn chooses for every template the version in force on the day") {
    const auto book = strictSinceMarch();
    using Choices = std::vector<scoring::VersionChoice>;
    CHECK(scoring::versionsOn(*book->scorecard, day("2026-02-28")) == Choices{{0, 0}});
    CHECK(scoring::versionsOn(*book->scorecard, day("2026-03-01")) == Choices{{0, 1}});
}

TEST_CASE("the trends of two halves of any book add up to the whole, day by day") {
    const int seed = GENERATE(range(0, 10));
    CAPTURE(seed);
    test::RandomBook random(static_cast<std::uint64_t>(seed));
    const auto book = random.book();
    const Day to = random.anyDay();
    const auto scorer = std::make_shared<const scoring::Scorer>(book);
    const auto of = [&](AccountIndex step, AccountIndex first) {
        std::vector<AccountIndex> some;
        for (AccountIndex account = first; account < book->accountCount(); account += step) {
            some.push_back(account);
        }
        const ComparedBook compared = comparedBook(scorer, {to - 30, to}, some);
        return bookTrend(compared, compared.accounts, ScoredBy::VersionsOfTheDay, to);
    };
    const BookTrend whole = of(1, 0), even = of(2, 0), odd = of(2, 1);
    REQUIRE(even.days.size() == whole.days.size());
    REQUIRE(odd.days.size() == whole.days.size());
    for (std::size_t day = 0; day < whole.days.size(); ++day) {
        for (std::size_t band = 0; band < 4; ++band) {
            CHECK(even.days[day].bands[band] + odd.days[day].bands[band] == whole.days[day].bands[band]);
            CHECK(even.days[day].cents[band] + odd.days[day].cents[band] == whole.days[day].cents[band]);
        }
    }
}
