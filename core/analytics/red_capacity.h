// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/template_matches.h"

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

namespace hb::analytics {

/// The scores of accounts with a band, by day: what a bound of red is chosen from. Rounded, lowest first.
struct ScoresOfYear {
    std::vector<double> today;
    std::vector<std::vector<double>>
        monthEnds; ///< the last twelve, those on which nobody had a band left out
};

/// The last days of the twelve months before that of `day`, newest first.
[[nodiscard]] std::vector<Day> lastMonthEnds(Day day);

/// The living accounts that the template would score on each of those days, scored with `version`. Pure;
/// incomplete once `stop` is requested.
[[nodiscard]] ScoresOfYear scoresOfYear(const scoring::Scorer& scorer,
                                        const scoring::CompiledVersion& version,
                                        const TemplatePlace& place,
                                        Day day,
                                        const std::stop_token& stop = {});

/// How many are red where red ends at `bound`.
[[nodiscard]] std::size_t redBelow(std::span<const double> scores, double bound);

/// How many were red over the year, at least and at most; both 0 without month ends.
struct RedRange {
    std::size_t least = 0;
    std::size_t most = 0;
};
[[nodiscard]] RedRange redOverYear(const ScoresOfYear& scores, double bound);

/// A bound between two others, neither included, and where it stands now.
struct BoundRoom {
    double above = 0;
    double below = 100;
    double now = 50;
};

struct RedCapacity {
    double bound = 0;        ///< with one decimal
    std::size_t red = 0;     ///< today
    bool isWithinIt = false; ///< at most the capacity: no, where even the lowest bound has more
};

/// The bound, in tenths, that makes at most `capacity` accounts red today and as near to that as can be; of
/// several alike the one nearest to where it stands. None without room for a tenth.
[[nodiscard]] std::optional<RedCapacity>
sizeRedTo(std::size_t capacity, const ScoresOfYear& scores, const BoundRoom& room);

} // namespace hb::analytics
