// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <cstdint>
#include <vector>

namespace hb::scoring {

/// What a line of an explanation is about.
enum class LineKind : std::uint8_t { Metric, GroupOverrides, Exceptions, OverallOverride };

/// One line of "what is costing points" (scoring.md, section 8).
struct CostLine {
    LineKind kind = LineKind::Metric;
    std::size_t metric = 0; ///< in the version's metrics, for kind Metric
    double points = 0;      ///< a cost is positive
};

/// The lines of a detail, largest first. A line a metric that counts, then those of overrides and exceptions
/// that are not 0. They sum to 100 - overall; where nothing rolls up the first override line bears it. Empty
/// without an overall score.
[[nodiscard]] std::vector<CostLine> explainScore(const AccountDetail& detail);

} // namespace hb::scoring
