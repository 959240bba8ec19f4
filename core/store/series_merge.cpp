// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/series_merge.h"

#include <algorithm>

namespace hb::store {

namespace {

/// The entry for a day; null without one.
const PointBefore* find(std::span<const PointBefore> journal, std::int32_t day) {
    const auto at = std::ranges::lower_bound(journal, day, {}, &PointBefore::day);
    return at == journal.end() || at->day != day ? nullptr : &*at;
}

void countRows(const DayStated& stated, const SeriesPoint* before, RowCounts& counts) {
    if (stated.heldByHand) {
        counts.keptByHand += 1 + std::int64_t{stated.laterUpdates} + std::int64_t{stated.laterUnchanged};
        return;
    }
    if (before == nullptr) {
        ++counts.inserted;
    } else if (before->value != stated.first || stated.noteChanged) {
        ++counts.updated;
    } else {
        ++counts.unchanged;
    }
    counts.updated += stated.laterUpdates;
    counts.unchanged += stated.laterUnchanged;
}

void restate(const SeriesPoint& before, double value, std::int64_t run, MergedSeries& merged) {
    const bool differs = before.value != value;
    if (before.run != run) {
        merged.journal.push_back({before.day, before.run, differs, differs ? before.value : 0});
    } else if (differs) {
        merged.corrected.push_back(before);
    }
    merged.points.push_back({before.day, value, run});
}

} // namespace

void mergeRun(std::span<const SeriesPoint> before,
              std::span<const DayStated> stated,
              std::int64_t run,
              MergedSeries& merged,
              RowCounts& counts) {
    auto old = before.begin();
    for (const DayStated& day : stated) {
        while (old != before.end() && old->day < day.day) {
            merged.points.push_back(*old++);
        }
        const bool stood = old != before.end() && old->day == day.day;
        countRows(day, stood ? &*old : nullptr, counts);
        if (stood) {
            restate(*old++, day.value, run, merged);
        } else {
            merged.points.push_back({day.day, day.value, run});
        }
    }
    merged.points.insert(merged.points.end(), old, before.end());
}

bool keepBefore(std::span<const SeriesPoint> corrected, std::vector<PointBefore>& journal) {
    bool changed = false;
    for (PointBefore& entry : journal) {
        const auto at = std::ranges::lower_bound(corrected, entry.day, {}, &SeriesPoint::day);
        if (at != corrected.end() && at->day == entry.day && !entry.differs) {
            entry.differs = true;
            entry.value = at->value;
            changed = true;
        }
    }
    return changed;
}

std::size_t chunkLength(std::size_t count, bool appended) {
    if (count <= maxChunkPoints || appended) {
        return std::min(count, maxChunkPoints);
    }
    const std::size_t chunks = (count + maxChunkPoints - 1) / maxChunkPoints;
    return (count + chunks - 1) / chunks;
}

bool unlinkPoints(std::vector<SeriesPoint>& points,
                  std::span<const PointBefore> journal,
                  std::int64_t run,
                  UndoCounts& counts) {
    bool any = false;
    auto kept = points.begin();
    for (const SeriesPoint& point : points) {
        if (point.run != run) {
            *kept++ = point;
            continue;
        }
        any = true;
        const PointBefore* before = find(journal, point.day);
        if (before == nullptr) {
            ++counts.removed;
            continue;
        }
        counts.restored += before->differs ? 1 : 0;
        *kept++ = {point.day, before->differs ? before->value : point.value, before->run};
    }
    points.erase(kept, points.end());
    return any;
}

bool unlinkBefore(std::vector<PointBefore>& later, std::span<const PointBefore> journal, std::int64_t run) {
    bool any = false;
    auto kept = later.begin();
    for (PointBefore entry : later) {
        if (entry.run == run) {
            any = true;
            const PointBefore* before = find(journal, entry.day);
            if (before == nullptr) {
                continue;
            }
            // What `run` stated is this entry's value, so "as `run` stated" is what the entry says already.
            entry.run = before->run;
            if (before->differs) {
                entry.differs = true;
                entry.value = before->value;
            }
        }
        *kept++ = entry;
    }
    later.erase(kept, later.end());
    return any;
}

} // namespace hb::store
