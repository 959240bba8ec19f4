// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace hb::test {

/// A small generator with the same numbers everywhere.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed * 0x9E3779B97F4A7C15ULL + 1) {}
    [[nodiscard]] std::uint64_t next();
    [[nodiscard]] double between(double low, double high);
    [[nodiscard]] int integer(int low, int high); ///< both included
    [[nodiscard]] bool chance(double probability);

private:
    std::uint64_t m_state;
};

/// A random book of a few accounts: several templates and versions, every aggregation, held scores,
/// exceptions, overrides, attributes that change, ARR in two currencies.
class RandomBook {
public:
    explicit RandomBook(std::uint64_t seed);
    /// The book; with `knownOn` only what was measured, held or in force by that day (of an attribute or a
    /// template that has nothing by then, its earliest). Overrides stay: they act by their own days.
    [[nodiscard]] std::shared_ptr<const Snapshot> book(std::optional<Day> knownOn = {}) const;
    [[nodiscard]] Day anyDay();

private:
    std::uint64_t m_seed;
    Random m_random;
};

} // namespace hb::test
