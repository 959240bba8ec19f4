// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/draft_metrics.h"

#include "core/analytics/metric_values.h"
#include "ui/widgets/curve_shapes.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace hb::pages {

namespace {

constexpr double firstWeight = 10;

/// What the others weigh on average, so that the new one has an equal share.
template <typename Weighted>
double equalWeight(const std::vector<Weighted>& others) {
    double sum = 0;
    for (const Weighted& each : others) {
        sum += each.weight;
    }
    return others.empty() || sum <= 0 ? firstWeight : std::round(sum / static_cast<double>(others.size()));
}

std::vector<CurvePoint> curveOver(const Metric& metric, const session::Moment& moment) {
    std::vector<AccountIndex> accounts(moment.snapshot->accountCount());
    std::iota(accounts.begin(), accounts.end(), AccountIndex{0});
    const analytics::MetricValues values =
        analytics::metricValues(*moment.snapshot, metric.key, metric.rule, accounts, moment.day);
    const auto shape = metric.better == Better::Higher ? widgets::CurveShape::HigherIsBetter
                                                       : widgets::CurveShape::LowerIsBetter;
    return widgets::curveShape(shape, values.fresh, redYellowGreenScheme(), metric.better);
}

} // namespace

Group newGroup(const TemplateVersion& version, const QString& name) {
    const auto isTaken = [&](const std::string& key) {
        return std::ranges::find(version.groups, key, &Group::key) != version.groups.end();
    };
    std::string key = "group_1";
    for (int number = 2; isTaken(key); ++number) {
        key = "group_" + std::to_string(number);
    }
    return {.key = key,
            .name = name.toStdString(),
            .weight = equalWeight(version.groups),
            .rollup = Rollup::Mean,
            .metrics = {}};
}

GroupMetric newUse(const Metric& metric, const session::Moment& moment, const Group& group) {
    return {.metric = metric.key,
            .weight = equalWeight(group.metrics),
            .curve = metric.rule.kind == MetricKind::Number ? curveOver(metric, moment)
                                                            : std::vector<CurvePoint>(),
            .levels = {},
            .whenStale = {},
            .whenMissing = {}};
}

} // namespace hb::pages
