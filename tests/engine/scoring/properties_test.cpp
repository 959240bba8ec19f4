// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of every score, on random scorecards and data. A failure prints the seed.
#include "core/scoring/curve.h"
#include "core/scoring/explain_change.h"
#include "core/scoring/explain_score.h"
#include "core/scoring/reasons.h"
#include "core/scoring/scorer.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"

#include <algorithm>
#include <numeric>

using namespace hb;
using namespace hb::test;
using namespace hb::scoring;

namespace {

constexpr int seeds = 60;

double sumOfPoints(const std::vector<ChangeLine>& lines) {
    return std::accumulate(
        lines.begin(), lines.end(), 0.0, [](double sum, const ChangeLine& l) { return sum + l.points; });
}

void checkDetail(const AccountDetail& detail) {
    double shares = 0;
    double weighted = 0;
    for (const MetricDetail& metric : detail.metrics) {
        shares += metric.share;
        weighted += metric.share * metric.score.value_or(0);
        REQUIRE((metric.share == 0 || metric.counts));
    }
    REQUIRE(detail.coverage >= 0);
    REQUIRE(detail.coverage <= 1 + 1e-9);
    if (detail.rollUp) {
        REQUIRE_THAT(shares, WithinAbs(1, 1e-9));
        REQUIRE_THAT(weighted, WithinAbs(*detail.rollUp, 1e-9));
    } else {
        REQUIRE(shares == 0);
    }
    if (detail.overall) {
        double lost = 0;
        for (const CostLine& line : explainScore(detail)) {
            lost += line.points;
        }
        REQUIRE_THAT(lost, WithinAbs(100 - *detail.overall, 1e-9));
    }
}

} // namespace

TEST_CASE("on any book and day: shares sum to 1, S is their sum, points lost sum to 100 - S") {
    const int seed = GENERATE(range(0, seeds));
    CAPTURE(seed);
    RandomBook random(static_cast<std::uint64_t>(seed));
    const Scorer scorer(random.book());
    for (AccountIndex account = 0; account < scorer.snapshot().accountCount(); ++account) {
        const Day on = random.anyDay();
        for (const Track track : {Track::Shown, Track::Computed}) {
            const AccountDetail detail = scorer.detail(account, on, track);
            checkDetail(detail);
            const TrackScore score = scorer.score(account, on).track(track);
            REQUIRE(score.optionalScore() == detail.overall);
            REQUIRE(score.band == detail.band);
            REQUIRE(score.coverage == detail.coverage);
            REQUIRE(score.exception == detail.exception);
        }
    }
}

TEST_CASE("a roll-up is within the range of its parts") {
    const int seed = GENERATE(range(0, seeds));
    CAPTURE(seed);
    RandomBook random(static_cast<std::uint64_t>(seed));
    const Scorer scorer(random.book());
    for (AccountIndex account = 0; account < scorer.snapshot().accountCount(); ++account) {
        const AccountDetail detail = scorer.detail(account, random.anyDay(), Track::Computed);
        double lowest = 101;
        double highest = -1;
        for (const MetricDetail& metric : detail.metrics) {
            if (metric.counts) {
                lowest = std::min(lowest, *metric.score);
                highest = std::max(highest, *metric.score);
            }
        }
        if (detail.rollUp) {
            REQUIRE(*detail.rollUp >= lowest - 1e-9);
            REQUIRE(*detail.rollUp <= highest + 1e-9);
        } else {
            REQUIRE(highest == -1);
        }
    }
}

TEST_CASE("the lines of a change sum to the difference of the scores") {
    const int seed = GENERATE(range(0, seeds));
    CAPTURE(seed);
    RandomBook random(static_cast<std::uint64_t>(seed));
    const Scorer scorer(random.book());
    for (AccountIndex account = 0; account < scorer.snapshot().accountCount(); ++account) {
        const Day before = random.anyDay();
        const Day after = random.anyDay();
        for (const Track track : {Track::Shown, Track::Computed}) {
            const ChangeExplanation change = explainChange(scorer, account, before, after, track);
            if (!change.bothDaysHaveARollUp()) {
                REQUIRE(change.lines.empty());
                continue;
            }
            REQUIRE_THAT(sumOfPoints(change.lines),
                         WithinAbs(*change.after.overall - *change.before.overall, 1e-9));
            const ChangeExplanation back = explainChange(scorer, account, after, before, track);
            REQUIRE_THAT(sumOfPoints(back.lines), WithinAbs(-sumOfPoints(change.lines), 1e-9));
            for (const ChangeLine& line : change.lines) {
                REQUIRE(line.points != 0);
                REQUIRE((line.cause == Cause::None) == (line.kind != LineKind::Metric));
            }
        }
        REQUIRE(explainChange(scorer, account, before, before).lines.empty());
    }
}

