// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/findings.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <algorithm>

using namespace hb;
using namespace hb::test;
using namespace hb::analytics;

namespace {

constexpr Day today{400};

Metric described(Metric metric) {
    metric.action = "Call them";
    metric.ownerTeam = "Support";
    metric.help = "What it means";
    metric.source = "CRM";
    return metric;
}

std::string accountKey(int number) {
    return "A" + std::to_string(number);
}

/// Twenty accounts whose values of `key` are what `valueOf` gives, on the day.
void measureAll(SnapshotBuilder& builder, const std::string& key, const std::function<double(int)>& valueOf) {
    for (int at = 0; at < 20; ++at) {
        builder.measure(accountKey(at), key, today, valueOf(at));
    }
}

/// Two metrics of equal weight that differ in every way: nothing to find.
SnapshotBuilder soundBook(std::vector<ScoreException> exceptions = {}) {
    SnapshotBuilder builder;
    builder.metric(described(numberMetric("up", 90))).metric(described(numberMetric("mixed", 90)));
    TemplateVersion made = version({group("g", 1, {weighted("up", 1), weighted("mixed", 1)})});
    made.exceptions = std::move(exceptions);
    // Shares of a half each are above 40%: a third metric of the same weight takes them below.
    builder.metric(described(numberMetric("third", 90)));
    made.groups.front().metrics.push_back(weighted("third", 1));
    builder.tmpl(defaultTemplate({made}));
    measureAll(builder, "up", [](int at) { return 20 + at * 4.0; });
    measureAll(builder, "mixed", [](int at) { return 20 + (at * 7 % 20) * 4.0; });
    measureAll(builder, "third", [](int at) { return 96 - (at * 3 % 20) * 4.0; });
    return builder;
}

std::vector<Finding> found(const SnapshotBuilder& builder, FindingLimits limits = {}) {
    return findings(scoring::Scorer(builder.build()), today, limits);
}

std::vector<std::string> kinds(const std::vector<Finding>& all) {
    std::vector<std::string> result;
    for (const Finding& finding : all) {
        result.emplace_back(toText(finding.kind));
    }
    return result;
}

Finding only(const std::vector<Finding>& all, FindingKind kind) {
    REQUIRE(std::ranges::count(all, kind, &Finding::kind) == 1);
    return *std::ranges::find(all, kind, &Finding::kind);
}

using Kinds = std::vector<std::string>;

} // namespace

TEST_CASE("a sound scorecard has no findings") {
    CHECK(kinds(found(soundBook())) == Kinds{});
}

TEST_CASE("findings of a version alone: too many metrics, a heavy one, too much by hand") {
    SnapshotBuilder builder;
    std::vector<GroupMetric> metrics;
    for (int at = 0; at < 8; ++at) {
        const std::string key = "m" + std::to_string(at);
        builder.metric(described(numberMetric(key)));
        metrics.push_back(weighted(key, 1));
    }
    SECTION("eight that count") {
        builder.tmpl(defaultTemplate({version({group("g", 1, metrics)})}));
        const auto all = found(builder);
        CHECK(kinds(all) == Kinds{"too_many_metrics"});
        CHECK(all.front().amount == 8);
    }
    SECTION("seven that count and one of weight 0 are not too many") {
        metrics.back().weight = 0;
        builder.tmpl(defaultTemplate({version({group("g", 1, metrics)})}));
        CHECK(kinds(found(builder)) == Kinds{});
    }
    SECTION("a share of 40% is not above 40%, one above is named with its share") {
        metrics.resize(3);
        metrics[0].weight = 40;
        metrics[1].weight = 30;
        metrics[2].weight = 30;
        SnapshotBuilder atBound = builder;
        atBound.tmpl(defaultTemplate({version({group("g", 1, metrics)})}));
        CHECK(kinds(found(atBound)) == Kinds{});
        metrics[0].weight = 60;
        builder.tmpl(defaultTemplate({version({group("g", 1, metrics)})}));
        const auto all = found(builder);
        CHECK(kinds(all) == Kinds{"heavy_metric"});
        CHECK(all.front().metric == 0U);
        CHECK_THAT(all.front().amount, WithinAbs(0.5, 1e-12));
    }
    SECTION("levels are set by hand") {
        builder.metric(described(levelMetric("sentiment", {{1, "bad", 0, ""}, {2, "good", 100, ""}})));
        builder.tmpl(defaultTemplate({version(
            {group("g", 70, {metrics[0], metrics[1]}), group("h", 30, {weighted("sentiment", 1, {})})})}));
        CHECK_THAT(only(found(builder), FindingKind::Subjective).amount, WithinAbs(0.3, 1e-12));
    }
}

