// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/curve.h"

#include <algorithm>

namespace hb::scoring {

double curveScore(std::span<const CurvePoint> curve, double value) {
    if (value <= curve.front().value) {
        return curve.front().score;
    }
    if (value >= curve.back().value) {
        return curve.back().score;
    }
    const auto right = std::ranges::upper_bound(curve, value, {}, &CurvePoint::value);
    const auto left = right - 1;
    // Halves, so that no difference overflows; they are exact.
    const double way = (value / 2 - left->value / 2) / (right->value / 2 - left->value / 2);
    return left->score + way * (right->score - left->score);
}

} // namespace hb::scoring
