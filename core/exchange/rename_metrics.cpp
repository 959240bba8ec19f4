// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/rename_metrics.h"

namespace hb::exchange {

Scorecard withMetricKeys(Scorecard scorecard, const std::map<std::string, std::string>& newKeys) {
    const auto rename = [&newKeys](std::string& key) {
        if (const auto found = newKeys.find(key); found != newKeys.end()) {
            key = found->second;
        }
    };
    for (Metric& metric : scorecard.metrics) {
        rename(metric.key);
        rename(metric.rule.series);
    }
    for (Template& each : scorecard.templates) {
        for (TemplateVersion& version : each.versions) {
            for (FrozenMetric& frozen : version.metrics) {
                rename(frozen.key);
                rename(frozen.rule.series);
            }
            for (Group& group : version.groups) {
                for (GroupMetric& used : group.metrics) {
                    rename(used.metric);
                }
            }
            for (ScoreException& exception : version.exceptions) {
                for (Condition& condition : exception.when) {
                    if (condition.target == Condition::Target::Metric) {
                        rename(condition.key);
                    }
                }
            }
        }
    }
    return scorecard;
}

} // namespace hb::exchange
