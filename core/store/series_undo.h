// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/store/series_merge.h"

#include <set>

namespace hb::store {

class Database;

/// What taking a run out did to measurements.
struct SeriesUndone {
    UndoCounts counts;
    std::set<AccountId> accounts; ///< whose values changed or went
};

/// Takes every link of `run` out of the chains of all series, with its journal and its notes. Inside the
/// caller's transaction. Reads all chunks and the journals of later runs once, front to back; writes only
/// what the run touched.
[[nodiscard]] Result<SeriesUndone> undoSeries(Database& database, RunId run, const Job& job);

} // namespace hb::store
