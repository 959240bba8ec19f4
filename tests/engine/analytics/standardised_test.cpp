// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/standardised.h"
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

const Day today = day("2026-03-31");
const std::vector<std::string_view> kinds{"segment", "lifecycle_stage"};

test::SnapshotBuilder emptyBook() {
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("a"))
        .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("a", 1)})})}));
    return builder;
}

void add(test::SnapshotBuilder& builder,
         const char* owner,
         const char* segment,
         const std::vector<double>& scores) {
    static int count = 1000;
    for (const double score : scores) {
        const std::string key = "A" + std::to_string(++count);
        builder.attribute(key, "owner", Day{0}, owner)
            .attribute(key, "segment", Day{0}, segment)
            .measure(key, "a", today, score);
    }
}

std::vector<StandardisedMean>
of(const std::shared_ptr<const Snapshot>& book, const StandardisedOptions& options = {}, Day on = today) {
    std::vector<AccountIndex> all(book->accountCount());
    std::iota(all.begin(), all.end(), AccountIndex{0});
    return standardisedMeans(*book, all, on, scoring::Scorer(book).scoreBook(on), kinds, options);
}

} // namespace

TEST_CASE("standardisedMeans: a table worked out by hand") {
    test::SnapshotBuilder builder = emptyBook();
    add(builder, "Ana", "large", {90, 80, 85, 95});
    add(builder, "Ana", "small", {40});
    add(builder, "Ben", "large", {100});
    add(builder, "Ben", "small", {50, 60, 40, 50});
    add(builder, "Few", "large", {70, 70});
    add(builder, "", "small", {10, 20, 30, 40, 50});
    const auto book = builder.build(); // 7 large, 10 small
    const auto means = of(book);
    REQUIRE(means.size() == 4);
    CHECK((*book->texts)[means[0].owner] == "Ana");
    CHECK(means[0].accounts == 5);
    CHECK_THAT(means[0].mean, WithinAbs(78, 1e-9));
    CHECK_THAT(means[0].adjusted.value(), WithinAbs((7 * 87.5 + 10 * 40) / 17, 1e-9));
    CHECK_THAT(means[1].mean, WithinAbs(60, 1e-9));
    CHECK_THAT(means[1].adjusted.value(), WithinAbs((7 * 100 + 10 * 50) / 17.0, 1e-9));
    CHECK(means[0].covered == 1); // raw Ana leads, with the same mix Ben does
    CHECK(means[2].accounts == 2);
    CHECK_FALSE(means[2].adjusted.has_value());
    CHECK_THAT(means[2].mean, WithinAbs(70, 1e-9));
    CHECK(means[3].owner == 0);
    CHECK_THAT(means[3].adjusted.value(), WithinAbs(30, 1e-9)); // of small ones alone
    CHECK_THAT(means[3].covered, WithinAbs(10.0 / 17, 1e-9));
}

TEST_CASE("standardisedMeans: who is counted") {
    test::SnapshotBuilder builder = emptyBook();
    add(builder, "Ana", "large", {90, 80, 85, 95, 100});
    builder.attribute("B1", "owner", Day{0}, "Ana").measure("B1", "a", today, 0);
    builder.attribute("B1", "status", Day{0}, "churned");
    builder.attribute("B2", "owner", Day{0}, "Ana"); // no data
    builder.attribute("B3", "owner", Day{0}, "Ben").attribute("B3", "owner", today + 1, "Ana");
    builder.measure("B3", "a", today, 10);
    const auto means = of(builder.build());
    REQUIRE(means.size() == 2);
    CHECK(means[0].accounts == 5);
    CHECK(means[1].accounts == 1);
    CHECK(of(emptyBook().build()).empty());
    CHECK(of(builder.build(), {.of = "manager"}).size() == 1);
}

