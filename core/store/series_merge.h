// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

// What a run does to the points of a series, and how it is taken out again (formats.md, "Undo of a run").
//
// Every run that states a value is a link in that point's chain. The point in the chunk names the run of the
// last link; the journal of that run holds the link before: its run, and its value where the run changed it.
// Where the journal of a run has nothing for a point, the run made it: nothing stood before.

namespace hb::store {

inline constexpr std::size_t maxChunkPoints = 64;

/// A value of a series and the run that stated it last. Ordered by day, one a day.
struct SeriesPoint {
    std::int32_t day = 0;
    double value = 0;
    std::int64_t run = 0;

    friend bool operator==(const SeriesPoint&, const SeriesPoint&) = default;
};

/// What stood at a point before a run stated it: an entry of the run's journal. Ordered by day, one a day.
struct PointBefore {
    std::int32_t day = 0;
    std::int64_t run = 0;
    bool differs = false; ///< from what the run stated; else `value` is 0 and means nothing
    double value = 0;

    friend bool operator==(const PointBefore&, const PointBefore&) = default;
};

/// What the rows of one file say of one day of a series. Ordered by day, one a day.
struct DayStated {
    std::int32_t day = 0;
    std::uint32_t laterUpdates = 0;   ///< rows after the first that changed the value (or note) again
    std::uint32_t laterUnchanged = 0; ///< rows after the first that did not
    bool heldByHand = false;          ///< a person's value stands on that day
    bool noteChanged = false;         ///< the first row changes the note that stood
    double first = 0;                 ///< after the first row
    double value = 0;                 ///< after the last row
};

/// What became of rows (formats.md, "What happens to a row").
struct RowCounts {
    std::int64_t inserted = 0;
    std::int64_t updated = 0;
    std::int64_t unchanged = 0;
    std::int64_t keptByHand = 0;

    friend bool operator==(const RowCounts&, const RowCounts&) = default;
};

/// The outcome of mergeRun; reused from series to series so that its memory is.
struct MergedSeries {
    std::vector<SeriesPoint> points;
    std::vector<PointBefore> journal; ///< for the run's journal
    /// Points that this same run had stated before and now states otherwise, with the value it gave up: see
    /// keepBefore.
    std::vector<SeriesPoint> corrected;

    void clear() {
        points.clear();
        journal.clear();
        corrected.clear();
    }
};

/// Adds to `merged` the points of `before` with those of `stated` as links of `run`, and counts the rows.
void mergeRun(std::span<const SeriesPoint> before,
              std::span<const DayStated> stated,
              std::int64_t run,
              MergedSeries& merged,
              RowCounts& counts);

/// Makes the journal of a run independent of values that the run has now changed again: entries that only
/// said "as stated" get the value that the run stated at first. True where that changed anything.
bool keepBefore(std::span<const SeriesPoint> corrected, std::vector<PointBefore>& journal);

/// How many points go into each chunk when `count` points replace one: full chunks where points are only
/// appended, even ones else, so that a backfill does not leave crumbs.
[[nodiscard]] std::size_t chunkLength(std::size_t count, bool appended);

/// What an undo did to points.
struct UndoCounts {
    std::int64_t restored = 0; ///< values that went back to what stood before
    std::int64_t removed = 0;  ///< points that went

    friend bool operator==(const UndoCounts&, const UndoCounts&) = default;
};

/// Takes `run` out of the ends of chains: its points go back to what its journal holds, or go. True where any
/// was its.
bool unlinkPoints(std::vector<SeriesPoint>& points,
                  std::span<const PointBefore> journal,
                  std::int64_t run,
                  UndoCounts& counts);

/// Takes `run` out of the middle of chains: in the journal of a later run, what stood before becomes what
/// stood before `run`. True where that changed anything.
bool unlinkBefore(std::vector<PointBefore>& later, std::span<const PointBefore> journal, std::int64_t run);

} // namespace hb::store
