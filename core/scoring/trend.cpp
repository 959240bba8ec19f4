// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/trend.h"

#include "core/scoring/rounding.h"

namespace hb::scoring {

Trend trendOf(const TrendRule& rule, const TrackScore& now, const TrackScore& earlier) {
    if (now.band == Band::None || earlier.band == Band::None) {
        return {};
    }
    const double change = now.score - earlier.score;
    if (atLeast(change, rule.threshold)) {
        return {Direction::Up, change};
    }
    if (atMost(change, -rule.threshold)) {
        return {Direction::Down, change};
    }
    return {Direction::Steady, change};
}

} // namespace hb::scoring
