// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/explain_change.h"

#include <algorithm>
#include <cmath>

namespace hb::scoring {

namespace {

/// Differences below this are noise of the arithmetic, not lines.
constexpr double noPoints = 1e-12;

/// How the versions of the two days relate.
enum class Versions : std::uint8_t { Same, Newer, OfOtherTemplate };

/// One metric on one of the two days; `detail` is null where the day's version lacks it.
struct Side {
    const CompiledVersion* version = nullptr;
    const CompiledMetric* compiled = nullptr;
    const MetricDetail* detail = nullptr;

    [[nodiscard]] std::optional<double> score() const { return detail ? detail->score : std::nullopt; }
    [[nodiscard]] double share() const { return detail ? detail->share : 0; }
    [[nodiscard]] std::optional<OverrideId> override() const {
        return detail ? detail->override : std::nullopt;
    }
    [[nodiscard]] bool is(State state) const { return detail && detail->state == state; }
    [[nodiscard]] bool isAbsent() const { return is(State::Stale) || is(State::Missing); }
    [[nodiscard]] bool underMin() const {
        return compiled &&
               (version->rollup == Rollup::Min || version->groups[compiled->group].rollup == Rollup::Min);
    }
};

Side sideOf(const CompiledVersion& version, const AccountDetail& detail, MetricIndex metric) {
    const auto at = std::ranges::find(version.metrics, metric, &CompiledMetric::metric);
    if (at == version.metrics.end()) {
        return {.version = &version};
    }
    const auto position = static_cast<std::size_t>(at - version.metrics.begin());
    return {.version = &version, .compiled = &*at, .detail = &detail.metrics[position]};
}

/// The first cause of the table in scoring.md, section 8, that applies.
Cause causeOf(const Side& before, const Side& after, Day firstDay, Versions versions, Part part) {
    if (after.override() && after.override() != before.override()) {
        return Cause::Overridden;
    }
    if (before.override() && !after.override()) {
        return Cause::OverrideEnded;
    }
    if (versions == Versions::OfOtherTemplate) {
        return Cause::OtherTemplate;
    }
    if (versions == Versions::Newer) {
        return Cause::NewVersion;
    }
    if (before.is(State::Present) && after.isAbsent()) {
        return Cause::WentStale;
    }
    if (before.isAbsent() && after.is(State::Present)) {
        const std::optional<Day> first = after.detail->value.firstObservedOn;
        return first && *first <= firstDay ? Cause::CameBack : Cause::FirstValue;
    }
    if (part == Part::Weight) {
        if (after.underMin() && before.share() == 0 && after.share() > 0) {
            return Cause::BecameWeakest;
        }
        if (after.underMin() && before.share() > 0 && after.share() == 0) {
            return Cause::NoLongerWeakest;
        }
        return Cause::OthersChanged;
    }
    if (before.is(State::Stale) && after.is(State::Stale) &&
        after.compiled->whenStale.rule == WhenStale::Rule::DecayTo) {
        return Cause::Decay;
    }
    return before.is(State::Missing) && after.is(State::Missing) ? Cause::Filled : Cause::Value;
}

/// The metrics of the later version, then those that only the earlier has.
std::vector<MetricIndex> metricsOfBoth(const CompiledVersion& after, const CompiledVersion& before) {
    std::vector<MetricIndex> metrics;
    for (const CompiledVersion* version : {&after, &before}) {
        for (const CompiledMetric& metric : version->metrics) {
            if (std::ranges::find(metrics, metric.metric) == metrics.end()) {
                metrics.push_back(metric.metric);
            }
        }
    }
    return metrics;
}

void addMetricLines(
    ChangeExplanation& result, const Side& before, const Side& after, MetricIndex metric, Versions versions) {
    const double s0 = before.score().value_or(after.score().value_or(0));
    const double s1 = after.score().value_or(s0);
    const double e0 = before.share();
    const double e1 = after.share();
    const double middle = (*result.before.rollUp + *result.after.rollUp) / 2;
    const double valuePoints = (e0 + e1) / 2 * (s1 - s0);
    const double weightPoints = ((s0 + s1) / 2 - middle) * (e1 - e0);

    ChangeLine line{.kind = LineKind::Metric,
                    .part = Part::Value,
                    .metric = metric,
                    .cause = Cause::None,
                    .valueBefore = before.detail ? before.detail->value.value : std::nullopt,
                    .valueAfter = after.detail ? after.detail->value.value : std::nullopt,
                    .scoreBefore = before.score(),
                    .scoreAfter = after.score(),
                    .shareBefore = e0,
                    .shareAfter = e1,
                    .points = 0};
    const auto add = [&](Part part, double points) {
        if (std::abs(points) > noPoints) {
            line.part = part;
            line.points = points;
            line.cause = causeOf(before, after, result.before.day, versions, part);
            result.lines.push_back(line);
        }
    };
    add(Part::Value, valuePoints);
    add(Part::Weight, weightPoints);
}

void addStepLine(ChangeExplanation& result, LineKind kind, double before, double after) {
    if (std::abs(after - before) > noPoints) {
        ChangeLine line;
        line.kind = kind;
        line.points = after - before;
        result.lines.push_back(line);
    }
}

Versions relation(const Scorer& s0, const CompiledVersion& v0, const Scorer& s1, const CompiledVersion& v1) {
    const std::string& key0 = s0.snapshot().scorecard->templates[v0.templateIndex].key;
    const std::string& key1 = s1.snapshot().scorecard->templates[v1.templateIndex].key;
    if (key0 != key1) {
        return Versions::OfOtherTemplate;
    }
    return v0.versionIndex == v1.versionIndex ? Versions::Same : Versions::Newer;
}

/// What was asked of one scorer, on one day.
struct Asked {
    const Scorer& scorer;
    Day day;
};

ChangeExplanation explain(const Asked& before, const Asked& after, AccountIndex account, Track track) {
    ChangeExplanation result{.before = before.scorer.detail(account, before.day, track),
                             .after = after.scorer.detail(account, after.day, track),
                             .lines = {}};
    if (!result.bothDaysHaveARollUp()) {
        return result;
    }
    const AccountDetail& d0 = result.before;
    const AccountDetail& d1 = result.after;
    const CompiledVersion& earlier = before.scorer.version(d0.templateIndex, d0.versionIndex);
    const CompiledVersion& later = after.scorer.version(d1.templateIndex, d1.versionIndex);
    const Versions versions = relation(before.scorer, earlier, after.scorer, later);
    for (const MetricIndex metric : metricsOfBoth(later, earlier)) {
        const Side side0 = sideOf(earlier, d0, metric);
        const Side side1 = sideOf(later, d1, metric);
        if (side0.score() || side1.score()) {
            addMetricLines(result, side0, side1, metric, versions);
        }
    }
    // A roll-up on both days means that the later steps have scores too.
    addStepLine(result,
                LineKind::GroupOverrides,
                *d0.withGroupOverrides - *d0.rollUp,
                *d1.withGroupOverrides - *d1.rollUp);
    addStepLine(result,
                LineKind::Exceptions,
                *d0.withExceptions - *d0.withGroupOverrides,
                *d1.withExceptions - *d1.withGroupOverrides);
    addStepLine(result,
                LineKind::OverallOverride,
                *d0.overall - *d0.withExceptions,
                *d1.overall - *d1.withExceptions);
    return result;
}

} // namespace

ChangeExplanation
explainChange(const Scorer& scorer, AccountIndex account, Day before, Day after, Track track) {
    return explain({.scorer = scorer, .day = before}, {.scorer = scorer, .day = after}, account, track);
}

ChangeExplanation
explainDifference(const Scorer& before, const Scorer& after, AccountIndex account, Day day) {
    return explain({.scorer = before, .day = day}, {.scorer = after, .day = day}, account, Track::Shown);
}

const char* toText(Cause cause) {
    switch (cause) {
    case Cause::None:
        return "";
    case Cause::Overridden:
        return "overridden";
    case Cause::OverrideEnded:
        return "override_ended";
    case Cause::OtherTemplate:
        return "other_template";
    case Cause::NewVersion:
        return "new_version";
    case Cause::WentStale:
        return "went_stale";
    case Cause::CameBack:
        return "came_back";
    case Cause::FirstValue:
        return "first_value";
    case Cause::BecameWeakest:
        return "became_weakest";
    case Cause::NoLongerWeakest:
        return "no_longer_weakest";
    case Cause::Decay:
        return "decay";
    case Cause::Filled:
        return "filled";
    case Cause::Value:
        return "value";
    case Cause::OthersChanged:
        return "others_changed";
    }
    return "";
}

} // namespace hb::scoring
