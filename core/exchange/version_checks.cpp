// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/version_checks.h"

#include "core/exchange/frozen_rules.h"
#include "core/exchange/value_checks.h"

#include <algorithm>
#include <limits>
#include <set>

namespace hb::exchange {
namespace {

class VersionChecker {
public:
    VersionChecker(const TemplateVersion& version, const std::vector<Metric>& metrics, FaultList& faults)
        : m_version(version), m_metrics(metrics), m_faults(faults) {
        for (const Group& group : version.groups) {
            m_groups.insert(group.key);
            for (const GroupMetric& use : group.metrics) {
                m_named.insert(use.metric);
            }
        }
    }

    void check(const JsonPath& path) {
        checkAppliesTo(path / "applies_to");
        checkScheme(path / "scheme" / "ranges");
        checkNumber(m_version.minCoverage, 0, 1, "0..1", path / "min_coverage", m_faults);
        checkInteger(m_version.trend.days, 1, 3650, path / "trend" / "days", m_faults);
        checkScore(m_version.trend.threshold, path / "trend" / "threshold", m_faults);
        checkDay(path / "effective_from");
        checkFrozen(path / "metrics");
        checkGroups(path / "groups");
        checkExceptions(path / "exceptions");
    }

private:
    /// The rule that scores in this version: the frozen one.
    [[nodiscard]] const MetricRule* rule(const std::string& key) const {
        const FrozenMetric* frozen = findFrozen(m_version.metrics, key);
        return frozen ? &frozen->rule : nullptr;
    }

    void checkAppliesTo(const JsonPath& path) {
        for (const AttributeFilter& filter : m_version.appliesTo) {
            if (filter.attribute.empty()) {
                m_faults.wrong(path / filter.attribute, "must name an attribute");
            } else if (filter.values.empty()) {
                m_faults.wrong(path / filter.attribute, "must have at least 1 value");
            }
        }
    }

    void checkScheme(const JsonPath& path) {
        const std::vector<Range>& ranges = m_version.scheme.ranges;
        if (ranges.size() < 2 || ranges.size() > 12) {
            m_faults.wrong(path, "must have 2..12 ranges");
        }
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            const JsonPath place = path / i / "from";
            if (i == 0 && ranges[i].from != 0) {
                m_faults.wrong(place, "must be 0 for the first range");
            } else if (i > 0 && ranges[i].from <= ranges[i - 1].from) {
                m_faults.wrong(place, "must be more than the range before");
            } else if (ranges[i].from >= 100) {
                m_faults.wrong(place, "must be < 100");
            }
            checkNumber(ranges[i].from, 0, 100, "< 100", place, m_faults);
            if (ranges[i].colour == Band::None) {
                m_faults.wrong(path / i / "colour", "must be one of red, yellow, green");
            }
        }
    }

    void checkDay(const JsonPath& path) {
        if (m_version.effectiveFrom < firstDay || m_version.effectiveFrom > lastDay) {
            m_faults.wrong(path, "must be a day as YYYY-MM-DD, 1900 to 2199");
        }
    }

    void checkFrozen(const JsonPath& path) {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < m_version.metrics.size(); ++i) {
            const FrozenMetric& frozen = m_version.metrics[i];
            const Metric* current = findMetric(m_metrics, frozen.key);
            if (!seen.insert(frozen.key).second) {
                m_faults.wrong(path / i / "key", quoted(frozen.key) + " is there twice");
            } else if (!current) {
                m_faults.wrong(path / i / "key", "there is no metric " + quoted(frozen.key));
            } else if (current->rule != frozen.rule) {
                checkRule(frozen.rule, path / i, m_faults);
                checkSeries(
                    frozen.key,
                    frozen.rule,
                    [&](const std::string& key) { return rule(key); },
                    path / i,
                    m_faults);
            }
        }
    }

    void checkGroups(const JsonPath& path) {
        if (m_version.groups.empty()) {
            m_faults.wrong(path, "must have at least 1 group");
            return;
        }
        std::set<std::string> groups;
        std::set<std::string> metrics;
        bool canCount = false;
        for (std::size_t i = 0; i < m_version.groups.size(); ++i) {
            const Group& group = m_version.groups[i];
            checkKey(group.key, path / i / "key", groups, m_faults);
            checkWeight(group.weight, path / i / "weight", m_faults);
            if (group.metrics.empty()) {
                m_faults.wrong(path / i / "metrics", "must have at least 1 metric");
            }
            for (std::size_t k = 0; k < group.metrics.size(); ++k) {
                checkUse(group.metrics[k], path / i / "metrics" / k, metrics);
                canCount = canCount || (group.weight > 0 && group.metrics[k].weight > 0);
            }
        }
        if (!canCount && !m_faults.hasUnder(path)) {
            m_faults.wrong(path, "nothing could count: no group of weight > 0 has a metric of weight > 0");
        }
    }

