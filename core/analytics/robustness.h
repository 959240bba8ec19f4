// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace hb::analytics {

struct RobustnessOptions {
    double jitter = 0.2;      ///< every weight is moved by up to this share of itself
    std::size_t trials = 200; ///< each with weights of its own
    std::uint64_t seed = 1;   ///< the same seed, the same trials
};

/// An account whose band is, in some trials, another.
struct Wobbly {
    AccountIndex account = 0;
    Band usual = Band::None;   ///< with the weights as they are
    std::size_t otherwise = 0; ///< trials in which it has another
};

/// Which bands are an accident of the weights.
struct Robustness {
    std::size_t trials = 0;
    std::size_t accounts = 0;   ///< that the template scores, living, with a band
    std::vector<Wobbly> wobbly; ///< most often otherwise first
};

/// Scores the accounts of a template on a day again and again, with all weights of the version in force moved
/// a little. Pure: the same bits on every machine. Incomplete once `stop` is requested.
[[nodiscard]] Robustness robustness(const scoring::Scorer& scorer,
                                    std::size_t templateIndex,
                                    Day day,
                                    const RobustnessOptions& options = {},
                                    const std::stop_token& stop = {});

} // namespace hb::analytics
