// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/band.h"

#include "core/scoring/rounding.h"

namespace hb::scoring {

std::size_t rangeOf(std::span<const Range> ranges, double score) {
    std::size_t at = 0;
    while (at + 1 < ranges.size() && atLeast(score, ranges[at + 1].from)) {
        ++at;
    }
    return at;
}

Band bandOf(std::span<const Range> ranges, std::optional<double> score) {
    return score ? ranges[rangeOf(ranges, *score)].colour : Band::None;
}

} // namespace hb::scoring
