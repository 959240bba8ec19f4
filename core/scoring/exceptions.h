// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/metric_score.h"

#include <cstdint>
#include <optional>
#include <span>

namespace hb::scoring {

/// What the conditions of exceptions look at: one account on one day, scores before exceptions.
struct ExceptionInput {
    const AccountOnDay& on;
    std::span<const MetricScore> metrics;               ///< with metric overrides in the shown track
    std::span<const std::optional<double>> groupScores; ///< with group overrides in the shown track
    double score;                                       ///< the roll-up
};

struct ExceptionResult {
    double score = 0;
    std::int32_t acted = -1; ///< position of the last that changed the score; -1: none did
};

/// The highest raise, then the lowest cap of those whose conditions hold (scoring.md, section 5). Pure.
[[nodiscard]] ExceptionResult applyExceptions(const ExceptionInput& input);
[[nodiscard]] bool holds(const CompiledCondition& condition, const ExceptionInput& input);

} // namespace hb::scoring
