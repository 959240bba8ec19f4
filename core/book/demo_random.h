// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace hb::book {

/// Random numbers that are the same with every compiler and library: splitmix64, and no std distributions,
/// which differ.
class DemoRandom {
public:
    /// One stream for each account and purpose, so that a change to one account leaves all others as they
    /// were.
    DemoRandom(std::uint64_t account, std::uint64_t purpose)
        : m_state(0x68656c6c6f6862ULL ^ (account * 0xd1342543de82ef95ULL) ^
                  (purpose * 0xaf251af3b0f025b5ULL)) {
        static_cast<void>(next());
    }

    /// 0 <= x < 1.
    [[nodiscard]] double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    /// first <= x <= last.
    [[nodiscard]] int between(int first, int last) {
        return first + static_cast<int>(unit() * static_cast<double>(last - first + 1));
    }
    [[nodiscard]] bool chance(double probability) { return unit() < probability; }
    /// About normal, mean 0, deviation 1, never beyond 6.
    [[nodiscard]] double normal() {
        double sum = -6;
        for (int i = 0; i < 12; ++i) {
            sum += unit();
        }
        return sum;
    }
    [[nodiscard]] int poisson(double mean) {
        const double limit = std::exp(-mean);
        int count = 0;
        for (double product = unit(); product > limit; product *= unit()) {
            ++count;
        }
        return count;
    }

private:
    std::uint64_t next() {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    std::uint64_t m_state;
};

} // namespace hb::book
