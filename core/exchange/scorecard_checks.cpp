// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/scorecard_checks.h"

#include "core/exchange/frozen_rules.h"
#include "core/exchange/value_checks.h"
#include "core/exchange/version_checks.h"

#include <algorithm>
#include <map>

namespace hb::exchange {
namespace {

void checkGoals(const std::vector<Goal>& goals, const JsonPath& path, FaultList& faults) {
    std::set<std::string> keys;
    std::map<std::string, std::string> parents;
    for (std::size_t i = 0; i < goals.size(); ++i) {
        checkKey(goals[i].key, path / i / "key", keys, faults);
        parents.emplace(goals[i].key, goals[i].parent);
    }
    for (std::size_t i = 0; i < goals.size(); ++i) {
        const std::string& parent = goals[i].parent;
        if (!parent.empty() && !keys.contains(parent)) {
            faults.wrong(path / i / "parent", "there is no goal " + quoted(parent));
            continue;
        }
        std::string above = parent;
        for (std::size_t steps = 0; !above.empty() && steps <= goals.size(); ++steps) {
            if (above == goals[i].key) {
                faults.wrong(path / i / "parent", "is in a cycle");
                break;
            }
            const auto next = parents.find(above);
            above = next == parents.end() ? std::string() : next->second;
        }
    }
}

void checkMetrics(const Scorecard& scorecard, const JsonPath& path, FaultList& faults) {
    const std::vector<Metric>& metrics = scorecard.metrics;
    const auto rule = [&](const std::string& key) {
        const Metric* metric = findMetric(metrics, key);
        return metric ? &metric->rule : nullptr;
    };
    std::set<std::string> keys;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        const Metric& metric = metrics[i];
        checkKey(metric.key, path / i / "key", keys, faults);
        checkRule(metric.rule, path / i, faults);
        checkSeries(metric.key, metric.rule, rule, path / i, faults);
        const auto isGoal = [&](const Goal& goal) { return goal.key == metric.goal; };
        if (!metric.goal.empty() && std::none_of(scorecard.goals.begin(), scorecard.goals.end(), isGoal)) {
            faults.wrong(path / i / "goal", "there is no goal " + quoted(metric.goal));
        }
    }
}

void checkNewest(const Template& checked, const JsonPath& path, FaultList& faults) {
    const bool hasCondition = !checked.versions.back().appliesTo.empty();
    if (checked.isDefault && hasCondition) {
        faults.wrong(path / "applies_to", "the default template has none");
    } else if (!checked.isDefault && !hasCondition) {
        faults.wrong(path / "applies_to", "is required");
    }
}

void checkTemplate(const Template& checked,
                   const std::vector<Metric>& metrics,
                   const JsonPath& path,
                   FaultList& faults) {
    checkInteger(checked.charter.reviewMonths, 0, 120, path / "charter" / "review_months", faults);
    if (checked.versions.empty()) {
        faults.wrong(path / "versions", "must have at least 1 version");
        return;
    }
    const bool numbered = needsVersions(checked);
    for (std::size_t i = 0; i < checked.versions.size(); ++i) {
        const JsonPath place = numbered ? path / "versions" / i : path;
        const int expected = static_cast<int>(i) + 1;
        if (checked.versions[i].number != expected) {
            faults.wrong(place / "number",
                         "must be " + std::to_string(expected) + ": versions are numbered from 1");
        }
        checkVersion(checked.versions[i], metrics, place, faults);
    }
    checkNewest(checked, numbered ? path / "versions" / (checked.versions.size() - 1) : path, faults);
}

} // namespace

bool needsVersions(const Template& checked) {
    return checked.versions.size() != 1 || checked.versions.front().number != 1 ||
           !checked.versions.front().reason.empty();
}

void checkScorecard(const Scorecard& scorecard, FaultList& faults) {
    const JsonPath root;
    checkGoals(scorecard.goals, root / "goals", faults);
    checkMetrics(scorecard, root / "metrics", faults);
    const JsonPath path = root / "templates";
    std::set<std::string> keys;
    int defaults = 0;
    for (std::size_t i = 0; i < scorecard.templates.size(); ++i) {
        const Template& checked = scorecard.templates[i];
        checkKey(checked.key, path / i / "key", keys, faults);
        checkTemplate(checked, scorecard.metrics, path / i, faults);
        defaults += checked.isDefault && !checked.retiredOn ? 1 : 0;
    }
    if (defaults != 1) {
        faults.wrong(path, "exactly one template must have default true, not " + std::to_string(defaults));
    }
}

} // namespace hb::exchange
