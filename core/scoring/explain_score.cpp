// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/explain_score.h"

#include <algorithm>

namespace hb::scoring {

std::vector<CostLine> explainScore(const AccountDetail& detail) {
    std::vector<CostLine> lines;
    if (!detail.overall) {
        return lines;
    }
    if (detail.rollUp) {
        for (std::size_t i = 0; i < detail.metrics.size(); ++i) {
            const MetricDetail& metric = detail.metrics[i];
            if (metric.counts) {
                lines.push_back({LineKind::Metric, i, metric.share * (100 - *metric.score)});
            }
        }
    }
    // Each step costs what it takes from the one before. Without a roll-up the first step with a score starts
    // from 100, so that the lines still sum to 100 - overall.
    double before = detail.rollUp.value_or(100);
    const auto step = [&](LineKind kind, std::optional<double> after) {
        if (after && *after != before) {
            lines.push_back({kind, 0, before - *after});
            before = *after;
        }
    };
    step(LineKind::GroupOverrides, detail.withGroupOverrides);
    step(LineKind::Exceptions, detail.withExceptions);
    step(LineKind::OverallOverride, detail.overall);
    std::ranges::stable_sort(lines, std::ranges::greater{}, &CostLine::points);
    return lines;
}

} // namespace hb::scoring
