// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/model/snapshot.h"
#include "core/store/database.h"

#include <map>
#include <unordered_map>
#include <vector>

// The measurements of a book as columns: 12 bytes each, in blocks of accountsPerBlock accounts.

namespace hb::book {

/// Where accounts and metrics stand in a snapshot.
struct Places {
    std::unordered_map<std::int64_t, AccountIndex> accounts; ///< by AccountId::value; without merged ones
    std::unordered_map<std::int64_t, MetricIndex> metrics;   ///< by MetricId::value
    std::unordered_map<std::int64_t, AccountIndex> merged;   ///< by AccountId::value: into which
    /// Of those into which some were merged: itself first, then these by id.
    std::map<AccountIndex, std::vector<AccountId>> parts;

    /// Where the rows of an account are shown; none where it is gone.
    [[nodiscard]] std::optional<AccountIndex> of(AccountId id) const;
    /// All whose rows are shown where those of an account are.
    [[nodiscard]] std::vector<AccountId> wholeOf(AccountId id) const;
};
[[nodiscard]] Places placesOf(const Snapshot& snapshot);

/// Reads all measurements: hand-set ones over imported ones, and of both those of an account over those of
/// its parts.
[[nodiscard]] Result<std::vector<SeriesColumn>>
loadSeries(store::Database& database, const Places& places, const Job& job);
/// Reads the measurements of some accounts again; shares every block in which nothing changed.
[[nodiscard]] Result<std::vector<SeriesColumn>> patchSeries(store::Database& database,
                                                            const Places& places,
                                                            const std::vector<SeriesColumn>& before,
                                                            const std::vector<AccountId>& accounts);

struct DayRange {
    std::optional<Day> oldest;
    std::optional<Day> newest;
};
[[nodiscard]] DayRange measuredDays(const std::vector<SeriesColumn>& series);

} // namespace hb::book
