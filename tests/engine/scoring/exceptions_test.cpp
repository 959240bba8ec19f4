// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/scorer.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;
using namespace hb::scoring;

namespace {

using Target = Condition::Target;
using Test = Condition::Test;

Condition on(Target target, Test test, double score, const std::string& key = {}) {
    return {.target = target, .test = test, .key = key, .score = score, .values = {}};
}

Condition attributeIn(const std::string& key, std::vector<std::string> values) {
    return {
        .target = Target::Attribute, .test = Test::In, .key = key, .score = 0, .values = std::move(values)};
}

/// Two metrics of 80 and 40, of equal weight in a group each: S = 60. A third of weight 0 scores 5. A fourth
/// is missing.
AccountDetail scoreWith(std::vector<ScoreException> exceptions, std::vector<Override> overrides = {}) {
    TemplateVersion made = version({group("one", 1, {weighted("a", 1), weighted("shown", 0)}),
                                    group("two", 1, {weighted("b", 1)}),
                                    group("none", 0, {weighted("gone", 1)})});
    made.exceptions = std::move(exceptions);
    SnapshotBuilder builder;
    for (const char* key : {"a", "b", "shown", "gone"}) {
        builder.metric(numberMetric(key));
    }
    builder.tmpl(defaultTemplate({made}))
        .measure("A", "a", Day{10}, 80)
        .measure("A", "b", Day{10}, 40)
        .measure("A", "shown", Day{10}, 5)
        .attribute("A", "champion", Day{5}, "left");
    for (Override& entered : overrides) {
        builder.override("A", entered);
    }
    return Scorer(builder.build()).detail(0, Day{20});
}

Override overrideOf(OverrideTarget target, const std::string& key, double score) {
    return {.id = {},
            .account = 0,
            .target = target,
            .key = key,
            .score = score,
            .first = Day{20},
            .last = Day{30},
            .author = "Ana",
            .reason = "r"};
}

} // namespace

TEST_CASE("exceptions: the highest raise, then the lowest cap") {
    const Condition always = on(Target::Overall, Test::ScoreAtLeast, 0);
    SECTION("a cap never raises") {
        CHECK(*scoreWith({capAt(70, {always})}).overall == 60);
        CHECK(scoreWith({capAt(70, {always})}).exception == -1);
    }
    SECTION("a raise never lowers") {
        CHECK(*scoreWith({raiseTo(50, {always})}).overall == 60);
    }
    SECTION("the lowest cap acts and is named") {
        const AccountDetail detail =
            scoreWith({capAt(55, {always}), capAt(30, {always}), capAt(30, {always})});
        CHECK(*detail.overall == 30);
        CHECK(detail.exception == 1);
    }
    SECTION("the highest raise acts") {
        const AccountDetail detail = scoreWith({raiseTo(70, {always}), raiseTo(90, {always})});
        CHECK(*detail.overall == 90);
        CHECK(detail.exception == 1);
    }
    SECTION("a cap comes after a raise") {
        const AccountDetail detail = scoreWith({capAt(40, {always}), raiseTo(90, {always})});
        CHECK(*detail.overall == 40);
        CHECK(detail.exception == 0);
    }
    SECTION("where the cap does not change the raised score the raise is named") {
        CHECK(scoreWith({capAt(95, {always}), raiseTo(90, {always})}).exception == 1);
    }
}

