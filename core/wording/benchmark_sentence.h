// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/benchmark.h"
#include "core/model/metric.h"

#include <QString>

namespace hb::wording {

/// Where a score stands among those of `whom`: "lower than three quarters of Enterprise"; "not enough
/// accounts alike" below five others.
[[nodiscard]] QString benchmarkText(const analytics::PlaceAmong& place, const QString& whom);
/// "Half of 24 others score 60 to 80, the middle one 70."; empty where there are not enough.
[[nodiscard]] QString benchmarkScores(const analytics::PlaceAmong& place, int decimals);
/// "Half of 24 others have 12 to 40 tickets, the middle one 25; here it is 88 tickets."; empty where there
/// are not enough or nothing is measured.
[[nodiscard]] QString benchmarkValues(const Metric& metric, const analytics::MetricBenchmark& benchmark);

} // namespace hb::wording
