// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/wording/two_versions.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;
using namespace hb;
using test::group;
using test::named;
using test::weighted;
using Example = test::TwoVersions;

TEST_CASE("Differences of two versions: nothing") {
    const Example example;
    CHECK(example.differences().isEmpty());
}

TEST_CASE("Differences of two versions: groups, metrics and weights") {
    Example example;
    SECTION("weights") {
        example.use(0, 0).weight = 70;
        example.after.groups[1].weight = 33.333333;
        CHECK(example.differences() ==
              QStringList{u"Weight of Logins 70, was 60"_s, u"Weight of Support 33.333333, was 40"_s});
    }
    SECTION("a metric joins, one leaves, one moves") {
        auto& usage = example.after.groups[0].metrics;
        auto& support = example.after.groups[1].metrics;
        usage.push_back(support[1]);
        support = {weighted("csat", 30)};
        CHECK(example.differences() == QStringList{u"NPS moved from Support to Product usage"_s,
                                                   u"csat joined Support with weight 30"_s,
                                                   u"Open tickets left Support"_s});
    }
    SECTION("a group is new with what is in it, and one is gone") {
        example.after.groups[1] = named(group("care", 40, {weighted("tickets", 1)}), "Care");
        CHECK(example.differences() == QStringList{u"Group Care is new, weight 40"_s,
                                                   u"Open tickets moved from Support to Care"_s,
                                                   u"Group Support is gone"_s,
                                                   u"NPS left Support"_s});
    }
    SECTION("names, roll-ups and order") {
        example.after.groups[0].name = "Usage";
        example.after.groups[1].rollup = Rollup::Min;
        example.after.rollup = Rollup::Min;
        std::swap(example.after.groups[0], example.after.groups[1]);
        std::swap(example.use(1, 0), example.use(1, 1));
        CHECK(example.differences() ==
              QStringList{u"Support scores as its lowest metric, was the mean"_s,
                          u"Product usage is now named Usage"_s,
                          u"The metrics of Usage are in another order"_s,
                          u"The groups are in another order"_s,
                          u"The score is that of the lowest group, was the mean of all"_s});
    }
}

TEST_CASE("Differences of two versions: curves and rules") {
    Example example;
    auto& curve = example.use(0, 0).curve;
    SECTION("a point gives another score") {
        curve[2].score = 70;
        CHECK(example.differences() == QStringList{u"Curve of Logins: 20 gives 70, was 75"_s});
    }
    SECTION("a point moves, and one moves both ways") {
        curve[1].value = -8;
        curve[0].value = -10;
        curve[2] = {25, 80};
        CHECK(example.differences() ==
              QStringList{u"Curve of Logins: \u221210 gives 0, was at 0; "
                          "\u22128 gives 50, was at 5; 25 gives 80, was 20 giving 75"_s});
    }
    SECTION("points come and go") {
        curve.insert(curve.begin() + 1, {2, 30});
        CHECK(example.differences() == QStringList{u"Curve of Logins: 2 gives 30, a new point"_s});
        curve.pop_back();
        curve.pop_back();
        CHECK(
            example.differences() ==
            QStringList{
                u"Curve of Logins: 2 gives 30, a new point; 5 is no longer a point; 20 is no longer a point"_s});
    }
    SECTION("many points are counted") {
        example.before.groups[0].metrics[0].curve = {{0, 0}, {1, 10}, {2, 20}, {3, 30}};
        curve = {{0, 1}, {1, 11}, {2, 21}, {3, 31}};
        CHECK(example.differences() == QStringList{u"Curve of Logins: 4 points moved"_s});
        curve = {{10, 0}, {20, 100}};
        CHECK(example.differences() == QStringList{u"Curve of Logins: 2 points, was 4"_s});
    }
    SECTION("levels, stale and missing") {
        example.use(1, 1).levels = {{1, 10}};
        example.use(1, 1).whenStale = {WhenStale::Rule::DecayTo, 50};
        example.use(1, 0).whenMissing = 40;
        CHECK(example.differences() ==
              QStringList{u"Open tickets when missing: counts as 40, was: does not count"_s,
                          u"Level Low of NPS scores 10, was 0"_s,
                          u"NPS when stale: moves to 50, was: does not count"_s});
    }
    SECTION("a draft holds the rules it changes alone; of the others the metric's own holds") {
        for (const Metric& metric : example.metrics) {
            example.before.metrics.push_back({metric.key, metric.rule});
        }
        MetricRule mean = example.metrics[0].rule;
        mean.aggregation = Aggregation::Mean;
        mean.windowDays = 28;
        mean.validDays = 0;
        MetricRule levels = example.metrics[3].rule;
        levels.validDays = 1;
        levels.levels[1] = {3, "Top", 100, ""};
        example.after.metrics = {{"logins", mean}, {"nps", levels}};
        CHECK(example.differences() ==
              QStringList{u"Logins is always valid, was valid for 30 days"_s,
                          u"Logins is read as the mean of 28 days, was the last value"_s,
                          u"NPS has the level Top, which scores 100"_s,
                          u"NPS no longer has the level High"_s,
                          u"NPS is valid for 1 day, was valid for 90 days"_s});
    }
    SECTION("words of levels are no difference") {
        MetricRule levels = example.metrics[3].rule;
        levels.levels[0].label = "Poor";
        example.after.metrics = {{"nps", levels}};
        CHECK(example.differences().isEmpty());
    }
}

