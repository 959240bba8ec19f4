// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/family.h"
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

test::SnapshotBuilder emptyBook(double minCoverage = 0.5) {
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("a"));
    auto version = test::version({test::group("g", 1, {test::weighted("a", 1)})});
    version.minCoverage = minCoverage;
    builder.tmpl(test::defaultTemplate({version}));
    return builder;
}

void child(test::SnapshotBuilder& builder,
           const char* key,
           const char* parent,
           std::optional<double> score = {},
           const char* arr = "",
           const char* currency = "") {
    builder.attribute(key, "parent_id", Day{0}, parent)
        .attribute(key, "arr", Day{0}, arr)
        .attribute(key, "currency", Day{0}, currency);
    if (score) {
        builder.measure(key, "a", today, *score);
    }
}

FamilyScore scoreOf(const test::SnapshotBuilder& builder, const char* key, FamilyRule rule) {
    const auto book = builder.build();
    return familyScore(scoring::Scorer(book), Family(*book, today), book->findAccount(key).value(), rule);
}

std::vector<std::string> keysBelow(const test::SnapshotBuilder& builder, const char* key, Day on = today) {
    const auto book = builder.build();
    std::vector<std::string> keys;
    for (const AccountIndex each : Family(*book, on).below(book->findAccount(key).value())) {
        keys.push_back((*book->accounts)[each].key);
    }
    return keys;
}

using Keys = std::vector<std::string>;

} // namespace

TEST_CASE("family: who is below whom") {
    test::SnapshotBuilder builder = emptyBook();
    builder.account("P");
    child(builder, "A", "P");
    child(builder, "Z", "A");
    child(builder, "B", "P");
    child(builder, "C", "B");
    child(builder, "X", "nobody");
    SECTION("the nearest first, however deep") {
        CHECK(keysBelow(builder, "P") == Keys{"A", "B", "Z", "C"}); // Z and C stand two below
        CHECK(keysBelow(builder, "B") == Keys{"C"});
        CHECK(keysBelow(builder, "C").empty());
        const auto book = builder.build();
        const Family family(*book, today);
        const auto at = [&](const char* key) { return book->findAccount(key).value(); };
        CHECK(family.childrenOf(at("P")).size() == 2);
        CHECK(family.parentOf(at("Z")) == at("A"));
        CHECK_FALSE(family.parentOf(at("P")).has_value());
        CHECK_FALSE(family.parentOf(at("X")).has_value());
    }
    SECTION("without those who left, but with those below them") {
        builder.attribute("B", "status", Day{0}, "churned").attribute("Z", "status", Day{0}, "churned");
        CHECK(keysBelow(builder, "P") == Keys{"A", "C"});
    }
    SECTION("on the day") {
        builder.attribute("B", "parent_id", today, "A").attribute("A", "parent_id", today, "");
        CHECK(keysBelow(builder, "P", today - 1) == Keys{"A", "B", "Z", "C"});
        CHECK(keysBelow(builder, "P").empty());
        CHECK(keysBelow(builder, "A") == Keys{"B", "Z", "C"});
    }
    SECTION("in a circle nobody is below themselves") {
        builder.attribute("P", "parent_id", Day{0}, "C").attribute("X", "parent_id", Day{0}, "X");
        CHECK(keysBelow(builder, "P") == Keys{"A", "B", "Z", "C"});
        CHECK(keysBelow(builder, "C") == Keys{"P", "A", "B", "Z"});
        CHECK(keysBelow(builder, "X").empty());
    }
    SECTION("a book without parents has no family") {
        test::SnapshotBuilder none = emptyBook();
        none.account("A");
        CHECK(keysBelow(none, "A").empty());
        CHECK(scoreOf(none, "A", FamilyRule::Lowest).accounts == 0);
        CHECK(scoreOf(none, "A", FamilyRule::Lowest).band == Band::None);
    }
}

