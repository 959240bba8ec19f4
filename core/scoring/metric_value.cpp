// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/metric_value.h"

#include <algorithm>
#include <cmath>

namespace hb::scoring {

namespace {

/// The points on or before `day`.
Points until(Points points, Day day) {
    const auto end = std::upper_bound(points.days.begin(), points.days.end(), day.number);
    const auto count = static_cast<std::size_t>(end - points.days.begin());
    return {points.days.first(count), points.values.first(count)};
}

/// Of these, the points after `day`.
Points after(Points points, Day day) {
    const auto first = std::upper_bound(points.days.begin(), points.days.end(), day.number);
    const auto skipped = static_cast<std::size_t>(first - points.days.begin());
    return {points.days.subspan(skipped), points.values.subspan(skipped)};
}

double sum(Points points) {
    double total = 0;
    for (const double value : points.values) {
        total += value;
    }
    return total;
}

double mean(Points points) {
    return sum(points) / static_cast<double>(points.size());
}

std::optional<double> changePercent(Points known, Day day, int window) {
    const Points recent = after(known, day - window);
    const Points earlier = until(after(known, day - 2 * window), day - window);
    if (recent.empty() || earlier.empty()) {
        return std::nullopt;
    }
    const double a = mean(recent);
    const double b = mean(earlier);
    if (std::abs(b) < 1e-9) {
        return std::nullopt;
    }
    return 100.0 * (a - b) / std::abs(b);
}

std::optional<double> windowValue(const MetricRule& rule, Points known, Day day) {
    const Points window = after(known, day - rule.windowDays);
    if (window.empty()) {
        return rule.emptyIsZero ? std::optional(0.0) : std::nullopt;
    }
    switch (rule.aggregation) {
    case Aggregation::Mean:
        return mean(window);
    case Aggregation::Sum:
        return sum(window);
    case Aggregation::Min:
        return std::ranges::min(window.values);
    case Aggregation::Max:
        return std::ranges::max(window.values);
    default:
        return static_cast<double>(window.size());
    }
}

MetricValue lastValue(const MetricRule& rule, Day observedOn, double value, Day day) {
    const bool fresh = rule.validDays == 0 || day - observedOn <= rule.validDays;
    return {.state = fresh ? State::Present : State::Stale,
            .value = value,
            .observedOn = observedOn,
            .firstObservedOn = std::nullopt};
}

/// Level metrics look at measurements of the levels that the rule has, and at no others.
MetricValue levelValue(const MetricRule& rule, Points known, Day day) {
    const auto isKnown = [&rule](double value) {
        return std::ranges::any_of(rule.levels, [value](const Level& level) { return level.level == value; });
    };
    for (std::size_t i = known.size(); i-- > 0;) {
        if (isKnown(known.values[i])) {
            MetricValue result = lastValue(rule, Day{known.days[i]}, known.values[i], day);
            const auto first = std::ranges::find_if(known.values, isKnown);
            result.firstObservedOn = Day{known.days[static_cast<std::size_t>(first - known.values.begin())]};
            return result;
        }
    }
    return {};
}

} // namespace

MetricValue metricValue(const MetricRule& rule, Points points, Day day) {
    const Points known = until(points, day);
    if (rule.kind == MetricKind::Level) {
        return levelValue(rule, known, day);
    }
    MetricValue result;
    if (!known.empty()) {
        const Day observedOn{known.days.back()};
        if (rule.aggregation == Aggregation::Last) {
            result = lastValue(rule, observedOn, known.values.back(), day);
        }
        result.observedOn = observedOn;
        result.firstObservedOn = Day{known.days.front()};
    }
    if (rule.aggregation == Aggregation::Last) {
        return result;
    }
    if (rule.aggregation == Aggregation::DaysSince) {
        result.value = result.observedOn ? std::optional<double>(day - *result.observedOn) : std::nullopt;
    } else if (rule.aggregation == Aggregation::ChangePct) {
        result.value = changePercent(known, day, rule.windowDays);
    } else {
        result.value = windowValue(rule, known, day);
    }
    if (result.value && !std::isfinite(*result.value)) {
        result.value.reset(); // sums of the largest doubles: no number is better than a wrong one
    }
    result.state = result.value ? State::Present : State::Missing;
    return result;
}

} // namespace hb::scoring
