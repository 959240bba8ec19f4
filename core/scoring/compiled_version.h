// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hb::scoring {

/// A metric of a version, its keys resolved against a Snapshot.
struct CompiledMetric {
    MetricIndex metric = 0; ///< itself
    MetricIndex series = 0; ///< whose measurements it reads
    std::size_t group = 0;
    double weight = 0;       ///< w
    double nominalShare = 0; ///< (W / sum W) * (w / sum w); 0 where either weight is 0
    MetricRule rule;
    std::vector<CurvePoint> curve;
    std::vector<LevelScore> levels; ///< by level, the template's scores in place of the metric's
    WhenStale whenStale;
    std::optional<double> whenMissing;
};

struct CompiledGroup {
    std::string key;
    double weight = 0; ///< W
    Rollup rollup = Rollup::Mean;
    std::size_t firstMetric = 0; ///< its metrics stand together, in template order
    std::size_t endMetric = 0;
};

/// Whether an attribute of an account has one of some values, its texts resolved against a Snapshot.
struct AttributeTest {
    std::optional<std::size_t>
        column; ///< in snapshot.attributes; none: absent everywhere, which is the empty text
    std::vector<TextIndex> accepted;

    [[nodiscard]] bool holds(const Snapshot& snapshot, AccountIndex account, Day day) const;
    friend bool operator==(const AttributeTest&, const AttributeTest&) = default;
};

/// Whether an attribute is one of `values`; "" stands for absent.
[[nodiscard]] AttributeTest
compileTest(const Snapshot& snapshot, const std::string& key, std::vector<std::string> values);

struct CompiledCondition {
    Condition::Target target = Condition::Target::Overall;
    Condition::Test test = Condition::Test::ScoreAtMost;
    std::size_t at = 0; ///< of the metric or group in this version
    double score = 0;
    AttributeTest attribute;

    friend bool operator==(const CompiledCondition&, const CompiledCondition&) = default;
};

struct CompiledException {
    std::vector<CompiledCondition> when;
    ScoreException::Effect effect = ScoreException::Effect::CapAt;
    double score = 0;
};

/// A template version ready to score: indices in place of keys, nominal shares worked out.
struct CompiledVersion {
    std::size_t templateIndex = 0; ///< in scorecard->templates
    std::size_t versionIndex = 0;  ///< in that template's versions
    int number = 0;
    Day effectiveFrom;
    std::vector<AttributeTest> appliesTo; ///< all must hold
    Rollup rollup = Rollup::Mean;
    double minCoverage = 0;
    TrendRule trend;
    std::vector<Range> ranges;
    std::vector<CompiledMetric> metrics; ///< by group, in template order
    std::vector<CompiledGroup> groups;
    std::vector<CompiledException> exceptions;
};

/// Resolves the keys of a version. Precondition: the version is valid (exchange/scorecard_json.h) and its
/// metrics are in the snapshot.
[[nodiscard]] CompiledVersion
compile(const Snapshot& snapshot, std::size_t templateIndex, std::size_t versionIndex);
/// The same for a version that is not in the snapshot: a draft.
[[nodiscard]] CompiledVersion compile(const Snapshot& snapshot, const TemplateVersion& version);

} // namespace hb::scoring
