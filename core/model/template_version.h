// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/model/metric.h"
#include "core/model/scheme.h"

#include <optional>
#include <string>
#include <vector>

namespace hb {

enum class Rollup : std::uint8_t { Mean, Min };

struct CurvePoint {
    double value = 0;
    double score = 0; ///< 0..100

    friend bool operator==(const CurvePoint&, const CurvePoint&) = default;
};

struct LevelScore {
    int level = 0;
    double score = 0; ///< 0..100

    friend bool operator==(const LevelScore&, const LevelScore&) = default;
};

struct WhenStale {
    enum class Rule : std::uint8_t { Exclude, Keep, DecayTo };
    Rule rule = Rule::Exclude;
    double target = 0; ///< of DecayTo, 0..100

    friend bool operator==(const WhenStale&, const WhenStale&) = default;
};

/// A metric as a template uses it.
struct GroupMetric {
    std::string metric;             ///< key
    double weight = 0;              ///< >= 0; 0 is shown and not counted
    std::vector<CurvePoint> curve;  ///< number metrics: at least two points, values strictly increasing
    std::vector<LevelScore> levels; ///< level metrics: the scores that differ from the metric's own
    WhenStale whenStale;
    std::optional<double> whenMissing; ///< the score that stands in; none: excluded

    friend bool operator==(const GroupMetric&, const GroupMetric&) = default;
};

struct Group {
    std::string key;
    std::string name;
    double weight = 0;
    Rollup rollup = Rollup::Mean;
    std::vector<GroupMetric> metrics;

    friend bool operator==(const Group&, const Group&) = default;
};

/// One condition of an exception (scoring.md, section 5).
struct Condition {
    enum class Target : std::uint8_t { Metric, AnyMetric, Group, Overall, Attribute };
    enum class Test : std::uint8_t { ScoreAtMost, ScoreAtLeast, Absent, In };
    Target target = Target::Overall;
    Test test = Test::ScoreAtMost;
    std::string key;                 ///< of the metric, group or attribute
    double score = 0;                ///< of ScoreAtMost and ScoreAtLeast
    std::vector<std::string> values; ///< of In

    friend bool operator==(const Condition&, const Condition&) = default;
};

struct ScoreException {
    enum class Effect : std::uint8_t { CapAt, RaiseTo };
    std::string name;
    std::vector<Condition> when; ///< all must hold
    Effect effect = Effect::CapAt;
    double score = 0; ///< 0..100

    friend bool operator==(const ScoreException&, const ScoreException&) = default;
};

/// One attribute of `applies_to` with the values that match; "" matches an absent one.
struct AttributeFilter {
    std::string attribute;
    std::vector<std::string> values;

    friend bool operator==(const AttributeFilter&, const AttributeFilter&) = default;
};

struct TrendRule {
    int days = 30;
    double threshold = 3;

    friend bool operator==(const TrendRule&, const TrendRule&) = default;
};

/// The rule of a metric as it was when the version was made.
struct FrozenMetric {
    std::string key;
    MetricRule rule;

    friend bool operator==(const FrozenMetric&, const FrozenMetric&) = default;
};

/// Everything of a template that scores, frozen on the day it was published.
struct TemplateVersion {
    int number = 1;
    Day effectiveFrom;
    std::string reason;
    std::vector<AttributeFilter> appliesTo; ///< empty: every account (the default template)
    Rollup rollup = Rollup::Mean;
    Scheme scheme = redYellowGreenScheme();
    double minCoverage = 0.5; ///< 0..1
    TrendRule trend;
    std::vector<Group> groups;
    std::vector<ScoreException> exceptions;
    std::vector<FrozenMetric> metrics; ///< of every metric that the groups name, and of the series they read

    friend bool operator==(const TemplateVersion&, const TemplateVersion&) = default;
};

} // namespace hb
