// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/movement.h"
#include "core/scoring/explain_change.h"
#include "core/scoring/scorer.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"
#include "tests/support/snapshot_builder.h"

#include <numeric>

using namespace hb;
using namespace hb::analytics;
using test::day;
using test::WithinAbs;

namespace {

const Day today = day("2026-03-31");

/// The book with the weights of every group turned round.
std::shared_ptr<const Snapshot> reweighted(const Snapshot& book) {
    auto changed = std::make_shared<Snapshot>(book);
    auto scorecard = std::make_shared<Scorecard>(*book.scorecard);
    for (Template& each : scorecard->templates) {
        for (TemplateVersion& version : each.versions) {
            for (Group& group : version.groups) {
                group.weight = 11 - group.weight;
            }
        }
    }
    changed->scorecard = std::move(scorecard);
    return changed;
}

} // namespace

TEST_CASE("movement") {
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("a"))
        .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("a", 1)})})}));
    const std::vector<std::pair<const char*, double>> accounts{
        {"A1", 80}, {"A2", 60}, {"A3", 20}, {"A4", 90}, {"A5", 95}};
    for (const auto& [key, value] : accounts) {
        builder.measure(key, "a", today, value);
    }
    builder.attribute("A1", "arr", day("2026-01-01"), "1000")
        .attribute("A1", "currency", day("2026-01-01"), "USD")
        .attribute("A2", "arr", day("2026-01-01"), "9000")
        .attribute("A2", "currency", day("2026-01-01"), "EUR")
        .attribute("A5", "status", day("2026-01-01"), "churned");
    const auto before = builder.build();
    auto stricter = std::make_shared<Snapshot>(*before);
    auto scorecard = std::make_shared<Scorecard>(*before->scorecard);
    scorecard->templates[0].versions[0].scheme.ranges[1].from = 70; // yellow from 70
    scorecard->templates[0].versions[0].scheme.ranges[2].from = 97; // green from 97
    stricter->scorecard = std::move(scorecard);
    const auto old = scoring::shownTracks(scoring::Scorer(before).scoreBook(today));
    const auto now = scoring::shownTracks(scoring::Scorer(stricter).scoreBook(today));
    const auto living = livingByArr(*before, today);
    const Movement moved = movement(living, old, now);

    SECTION("counts every living account once, from its band to its band") {
        CHECK(moved.cells[2][1].accounts == 2); // A1 and A4 were green; A5 has left
        CHECK(moved.cells[1][0].accounts == 1);
        CHECK(moved.cells[0][0].accounts == 1);
        CHECK(moved.before()[2].accounts == 2);
        CHECK(moved.after()[1].accounts == 2);
        CHECK(moved.moved().accounts == 3);
    }
    SECTION("adds ARR by currency, never across") {
        const Tally all = moved.moved();
        REQUIRE(all.cents.size() == 2);
        CHECK(all.cents[0].second + all.cents[1].second == 1'000'000);
    }
    SECTION("lists the book's currency first, whatever the amounts, and those without ARR last") {
        REQUIRE(moved.movers.size() == 3);
        CHECK((*before->accounts)[moved.movers[0].who.account].key == "A1");
        CHECK((*before->accounts)[moved.movers[1].who.account].key == "A2");
        CHECK_FALSE(moved.movers[2].who.cents.has_value());
    }
    SECTION("knows that a bound rescores nobody") {
        CHECK(moved.rescored == 0);
        CHECK(moved.coverageBefore == moved.coverageAfter);
    }
    SECTION("has no movers between equal scores") {
        const Movement none = movement(living, old, old);
        CHECK(none.movers.empty());
        CHECK(none.rescored == 0);
    }
}

TEST_CASE("explainDifference sums to the difference of two scorings, on random books") {
    const auto seed = GENERATE(1U, 2U, 3U, 4U, 5U);
    INFO("seed " << seed);
    test::RandomBook random(seed);
    const auto book = random.book();
    const Day on = random.anyDay();
    const scoring::Scorer before(book);
    const scoring::Scorer after(reweighted(*book));
    std::size_t explained = 0;
    for (AccountIndex account = 0; account < book->accountCount(); ++account) {
        const auto change = scoring::explainDifference(before, after, account, on);
        if (!change.bothDaysHaveARollUp()) {
            continue;
        }
        const double sum = std::accumulate(
            change.lines.begin(), change.lines.end(), 0.0, [](double all, const scoring::ChangeLine& line) {
                return all + line.points;
            });
        CHECK_THAT(sum, WithinAbs(*change.after.overall - *change.before.overall, 1e-9));
        explained += change.lines.empty() ? 0U : 1U;
    }
    CHECK(explained > 0);
}