TEST_CASE("standardisedMeans: the interval") {
    test::SnapshotBuilder builder = emptyBook();
    add(builder, "Ana", "large", {70, 72, 74, 76, 78, 80, 70, 75, 80});
    add(builder, "Ben", "large", {20, 22, 24, 26, 28, 30, 20, 25, 30});
    add(builder, "Chloe", "large", {10, 95, 20, 90, 15, 99, 60, 80, 70});
    add(builder, "Same", "large", {60, 60, 60, 60, 60});
    const auto book = builder.build();
    const auto means = of(book);
    for (const StandardisedMean& each : means) {
        CHECK(each.low <= each.adjusted.value());
        CHECK(each.adjusted.value() <= each.high);
    }
    SECTION("is as wide as the accounts differ") {
        // Nine scores of variance 14.2: 1.96 * sqrt(14.2 / 9) = 2.5 on either side.
        CHECK_THAT(means[0].high - means[0].low, WithinAbs(4.9, 0.6));
        CHECK(means[2].high - means[2].low > 30);
        CHECK(means[3].low == 60);
        CHECK(means[3].high == 60);
    }
    SECTION("claims an order only where nothing is shared") {
        CHECK(standApart(means[0], means[1]));
        CHECK(standApart(means[1], means[0]));
        CHECK_FALSE(standApart(means[0], means[2]));
        StandardisedMean few = means[1];
        few.adjusted.reset();
        CHECK_FALSE(standApart(means[0], few));
    }
    SECTION("is the same every time, and another with another seed") {
        const auto again = of(book);
        const auto other = of(book, {.seed = 2});
        CHECK(again[0].low == means[0].low);
        CHECK(again[2].high == means[2].high);
        CHECK(other[2].low != means[2].low);
        CHECK_THAT(other[2].low, WithinAbs(means[2].low, 6));
    }
    SECTION("narrows where less is asked of it") {
        const auto half = of(book, {.interval = 0.5});
        CHECK(half[2].high - half[2].low < means[2].high - means[2].low);
    }
}

TEST_CASE("standardisedMeans: nothing to adjust leaves the mean, and shifted scores shift it") {
    const auto seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    test::Random random(seed);
    test::SnapshotBuilder plain = emptyBook();
    test::SnapshotBuilder mixed = emptyBook();
    test::SnapshotBuilder shifted = emptyBook();
    for (int at = 0; at < 60; ++at) {
        const std::string key = "A" + std::to_string(100 + at);
        const std::string owner = std::string("O") + std::to_string(random.integer(1, 3));
        const double score = random.between(0, 90);
        const std::string segment = random.chance(0.5) ? "S" : "L";
        for (test::SnapshotBuilder* builder : {&plain, &mixed, &shifted}) {
            builder->attribute(key, "owner", Day{0}, owner);
            builder->measure(key, "a", today, builder == &shifted ? score + 10 : score);
            if (builder != &plain) {
                builder->attribute(key, "segment", Day{0}, segment);
            }
        }
    }
    const auto one = of(plain.build());
    const auto two = of(mixed.build());
    const auto three = of(shifted.build());
    for (std::size_t at = 0; at < one.size(); ++at) {
        CHECK_THAT(one[at].adjusted.value(), WithinAbs(one[at].mean, 1e-9));
        CHECK_THAT(two[at].mean, WithinAbs(one[at].mean, 1e-9));
        CHECK_THAT(three[at].adjusted.value(), WithinAbs(two[at].adjusted.value() + 10, 1e-9));
        CHECK_THAT(three[at].low, WithinAbs(two[at].low + 10, 1e-9));
    }
}

TEST_CASE("standardisedMeans of some accounts knows no others: the mix is theirs") {
    test::SnapshotBuilder team = emptyBook();
    add(team, "Ana", "large", {90, 80, 85, 95});
    add(team, "Ana", "small", {40});
    add(team, "Ben", "small", {50, 60, 40, 50});
    add(team, "Ben", "large", {100});
    const auto alone = of(team.build());
    add(team, "Others", "small", {10, 20, 30, 40, 50, 60});
    add(team, "Ana", "micro", {5, 5, 5});
    const auto book = team.build();
    std::vector<AccountIndex> some(10);
    std::iota(some.begin(), some.end(), AccountIndex{0}); // keys count up
    const auto means = standardisedMeans(*book, some, today, scoring::Scorer(book).scoreBook(today), kinds);
    REQUIRE(means.size() == alone.size());
    for (std::size_t at = 0; at < means.size(); ++at) {
        CHECK(means[at].accounts == alone[at].accounts);
        CHECK(means[at].mean == alone[at].mean);
        CHECK(means[at].adjusted == alone[at].adjusted);
        CHECK(means[at].low == alone[at].low);
        CHECK(means[at].covered == 1);
    }
    CHECK(standardisedMeans(*book, {}, today, scoring::Scorer(book).scoreBook(today), kinds).empty());
}