TEST_CASE("findings of what the accounts show") {
    SnapshotBuilder builder = soundBook();
    SECTION("nearly all green, nearly all red, of the accounts with a band") {
        FindingLimits limits;
        limits.green = 0;
        limits.red = 0;
        const auto all = found(builder, limits);
        const Finding green = only(all, FindingKind::MostlyGreen);
        const Finding red = only(all, FindingKind::MostlyRed);
        CHECK(green.accounts == 20);
        const auto scores = scoring::Scorer(builder.build()).scoreBook(today);
        const auto count = [&](Band band) {
            return static_cast<double>(std::ranges::count_if(
                scores, [band](const scoring::AccountScore& score) { return score.shown.band == band; }));
        };
        CHECK_THAT(green.amount, WithinAbs(count(Band::Green) / 20, 1e-12));
        CHECK_THAT(red.amount, WithinAbs(count(Band::Red) / 20, 1e-12));
    }
    SECTION("the same score for 19 of 20") {
        measureAll(builder, "mixed", [](int at) { return at == 7 ? 10.0 : 60.0; });
        const auto all = found(builder);
        CHECK(kinds(all) == Kinds{"same_score"});
        CHECK(all.front().metric == 1U);
        CHECK(all.front().accounts == 20);
        CHECK_THAT(all.front().amount, WithinAbs(0.95, 1e-12));
    }
    SECTION("two that rank alike, however their values are spread") {
        measureAll(builder, "mixed", [](int at) { return at * at / 4.0; });
        const Finding twins = only(found(builder), FindingKind::SaysTheSame);
        CHECK(twins.metric == 0U);
        CHECK(twins.other == 1U);
        CHECK_THAT(twins.amount, WithinAbs(1, 1e-12));
        measureAll(builder, "mixed", [](int at) { return 100 - at * 5.0; }); // the opposite is not the same
        CHECK(std::ranges::count(found(builder), FindingKind::SaysTheSame, &Finding::kind) == 0);
    }
    SECTION("values beyond the curve") {
        measureAll(builder, "mixed", [](int at) { return at < 3 ? 150.0 + at : 20 + (at * 7 % 20) * 4.0; });
        const Finding outside = only(found(builder), FindingKind::OutsideCurve);
        CHECK(outside.metric == 1U);
        CHECK_THAT(outside.amount, WithinAbs(0.15, 1e-12));
    }
    SECTION("fewer than ten accounts say nothing") {
        SnapshotBuilder few;
        few.metric(described(numberMetric("a")))
            .metric(described(numberMetric("b")))
            .metric(described(numberMetric("c")));
        few.tmpl(defaultTemplate(
            {version({group("g", 1, {weighted("a", 1), weighted("b", 1), weighted("c", 1)})})}));
        for (int at = 0; at < 9; ++at) {
            few.measure(accountKey(at), "a", today, 100);
        }
        CHECK(kinds(found(few)) == Kinds{});
        few.measure(accountKey(9), "a", today, 100);
        CHECK_FALSE(kinds(found(few)).empty());
    }
    SECTION("who has churned is not looked at") {
        measureAll(builder, "mixed", [](int at) { return at == 7 ? 10.0 : 60.0; });
        for (int at = 0; at < 11; ++at) {
            builder.outcome(accountKey(at),
                            {.account = 0,
                             .day = today - 30,
                             .kind = OutcomeKind::Churned,
                             .arrChangeCents = {},
                             .reason = {}});
        }
        CHECK(kinds(found(builder)) == Kinds{});
    }
}

