// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/retention.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"
#include "tests/support/snapshot_builder.h"

#include <algorithm>
#include <array>
#include <numeric>

using namespace hb;
using namespace hb::analytics;
using test::day;
using test::WithinAbs;

namespace {

const Period quarter{day("2025-12-31"), day("2026-03-31")};
constexpr std::array ahead{90, 180};

test::SnapshotBuilder emptyBook() {
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("a"))
        .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("a", 1)})})}));
    return builder;
}

/// An account that scores `score` since long before the quarter.
void add(test::SnapshotBuilder& builder, const std::string& key, double score, const std::string& arr) {
    builder.attribute(key, "arr", day("2025-01-01"), arr).measure(key, "a", day("2025-01-01"), score);
}

std::vector<AccountIndex> everybody(const Snapshot& book) {
    std::vector<AccountIndex> all(book.accountCount());
    std::iota(all.begin(), all.end(), AccountIndex{0});
    return all;
}

Retention of(const test::SnapshotBuilder& builder) {
    const scoring::Scorer scorer(builder.build());
    return retention(scorer, everybody(scorer.snapshot()), std::array{quarter}, ahead).front();
}

/// The accounts whose number is even, or odd.
std::vector<AccountIndex> everyOther(const Snapshot& book, AccountIndex first) {
    std::vector<AccountIndex> some = everybody(book);
    std::erase_if(some, [first](AccountIndex account) { return account % 2 != first; });
    return some;
}

void add(Retained& to, const Retained& more) {
    to.logos.yes += more.logos.yes;
    to.logos.of += more.logos.of;
    to.left.insert(to.left.end(), more.left.begin(), more.left.end());
    std::ranges::sort(to.left);
    for (const ArrKept& arr : more.arr) {
        auto found = std::ranges::find(to.arr, arr.currency, &ArrKept::currency);
        if (found == to.arr.end()) {
            found = to.arr.insert(found, ArrKept{.currency = arr.currency});
        }
        found->start += arr.start;
        found->kept += arr.kept;
        found->end += arr.end;
    }
    std::ranges::sort(to.arr, {}, &ArrKept::currency);
}

const Retained& inBand(const Retention& retention, Band band, std::size_t lead = 0) {
    return retention.ahead.at(lead).bands.at(static_cast<std::size_t>(band));
}

} // namespace

TEST_CASE("retention") {
    auto builder = emptyBook();
    SECTION("gross, net and logos of a worked example") {
        add(builder, "grows", 90, "100");
        builder.attribute("grows", "arr", day("2026-02-01"), "150");
        add(builder, "leaves", 20, "100");
        builder.outcome("leaves", {.day = day("2026-02-10"), .kind = OutcomeKind::Churned});
        add(builder, "shrinks", 60, "200");
        builder.attribute("shrinks", "arr", day("2026-03-01"), "160");
        const Retention kept = of(builder);
        CHECK(kept.all.logos == Rate{2, 3});
        REQUIRE(kept.all.arr.size() == 1);
        CHECK_THAT(kept.all.arr.front().gross().value(), WithinAbs(260.0 / 400, 1e-12));
        CHECK_THAT(kept.all.arr.front().net().value(), WithinAbs(310.0 / 400, 1e-12));
        CHECK(inBand(kept, Band::Red).logos == Rate{0, 1});
        CHECK(inBand(kept, Band::Green).arr.front().net().value() == 1.5);
    }
    SECTION("where the attribute stays, the outcome says what changed; where both do, it counts once") {
        add(builder, "outcome", 90, "100");
        builder.outcome("outcome",
                        {.day = day("2026-02-10"), .kind = OutcomeKind::Downgraded, .arrChangeCents = -4000});
        add(builder, "both", 90, "100");
        builder.attribute("both", "arr", day("2026-02-11"), "60")
            .outcome("both",
                     {.day = day("2026-02-10"), .kind = OutcomeKind::Downgraded, .arrChangeCents = -4000});
        const Retention kept = of(builder);
        CHECK(kept.all.arr.front().end == 12000);
    }
    SECTION("who came later, or had left before, is not of the cohort") {
        add(builder, "old", 90, "100");
        builder.attribute("new", "arr", day("2026-01-15"), "900").measure("new", "a", day("2026-01-15"), 90);
        add(builder, "gone", 10, "500");
        builder.outcome("gone", {.day = day("2025-11-01"), .kind = OutcomeKind::Churned});
        const Retention kept = of(builder);
        CHECK(kept.all.logos == Rate{1, 1});
        CHECK(kept.all.arr.front().start == 10000);
    }
    SECTION("the band is that of long before: a score that fell within the period knew nothing") {
        add(builder, "late", 90, "100");
        builder.measure("late", "a", day("2026-01-10"), 5)
            .outcome("late", {.day = day("2026-02-10"), .kind = OutcomeKind::Churned});
        CHECK(inBand(of(builder), Band::Green).left.size() == 1);
        CHECK(inBand(of(builder), Band::Red).logos.of == 0);
    }
    SECTION("currencies stand apart, the book's first; one that changed counts as an account alone") {
        add(builder, "yen", 90, "100");
        builder.attribute("yen", "currency", day("2025-01-01"), "JPY");
        add(builder, "usd", 90, "100");
        add(builder, "moved", 90, "100");
        builder.attribute("moved", "currency", day("2025-01-01"), "EUR")
            .attribute("moved", "currency", day("2026-02-01"), "USD");
        const Retention kept = of(builder);
        REQUIRE(kept.all.arr.size() == 2);
        CHECK(kept.all.arr[0].currency == "USD");
        CHECK(kept.all.arr[1].currency == "JPY");
        CHECK(kept.all.logos == Rate{3, 3});
    }
    SECTION("what pays nothing, or nobody knows what, has no revenue retention") {
        builder.measure("free", "a", day("2025-01-01"), 90);
        add(builder, "zero", 90, "0");
        CHECK(of(builder).all.arr.empty());
        CHECK(of(builder).all.logos == Rate{2, 2});
    }
    SECTION("an amount that is cleared is not known, and not a loss") {
        add(builder, "cleared", 90, "100");
        builder.attribute("cleared", "arr", day("2026-02-01"), "");
        CHECK(of(builder).all.arr.front().gross() == 1.0);
    }
}

