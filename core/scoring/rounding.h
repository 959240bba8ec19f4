// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

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

[[nodiscard]] inline bool below(double a, double b) {
    return rounded(a) < rounded(b);
}

} // namespace hb::scoring
