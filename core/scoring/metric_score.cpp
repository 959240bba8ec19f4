// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/metric_score.h"

#include "core/scoring/curve.h"

#include <algorithm>

namespace hb::scoring {

namespace {

double levelScore(const CompiledMetric& metric, double value) {
    const auto level = static_cast<int>(value);
    if (const auto own = std::ranges::find(metric.levels, level, &LevelScore::level);
        own != metric.levels.end()) {
        return own->score;
    }
    return std::ranges::find(metric.rule.levels, level, &Level::level)
        ->score; // metricValue gives known levels only
}

double decayed(double score, const CompiledMetric& metric, int age) {
    const int valid = metric.rule.validDays;
    const double way = std::min(1.0, static_cast<double>(age - valid) / valid);
    return score + (metric.whenStale.target - score) * way;
}

} // namespace

MetricScore metricScore(const CompiledMetric& metric, const MetricValue& value, Day day) {
    if (value.state == State::Missing) {
        return {.state = State::Missing, .held = metric.whenMissing.has_value(), .score = metric.whenMissing};
    }
    const double score = metric.rule.kind == MetricKind::Level ? levelScore(metric, *value.value)
                                                               : curveScore(metric.curve, *value.value);
    if (value.state == State::Present) {
        return {.state = State::Present, .held = false, .score = score};
    }
    switch (metric.whenStale.rule) {
    case WhenStale::Rule::Keep:
        return {.state = State::Stale, .held = true, .score = score};
    case WhenStale::Rule::DecayTo:
        return {
            .state = State::Stale, .held = true, .score = decayed(score, metric, day - *value.observedOn)};
    case WhenStale::Rule::Exclude:
        break;
    }
    return {.state = State::Stale, .held = false, .score = std::nullopt};
}

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