TEST_CASE("only ratios of weights matter") {
    const int seed = GENERATE(range(0, seeds));
    CAPTURE(seed);
    RandomBook random(static_cast<std::uint64_t>(seed));
    const auto book = random.book();
    auto scaled = std::make_shared<Snapshot>(*book);
    auto scorecard = std::make_shared<Scorecard>(*book->scorecard);
    for (Template& each : scorecard->templates) {
        for (TemplateVersion& made : each.versions) {
            for (Group& scaledGroup : made.groups) {
                scaledGroup.weight *= 7.5;
                for (GroupMetric& metric : scaledGroup.metrics) {
                    metric.weight *= 0.125;
                }
            }
        }
    }
    scaled->scorecard = scorecard;
    const Day on = random.anyDay();
    const auto before = Scorer(book).scoreBook(on);
    const auto after = Scorer(scaled).scoreBook(on);
    for (std::size_t i = 0; i < before.size(); ++i) {
        REQUIRE(before[i].shown.hasScore() == after[i].shown.hasScore());
        REQUIRE(before[i].shown.band == after[i].shown.band);
        if (before[i].shown.hasScore()) {
            REQUIRE_THAT(before[i].shown.score, WithinAbs(after[i].shown.score, 1e-9));
        }
    }
}

TEST_CASE("nothing after the day matters, where something earlier exists") {
    const int seed = GENERATE(range(0, seeds));
    CAPTURE(seed);
    RandomBook random(static_cast<std::uint64_t>(seed));
    const Day on = random.anyDay();
    const Scorer everything(random.book());
    const Scorer untilThen(random.book(on)); // the same book without what is later than that day
    const auto whole = everything.scoreBook(on);
    const auto known = untilThen.scoreBook(on);
    REQUIRE(whole.size() == known.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
        REQUIRE(whole[i].shown.optionalScore() == known[i].shown.optionalScore());
        REQUIRE(whole[i].shown.band == known[i].shown.band);
        REQUIRE(everything.version(whole[i].templateIndex, whole[i].versionIndex).number ==
                untilThen.version(known[i].templateIndex, known[i].versionIndex).number);
        REQUIRE(whole[i].templateIndex == known[i].templateIndex);
    }
}

TEST_CASE("a monotone curve gives monotone scores") {
    const int seed = GENERATE(range(0, seeds));
    CAPTURE(seed);
    Random random(static_cast<std::uint64_t>(seed));
    std::vector<CurvePoint> curve;
    double value = random.between(-100, 100);
    double score = 0;
    for (int i = random.integer(2, 6); i > 0; --i) {
        value += random.between(0.1, 30);
        score = std::min(100.0, score + random.between(0, 40));
        curve.push_back({value, score});
    }
    double last = -1;
    for (double x = curve.front().value - 10; x < curve.back().value + 10; x += 0.37) {
        const double now = curveScore(curve, x);
        REQUIRE(now >= last - 1e-12);
        REQUIRE(now >= curve.front().score);
        REQUIRE(now <= curve.back().score);
        last = now;
    }
}

TEST_CASE("the book is scored the same account by account, day by day and all at once") {
    const int seed = GENERATE(range(0, 10));
    CAPTURE(seed);
    RandomBook random(static_cast<std::uint64_t>(seed));
    const Scorer scorer(random.book());
    const std::vector<Day> days{random.anyDay(), random.anyDay(), random.anyDay()};
    const auto history = scorer.scoreHistory(days);
    for (AccountIndex account = 0; account < scorer.snapshot().accountCount(); ++account) {
        const auto one = scorer.scoreAccountHistory(account, days);
        for (std::size_t d = 0; d < days.size(); ++d) {
            REQUIRE(one[d].shown.optionalScore() == history[account * days.size() + d].shown.optionalScore());
            REQUIRE(one[d].shown.optionalScore() == scorer.score(account, days[d]).shown.optionalScore());
        }
    }
}
