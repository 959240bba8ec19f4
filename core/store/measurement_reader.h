// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/varint.h"

#include <functional>
#include <vector>

// Reads chunks and hand-set values. One of the two bulk paths: rows come by the native interface, millions a
// second.

namespace hb::store {

/// One series_chunk row; `points` lives until the visitor returns.
struct ChunkRow {
    AccountId account;
    MetricId metric;
    std::int32_t firstDay = 0;
    ByteView points;
};

/// Answers whether to go on.
using ChunkVisitor = std::function<bool(const ChunkRow&)>;

/// Shows every chunk in the order of the table, which is mostly but not always that of the days. Cancelled
/// once `job` is stopped.
[[nodiscard]] Result<void> readChunks(Database& database, const ChunkVisitor& visit, const Job& job = {});
/// Shows the chunks of one account by metric and day.
[[nodiscard]] Result<void> readChunksOf(Database& database, AccountId account, const ChunkVisitor& visit);
/// How many points a chunk says that it holds; 0 for what is no chunk.
[[nodiscard]] std::size_t pointCount(ByteView points);

/// A value that a person set.
struct HandPoint {
    AccountId account;
    MetricId metric;
    Day day;
    double value = 0;
};
/// All of them, or those of one account, by account, metric and day.
[[nodiscard]] Result<std::vector<HandPoint>> handPoints(Database& database,
                                                        std::optional<AccountId> account = {});

} // namespace hb::store
