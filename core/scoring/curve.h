// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/compiled_version.h"
#include "core/scoring/metric_value.h"

#include <optional>
#include <span>

namespace hb::scoring {

/// 0..100: linear between breakpoints, the end's score outside (scoring.md, section 3). Precondition: at
/// least one point.
[[nodiscard]] double curveScore(std::span<const CurvePoint> curve, double value);

/// The score of one metric of one account on a day, before the roll-up.
struct MetricScore {
    State state = State::Missing;
    bool held = false; ///< kept, decayed or filled: counts in the roll-up, not in the coverage
    std::optional<double> score;
};

/// Maps a value to its score, with what `when_stale` and `when_missing` say. Pure.
[[nodiscard]] MetricScore metricScore(const CompiledMetric& metric, const MetricValue& value, Day day);

} // namespace hb::scoring
