// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/stale_levels.h"

#include "core/scoring/metric_value.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace hb::analytics {

namespace {

struct OfAccount {
    bool needsYou = false;
    std::vector<StaleLevel> levels; ///< oldest first
};

/// What was never set is older than any day.
Day ageOf(const StaleLevel& level) {
    return level.observedOn.value_or(firstDay);
}

std::optional<int> levelOf(const scoring::MetricValue& value) {
    return value.value ? std::optional(static_cast<int>(std::lround(*value.value))) : std::nullopt;
}

std::vector<StaleLevel> levelsOf(const scoring::Scorer& scorer, AccountIndex account, Day day) {
    std::vector<StaleLevel> levels;
    for (const scoring::CompiledMetric& metric : scorer.versionOf(account, day).metrics) {
        if (metric.rule.kind != MetricKind::Level || metric.nominalShare <= 0) {
            continue;
        }
        const scoring::MetricValue value =
            scoring::metricValue(metric.rule, scorer.snapshot().series[metric.series].of(account), day);
        if (value.state != scoring::State::Present) {
            levels.push_back({.account = account,
                              .metric = metric.metric,
                              .observedOn = value.observedOn,
                              .level = levelOf(value)});
        }
    }
    std::ranges::stable_sort(levels, {}, ageOf);
    return levels;
}

} // namespace

std::vector<StaleLevel> staleLevels(const scoring::Scorer& scorer,
                                    std::span<const AccountIndex> accounts,
                                    std::span<const scoring::Reasons> open,
                                    Day day,
                                    const std::stop_token& stop) {
    std::vector<OfAccount> found;
    for (const AccountIndex account : accounts) {
        if (stop.stop_requested()) {
            return {};
        }
        std::vector<StaleLevel> levels = levelsOf(scorer, account, day);
        if (!levels.empty()) {
            found.push_back({.needsYou = open[account].anyUrgent(), .levels = std::move(levels)});
        }
    }
    std::ranges::stable_sort(found, [](const OfAccount& a, const OfAccount& b) {
        return std::tuple(!a.needsYou, ageOf(a.levels.front())) <
               std::tuple(!b.needsYou, ageOf(b.levels.front()));
    });
    std::vector<StaleLevel> all;
    for (const OfAccount& each : found) {
        all.insert(all.end(), each.levels.begin(), each.levels.end());
    }
    return all;
}

} // namespace hb::analytics
