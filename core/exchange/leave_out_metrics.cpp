// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/leave_out_metrics.h"

namespace hb::exchange {

namespace {

bool looksAt(const ScoreException& exception,
             const std::set<std::string>& metrics,
             const std::set<std::string>& groups) {
    for (const Condition& condition : exception.when) {
        if ((condition.target == Condition::Target::Metric && metrics.contains(condition.key)) ||
            (condition.target == Condition::Target::Group && groups.contains(condition.key))) {
            return true;
        }
    }
    return false;
}

void leaveOut(TemplateVersion& version, const std::set<std::string>& keys) {
    std::set<std::string> groupsGone;
    for (Group& group : version.groups) {
        std::erase_if(group.metrics, [&](const GroupMetric& used) { return keys.contains(used.metric); });
        if (group.metrics.empty()) {
            groupsGone.insert(group.key);
        }
    }
    std::erase_if(version.groups, [](const Group& group) { return group.metrics.empty(); });
    std::erase_if(version.metrics, [&](const FrozenMetric& frozen) { return keys.contains(frozen.key); });
    std::erase_if(version.exceptions,
                  [&](const ScoreException& each) { return looksAt(each, keys, groupsGone); });
}

} // namespace

Scorecard withoutMetrics(Scorecard scorecard, std::set<std::string> keys) {
    for (const Metric& metric : scorecard.metrics) {
        if (keys.contains(metric.rule.series)) {
            keys.insert(metric.key); // a series is never that of a metric that reads one itself
        }
    }
    std::erase_if(scorecard.metrics, [&](const Metric& metric) { return keys.contains(metric.key); });
    for (Template& each : scorecard.templates) {
        for (TemplateVersion& version : each.versions) {
            leaveOut(version, keys);
        }
    }
    return scorecard;
}

} // namespace hb::exchange
