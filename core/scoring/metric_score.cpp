// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/metric_score.h"

namespace hb::scoring {

MetricValue metricValue(const AccountOnDay& on, const CompiledMetric& metric) {
    return metricValue(metric.rule, on.snapshot.series[metric.series].of(on.account), on.day);
}

void scoreMetrics(const AccountOnDay& on, std::vector<MetricScore>& metrics) {
    metrics.clear();
    for (const CompiledMetric& metric : on.version.metrics) {
        metrics.push_back(metricScore(metric, metricValue(on, metric), on.day));
    }
}

} // namespace hb::scoring