TEST_CASE("exceptions: conditions") {
    const auto acts = [](Condition condition) {
        return scoreWith({capAt(0, {std::move(condition)})}).exception == 0;
    };
    SECTION("bounds are inclusive") {
        CHECK(acts(on(Target::Metric, Test::ScoreAtMost, 40, "b")));
        CHECK_FALSE(acts(on(Target::Metric, Test::ScoreAtMost, 39.999999, "b")));
        CHECK(acts(on(Target::Metric, Test::ScoreAtLeast, 40, "b")));
        CHECK(acts(on(Target::Overall, Test::ScoreAtMost, 60)));
    }
    SECTION("a metric of weight 0 is looked at") {
        CHECK(acts(on(Target::Metric, Test::ScoreAtMost, 5, "shown")));
    }
    SECTION("any metric") {
        CHECK(acts(on(Target::AnyMetric, Test::ScoreAtMost, 5)));
        CHECK_FALSE(acts(on(Target::AnyMetric, Test::ScoreAtMost, 4)));
        CHECK(acts(on(Target::AnyMetric, Test::Absent, 0)));
    }
    SECTION("absence of metrics and groups") {
        CHECK(acts(on(Target::Metric, Test::Absent, 0, "gone")));
        CHECK_FALSE(acts(on(Target::Metric, Test::Absent, 0, "a")));
        CHECK(acts(on(Target::Group, Test::Absent, 0, "none")));
        CHECK_FALSE(acts(on(Target::Group, Test::Absent, 0, "two")));
    }
    SECTION("what has no score meets no score condition") {
        CHECK_FALSE(acts(on(Target::Metric, Test::ScoreAtMost, 100, "gone")));
        CHECK_FALSE(acts(on(Target::Group, Test::ScoreAtLeast, 0, "none")));
    }
    SECTION("attributes, the absent one as the empty text") {
        CHECK(acts(attributeIn("champion", {"new", "left"})));
        CHECK_FALSE(acts(attributeIn("champion", {"Left"})));
        CHECK(acts(attributeIn("segment", {""})));
        CHECK_FALSE(acts(attributeIn("segment", {"left"})));
    }
    SECTION("all conditions must hold") {
        CHECK(
            scoreWith(
                {capAt(0, {attributeIn("champion", {"left"}), on(Target::Overall, Test::ScoreAtLeast, 61)})})
                .exception == -1);
    }
    SECTION("an overridden metric is not absent") {
        const AccountDetail detail = scoreWith({capAt(0, {on(Target::Metric, Test::Absent, 0, "gone")})},
                                               {overrideOf(OverrideTarget::Metric, "gone", 50)});
        CHECK(detail.exception == -1);
    }
}

TEST_CASE("overrides") {
    SECTION("of a metric: counts, is not held, and adds to the coverage") {
        const AccountDetail detail = scoreWith({}, {overrideOf(OverrideTarget::Metric, "b", 100)});
        CHECK(*detail.overall == 90);
        CHECK(detail.metrics[2].state == State::Overridden);
        CHECK_FALSE(detail.metrics[2].held);
    }
    SECTION("of a group: replaces its score before exceptions look at it") {
        const AccountDetail detail = scoreWith({capAt(20, {on(Target::Group, Test::ScoreAtMost, 10, "two")})},
                                               {overrideOf(OverrideTarget::Group, "two", 10)});
        CHECK(*detail.rollUp == 60);
        CHECK(*detail.withGroupOverrides == 45);
        CHECK(*detail.overall == 20);
    }
    SECTION("of a group of weight 0: counts for nothing") {
        CHECK(*scoreWith({}, {overrideOf(OverrideTarget::Group, "none", 0)}).overall == 60);
    }
    SECTION("overall: replaces the result after exceptions, with its band whatever the coverage") {
        const AccountDetail detail = scoreWith({capAt(20, {on(Target::Overall, Test::ScoreAtLeast, 0)})},
                                               {overrideOf(OverrideTarget::Overall, "", 88)});
        CHECK(*detail.overall == 88);
        CHECK(detail.band == Band::Green);
    }
    SECTION("of several on one target the last entered acts") {
        CHECK(*scoreWith(
                   {},
                   {overrideOf(OverrideTarget::Overall, "", 88), overrideOf(OverrideTarget::Overall, "", 12)})
                   .overall == 12);
    }
    SECTION("a target that the template lacks is ignored") {
        CHECK(*scoreWith({}, {overrideOf(OverrideTarget::Metric, "elsewhere", 0)}).overall == 60);
    }
    SECTION("live from the first to the last day, both included") {
        TemplateVersion made = version({group("one", 1, {weighted("a", 1)})});
        const auto book = SnapshotBuilder()
                              .metric(numberMetric("a"))
                              .tmpl(defaultTemplate({made}))
                              .account("A")
                              .override("A", overrideOf(OverrideTarget::Overall, "", 88))
                              .build();
        const Scorer scorer(book);
        CHECK_FALSE(scorer.score(0, Day{19}).shown.hasScore());
        CHECK(scorer.score(0, Day{20}).shown.score == 88);
        CHECK(scorer.score(0, Day{30}).shown.score == 88);
        CHECK_FALSE(scorer.score(0, Day{31}).shown.hasScore());
        SECTION("and without a roll-up there is still a band, but not in the computed track") {
            CHECK(scorer.score(0, Day{20}).shown.band == Band::Green);
            CHECK(scorer.score(0, Day{20}).computed.band == Band::None);
        }
    }
}
