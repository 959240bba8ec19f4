// SPDX-License-Identifier: GPL-3.0-or-later
// Which version of which template scores an account on a day.
#include "core/scoring/scorer.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

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
        const Scorer chosen(builder.build(), VersionChoice{0, 1});
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
