// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/rate.h"

#include <algorithm>
#include <cmath>

namespace hb::analytics {

Interval intervalOf(const Rate& rate) {
    if (rate.of == 0) {
        return {};
    }
    constexpr double z = 1.959963984540054; // of 95%
    const auto n = static_cast<double>(rate.of);
    const double p = rate.share();
    const double scale = 1 + z * z / n;
    const double middle = (p + z * z / (2 * n)) / scale;
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale;
    // At the ends the formula touches 0 and 1 but for the last bits.
    return {.low = rate.yes == 0 ? 0 : std::max(0.0, middle - half),
            .high = rate.yes == rate.of ? 1 : std::min(1.0, middle + half)};
}

} // namespace hb::analytics
