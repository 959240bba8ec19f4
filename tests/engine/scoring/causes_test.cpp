// SPDX-License-Identifier: GPL-3.0-or-later
// The cause of every line of a change: the table of scoring.md, section 8.
#include "core/scoring/explain_change.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <map>
#include <utility>

using namespace hb;
using namespace hb::test;
using namespace hb::scoring;

namespace {

constexpr Day before{100};
constexpr Day after{130};

/// The causes of the lines of a change by metric key and part.
std::map<std::pair<std::string, Part>, Cause> causes(const SnapshotBuilder& builder) {
    const Scorer scorer(builder.build());
    std::map<std::pair<std::string, Part>, Cause> found;
    for (const ChangeLine& line : explainChange(scorer, 0, before, after).lines) {
        if (line.kind == LineKind::Metric) {
            found[{scorer.snapshot().scorecard->metrics[line.metric].key, line.part}] = line.cause;
        }
    }
    return found;
}

/// "a" (valid for 20 days unless said) beside "base", which always stands at 50.
SnapshotBuilder book(TemplateVersion made, int validDays = 20) {
    SnapshotBuilder builder;
    builder.metric(numberMetric("a", validDays))
        .metric(numberMetric("base"))
        .tmpl(defaultTemplate({std::move(made)}));
    builder.measure("A", "base", Day{0}, 50);
    return builder;
}

TemplateVersion twoMetrics(Rollup rollup = Rollup::Mean) {
    return version({group("g", 1, {weighted("a", 1), weighted("base", 1)}, rollup)});
}

using Causes = std::map<std::pair<std::string, Part>, Cause>;

} // namespace

TEST_CASE("causes of value parts") {
    SECTION("a new value, and nothing of what did not change") {
        SnapshotBuilder builder = book(twoMetrics());
        builder.measure("A", "a", Day{95}, 80).measure("A", "a", Day{125}, 20);
        CHECK(causes(builder) == Causes{{{"a", Part::Value}, Cause::Value}});
    }
    SECTION("decay of a stale score") {
        TemplateVersion made = twoMetrics();
        made.groups[0].metrics[0].whenStale = {WhenStale::Rule::DecayTo, 0};
        SnapshotBuilder builder = book(made, 30);
        builder.measure("A", "a", Day{60}, 80);
        CHECK(causes(builder).at({"a", Part::Value}) == Cause::Decay);
    }
    SECTION("overridden and its end") {
        Override entered{.id = {},
                         .account = 0,
                         .target = OverrideTarget::Metric,
                         .key = "a",
                         .score = 10,
                         .first = Day{120},
                         .last = Day{140},
                         .author = "",
                         .reason = ""};
        SnapshotBuilder builder = book(twoMetrics(), 0);
        builder.measure("A", "a", Day{60}, 80);
        SnapshotBuilder ended = builder;
        builder.override("A", entered);
        CHECK(causes(builder) == Causes{{{"a", Part::Value}, Cause::Overridden}});
        entered.first = Day{90};
        entered.last = Day{110};
        ended.override("A", entered);
        CHECK(causes(ended) == Causes{{{"a", Part::Value}, Cause::OverrideEnded}});
    }
}

TEST_CASE("causes of absence") {
    SECTION("went stale: its weight went to the others") {
        SnapshotBuilder builder = book(twoMetrics());
        builder.measure("A", "a", Day{95}, 80);
        CHECK(causes(builder) == Causes{{{"a", Part::Weight}, Cause::WentStale},
                                        {{"base", Part::Weight}, Cause::OthersChanged}});
    }
    SECTION("came back, measured before") {
        SnapshotBuilder builder = book(twoMetrics());
        builder.measure("A", "a", Day{10}, 80).measure("A", "a", Day{125}, 80);
        CHECK(causes(builder).at({"a", Part::Weight}) == Cause::CameBack);
    }
    SECTION("a first value") {
        SnapshotBuilder builder = book(twoMetrics());
        builder.measure("A", "a", Day{125}, 80);
        CHECK(causes(builder).at({"a", Part::Weight}) == Cause::FirstValue);
    }
    SECTION("the others changed where they carry other scores than the whole") {
        SnapshotBuilder builder =
            book(version({group("g", 1, {weighted("a", 1), weighted("base", 1), weighted("c", 1)})}));
        builder.metric(numberMetric("c")).measure("A", "c", Day{0}, 90).measure("A", "a", Day{95}, 80);
        const Causes found = causes(builder);
        CHECK(found.at({"a", Part::Weight}) == Cause::WentStale);
        CHECK(found.at({"base", Part::Weight}) == Cause::OthersChanged);
        CHECK(found.at({"c", Part::Weight}) == Cause::OthersChanged);
    }
}

TEST_CASE("causes under min") {
    SnapshotBuilder builder = book(twoMetrics(Rollup::Min), 0);
    builder.measure("A", "a", Day{95}, 80).measure("A", "a", Day{125}, 20);
    const Causes found = causes(builder);
    CHECK(found.at({"a", Part::Value}) == Cause::Value);
    CHECK(found.at({"a", Part::Weight}) == Cause::BecameWeakest);
    CHECK(found.at({"base", Part::Weight}) == Cause::NoLongerWeakest);
}

TEST_CASE("causes of templates and versions come before those of data") {
    TemplateVersion second = twoMetrics();
    second.number = 2;
    second.effectiveFrom = Day{110};
    second.groups[0].metrics[0].weight = 3;
    SnapshotBuilder builder;
    builder.metric(numberMetric("a"))
        .metric(numberMetric("base"))
        .tmpl(defaultTemplate({twoMetrics(), second}));
    builder.measure("A", "base", Day{0}, 50).measure("A", "a", Day{0}, 80).measure("A", "a", Day{120}, 90);
    for (const auto& [line, cause] : causes(builder)) {
        CHECK(cause == Cause::NewVersion);
    }
    CHECK(causes(builder).size() == 3); // value of a, weights of both
}

TEST_CASE("without a roll-up on one of the days there are no lines") {
    SnapshotBuilder builder;
    builder.metric(numberMetric("a")).tmpl(defaultTemplate({version({group("g", 1, {weighted("a", 1)})})}));
    builder.measure("A", "a", Day{120}, 90);
    const ChangeExplanation change = explainChange(Scorer(builder.build()), 0, before, after);
    CHECK_FALSE(change.bothDaysHaveARollUp());
    CHECK(change.lines.empty());
    CHECK(*change.after.overall == 90);
}