    void checkUse(const GroupMetric& use, const JsonPath& path, std::set<std::string>& seen) {
        checkWeight(use.weight, path / "weight", m_faults);
        if (use.whenMissing) {
            checkScore(*use.whenMissing, path / "when_missing" / "score", m_faults);
        }
        if (use.whenStale.rule == WhenStale::Rule::DecayTo) {
            checkScore(use.whenStale.target, path / "when_stale" / "decay_to", m_faults);
        }
        const MetricRule* used = rule(use.metric);
        if (!findMetric(m_metrics, use.metric)) {
            m_faults.wrong(path / "metric", "there is no metric " + quoted(use.metric));
        } else if (!seen.insert(use.metric).second) {
            m_faults.wrong(path / "metric", quoted(use.metric) + " is in this template twice");
        } else if (!used) {
            m_faults.wrong(path / "metric", "the version has no rule of " + quoted(use.metric));
        } else {
            checkMapping(use, *used, path);
        }
    }

    void checkMapping(const GroupMetric& use, const MetricRule& used, const JsonPath& path) {
        if (use.whenStale.rule == WhenStale::Rule::DecayTo && used.validDays <= 0) {
            m_faults.wrong(path / "when_stale" / "decay_to", "needs a metric with valid_days > 0");
        }
        if (used.kind == MetricKind::Level) {
            if (!use.curve.empty()) {
                m_faults.wrong(path / "curve", "is for number metrics alone");
            }
            checkLevelScores(use, used, path / "levels");
            return;
        }
        if (!use.levels.empty()) {
            m_faults.wrong(path / "levels", "is for level metrics alone");
        }
        checkCurve(use.curve, path / "curve");
    }

    void checkLevelScores(const GroupMetric& use, const MetricRule& used, const JsonPath& path) {
        for (const LevelScore& own : use.levels) {
            const JsonPath place = path / std::to_string(own.level);
            const auto isSame = [&](const Level& level) { return level.level == own.level; };
            if (std::none_of(used.levels.begin(), used.levels.end(), isSame)) {
                m_faults.wrong(place, "the metric has no such level");
            }
            checkScore(own.score, place, m_faults);
        }
    }

    void checkCurve(const std::vector<CurvePoint>& curve, const JsonPath& path) {
        if (curve.size() < 2) {
            m_faults.wrong(path,
                           curve.empty() ? "is required for a number metric, with at least 2 points"
                                         : "must have at least 2 points");
        }
        constexpr double most = std::numeric_limits<double>::max();
        for (std::size_t i = 0; i < curve.size(); ++i) {
            checkNumber(curve[i].value, -most, most, "", path / i / std::size_t{0}, m_faults);
            checkScore(curve[i].score, path / i / std::size_t{1}, m_faults);
            if (i > 0 && curve[i].value <= curve[i - 1].value) {
                m_faults.wrong(path / i / std::size_t{0}, "must be more than the value before");
            }
        }
    }

    void checkExceptions(const JsonPath& path) {
        for (std::size_t i = 0; i < m_version.exceptions.size(); ++i) {
            const ScoreException& exception = m_version.exceptions[i];
            const bool caps = exception.effect == ScoreException::Effect::CapAt;
            checkScore(exception.score, path / i / (caps ? "cap_at" : "raise_to"), m_faults);
            if (exception.when.empty()) {
                m_faults.wrong(path / i / "when", "must have at least 1 condition");
            }
            for (std::size_t k = 0; k < exception.when.size(); ++k) {
                checkCondition(exception.when[k], path / i / "when" / k);
            }
        }
    }

    void checkCondition(const Condition& condition, const JsonPath& path) {
        using Target = Condition::Target;
        using Test = Condition::Test;
        if (condition.target == Target::Metric && !m_named.contains(condition.key)) {
            m_faults.wrong(path / "metric", "the template has no metric " + quoted(condition.key));
        }
        if (condition.target == Target::Group && !m_groups.contains(condition.key)) {
            m_faults.wrong(path / "group", "the template has no group " + quoted(condition.key));
        }
        if (condition.target == Target::Attribute && condition.key.empty()) {
            m_faults.wrong(path / "attribute", "must name an attribute");
        }
        const bool isAttribute = condition.target == Target::Attribute;
        const bool absentOverall = condition.target == Target::Overall && condition.test == Test::Absent;
        if (isAttribute != (condition.test == Test::In) || absentOverall) {
            m_faults.wrong(path, "has a test that its target does not allow");
        } else if (condition.test == Test::In && condition.values.empty()) {
            m_faults.wrong(path / "in", "must have at least 1 value");
        } else if (condition.test == Test::ScoreAtMost || condition.test == Test::ScoreAtLeast) {
            const bool atMost = condition.test == Test::ScoreAtMost;
            checkScore(condition.score, path / (atMost ? "score_at_most" : "score_at_least"), m_faults);
        }
    }

    const TemplateVersion& m_version;
    const std::vector<Metric>& m_metrics;
    FaultList& m_faults;
    std::set<std::string> m_groups;
    std::set<std::string> m_named;
};

} // namespace

void checkVersion(const TemplateVersion& version,
                  const std::vector<Metric>& metrics,
                  const JsonPath& path,
                  FaultList& faults) {
    VersionChecker(version, metrics, faults).check(path);
}

} // namespace hb::exchange
