// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scheme.h"
#include "core/scoring/overrides.h"
#include "core/scoring/roll_up.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hb::scoring {

/// The way of one score from its roll-up to the result: sections 4 to 7 of scoring.md in order.
struct ScoreSteps {
    std::optional<double> rollUp; ///< S, with metric overrides
    std::optional<double> withGroupOverrides;
    std::optional<double> withExceptions;
    std::optional<double> overall; ///< with the overall override
    std::int32_t exception = -1;   ///< position of the last that acted; -1: none did
    Band band = Band::None;
};

/// From metric scores to the result; `live` is null in the computed track, and its metric overrides stand in
/// `metrics` already. Leaves the group scores with their overrides, the shares and the coverage in
/// `rolledUp`. Pure.
[[nodiscard]] ScoreSteps takeSteps(const AccountOnDay& on,
                                   std::span<const MetricScore> metrics,
                                   const LiveOverrides* live,
                                   RollUp& rolledUp);

/// Puts the scores of metric overrides in place of the computed ones.
void applyMetricOverrides(const LiveOverrides& live, std::vector<MetricScore>& metrics);

} // namespace hb::scoring