TEST_CASE("family: one score of those below") {
    test::SnapshotBuilder builder = emptyBook();
    builder.attribute("P", "currency", Day{0}, "EUR").measure("P", "a", today, 1); // its own does not count
    child(builder, "A", "P", 90, "300", "EUR");
    child(builder, "B", "A", 38, "100.50", "EUR");
    SECTION("weighted by ARR, or the lowest") {
        const FamilyScore mean = scoreOf(builder, "P", FamilyRule::ArrWeightedMean);
        CHECK(mean.accounts == 2);
        CHECK_THAT(mean.score.value(), WithinAbs((90 * 300 + 38 * 100.5) / 400.5, 1e-9));
        CHECK(mean.band == Band::Green);
        CHECK(mean.lowestScore == 38.0);
        CHECK(mean.lowest == 1U);
        CHECK(mean.lowestBand == Band::Red);
        const FamilyScore lowest = scoreOf(builder, "P", FamilyRule::Lowest);
        CHECK(lowest.score == 38.0);
        CHECK(lowest.band == Band::Red);
        CHECK(lowest.arrWeightedMean == mean.score);
    }
    SECTION("of two lowest the nearest") {
        child(builder, "C", "P", 38, "1", "EUR");
        CHECK(scoreOf(builder, "P", FamilyRule::Lowest).lowest == 2U);
    }
    SECTION("what has no weight is counted, and left out") {
        child(builder, "C", "P", 50, "", "EUR");
        child(builder, "D", "P", 50, "0", "EUR");
        child(builder, "E", "P", 50, "1000", "USD");
        child(builder, "F", "P", 50, "1000"); // the book's currency
        child(builder, "G", "P", std::nullopt, "1000", "EUR");
        const FamilyScore mean = scoreOf(builder, "P", FamilyRule::ArrWeightedMean);
        CHECK(mean.accounts == 7);
        CHECK(mean.withoutBand == 1);
        CHECK(mean.withoutArr == 2);
        CHECK(mean.inOtherCurrency == 2);
        CHECK_THAT(mean.score.value(), WithinAbs((90 * 300 + 38 * 100.5) / 400.5, 1e-9));
        CHECK(mean.band == Band::None); // 2 of 7 are not enough
        CHECK(scoreOf(builder, "P", FamilyRule::Lowest).band == Band::Red);
    }
    SECTION("too few below are never green, nor yellow; one red is enough for a lowest red") {
        child(builder, "C", "A");
        child(builder, "D", "A");
        CHECK(scoreOf(builder, "P", FamilyRule::ArrWeightedMean).band == Band::Green); // 2 of 4
        child(builder, "E", "A");
        CHECK(scoreOf(builder, "P", FamilyRule::ArrWeightedMean).band == Band::None);
        CHECK(scoreOf(builder, "P", FamilyRule::Lowest).band == Band::Red);
        builder.measure("B", "a", today, 80);
        CHECK(scoreOf(builder, "P", FamilyRule::Lowest).band == Band::None);
        CHECK(scoreOf(builder, "P", FamilyRule::Lowest).score == 80.0);
    }
    SECTION("nobody with data") {
        const FamilyScore none = scoreOf(builder, "B", FamilyRule::Lowest);
        CHECK(none.accounts == 0);
        child(builder, "C", "B");
        const FamilyScore empty = scoreOf(builder, "B", FamilyRule::ArrWeightedMean);
        CHECK(empty.accounts == 1);
        CHECK(empty.withoutBand == 1);
        CHECK_FALSE(empty.score.has_value());
        CHECK(empty.band == Band::None);
    }
}

TEST_CASE("family: the band is that of the scheme of the account above") {
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("a"));
    auto strict = test::version({test::group("g", 1, {test::weighted("a", 1)})});
    strict.scheme.ranges[2].from = 90;
    Template parents = test::defaultTemplate({strict});
    parents.key = "parents";
    parents.isDefault = false;
    parents.versions[0].appliesTo = {AttributeFilter{"segment", {"top"}}};
    builder.tmpl(parents);
    builder.tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("a", 1)})})}));
    builder.attribute("P", "segment", Day{0}, "top");
    child(builder, "A", "P", 80, "1");
    const FamilyScore lowest = scoreOf(builder, "P", FamilyRule::Lowest);
    CHECK(lowest.lowestBand == Band::Green);
    CHECK(lowest.band == Band::Yellow);
}

TEST_CASE("family: on any forest everybody is below each of their ancestors, and the mean within the ends") {
    const auto seed = GENERATE(range(0U, 30U));
    CAPTURE(seed);
    test::Random random(seed);
    test::SnapshotBuilder builder = emptyBook(0);
    constexpr int count = 40;
    const auto keyOf = [](int at) { return "A" + std::to_string(100 + at); };
    for (int at = 0; at < count; ++at) {
        builder.account(keyOf(at)).measure(keyOf(at), "a", today, random.between(0, 100));
        builder.attribute(keyOf(at), "arr", Day{0}, std::to_string(random.integer(0, 5)));
        if (at > 0 && random.chance(0.9)) {
            builder.attribute(keyOf(at), "parent_id", Day{0}, keyOf(random.integer(0, at - 1)));
        }
    }
    const auto book = builder.build();
    const Family family(*book, today);
    const scoring::Scorer scorer(book);
    std::size_t sum = 0;
    std::size_t depths = 0;
    for (AccountIndex account = 0; account < count; ++account) {
        sum += family.below(account).size();
        for (auto up = family.parentOf(account); up; up = family.parentOf(*up)) {
            ++depths;
            REQUIRE(std::ranges::count(family.below(*up), account) == 1);
        }
        const FamilyScore score = familyScore(scorer, family, account, FamilyRule::ArrWeightedMean);
        CHECK(score.arrWeightedMean.value_or(100) >= score.lowestScore.value_or(0) - 1e-9);
        CHECK(score.accounts == family.below(account).size());
    }
    CHECK(sum == depths);
}
