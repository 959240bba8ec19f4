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

/// The book with every curve turned upside down, and some levels scored otherwise.
std::shared_ptr<const Snapshot> recurvedBook(const Snapshot& book, std::uint64_t seed) {
    Random random(seed);
    auto changed = std::make_shared<Snapshot>(book);
    auto scorecard = std::make_shared<Scorecard>(*book.scorecard);
    for (Template& each : scorecard->templates) {
        for (TemplateVersion& version : each.versions) {
            for (Group& group : version.groups) {
                for (GroupMetric& metric : group.metrics) {
                    for (CurvePoint& point : metric.curve) {
                        point.score = random.chance(0.8) ? 100 - point.score : point.score;
                    }
                }
            }
        }
    }
    changed->scorecard = scorecard;
    return changed;
}

std::vector<std::vector<CurvePoint>> curvesOf(const scoring::CompiledVersion& version) {
    std::vector<std::vector<CurvePoint>> curves;
    for (const scoring::CompiledMetric& metric : version.metrics) {
        curves.push_back(metric.curve);
    }
    return curves;
}

void requireScoresOf(const scoring::Scorer& scorer,
                     Day on,
                     std::span<const AccountIndex> accounts,
                     const std::vector<scoring::TrackScore>& result) {
    REQUIRE(result.size() == accounts.size());
    for (std::size_t i = 0; i < result.size(); ++i) {
        const scoring::TrackScore expected = scorer.score(accounts[i], on).shown;
        REQUIRE(result[i].band == expected.band);
        REQUIRE(result[i].exception == expected.exception);
        REQUIRE(result[i].hasScore() == expected.hasScore());
        REQUIRE_THAT(result[i].coverage, WithinAbs(expected.coverage, 1e-9));
        if (expected.hasScore()) {
            REQUIRE_THAT(result[i].score, WithinAbs(expected.score, 1e-9));
        }
    }
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
        const scoring::CompiledVersion& changed = after.versionOf(whatIf.accounts().front(), on);
        REQUIRE(whatIf.answers(changed));
        std::vector<scoring::TrackScore> result;
        whatIf.rescore(changed, result);
        requireScoresOf(after, on, whatIf.accounts(), result);
    }
    CHECK(covered == book->accountCount());
}

TEST_CASE("a what-if scores a changed curve anew, and the rest is as it was") {
    const int seed = GENERATE(range(0, 150));
    CAPTURE(seed);
    RandomBook random(static_cast<std::uint64_t>(seed));
    const auto book = random.book();
    const scoring::Scorer before(book);
    const Day on = random.anyDay();
    const scoring::Scorer after(recurvedBook(*book, static_cast<std::uint64_t>(seed)));
    for (std::size_t t = 0; t < book->scorecard->templates.size(); ++t) {
        const analytics::WhatIf whatIf(before, on, t);
        if (whatIf.accounts().empty()) {
            continue;
        }
        const scoring::CompiledVersion& changed = after.versionOf(whatIf.accounts().front(), on);
        const auto anew = whatIf.scoredAnew(changed);
        REQUIRE(anew.has_value());
        REQUIRE(anew->answers(changed));
        CHECK(whatIf.answers(changed) ==
              (curvesOf(changed) == curvesOf(before.versionOf(whatIf.accounts().front(), on))));
        std::vector<scoring::TrackScore> result;
        anew->rescore(changed, result);
        requireScoresOf(after, on, anew->accounts(), result);
    }
}

TEST_CASE("a what-if does not answer for other metrics, accounts or questions") {
    RandomBook random(7);
    const auto book = random.book();
    const scoring::Scorer scorer(book);
    const Day on = random.anyDay();
    const analytics::WhatIf whatIf(scorer, on, scorer.versionOf(0, on).templateIndex);
    scoring::CompiledVersion changed = scorer.versionOf(0, on);
    REQUIRE(whatIf.answers(changed));
    SECTION("another validity of a metric, and scores of another kind with it") {
        changed.metrics.front().whenMissing = 40;
        changed.metrics.front().whenStale = {.rule = WhenStale::Rule::Keep, .target = 0};
        CHECK_FALSE(whatIf.answers(changed));
    }
    SECTION("one metric fewer") {
        changed.metrics.pop_back();
        CHECK_FALSE(whatIf.answers(changed));
        CHECK_FALSE(whatIf.scoredAnew(changed).has_value());
    }
    SECTION("other accounts") {
        changed.appliesTo.push_back({});
        CHECK_FALSE(whatIf.answers(changed));
        CHECK_FALSE(whatIf.scoredAnew(changed).has_value());
    }
    SECTION("an exception more") {
        changed.exceptions.push_back({});
        CHECK_FALSE(whatIf.answers(changed));
    }
}