TEST_CASE("retention of any book") {
    const auto seed = GENERATE(range(1, 40));
    test::RandomBook random(static_cast<std::uint64_t>(seed));
    const auto book = random.book();
    const Day to = random.anyDay();
    const std::array periods{Period{to - 90, to}, Period{to - 365, to}};
    CAPTURE(seed, to.number);
    const scoring::Scorer scorer(book);
    for (const Retention& kept : retention(scorer, everybody(*book), periods, ahead)) {
        for (const RetentionByBand& split : kept.ahead) { // one cohort: its parts are the whole
            Rate logos;
            std::int64_t start = 0;
            for (const Retained& band : split.bands) {
                logos.yes += band.logos.yes;
                logos.of += band.logos.of;
                for (const ArrKept& arr : band.arr) {
                    start += arr.start;
                }
            }
            CHECK(logos == kept.all.logos);
            CHECK(start ==
                  std::accumulate(kept.all.arr.begin(),
                                  kept.all.arr.end(),
                                  std::int64_t{0},
                                  [](std::int64_t sum, const ArrKept& arr) { return sum + arr.start; }));
        }
        CHECK(kept.all.left.size() == kept.all.logos.of - kept.all.logos.yes);
        for (const ArrKept& arr : kept.all.arr) {
            CHECK(arr.gross().value() <= 1);
            CHECK(arr.net().value() >= arr.gross().value());
        }
    }
}

TEST_CASE("retention of two halves of any book adds up to the whole") {
    const auto seed = GENERATE(range(1, 20));
    test::RandomBook random(static_cast<std::uint64_t>(seed));
    const auto book = random.book();
    const Day to = random.anyDay();
    const std::array periods{Period{to - 90, to}, Period{to - 365, to}};
    CAPTURE(seed, to.number);
    const scoring::Scorer scorer(book);
    const auto whole = retention(scorer, everybody(*book), periods, ahead);
    const auto even = retention(scorer, everyOther(*book, 0), periods, ahead);
    const auto odd = retention(scorer, everyOther(*book, 1), periods, ahead);
    const auto sameSum = [](const Retained& all, const Retained& one, const Retained& other) {
        Retained sum, sorted;
        add(sum, one);
        add(sum, other);
        add(sorted, all);
        CHECK(sum == sorted);
    };
    for (std::size_t at = 0; at < periods.size(); ++at) {
        sameSum(whole[at].all, even[at].all, odd[at].all);
        for (const Band band : {Band::Red, Band::Yellow, Band::Green, Band::None}) {
            sameSum(inBand(whole[at], band), inBand(even[at], band), inBand(odd[at], band));
        }
    }
    for (const Retention& nobody : retention(scorer, {}, periods, ahead)) {
        CHECK(nobody.all == Retained{});
    }
}
