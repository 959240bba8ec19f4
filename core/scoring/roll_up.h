// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/metric_score.h"

#include <optional>
#include <span>
#include <vector>

namespace hb::scoring {

/// The scores of one account rolled up (scoring.md, section 4). Make one and pass it again: its vectors keep
/// their room.
struct RollUp {
    std::optional<double> score; ///< S, before group overrides and exceptions; none where nothing counts
    double coverage = 0;         ///< 0..1
    std::vector<std::optional<double>>
        groupScores;            ///< S_g, as the version's groups; of groups of weight 0 too
    std::vector<double> shares; ///< e, as the version's metrics; sum to 1 where there is a score
};

/// Rolls metric scores up to groups and one score. A metric without a score hands its weight to the rest of
/// its group, an empty group to the others. `metrics` stand as `version.metrics`. Pure and thread-safe;
/// O(metrics).
void rollUp(const CompiledVersion& version, std::span<const MetricScore> metrics, RollUp& result);

/// The roll-up over given group scores, those of group overrides among them: every group of weight > 0 with a
/// score counts.
[[nodiscard]] std::optional<double> rollUpGroups(const CompiledVersion& version,
                                                 std::span<const std::optional<double>> groupScores);

} // namespace hb::scoring
