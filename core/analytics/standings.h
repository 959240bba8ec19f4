// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

// Whose values stand above everybody else's by more than chance explains. Others who stand out are among
// those compared with: it rather misses one of several than names somebody who only differs from the
// strictest.

namespace hb::analytics {

/// One value of one person.
struct ComparedCase {
    std::optional<std::size_t> person; ///< none: nobody's; others are compared with it all the same
    double value = 0;
    double level = 0; ///< values are compared at about the same level
};

struct StandingLimits {
    std::size_t leastCases = 5; ///< of the person, and of everybody else
    double leastAbove = 5;      ///< what is less is of no interest, however sure
    /// How often a book in which all are alike may show somebody. It is shared between the people.
    double chance = 0.02;
    std::size_t casesPerLevel = 20;
    std::size_t mostLevels = 10;
};

struct Standing {
    std::size_t cases = 0;
    double mean = 0;
    /// How far the person's values stand above those of everybody else at the same level, on average; none
    /// with too few cases on either side.
    std::optional<double> above;
    /// How likely the person's values would rank at least so high were they dealt out at random: the normal
    /// form of a permutation test within each level, on ranks, so that no single value decides.
    double chance = 1;
    bool standsOut = false;
};

/// One standing a person, for people 0 to `people` - 1. The cases are cut into levels of equally many. Pure;
/// O(cases log cases).
[[nodiscard]] std::vector<Standing>
standings(std::span<const ComparedCase> cases, std::size_t people, const StandingLimits& limits = {});

} // namespace hb::analytics
