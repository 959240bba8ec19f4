// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace hb::analytics {

/// A small generator that gives the same numbers everywhere (splitmix64).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    /// From 0 to 1, 1 excluded.
    double unit() {
        constexpr double most = 9007199254740992.0; // 2^53
        return static_cast<double>(next() >> 11U) / most;
    }
    /// From -1 to 1.
    double roll() { return unit() * 2 - 1; }
    /// One of the numbers below `count`, which is not 0.
    std::size_t below(std::size_t count) {
        return static_cast<std::size_t>(unit() * static_cast<double>(count));
    }

private:
    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31U);
    }

    std::uint64_t m_state;
};

} // namespace hb::analytics
