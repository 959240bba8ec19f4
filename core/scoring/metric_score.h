// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/account_on_day.h"
#include "core/scoring/metric_value.h"

#include <optional>
#include <vector>

namespace hb::scoring {

/// The score of one metric of one account on a day, before the roll-up.
struct MetricScore {
    State state = State::Missing;
    bool held = false; ///< kept, decayed or filled: counts in the roll-up, not in the coverage
    std::optional<double> score;
};

/// Maps a value to its score, with what `when_stale` and `when_missing` say. Pure.
[[nodiscard]] MetricScore metricScore(const CompiledMetric& metric, const MetricValue& value, Day day);

/// What a metric of the version reads.
[[nodiscard]] MetricValue metricValue(const AccountOnDay& on, const CompiledMetric& metric);
/// Puts the scores of all metrics of the version, as they stand without overrides, into `metrics`.
void scoreMetrics(const AccountOnDay& on, std::vector<MetricScore>& metrics);

} // namespace hb::scoring
