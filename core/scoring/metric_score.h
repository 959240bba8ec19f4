// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/account_on_day.h"
#include "core/scoring/curve.h"

#include <vector>

namespace hb::scoring {

/// What a metric of the version reads.
[[nodiscard]] MetricValue metricValue(const AccountOnDay& on, const CompiledMetric& metric);
/// Puts the scores of all metrics of the version, as they stand without overrides, into `metrics`.
void scoreMetrics(const AccountOnDay& on, std::vector<MetricScore>& metrics);

} // namespace hb::scoring
