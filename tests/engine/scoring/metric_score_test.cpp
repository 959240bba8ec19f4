// SPDX-License-Identifier: GPL-3.0-or-later
// From a value to a metric score: what is held where a metric is stale or missing, and levels.
#include "core/scoring/metric_score.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;
using namespace hb::scoring;

namespace {

constexpr int measuredOn = 100;
constexpr int validDays = 10;

/// Measured as 80 on day 100, valid for 10 days; the score is the value.
CompiledMetric lastOf(WhenStale whenStale, std::optional<double> whenMissing = {}) {
    CompiledMetric metric;
    metric.rule.validDays = validDays;
    metric.curve = {{0, 0}, {100, 100}};
    metric.whenStale = whenStale;
    metric.whenMissing = whenMissing;
    return metric;
}

MetricScore scoreOn(const CompiledMetric& metric, int day, double value = 80) {
    const std::vector<std::int32_t> days{measuredOn};
    const std::vector<double> values{value};
    return metricScore(metric, metricValue(metric.rule, {days, values}, Day{day}), Day{day});
}

} // namespace

TEST_CASE("a stale metric without a rule has no score") {
    const CompiledMetric metric = lastOf({});
    const MetricScore present = scoreOn(metric, measuredOn + validDays);
    CHECK(present.state == State::Present);
    CHECK(present.score == 80.0);
    CHECK_FALSE(present.held);
    const MetricScore stale = scoreOn(metric, measuredOn + validDays + 1);
    CHECK(stale.state == State::Stale);
    CHECK_FALSE(stale.score);
    CHECK_FALSE(stale.held);
}

TEST_CASE("keep holds the last score however old it is") {
    const CompiledMetric metric = lastOf({WhenStale::Rule::Keep, 0});
    CHECK_FALSE(scoreOn(metric, measuredOn + validDays).held);
    for (const int age : {validDays + 1, 5000}) {
        const MetricScore kept = scoreOn(metric, measuredOn + age);
        CHECK(kept.state == State::Stale);
        CHECK(kept.held);
        CHECK(kept.score == 80.0);
    }
}

TEST_CASE("decay_to moves the last score to its target from age V to age 2V") {
    struct Row {
        int age;
        double target;
        double score;
    };
    const Row row = GENERATE(Row{0, 20, 80},
                             Row{10, 20, 80}, // V: still fresh
                             Row{11, 20, 74},
                             Row{15, 20, 50},
                             Row{19, 20, 26},
                             Row{20, 20, 20}, // 2V
                             Row{21, 20, 20},
                             Row{4000, 20, 20},
                             Row{10, 100, 80}, // and upwards
                             Row{11, 100, 82},
                             Row{15, 100, 90},
                             Row{20, 100, 100},
                             Row{21, 100, 100});
    CAPTURE(row.age, row.target);
    const MetricScore score = scoreOn(lastOf({WhenStale::Rule::DecayTo, row.target}), measuredOn + row.age);
    REQUIRE(score.score);
    CHECK_THAT(*score.score, WithinAbs(row.score, 1e-9));
    CHECK(score.held == (row.age > validDays));
    CHECK(score.state == (row.age > validDays ? State::Stale : State::Present));
}

TEST_CASE("when_missing fills in for what was never measured, and for nothing else") {
    const CompiledMetric filled = lastOf({}, 35);
    const MetricScore missing = scoreOn(filled, measuredOn - 1);
    CHECK(missing.state == State::Missing);
    CHECK(missing.held);
    CHECK(missing.score == 35.0);
    CHECK_FALSE(scoreOn(filled, measuredOn + validDays + 1).score); // stale is not missing
    SECTION("with a score of 0 too") {
        const MetricScore zero = scoreOn(lastOf({}, 0), measuredOn - 1);
        CHECK(zero.held);
        CHECK(zero.score == 0.0);
    }
    SECTION("without it there is no score, whatever counts when stale") {
        const MetricScore none = scoreOn(lastOf({WhenStale::Rule::Keep, 0}), measuredOn - 1);
        CHECK(none.state == State::Missing);
        CHECK_FALSE(none.held);
        CHECK_FALSE(none.score);
    }
    SECTION("an empty window is missing, not stale: it is filled, not kept") {
        CompiledMetric window = lastOf({WhenStale::Rule::Keep, 0}, 35);
        window.rule.aggregation = Aggregation::Mean;
        window.rule.validDays = 0;
        window.rule.windowDays = 10;
        CHECK(scoreOn(window, measuredOn + 9).score == 80.0);
        CHECK_FALSE(scoreOn(window, measuredOn + 9).held);
        CHECK(scoreOn(window, measuredOn + 10).score == 35.0);
        CHECK(scoreOn(window, measuredOn + 10).held);
    }
}

TEST_CASE("levels score as the template says, and as the metric does where it says nothing") {
    CompiledMetric metric = lastOf({WhenStale::Rule::DecayTo, 0});
    metric.rule.kind = MetricKind::Level;
    metric.rule.levels = {{1, "Low", 10, ""}, {2, "Middle", 50, ""}, {3, "High", 90, ""}};
    metric.levels = {{3, 70}, {1, 0}};
    CHECK(scoreOn(metric, measuredOn, 1).score == 0.0);
    CHECK(scoreOn(metric, measuredOn, 2).score == 50.0);
    CHECK(scoreOn(metric, measuredOn, 3).score == 70.0);
    SECTION("a level that the version lacks was not measured") {
        CHECK(scoreOn(metric, measuredOn, 4).state == State::Missing);
        CHECK(scoreOn(metric, measuredOn, 2.5).state == State::Missing);
    }
    SECTION("a stale level decays from the template's score") {
        CHECK(scoreOn(metric, measuredOn + 15, 3).score == 35.0);
        CHECK(scoreOn(metric, measuredOn + 15, 3).held);
    }
}