TEST_CASE("Differences of two versions: exceptions") {
    Example example;
    ScoreException& storm = example.after.exceptions[0];
    SECTION("changed") {
        storm.score = 60;
        storm.when[0].score = 30;
        CHECK(
            example.differences() ==
            QStringList{
                u"Exception \"Storm\" caps the score at 60, was 55"_s,
                u"Exception \"Storm\" acts when Open tickets scores at most 30, was when Open tickets scores at most 20"_s});
    }
    SECTION("a score of a level metric is said with the level that it stands for") {
        const auto says = [&example](const QString& text) {
            return example.differences().join(u'\n').contains(text);
        };
        storm.when = {{Condition::Target::Metric, Condition::Test::ScoreAtMost, "nps", 40, {}}};
        CHECK(says(u"acts when NPS scores at most 40 (Low), was when"_s));
        storm.when[0].test = Condition::Test::ScoreAtLeast;
        CHECK(says(u"acts when NPS scores at least 40 (High), was when"_s));
        example.use(1, 1).levels = {{1, 50}};
        CHECK(says(u"acts when NPS scores at least 40 (Low), was when"_s));
        storm.when[0].test = Condition::Test::ScoreAtMost;
        CHECK(says(u"acts when NPS scores at most 40, was when"_s)); // no level scores so little
    }
    SECTION("renamed") {
        storm.name = "Ticket storm";
        CHECK(example.differences() == QStringList{u"Exception \"Storm\" is now named \"Ticket storm\""_s});
    }
    SECTION("raised rather than capped") {
        storm.effect = ScoreException::Effect::RaiseTo;
        CHECK(example.differences() ==
              QStringList{u"Exception \"Storm\" raises the score to 55, caps the score at 55 before"_s});
    }
    SECTION("one more before it, and another order") {
        example.after.exceptions.insert(
            example.after.exceptions.begin(),
            test::capAt(74,
                        {{Condition::Target::Attribute, Condition::Test::In, "champion", 0, {"left", ""}},
                         {Condition::Target::Group, Condition::Test::Absent, "usage", 0, {}}},
                        "Champion left"));
        const QString added =
            u"Exception \"Champion left\" is new: caps the score at 74 when champion is left or none and "
            "Product usage has no score"_s;
        CHECK(example.differences() == QStringList{added});
        example.before = example.after;
        std::swap(example.after.exceptions[0], example.after.exceptions[1]);
        CHECK(example.differences() == QStringList{u"The exceptions are in another order"_s});
    }
    SECTION("gone") {
        example.after.exceptions.clear();
        CHECK(example.differences() == QStringList{u"Exception \"Storm\" is gone"_s});
    }
}

TEST_CASE("Differences of two versions: scheme, coverage, trend, applies to") {
    Example example;
    SECTION("a bound, a label and a colour") {
        example.after.scheme.ranges[2].from = 80;
        example.after.scheme.ranges[1].label = "Amber";
        example.after.scheme.ranges[0].colour = Band::Yellow;
        CHECK(example.differences() == QStringList{u"Red is yellow, was red"_s,
                                                   u"Yellow is now named Amber"_s,
                                                   u"Green starts at 80, was 75"_s});
    }
    SECTION("ranges more") {
        example.after.scheme.kind = SchemeKind::Letters;
        example.after.scheme.ranges = {{0, "B", Band::Red, ""}, {62.5, "A", Band::Green, ""}};
        CHECK(example.differences() ==
              QStringList{u"Scores are shown as letters, were red, yellow and green"_s,
                          u"The scheme is B 0, A 62.5, was Red 0, Yellow 50, Green 75"_s});
    }
    SECTION("the rest") {
        example.after.minCoverage = 0.625;
        example.after.trend = {14, 2.5};
        example.after.appliesTo = {{"service_level", {"Premium", ""}}, {"segment", {"Mid"}}};
        CHECK(
            example.differences() ==
            QStringList{
                u"Minimum coverage 62.5%, was 50%"_s,
                u"Trend over 14 days, was 30 days"_s,
                u"Trend from 2.5 points on, was 3"_s,
                u"Applies to service level is Premium or none and segment is Mid, was segment is Enterprise"_s});
    }
    SECTION("the order of values says nothing") {
        example.before.appliesTo = {{"segment", {"Mid", "Enterprise"}}};
        example.after.appliesTo = {{"segment", {"Enterprise", "Mid"}}};
        CHECK(example.differences().isEmpty());
    }
}
