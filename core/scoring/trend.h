// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <cstdint>

namespace hb::scoring {

enum class Direction : std::uint8_t { None, Up, Down, Steady };

/// Section 9 of scoring.md.
struct Trend {
    Direction direction = Direction::None;
    double change = 0; ///< points; 0 where there is no direction
};

/// `earlier` is the score `rule.days` before `now`.
[[nodiscard]] Trend trendOf(const TrendRule& rule, const TrackScore& now, const TrackScore& earlier);

} // namespace hb::scoring
