// SPDX-License-Identifier: GPL-3.0-or-later
// Which version of which template scores an account on a day.
#include "core/scoring/scorer.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <array>

using namespace hb;
using namespace hb::test;
using namespace hb::scoring;

namespace {

TemplateVersion
scoringVersion(int number, int from, double score, std::vector<AttributeFilter> appliesTo = {}) {
    TemplateVersion made =
        version({group("g", 1, {weighted("m", 1, {{0, score}, {1, score}})})}, number, Day{from});
    made.appliesTo = std::move(appliesTo);
    return made;
}

Template named(const std::string& key, std::vector<TemplateVersion> versions) {
    Template made = defaultTemplate(std::move(versions));
    made.key = key;
    made.isDefault = key == "default";
    return made;
}

double scoreOn(const Scorer& scorer, int day) {
    return scorer.score(0, Day{day}).shown.score;
}

SnapshotBuilder oneAccount() {
    SnapshotBuilder builder;
    builder.metric(numberMetric("m")).measure("A", "m", Day{-1000}, 0);
    return builder;
}

} // namespace

TEST_CASE("the version with the latest effective day counts, of equal days the highest number") {
    SnapshotBuilder builder = oneAccount();
    builder.tmpl(named("default",
                       {scoringVersion(1, 100, 10),
                        scoringVersion(2, 200, 20),
                        scoringVersion(3, 200, 30),
                        scoringVersion(4, 150, 40)}));
    const Scorer scorer(builder.build());
    CHECK(scoreOn(scorer, 100) == 10);
    CHECK(scoreOn(scorer, 149) == 10);
    CHECK(scoreOn(scorer, 150) == 40);
    CHECK(scoreOn(scorer, 200) == 30);
    SECTION("before all of them the earliest") {
        CHECK(scoreOn(scorer, 0) == 10);
    }
    SECTION("a chosen version replaces it on every day") {
        const Scorer chosen(builder.build(), std::array{VersionChoice{0, 1}});
        CHECK(scoreOn(chosen, 0) == 20);
        CHECK(scoreOn(chosen, 999) == 20);
    }
}

TEST_CASE("the first template that matches the attributes of the day wins") {
    SnapshotBuilder builder = oneAccount();
    builder.tmpl(
        named("big", {scoringVersion(1, 0, 10, {{"segment", {"Enterprise"}}, {"region", {"", "EMEA"}}})}));
    builder.tmpl(named("any-segment", {scoringVersion(1, 0, 20, {{"segment", {"Enterprise", "SMB"}}})}));
    builder.tmpl(named("default", {scoringVersion(1, 0, 30)}));

    SECTION("an absent attribute is the empty text") {
        CHECK(scoreOn(Scorer(builder.build()), 50) == 30);
    }
    builder.attribute("A", "segment", Day{100}, "SMB").attribute("A", "segment", Day{200}, "Enterprise");
    const Scorer scorer(builder.build());
    SECTION("values hold from their day") {
        CHECK(scoreOn(scorer, 199) == 20);
        CHECK(scoreOn(scorer, 200) == 10);
    }
    SECTION("before the first value the earliest holds") {
        CHECK(scoreOn(scorer, 50) == 20);
    }
    SECTION("all attributes must match") {
        builder.attribute("A", "region", Day{300}, "APAC");
        CHECK(scoreOn(Scorer(builder.build()), 300) == 20);
    }
}

TEST_CASE("the template without a condition on that day is the last to be tried") {
    SnapshotBuilder builder = oneAccount();
    builder.attribute("A", "segment", Day{0}, "SMB");
    builder.tmpl(
        named("former", {scoringVersion(1, 0, 10), scoringVersion(2, 100, 20, {{"segment", {"X"}}})}));
    builder.tmpl(named("smb", {scoringVersion(1, 0, 30, {{"segment", {"SMB"}}})}));
    builder.tmpl(
        named("default", {scoringVersion(1, 0, 40, {{"segment", {"Y"}}}), scoringVersion(2, 200, 50)}));
    const Scorer smb(builder.build());
    CHECK(scoreOn(smb, 50) == 30);
    CHECK(scoreOn(smb, 250) == 30);
    builder.attribute("A", "segment", Day{20}, "other");
    const Scorer other(builder.build());
    CHECK(scoreOn(other, 50) == 10);
    CHECK(scoreOn(other, 250) == 50);
    SECTION("the default is there even on days on which its version had a condition") {
        CHECK(scoreOn(other, 150) == 40);
    }
}

TEST_CASE("numbers at the ends of what a double holds score as others do") {
    SnapshotBuilder builder;
    builder.metric(numberMetric("a")).metric(numberMetric("b")).metric(numberMetric("c"));
    builder.measure("A", "a", Day{0}, 0).measure("A", "b", Day{0}, 30).measure("A", "c", Day{0}, 60);
    const std::vector<CurvePoint> wide{{-1.7e308, 0}, {1.7e308, 100}};
    builder.tmpl(named("default",
                       {version({group("g", 1e300, {weighted("a", 1e308, wide), weighted("b", 1e308)}),
                                 group("h", 1e300, {weighted("c", 3)})})}));
    CHECK_THAT(scoreOn(Scorer(builder.build()), 0), WithinAbs((40.0 + 60.0) / 2, 1e-9));
}

TEST_CASE("a retired template is not tried from its day on; earlier days keep it") {
    SnapshotBuilder builder = oneAccount();
    Template old = named("default", {scoringVersion(1, 0, 10)});
    old.retiredOn = Day{100};
    builder.tmpl(old);
    builder.tmpl(named("new-default", {scoringVersion(1, 100, 20)}));
    const Scorer scorer(builder.build());
    CHECK(scoreOn(scorer, 99) == 10);
    CHECK(scoreOn(scorer, 100) == 20);
}

TEST_CASE("bands: bounds are inclusive on rounded scores, and low coverage has none") {
    const auto bandOf = [](double score, double minCoverage) {
        TemplateVersion made = scoringVersion(1, 0, score);
        made.groups.front().metrics.push_back(weighted("absent", 1));
        made.minCoverage = minCoverage;
        SnapshotBuilder builder = oneAccount();
        builder.metric(numberMetric("absent")).tmpl(named("default", {made}));
        return Scorer(builder.build()).score(0, Day{10}).shown.band;
    };
    CHECK(bandOf(75, 0.5) == Band::Green);
    CHECK(bandOf(74.9999996, 0.5) == Band::Green); // r() is 75
    CHECK(bandOf(74.96, 0.5) == Band::Yellow);
    CHECK(bandOf(50, 0.5) == Band::Yellow);
    CHECK(bandOf(49.9, 0.5) == Band::Red);
    CHECK(bandOf(90, 0.500001) == Band::None);
}
