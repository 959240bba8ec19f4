// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/exception_counts.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;
using namespace hb::analytics;

namespace {

constexpr Day today{400};

Condition overall(Condition::Test test, double score) {
    return {.target = Condition::Target::Overall, .test = test, .key = {}, .score = score, .values = {}};
}
Condition atLeast(double score) {
    return overall(Condition::Test::ScoreAtLeast, score);
}
Condition atMost(double score) {
    return overall(Condition::Test::ScoreAtMost, score);
}

using Counts = std::vector<ExceptionCount>;

/// Four accounts that score 20, 40, 60 and 80.
Counts countsOf(std::vector<ScoreException> exceptions, SnapshotBuilder builder = {}) {
    TemplateVersion made = version({group("g", 1, {weighted("health", 1)})});
    made.exceptions = std::move(exceptions);
    builder.metric(numberMetric("health")).tmpl(defaultTemplate({made}));
    for (int at = 1; at <= 4; ++at) {
        builder.measure("A" + std::to_string(at), "health", today, at * 20.0);
    }
    const auto snapshot = builder.build();
    const scoring::Scorer scorer(snapshot);
    const std::vector<AccountIndex> accounts{0, 1, 2, 3};
    return exceptionCounts(*snapshot, scorer.version(0, 0), accounts, today);
}

} // namespace

TEST_CASE("exceptionCounts: an exception holds, and changes where it acts") {
    SECTION("a cap changes only what lies above it") {
        CHECK(countsOf({capAt(50, {atLeast(40)})}) == Counts{{3, 2}});
    }
    SECTION("all conditions must hold") {
        CHECK(countsOf({capAt(10, {atLeast(40), atMost(60)})}) == Counts{{2, 2}});
    }
    SECTION("of several caps the lowest acts, of equal ones the first") {
        CHECK(countsOf({capAt(50, {atLeast(0)}), capAt(30, {atLeast(60)}), capAt(30, {atLeast(60)})}) ==
              Counts{{4, 0}, {2, 2}, {2, 0}});
    }
    SECTION("a raise acts before the cap that takes it back in part") {
        CHECK(countsOf({capAt(70, {atMost(20)}), raiseTo(90, {atMost(20)})}) == Counts{{1, 1}, {1, 1}});
    }
    SECTION("one that holds for nobody") {
        CHECK(countsOf({capAt(50, {atLeast(99)})}) == Counts{{0, 0}});
    }
}

TEST_CASE(
    "exceptionCounts sees overrides: they change what holds, and an overall one leaves nothing to change") {
    const auto entered = [](OverrideTarget target, double score) {
        Override made;
        made.target = target;
        made.key = target == OverrideTarget::Metric ? "health" : "";
        made.score = score;
        made.first = today;
        made.last = today + 5;
        return made;
    };
    SnapshotBuilder builder;
    builder.override("A4", entered(OverrideTarget::Overall, 90))
        .override("A1", entered(OverrideTarget::Metric, 100));
    CHECK(countsOf({capAt(50, {atLeast(70)})}, builder) == Counts{{2, 1}});
}

TEST_CASE("exceptionCounts looks at the accounts it is given and at none without a score") {
    TemplateVersion made = version({group("g", 1, {weighted("health", 1)})});
    made.exceptions = {capAt(50,
                             {{.target = Condition::Target::Metric,
                               .test = Condition::Test::Absent,
                               .key = "health",
                               .score = 0,
                               .values = {}}})};
    SnapshotBuilder builder;
    builder.metric(numberMetric("health")).tmpl(defaultTemplate({made})).account("bare");
    const auto snapshot = builder.build();
    const scoring::Scorer scorer(snapshot);
    const std::vector<AccountIndex> all{0};
    CHECK(exceptionCounts(*snapshot, scorer.version(0, 0), all, today) == Counts{{0, 0}});
    CHECK(exceptionCounts(*snapshot, scorer.version(0, 0), {}, today) == Counts{{0, 0}});
}
