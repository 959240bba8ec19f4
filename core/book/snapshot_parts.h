// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/book/book.h"
#include "core/book/snapshot_series.h"

#include <memory>

// The parts of a snapshot that loading and patching share. All are called inside a transaction that shows one
// state of the book.

namespace hb::book {

[[nodiscard]] Result<std::shared_ptr<const Snapshot>> loadWithin(store::Database& database, const Job& job);
[[nodiscard]] Result<void> readOverrides(store::Database& database, const Places& places, Snapshot& snapshot);
[[nodiscard]] Result<void> readOutcomes(store::Database& database, const Places& places, Snapshot& snapshot);
[[nodiscard]] Result<void> readActions(store::Database& database, const Places& places, Snapshot& snapshot);
[[nodiscard]] Result<void> readReviews(store::Database& database, const Places& places, Snapshot& snapshot);
[[nodiscard]] Result<void> readDrafts(store::Database& database, Snapshot& snapshot);
void setMeasuredDays(Snapshot& snapshot);

} // namespace hb::book
