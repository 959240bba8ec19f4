// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/what_if.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"

using namespace hb;
using namespace hb::test;

namespace {

Rollup other(Rollup rollup) {
    return rollup == Rollup::Mean ? Rollup::Min : Rollup::Mean;
}

void changeWeights(Random& random, TemplateVersion& version) {
    for (Group& group : version.groups) {
        group.weight = random.integer(0, 5);
        for (GroupMetric& metric : group.metrics) {
            metric.weight = random.integer(0, 5);
        }
    }
    version.groups.front().weight += 1;
    version.groups.front().metrics.front().weight += 1;
}

void changeBounds(Random& random, TemplateVersion& version) {
    double from = 0;
    for (Range& range : version.scheme.ranges) {
        range.from = from;
        range.colour = static_cast<Band>(random.integer(0, 2));
        from += random.integer(1, 40);
    }
}

/// All that a what-if may change: weights, roll-ups, ranges, minimum coverage, and what exceptions do.
void change(Random& random, TemplateVersion& version) {
    if (random.chance(0.7)) {
        changeWeights(random, version);
    }
    for (Group& group : version.groups) {
        group.rollup = random.chance(0.3) ? other(group.rollup) : group.rollup;
    }
    version.rollup = random.chance(0.3) ? other(version.rollup) : version.rollup;
    if (random.chance(0.5)) {
        changeBounds(random, version);
    }
    version.minCoverage = random.integer(0, 10) / 10.0;
    for (ScoreException& exception : version.exceptions) {
        exception.effect =
            random.chance(0.5) ? ScoreException::Effect::CapAt : ScoreException::Effect::RaiseTo;
        exception.score = random.integer(0, 100);
    }
}

std::shared_ptr<const Snapshot> changedBook(const Snapshot& book, std::uint64_t seed) {
    Random random(seed);
    auto changed = std::make_shared<Snapshot>(book);
    auto scorecard = std::make_shared<Scorecard>(*book.scorecard);
    for (Template& each : scorecard->templates) {
        for (TemplateVersion& version : each.versions) {
            change(random, version);
        }
    }
    changed->scorecard = scorecard;
    return changed;
}

} // namespace

TEST_CASE("a what-if gives the scores that a book changed like that has") {
    const int seed = GENERATE(range(0, 150));
    CAPTURE(seed);
    RandomBook random(static_cast<std::uint64_t>(seed));
    const auto book = random.book();
    const scoring::Scorer before(book);
    const scoring::Scorer after(changedBook(*book, static_cast<std::uint64_t>(seed)));
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
