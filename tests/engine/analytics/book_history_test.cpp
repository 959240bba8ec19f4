// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/book_history.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;
using namespace hb::analytics;

namespace {

/// Five accounts with a score each, in a book in EUR.
std::shared_ptr<const Snapshot> bookInEuro() {
    SnapshotBuilder builder;
    builder.metric(numberMetric("m"))
        .tmpl(defaultTemplate({version({group("g", 1, {weighted("m", 1)})})}))
        .settings({.currency = "EUR", .seatsMetrics = {}, .reasons = {}});
    builder.measure("red", "m", Day{0}, 20).attribute("red", "arr", Day{0}, "300.5");
    builder.measure("yellow", "m", Day{0}, 60)
        .attribute("yellow", "arr", Day{0}, "99.5")
        .attribute("yellow", "currency", Day{0}, "EUR");
    builder.measure("green", "m", Day{0}, 100)
        .attribute("green", "arr", Day{0}, "5000")
        .attribute("green", "currency", Day{0}, "USD");
    builder.measure("without arr", "m", Day{0}, 80);
    builder.attribute("without data", "arr", Day{0}, "9000");
    return builder.build();
}

} // namespace

TEST_CASE("the book's day: bands, and means over those that have one, by ARR in the book's currency") {
    const std::vector<Day> days{Day{-1}, Day{10}};
    const auto history = bookHistory(scoring::Scorer(bookInEuro()), days, Accounts::All);
    REQUIRE(history.size() == 2);
    CHECK(history[0].bands == std::array<std::size_t, 4>{0, 0, 0, 5});
    CHECK_FALSE(history[0].mean);
    CHECK_FALSE(history[0].arrWeightedMean);
    CHECK(history[1].day == Day{10});
    CHECK(history[1].bands == std::array<std::size_t, 4>{1, 1, 2, 1});
    CHECK(history[1].mean == 65.0); // (20 + 60 + 100 + 80) / 4
    REQUIRE(history[1].arrWeightedMean);
    CHECK_THAT(*history[1].arrWeightedMean, WithinAbs((300.5 * 20 + 99.5 * 60) / 400, 1e-9));
}

TEST_CASE("amounts that are not above 0 weigh nothing") {
    SnapshotBuilder builder;
    builder.metric(numberMetric("m")).tmpl(defaultTemplate({version({group("g", 1, {weighted("m", 1)})})}));
    builder.measure("A", "m", Day{0}, 20).attribute("A", "arr", Day{0}, "0");
    builder.measure("B", "m", Day{0}, 90).attribute("B", "arr", Day{0}, "-50");
    const std::vector<Day> days{Day{1}};
    CHECK_FALSE(bookHistory(scoring::Scorer(builder.build()), days, Accounts::All)[0].arrWeightedMean);
    builder.measure("C", "m", Day{0}, 40).attribute("C", "arr", Day{0}, "60");
    CHECK(bookHistory(scoring::Scorer(builder.build()), days, Accounts::All)[0].arrWeightedMean == 40.0);
}

TEST_CASE("the living book leaves out who is churned on the day") {
    SnapshotBuilder builder;
    builder.metric(numberMetric("m")).tmpl(defaultTemplate({version({group("g", 1, {weighted("m", 1)})})}));
    builder.measure("A", "m", Day{0}, 20).measure("B", "m", Day{0}, 80);
    builder.outcome("A",
                    {.account = 0,
                     .day = Day{10},
                     .kind = OutcomeKind::Churned,
                     .arrChangeCents = std::nullopt,
                     .reason = ""});
    const scoring::Scorer scorer(builder.build());
    const std::vector<Day> days{Day{9}, Day{10}};
    const auto living = bookHistory(scorer, days, Accounts::Living);
    CHECK(living[0].mean == 50.0);
    CHECK(living[1].mean == 80.0);
    CHECK(living[1].bands == std::array<std::size_t, 4>{0, 0, 1, 0});
    CHECK(bookHistory(scorer, days, Accounts::All)[1].mean == 50.0);
}

TEST_CASE("on any book every account is counted once a day, as it is scored") {
    const int seed = GENERATE(range(0, 40));
    CAPTURE(seed);
    RandomBook random(static_cast<std::uint64_t>(seed));
    const auto book = random.book();
    const scoring::Scorer scorer(book);
    const std::vector<Day> days{random.anyDay(), random.anyDay()};
    for (const BookDay& day : bookHistory(scorer, days, Accounts::All)) {
        double sum = 0;
        double weighted = 0;
        double arr = 0;
        std::array<std::size_t, 4> bands{};
        const auto scores = scorer.scoreBook(day.day);
        for (AccountIndex account = 0; account < scores.size(); ++account) {
            const scoring::TrackScore& shown = scores[account].shown;
            ++bands[static_cast<std::size_t>(shown.band)];
            if (shown.band == Band::None) {
                continue;
            }
            sum += shown.score;
            const double own = static_cast<double>(book->arrCents(account, day.day).value_or(0));
            if (book->currencyOn(account, day.day) == "USD") {
                weighted += own * shown.score;
                arr += own;
            }
        }
        REQUIRE(day.bands == bands);
        const std::size_t scored = bands[0] + bands[1] + bands[2];
        REQUIRE(day.mean.has_value() == (scored > 0));
        CHECK_THAT(day.mean.value_or(0), WithinAbs(scored > 0 ? sum / static_cast<double>(scored) : 0, 1e-9));
        REQUIRE(day.arrWeightedMean.has_value() == (arr > 0));
        CHECK_THAT(day.arrWeightedMean.value_or(0), WithinAbs(arr > 0 ? weighted / arr : 0, 1e-9));
    }
}
