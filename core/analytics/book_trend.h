// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/book_history.h"
#include "core/analytics/compared_book.h"
#include "core/base/job.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// A book, or some of its accounts, week by week up to the end of a period.

namespace hb::analytics {

/// By which versions the past is scored: those of each day, or those in force today.
enum class ScoredBy : std::uint8_t { VersionsOfTheDay, TodaysVersions };

struct BookTrend {
    std::vector<BookDay> days;                       ///< of trendDays(), who was not churned on each
    std::array<BookDay, 2> ends;                     ///< the first and the last day of the period
    std::optional<std::array<BookDay, 2>> otherwise; ///< the same scored the other way; none where no
                                                     ///< version differs and both ways are one
};

/// The last day of a period and the weeks before it: over the period, at least 12 weeks, from the first
/// measurement on; what is longer than two years in steps of several weeks. At most 105 days.
[[nodiscard]] std::vector<Day> trendDays(const Period& period, std::optional<Day> oldestMeasurement);

/// Of the accounts `among`; `today` says which versions are today's. Reports days done; incomplete once it is
/// stopped.
[[nodiscard]] BookTrend bookTrend(const ComparedBook& book,
                                  std::span<const AccountIndex> among,
                                  ScoredBy scoredBy,
                                  Day today,
                                  const Job& job = {});

} // namespace hb::analytics
