// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/series_merge.h"
#include "core/store/varint.h"

// `journal/1`, the data of one series_journal row: what stood at points of a series before a run stated them.
//   byte 1, the version
//   varint n, the number of points, at least 1
//   varint, the first day, counted from 1900-01-01; then pairs of varints (days to the next point, how
//   often), for n - 1 points pairs of varints (run, count): whose value stood before, counts sum to n
//   varints: how many points in turn had the value that the run stated, then how many had another, and so on,
//   until n little-endian doubles, the values of those that had another

namespace hb::store {

/// How many entries go into one row at most: some pages, however long a series is.
inline constexpr std::size_t journalRowPoints = 1024;

/// Packs at least one entry, days strictly increasing, into `data` (what it held is replaced).
void encodeJournal(std::span<const PointBefore> entries, Bytes& data);

/// Unpacks into `entries` (what it held is replaced). Corrupt for anything but valid data.
[[nodiscard]] Result<void> decodeJournal(ByteView data, std::vector<PointBefore>& entries);

} // namespace hb::store
