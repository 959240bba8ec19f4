// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/scorer.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;
using namespace hb::scoring;

namespace {

constexpr Day first{20};
constexpr Day last{30};

Override overrideOf(OverrideTarget target, const std::string& key, double score) {
    return {.id = {},
            .account = 0,
            .target = target,
            .key = key,
            .score = score,
            .first = first,
            .last = last,
            .author = "Ana",
            .reason = "r"};
}

/// Group one (W 1) of a (w 3), measured as 80, and b (w 1), missing; group two (W 1) of c, missing; group off
/// (W 0) of d, measured as 10. S = 80, coverage 0.375: no band.
Scorer scorerWith(const std::vector<Override>& overrides, std::vector<ScoreException> exceptions = {}) {
    TemplateVersion made = version({group("one", 1, {weighted("a", 3), weighted("b", 1)}),
                                    group("two", 1, {weighted("c", 1)}),
                                    group("off", 0, {weighted("d", 1)})});
    made.exceptions = std::move(exceptions);
    SnapshotBuilder builder;
    for (const char* key : {"a", "b", "c", "d"}) {
        builder.metric(numberMetric(key));
    }
    builder.tmpl(defaultTemplate({made})).measure("A", "a", Day{0}, 80).measure("A", "d", Day{0}, 10);
    for (const Override& entered : overrides) {
        builder.override("A", entered);
    }
    return Scorer(builder.account("B").build());
}

AccountDetail detailWith(const std::vector<Override>& overrides,
                         std::vector<ScoreException> exceptions = {}) {
    return scorerWith(overrides, std::move(exceptions)).detail(0, first);
}

const Condition always{.target = Condition::Target::Overall,
                       .test = Condition::Test::ScoreAtLeast,
                       .key = "",
                       .score = 0,
                       .values = {}};

} // namespace

TEST_CASE("an override of a metric counts, is not held, and is covered") {
    const AccountDetail detail = detailWith({overrideOf(OverrideTarget::Metric, "b", 20)});
    CHECK(detail.rollUp == 65.0);
    CHECK(detail.overall == 65.0);
    CHECK(detail.coverage == 0.5);
    CHECK(detail.band == Band::Yellow);
    const MetricDetail& b = detail.metrics[1];
    CHECK(b.state == State::Overridden);
    CHECK_FALSE(b.held);
    CHECK(b.score == 20.0);
    CHECK(b.counts);
    CHECK(b.share == 0.25);
    CHECK(b.override == OverrideId{1});
    CHECK(b.value.state == State::Missing); // what was measured stays to be seen
    CHECK_FALSE(detail.metrics[0].override);
    SECTION("of one in a group of weight 0 it counts for nothing") {
        const AccountDetail off = detailWith({overrideOf(OverrideTarget::Metric, "d", 100)});
        CHECK(off.overall == 80.0);
        CHECK(off.coverage == 0.375);
        CHECK_FALSE(off.metrics[3].counts);
    }
}

TEST_CASE("an override of a group replaces its score and changes no coverage") {
    SECTION("of one with a score") {
        const AccountDetail detail = detailWith({overrideOf(OverrideTarget::Group, "one", 30)});
        CHECK(detail.rollUp == 80.0);
        CHECK(detail.withGroupOverrides == 30.0);
        CHECK(detail.coverage == 0.375);
        CHECK(detail.band == Band::None);
        CHECK(detail.groups[0].overridden);
        CHECK(detail.groups[0].score == 30.0);
        CHECK_FALSE(detail.groups[1].overridden);
    }
    SECTION("an empty one counts then") {
        const AccountDetail detail = detailWith({overrideOf(OverrideTarget::Group, "two", 20)});
        CHECK(detail.withGroupOverrides == 50.0);
        CHECK(detail.metrics[0].share == 1); // shares are those before group overrides
    }
    SECTION("of weight 0 it counts for nothing") {
        const AccountDetail detail = detailWith({overrideOf(OverrideTarget::Group, "off", 0)});
        CHECK(detail.overall == 80.0);
        CHECK(detail.groups[2].score == 0.0);
    }
    SECTION("over one of its metrics too") {
        const AccountDetail detail = detailWith(
            {overrideOf(OverrideTarget::Group, "one", 30), overrideOf(OverrideTarget::Metric, "a", 100)});
        CHECK(detail.rollUp == 100.0);
        CHECK(detail.withGroupOverrides == 30.0);
    }
}

