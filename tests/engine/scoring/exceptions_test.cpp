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

/// Two metrics of 80 and 40, of equal weight in a group each: S = 60. Of weight 0 are "shown" with 5, "third"
/// with a third of 100, and, in groups of weight 0, "gone", which is missing, and "kept", stale and held
/// as 70.
AccountDetail scoreWith(std::vector<ScoreException> exceptions, std::vector<Override> overrides = {}) {
    TemplateVersion made =
        version({group("one", 1, {weighted("a", 1), weighted("shown", 0), weighted("third", 0)}),
                 group("two", 1, {weighted("b", 1)}),
                 group("none", 0, {weighted("gone", 1)}),
                 group("off", 0, {weighted("kept", 1)})});
    made.groups[3].metrics[0].whenStale.rule = WhenStale::Rule::Keep;
    made.exceptions = std::move(exceptions);
    SnapshotBuilder builder;
    for (const char* key : {"a", "b", "shown", "third", "gone"}) {
        builder.metric(numberMetric(key));
    }
    builder.metric(numberMetric("kept", 5))
        .tmpl(defaultTemplate({made}))
        .measure("A", "a", Day{10}, 80)
        .measure("A", "b", Day{10}, 40)
        .measure("A", "shown", Day{10}, 5)
        .measure("A", "third", Day{10}, 100.0 / 3)
        .measure("A", "kept", Day{10}, 70)
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
    SECTION("of equal raises the first is named") {
        CHECK(scoreWith({raiseTo(70, {always}), raiseTo(90, {always}), raiseTo(90, {always})}).exception ==
              1);
    }
    SECTION("what changes nothing when rounded does not act") {
        CHECK(scoreWith({raiseTo(60.0000004, {always})}).exception == -1);
        CHECK(scoreWith({capAt(59.9999996, {always})}).exception == -1);
        CHECK(*scoreWith({capAt(59.9999996, {always})}).overall == 60);
        CHECK(scoreWith({raiseTo(60.000001, {always})}).exception == 0);
        CHECK(scoreWith({capAt(59.999999, {always})}).exception == 0);
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
    SECTION("a held score is looked at, in a group of weight 0 too; it is absent all the same") {
        CHECK(acts(on(Target::Metric, Test::ScoreAtLeast, 70, "kept")));
        CHECK(acts(on(Target::Metric, Test::Absent, 0, "kept")));
        CHECK(acts(on(Target::Group, Test::ScoreAtMost, 70, "off")));
        CHECK_FALSE(acts(on(Target::Group, Test::Absent, 0, "off")));
    }
    SECTION("scores are compared rounded") {
        CHECK(acts(on(Target::Metric, Test::ScoreAtLeast, 33.333333, "third")));
        CHECK(acts(on(Target::Metric, Test::ScoreAtMost, 33.333333, "third")));
        CHECK_FALSE(acts(on(Target::Metric, Test::ScoreAtLeast, 33.333334, "third")));
        CHECK_FALSE(acts(on(Target::Metric, Test::ScoreAtMost, 33.333332, "third")));
    }
    SECTION("an overridden metric is not absent") {
        const AccountDetail detail = scoreWith({capAt(0, {on(Target::Metric, Test::Absent, 0, "gone")})},
                                               {overrideOf(OverrideTarget::Metric, "gone", 50)});
        CHECK(detail.exception == -1);
    }
    SECTION("a group's condition sees its override, the overall's what comes of it") {
        const std::vector<Override> overrides{overrideOf(OverrideTarget::Group, "two", 10)}; // S becomes 45
        CHECK(scoreWith({capAt(0, {on(Target::Group, Test::ScoreAtMost, 10, "two")})}, overrides).exception ==
              0);
        CHECK(scoreWith({capAt(0, {on(Target::Metric, Test::ScoreAtMost, 39, "b")})}, overrides).exception ==
              -1);
        CHECK(scoreWith({capAt(0, {on(Target::Overall, Test::ScoreAtMost, 45)})}, overrides).exception == 0);
        CHECK(scoreWith({capAt(0, {on(Target::Overall, Test::ScoreAtMost, 44)})}, overrides).exception == -1);
    }
}

TEST_CASE("exceptions: none acts without a roll-up, of group overrides included") {
    TemplateVersion made = version({group("g", 1, {weighted("m", 1)}), group("h", 0, {weighted("n", 1)})});
    made.exceptions = {raiseTo(90, {on(Target::Group, Test::Absent, 0, "g")}),
                       capAt(20, {on(Target::Group, Test::ScoreAtLeast, 50, "g")})};
    SnapshotBuilder builder;
    builder.metric(numberMetric("m"))
        .metric(numberMetric("n"))
        .tmpl(defaultTemplate({made}))
        .measure("A", "n", Day{10}, 80);
    const AccountDetail nothing = Scorer(builder.build()).detail(0, Day{20});
    CHECK(nothing.exception == -1);
    CHECK_FALSE(nothing.overall);
    builder.override("A", overrideOf(OverrideTarget::Group, "g", 60));
    const AccountDetail grouped = Scorer(builder.build()).detail(0, Day{20});
    CHECK_FALSE(grouped.rollUp);
    CHECK(grouped.withGroupOverrides == 60.0);
    CHECK(grouped.overall == 20.0);
    CHECK(grouped.exception == 1);
}
