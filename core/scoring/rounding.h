// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>

namespace hb::scoring {

/// r(x) of scoring.md, section 0: applied to both sides of a comparison and nowhere else.
[[nodiscard]] inline double rounded(double x) {
    return std::floor(x * 1e6 + 0.5) / 1e6;
}

[[nodiscard]] inline bool atMost(double a, double b) {
    return rounded(a) <= rounded(b);
}

[[nodiscard]] inline bool atLeast(double a, double b) {
    return rounded(a) >= rounded(b);
}

/// The lowest x with r(x) >= r(bound): comparing many numbers with it is comparing them rounded, without
/// rounding each.
[[nodiscard]] inline double lowestAtLeast(double bound) {
    const double infinity = std::numeric_limits<double>::infinity();
    double lowest = rounded(bound) - 0.5e-6;
    while (atLeast(lowest, bound)) {
        lowest = std::nextafter(lowest, -infinity);
    }
    while (!atLeast(lowest, bound)) {
        lowest = std::nextafter(lowest, infinity);
    }
    return lowest;
}

[[nodiscard]] inline bool below(double a, double b) {
    return rounded(a) < rounded(b);
}

} // namespace hb::scoring