TEST_CASE("an overall override replaces the result after exceptions, with its band whatever the coverage") {
    const AccountDetail detail =
        detailWith({overrideOf(OverrideTarget::Overall, "", 88)}, {capAt(20, {always})});
    CHECK(detail.withExceptions == 20.0);
    CHECK(detail.exception == 0);
    CHECK(detail.overall == 88.0);
    CHECK(detail.band == Band::Green);
    CHECK(detail.coverage == 0.375);
    CHECK(detail.overallOverride == OverrideId{1});
}

TEST_CASE("the computed track ignores every override") {
    const Scorer scorer = scorerWith({overrideOf(OverrideTarget::Overall, "", 88),
                                      overrideOf(OverrideTarget::Metric, "b", 0),
                                      overrideOf(OverrideTarget::Group, "two", 0)});
    const AccountScore score = scorer.score(0, first);
    CHECK(score.hasOverride);
    CHECK(score.shown.score == 88);
    CHECK(score.shown.coverage == 0.5);
    CHECK(score.computed.score == 80);
    CHECK(score.computed.coverage == 0.375);
    CHECK(score.computed.band == Band::None);
    const AccountDetail computed = scorer.detail(0, first, Track::Computed);
    CHECK(computed.overall == 80.0);
    CHECK(computed.metrics[1].state == State::Missing);
    CHECK_FALSE(computed.groups[1].overridden);
    CHECK_FALSE(computed.overallOverride);
}

TEST_CASE("an override is live from its first to its last day, both included") {
    const Scorer scorer = scorerWith({overrideOf(OverrideTarget::Overall, "", 88)});
    CHECK(scorer.score(0, first - 1).shown.score == 80);
    CHECK(scorer.score(0, first).shown.score == 88);
    CHECK(scorer.score(0, last).shown.score == 88);
    CHECK(scorer.score(0, last + 1).shown.score == 80);
    CHECK_FALSE(scorer.score(0, last + 1).hasOverride);
    SECTION("ended before it began it never is") {
        Override ended = overrideOf(OverrideTarget::Overall, "", 88);
        ended.last = first - 1;
        const Scorer never = scorerWith({ended});
        CHECK_FALSE(never.score(0, first - 1).hasOverride);
        CHECK_FALSE(never.score(0, first).hasOverride);
    }
    SECTION("it is its own account's") {
        CHECK_FALSE(scorer.score(1, first).shown.hasScore());
    }
}

TEST_CASE("of several live on one target the last entered acts") {
    const auto entered = [](OverrideTarget target, const std::string& key) {
        Override early = overrideOf(target, key, 10);
        Override late = overrideOf(target, key, 40);
        late.last = first + 1;
        return std::vector{early, late};
    };
    const Scorer overall = scorerWith(entered(OverrideTarget::Overall, ""));
    CHECK(overall.score(0, first).shown.score == 40);
    CHECK(overall.score(0, first + 1).shown.score == 40);
    CHECK(overall.score(0, first + 2).shown.score == 10); // the other is live still
    CHECK(scorerWith(entered(OverrideTarget::Metric, "a")).score(0, first).shown.score == 40);
    CHECK(scorerWith(entered(OverrideTarget::Group, "one")).score(0, first).shown.score == 40);
}

TEST_CASE("a target that the template lacks is ignored") {
    const Scorer scorer = scorerWith(
        {overrideOf(OverrideTarget::Metric, "elsewhere", 0), overrideOf(OverrideTarget::Group, "a", 0)});
    CHECK(scorer.score(0, first).shown.score == 80);
    CHECK_FALSE(scorer.score(0, first).hasOverride);
}

TEST_CASE("without a roll-up an overall override gives a score with its band") {
    const auto book = SnapshotBuilder()
                          .metric(numberMetric("a"))
                          .tmpl(defaultTemplate({version({group("one", 1, {weighted("a", 1)})})}))
                          .account("A")
                          .override("A", overrideOf(OverrideTarget::Overall, "", 88))
                          .build();
    const AccountScore score = Scorer(book).score(0, first);
    CHECK(score.shown.score == 88);
    CHECK(score.shown.band == Band::Green);
    CHECK_FALSE(score.computed.hasScore());
    CHECK(score.computed.band == Band::None);
}
