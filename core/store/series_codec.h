// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/series_merge.h"
#include "core/store/varint.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

// `series/1`, the packed points of one series_chunk row (architecture.md 1a):
//   byte 1, the version
//   varint n, the number of points, 1 to 64
//   n - 1 varints: the days from each point to the next, at least 1; the first point is on the row's
//   first_day pairs of varints (run, count), neighbouring pairs of different runs, whose counts sum to n:
//   which run stated each point last n little-endian doubles, the values, finite

namespace hb::store {

/// Where a chunk's points go: `days` and `values` have room for maxChunkPoints; `runs` too, or is empty where
/// nobody asks.
struct ChunkBuffers {
    std::span<std::int32_t> days;
    std::span<double> values;
    std::span<std::int64_t> runs;
};

/// Unpacks a chunk into the front of `buffers` and gives the number of its points. Corrupt for anything but a
/// valid chunk.
[[nodiscard]] Result<std::size_t>
decodeChunk(ByteView points, std::int32_t firstDay, const ChunkBuffers& buffers);

/// Packs 1 to 64 points, days strictly increasing, values finite, runs > 0, into `points` (what it held is
/// replaced).
void encodeChunk(std::span<const std::int32_t> days,
                 std::span<const double> values,
                 std::span<const std::int64_t> runs,
                 Bytes& points);

/// The same as rows, for those who change points.
[[nodiscard]] Result<void>
decodeChunk(ByteView chunk, std::int32_t firstDay, std::vector<SeriesPoint>& points);
void encodeChunk(std::span<const SeriesPoint> points, Bytes& chunk);

} // namespace hb::store
