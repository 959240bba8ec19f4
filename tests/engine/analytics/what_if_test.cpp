// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/book_history.h"
#include "core/analytics/what_if.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"

using namespace hb;
using namespace hb::test;

namespace {

/// The book with other weights in every version, and the same change made to a compiled version.
std::shared_ptr<const Snapshot> withOtherWeights(const Snapshot& book) {
    auto changed = std::make_shared<Snapshot>(book);
    auto scorecard = std::make_shared<Scorecard>(*book.scorecard);
    for (Template& each : scorecard->templates) {
        for (TemplateVersion& version : each.versions) {
            version.groups.front().weight += 3;
            version.groups.back().metrics.back().weight += 2;
            version.minCoverage = 0.4;
        }
    }
    changed->scorecard = scorecard;
    return changed;
}

} // namespace

TEST_CASE("a what-if gives the scores that a book with those weights has") {
    const int seed = GENERATE(range(0, 60));
    CAPTURE(seed);
    RandomBook random(static_cast<std::uint64_t>(seed));
    const auto book = random.book();
    const scoring::Scorer before(book);
    const scoring::Scorer after(withOtherWeights(*book));
    const Day on = random.anyDay();
    std::size_t covered = 0;
    for (std::size_t t = 0; t < book->scorecard->templates.size(); ++t) {
        const analytics::WhatIf whatIf(before, on, t);
        if (whatIf.accounts().empty()) {
            continue;
        }
        covered += whatIf.accounts().size();
        analytics::WhatIfScores result;
        whatIf.rescore(after.versionOf(whatIf.accounts().front(), on), result);
        REQUIRE(result.scores.size() == whatIf.accounts().size());
        for (std::size_t i = 0; i < result.scores.size(); ++i) {
            const scoring::TrackScore expected = after.score(whatIf.accounts()[i], on).shown;
            REQUIRE(result.bands[i] == expected.band);
            REQUIRE((result.scores[i] == result.scores[i]) == expected.hasScore());
            if (expected.hasScore()) {
                REQUIRE_THAT(result.scores[i], WithinAbs(expected.score, 1e-9));
            }
        }
    }
    CHECK(covered == book->accountCount());
}

TEST_CASE("the book's history counts every account once and takes means over those with a band") {
    const int seed = GENERATE(range(0, 20));
    CAPTURE(seed);
    RandomBook random(static_cast<std::uint64_t>(seed));
    const scoring::Scorer scorer(random.book());
    const std::vector<Day> days{random.anyDay(), random.anyDay()};
    const auto history = analytics::bookHistory(scorer, days, analytics::Accounts::All);
    for (const analytics::BookDay& day : history) {
        double sum = 0;
        std::size_t scored = 0;
        std::array<std::size_t, 4> bands{};
        for (const scoring::AccountScore& score : scorer.scoreBook(day.day)) {
            ++bands[static_cast<std::size_t>(score.shown.band)];
            if (score.shown.band != Band::None) {
                sum += score.shown.score;
                ++scored;
            }
        }
        CHECK(day.bands == bands);
        REQUIRE(day.mean.has_value() == (scored > 0));
        if (scored > 0) {
            CHECK_THAT(*day.mean, WithinAbs(sum / static_cast<double>(scored), 1e-9));
        }
        CHECK_FALSE(day.arrWeightedMean);
    }
}
