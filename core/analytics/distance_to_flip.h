// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace hb::analytics {

/// What one metric alone would have to be for the account to change band.
struct MetricFlip {
    std::size_t metric = 0;      ///< in the version's metrics
    std::optional<double> value; ///< of the metric now; none where it is absent
    double needed = 0; ///< the nearest value that does it, to 0.01: of a level metric the level's number
    double score = 0;  ///< of the metric then
};

/// The way from an account's band to the next one.
struct Flip {
    Band to = Band::None;
    double points = 0;               ///< between the shown score and the bound; 0 or more
    std::vector<MetricFlip> metrics; ///< those that could do it alone, the smallest step in score first
};

struct DistanceToFlip {
    std::optional<Flip> up;   ///< none at the best band
    std::optional<Flip> down; ///< none at the worst
};

/// How far an account is from another band on a day, and metric by metric which value would do it, everything
/// else as it is: overrides, exceptions and coverage included. Metrics that are overridden, or that do not
/// count, cannot. Both none where the account has no band, or where its score is set by hand. Pure.
[[nodiscard]] DistanceToFlip distanceToFlip(const scoring::Scorer& scorer, AccountIndex account, Day day);

} // namespace hb::analytics
