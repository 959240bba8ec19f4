// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace hb::bench {

/// The fastest of some tries in milliseconds: what the work costs, without what else the machine did.
template <typename Work>
double milliseconds(int tries, const Work& work) {
    double best = 1e300;
    for (int i = 0; i < tries; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        best = std::min(best, took.count());
    }
    return best;
}

} // namespace hb::bench
