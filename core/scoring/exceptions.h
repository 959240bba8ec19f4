// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/compiled_version.h"
#include "core/scoring/curve.h"

#include <cstdint>
#include <optional>
#include <span>

namespace hb::scoring {

/// What the conditions of exceptions look at: one account on one day, scores before exceptions.
struct ExceptionInput {
    const Snapshot& snapshot;
    AccountIndex account;
    Day day;
    std::span<const MetricScore> metrics;               ///< with metric overrides in the shown track
    std::span<const std::optional<double>> groupScores; ///< with group overrides in the shown track
    double score;                                       ///< the roll-up
};

struct ExceptionResult {
    double score = 0;
    std::int32_t acted = -1; ///< position of the last that changed the score; -1: none did
};

/// The highest raise, then the lowest cap of those whose conditions hold (scoring.md, section 5). Pure.
[[nodiscard]] ExceptionResult applyExceptions(const CompiledVersion& version, const ExceptionInput& input);
/// Whether all conditions of one exception hold.
[[nodiscard]] bool holds(const CompiledException& exception, const ExceptionInput& input);

} // namespace hb::scoring
