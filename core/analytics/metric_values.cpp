// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/metric_values.h"

#include "core/base/parallel_for.h"
#include "core/scoring/metric_value.h"

#include <algorithm>
#include <cstdint>

namespace hb::analytics {

namespace {

constexpr std::size_t pieceSize = 4096;

struct Reading {
    scoring::State state = scoring::State::Missing;
    double value = 0;
};

MetricValues
read(const SeriesColumn& series, const MetricRule& rule, std::span<const AccountIndex> accounts, Day day) {
    std::vector<Reading> readings(accounts.size());
    parallelFor(accounts.size(), pieceSize, {}, [&](std::size_t first, std::size_t last) {
        for (std::size_t at = first; at < last; ++at) {
            const scoring::MetricValue value = scoring::metricValue(rule, series.of(accounts[at]), day);
            readings[at] = {value.state, value.value.value_or(0)};
        }
    });
    MetricValues result;
    for (const Reading& reading : readings) {
        if (reading.state == scoring::State::Present) {
            result.fresh.push_back(reading.value);
        } else {
            ++(reading.state == scoring::State::Stale ? result.stale : result.missing);
        }
    }
    std::ranges::sort(result.fresh);
    return result;
}

} // namespace

MetricValues metricValues(const Snapshot& snapshot,
                          const scoring::CompiledVersion& version,
                          std::size_t position,
                          std::span<const AccountIndex> accounts,
                          Day day) {
    const scoring::CompiledMetric& metric = version.metrics[position];
    return read(snapshot.series[metric.series], metric.rule, accounts, day);
}

MetricValues metricValues(const Snapshot& snapshot,
                          std::string_view metric,
                          const MetricRule& rule,
                          std::span<const AccountIndex> accounts,
                          Day day) {
    const auto series = snapshot.findMetric(rule.series.empty() ? metric : std::string_view(rule.series));
    return series ? read(snapshot.series[*series], rule, accounts, day) : MetricValues{};
}

} // namespace hb::analytics