TEST_CASE("findings of absence and idle parts") {
    SnapshotBuilder builder;
    for (const char* key : {"a", "b", "c", "never"}) {
        builder.metric(described(numberMetric(key, 90)));
    }
    TemplateVersion made = version({group("g", 3, {weighted("a", 1), weighted("b", 1), weighted("c", 1)}),
                                    group("idle", 1, {weighted("never", 1)})});
    const Condition low{.target = Condition::Target::Overall,
                        .test = Condition::Test::ScoreAtMost,
                        .key = {},
                        .score = 60,
                        .values = {}};
    Condition lowest = low;
    lowest.score = -1;
    made.exceptions = {capAt(60, {low}, "Low"), capAt(60, {lowest}, "Nobody")};
    builder.tmpl(defaultTemplate({made}));
    measureAll(builder, "a", [](int at) { return 20 + at * 4.0; });
    measureAll(builder, "b", [](int at) { return 20 + (at * 7 % 20) * 4.0; });
    for (int at = 0; at < 20; ++at) {
        // c is stale for eleven of the twenty
        builder.measure(accountKey(at), "c", at < 11 ? today - 200 : today, 96 - (at * 3 % 20) * 4.0);
    }
    const auto all = found(builder);
    CHECK(kinds(all) == Kinds{"often_absent", "often_absent", "idle_group", "idle_exception"});
    CHECK(all[0].metric == 2U);
    CHECK_THAT(all[0].amount, WithinAbs(0.55, 1e-12));
    CHECK(all[1].metric == 3U);
    CHECK(all[2].group == 1U);
    CHECK(all[3].exception == 1U);
}

TEST_CASE("an exception that held half a year ago is not idle") {
    const Condition low{.target = Condition::Target::Overall,
                        .test = Condition::Test::ScoreAtMost,
                        .key = {},
                        .score = 1,
                        .values = {}};
    SnapshotBuilder builder = soundBook({capAt(0, {low})});
    CHECK(kinds(found(builder)) == Kinds{"idle_exception"});
    for (const char* key : {"up", "mixed", "third"}) {
        builder.measure("A0", key, today - 28 * 6, 0);
    }
    CHECK(kinds(found(builder)) == Kinds{});
}

TEST_CASE("findings of descriptions: nobody can act, or nobody knows how") {
    SnapshotBuilder builder;
    Metric silent = described(numberMetric("a"));
    silent.actionable = false;
    Metric bare = described(numberMetric("b"));
    bare.source.clear();
    builder.metric(silent).metric(bare).metric(described(numberMetric("c")));
    builder.tmpl(
        defaultTemplate({version({group("g", 1, {weighted("a", 1), weighted("b", 1), weighted("c", 1)})})}));
    const auto all = found(builder);
    CHECK(kinds(all) == Kinds{"not_actionable", "undescribed"});
    CHECK(all[0].metric == 0U);
    CHECK(all[1].metric == 1U);
}

TEST_CASE("a retired template is not looked at") {
    SnapshotBuilder builder;
    builder.metric(numberMetric("a"));
    Template old = defaultTemplate({version({group("g", 1, {weighted("a", 1)})})});
    old.key = "old";
    old.isDefault = false;
    old.retiredOn = today - 1;
    old.versions.front().appliesTo = {{"segment", {"x"}}};
    Template used = defaultTemplate({version({group("g", 1, {weighted("a", 1)})})});
    builder.tmpl(old).tmpl(used);
    for (const Finding& finding : found(builder)) {
        CHECK(finding.templateIndex == 1);
    }
    CHECK_FALSE(found(builder).empty());
}

TEST_CASE("findings: a review that the charter asks for is due once the newest version is older") {
    const auto foundFor = [](int months, int daysOld, std::optional<Day> retiredOn) {
        SnapshotBuilder builder;
        std::vector<GroupMetric> metrics;
        for (const char* key : {"a", "b", "c"}) {
            builder.metric(described(numberMetric(key)));
            metrics.push_back(weighted(key, 1));
        }
        TemplateVersion made = version({group("g", 1, metrics)});
        made.effectiveFrom = today - daysOld;
        Template entry = defaultTemplate({made});
        entry.charter.reviewMonths = months;
        entry.retiredOn = retiredOn;
        builder.tmpl(entry);
        return found(builder);
    };
    const auto due = foundFor(2, 70, {});
    CHECK(kinds(due) == Kinds{"review_due"});
    CHECK(due.front().amount == 2);
    CHECK(kinds(foundFor(2, 50, {})) == Kinds{});
    CHECK(kinds(foundFor(0, 390, {})) == Kinds{});
    CHECK(kinds(foundFor(2, 70, today + 1)) == Kinds{}); // it is on its way out
}
