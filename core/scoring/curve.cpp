// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/curve.h"

#include <algorithm>
#include <cmath>

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

double curveScore(std::span<const CurvePoint> curve, double value) {
    if (value <= curve.front().value) {
        return curve.front().score;
    }
    if (value >= curve.back().value) {
        return curve.back().score;
    }
    const auto right = std::ranges::upper_bound(curve, value, {}, &CurvePoint::value);
    const auto left = right - 1;
    // Halves, so that no difference overflows; they are exact.
    const double way = (value / 2 - left->value / 2) / (right->value / 2 - left->value / 2);
    return left->score + way * (right->score - left->score);
}

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

} // namespace hb::scoring
