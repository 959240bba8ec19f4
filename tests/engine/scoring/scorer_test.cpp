// SPDX-License-Identifier: GPL-3.0-or-later
// One account on one day: held scores beside the coverage, the minimum coverage, the marks of a tile.
#include "core/scoring/scorer.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;
using namespace hb::scoring;

namespace {

constexpr Day today{100};

/// The band of an account of whose metrics, of equal weight, some are measured as 90.
Band bandWith(int measured, int metrics, double minCoverage) {
    SnapshotBuilder builder;
    TemplateVersion made = version({group("g", 1, {})});
    made.minCoverage = minCoverage;
    for (int i = 0; i < metrics; ++i) {
        const std::string key = "m" + std::to_string(i);
        builder.metric(numberMetric(key));
        made.groups[0].metrics.push_back(weighted(key, 1));
        if (i < measured) {
            builder.measure("A", key, today, 90);
        }
    }
    const TrackScore shown = Scorer(builder.tmpl(defaultTemplate({made})).build()).score(0, today).shown;
    CHECK_THAT(shown.score, WithinAbs(90, 1e-9)); // given in any case
    return shown.band;
}

/// "fresh" (w 1) is measured as 60 today, "old" (w 3) as 20 long ago; "never" and, in a group of W = 0, "off"
/// count for nothing.
struct Book {
    WhenStale whenStale;
    std::optional<double> whenMissing;
    std::vector<Override> overrides = {};

    [[nodiscard]] Scorer scorer() const {
        TemplateVersion made =
            version({group("g", 1, {weighted("fresh", 1), weighted("old", 3), weighted("never", 0)}),
                     group("off", 0, {weighted("off", 1)})});
        made.groups[0].metrics[1].whenStale = whenStale;
        made.groups[0].metrics[2].whenMissing = whenMissing;
        made.groups[1].metrics[0].whenStale = whenStale;
        SnapshotBuilder builder;
        builder.metric(numberMetric("fresh", 10))
            .metric(numberMetric("old", 10))
            .metric(numberMetric("never"))
            .metric(numberMetric("off", 10))
            .tmpl(defaultTemplate({made}))
            .measure("A", "fresh", today, 60)
            .measure("A", "old", today - 50, 20);
        for (const Override& entered : overrides) {
            builder.override("A", entered);
        }
        return Scorer(builder.build());
    }
};

} // namespace

TEST_CASE("a band needs the minimum coverage, compared rounded") {
    CHECK(bandWith(1, 2, 0.5) == Band::Green);
    CHECK(bandWith(1, 2, 0.500001) == Band::None);
    CHECK(bandWith(2, 3, 0.666667) == Band::Green); // r(2/3) is 0.666667
    CHECK(bandWith(2, 3, 0.666668) == Band::None);
    CHECK(bandWith(7, 10, 0.7) == Band::Green); // whatever seven tenths sum to
    CHECK(bandWith(3, 10, 0.3) == Band::Green);
    CHECK(bandWith(3, 3, 1) == Band::Green);
    CHECK(bandWith(2, 3, 1) == Band::None);
    CHECK(bandWith(1, 10, 0) == Band::Green);
}

TEST_CASE("a held score counts and is not covered") {
    const Scorer excluded = Book{.whenStale = {}, .whenMissing = {}}.scorer();
    CHECK(excluded.score(0, today).shown.score == 60);
    CHECK(excluded.score(0, today).shown.coverage == 0.25);
    CHECK_FALSE(excluded.detail(0, today).metrics[1].counts);

    const Scorer kept = Book{.whenStale = {WhenStale::Rule::Keep, 0}, .whenMissing = {}}.scorer();
    CHECK(kept.score(0, today).shown.score == 30);
    CHECK(kept.score(0, today).shown.coverage == 0.25);
    CHECK(kept.score(0, today).shown.band == Band::None);
    const MetricDetail old = kept.detail(0, today).metrics[1];
    CHECK(old.held);
    CHECK(old.counts);
    CHECK(old.state == State::Stale);
    CHECK(old.share == 0.75);
    CHECK(old.value.value == 20.0);
    CHECK(old.value.observedOn == today - 50);
}

TEST_CASE("the marks of a tile look at what counts") {
    const auto marks = [](const Book& book) { return book.scorer().score(0, today); };
    SECTION("stale, and not held") {
        CHECK(marks({.whenStale = {}, .whenMissing = {}}).hasStale);
        CHECK_FALSE(marks({.whenStale = {}, .whenMissing = {}}).hasHeld);
    }
    SECTION("held by any rule") {
        CHECK(marks({.whenStale = {WhenStale::Rule::DecayTo, 0}, .whenMissing = {}}).hasHeld);
        CHECK(marks({.whenStale = {WhenStale::Rule::DecayTo, 0}, .whenMissing = {}}).hasStale);
    }
    SECTION("what has no weight leaves no mark") {
        CHECK_FALSE(marks({.whenStale = {}, .whenMissing = 50}).hasHeld);
    }
    SECTION("nor what is overridden") {
        const Override entered{.id = {},
                               .account = 0,
                               .target = OverrideTarget::Metric,
                               .key = "old",
                               .score = 100,
                               .first = today,
                               .last = today,
                               .author = "Ana",
                               .reason = "r"};
        const AccountScore score =
            marks({.whenStale = {WhenStale::Rule::Keep, 0}, .whenMissing = {}, .overrides = {entered}});
        CHECK(score.hasOverride);
        CHECK_FALSE(score.hasStale);
        CHECK_FALSE(score.hasHeld);
        CHECK(score.shown.score == 90);
        CHECK(score.shown.coverage == 1);
        CHECK(score.computed.score == 30);
        CHECK(score.computed.coverage == 0.25);
    }
}

TEST_CASE("a metric of a group of weight 0 leaves no mark") {
    TemplateVersion made =
        version({group("g", 1, {weighted("fresh", 1)}), group("off", 0, {weighted("old", 1)})});
    made.groups[1].metrics[0].whenStale = {WhenStale::Rule::Keep, 0};
    const auto book = SnapshotBuilder()
                          .metric(numberMetric("fresh"))
                          .metric(numberMetric("old", 10))
                          .tmpl(defaultTemplate({made}))
                          .measure("A", "fresh", today, 60)
                          .measure("A", "old", today - 50, 20)
                          .build();
    const AccountScore score = Scorer(book).score(0, today);
    CHECK_FALSE(score.hasStale);
    CHECK_FALSE(score.hasHeld);
    const MetricDetail old = Scorer(book).detail(0, today).metrics[1];
    CHECK(old.score == 20.0);
    CHECK_FALSE(old.counts);
    CHECK(old.share == 0);
}
