// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/series_journal.h"
#include "core/store/series_merge.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <map>
#include <random>

using namespace hb::store;

namespace {

/// One series as the book keeps it: points, and a journal a run. Journals go through their codec.
class Series {
public:
    RowCounts state(std::int64_t run, const std::map<std::int32_t, double>& values) {
        std::vector<DayStated> stated;
        for (const auto& [day, value] : values) {
            stated.push_back({.day = day, .first = value, .value = value});
        }
        MergedSeries merged;
        RowCounts counts;
        mergeRun(m_points, stated, run, merged, counts);
        m_points = merged.points;
        if (!merged.corrected.empty()) {
            keepBefore(merged.corrected, m_journals[run]);
        }
        auto& journal = m_journals[run];
        journal.insert(journal.end(), merged.journal.begin(), merged.journal.end());
        std::ranges::sort(journal, {}, &PointBefore::day);
        recode(run);
        return counts;
    }

    UndoCounts undo(std::int64_t run) {
        UndoCounts counts;
        const std::vector<PointBefore> journal = m_journals[run];
        unlinkPoints(m_points, journal, run, counts);
        m_journals.erase(run);
        for (auto& [later, entries] : m_journals) {
            unlinkBefore(entries, journal, run);
            recode(later);
        }
        return counts;
    }

    [[nodiscard]] std::map<std::int32_t, double> values() const {
        std::map<std::int32_t, double> values;
        for (const SeriesPoint& point : m_points) {
            values[point.day] = point.value;
        }
        return values;
    }

private:
    void recode(std::int64_t run) {
        if (!m_journals[run].empty()) {
            Bytes data;
            encodeJournal(m_journals[run], data);
            REQUIRE(decodeJournal(data, m_journals[run]));
        }
    }

    std::vector<SeriesPoint> m_points;
    std::map<std::int64_t, std::vector<PointBefore>> m_journals;
};

/// What one run states, in one or two parts.
using Parts = std::vector<std::map<std::int32_t, double>>;

Parts randomParts(std::mt19937_64& random) {
    Parts parts(1 + random() % 2);
    for (auto& part : parts) {
        for (std::uint64_t rows = random() % 12; rows > 0; --rows) {
            part[static_cast<std::int32_t>(random() % 10)] = static_cast<double>(random() % 3);
        }
    }
    return parts;
}

Series replay(const std::map<std::int64_t, Parts>& runs) {
    Series series;
    for (const auto& [run, parts] : runs) {
        for (const auto& part : parts) {
            series.state(run, part);
        }
    }
    return series;
}

} // namespace

TEST_CASE("undoing runs in any order leaves what the remaining runs alone would have made") {
    const auto seed = GENERATE(range(1, 400));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    std::map<std::int64_t, Parts> runs;
    Series series;
    std::int64_t next = 1;
    for (int step = 0; step < 30; ++step) {
        if (runs.empty() || random() % 5 < 3) {
            const Parts parts = randomParts(random);
            for (const auto& part : parts) {
                series.state(next, part);
            }
            runs[next++] = parts;
        } else {
            auto at = std::next(runs.begin(), static_cast<std::ptrdiff_t>(random() % runs.size()));
            series.undo(at->first);
            runs.erase(at);
        }
        REQUIRE(series.values() == replay(runs).values());
    }
    while (!runs.empty()) {
        auto at = std::next(runs.begin(), static_cast<std::ptrdiff_t>(random() % runs.size()));
        series.undo(at->first);
        runs.erase(at);
        REQUIRE(series.values() == replay(runs).values());
    }
    CHECK(series.values().empty());
}

TEST_CASE("mergeRun counts rows as if they were applied one by one") {
    std::vector<SeriesPoint> points{{10, 1.0, 1}, {20, 2.0, 1}};
    MergedSeries merged;
    RowCounts counts;
    const auto merge = [&](const DayStated& stated) {
        mergeRun(points, std::vector{stated}, 2, merged, counts);
    };

    SECTION("new, changed and repeated values") {
        merge({.day = 5, .first = 7, .value = 7});
        merge({.day = 10, .first = 7, .value = 7});
        merge({.day = 20, .first = 2, .value = 2});
        CHECK(counts == RowCounts{1, 1, 1, 0});
    }
    SECTION("the first row counts against the book, later ones against the file") {
        merge({.day = 20, .laterUpdates = 2, .laterUnchanged = 1, .first = 2, .value = 9});
        CHECK(counts == RowCounts{0, 2, 2, 0});
        CHECK(merged.points.back() == SeriesPoint{20, 9.0, 2});
    }
    SECTION("a changed note alone is an update") {
        merge({.day = 20, .noteChanged = true, .first = 2, .value = 2});
        CHECK(counts == RowCounts{0, 1, 0, 0});
    }
    SECTION("where a person's value stands all rows are kept by hand, and still go into the chain") {
        merge(
            {.day = 20, .laterUpdates = 1, .laterUnchanged = 1, .heldByHand = true, .first = 3, .value = 9});
        CHECK(counts == RowCounts{0, 0, 0, 3});
        CHECK(merged.points.back() == SeriesPoint{20, 9.0, 2});
    }
    SECTION("a new point needs no journal") {
        merge({.day = 5, .first = 7, .value = 7});
        CHECK(merged.journal.empty());
    }
    SECTION("a repeated one needs no value in it") {
        merge({.day = 20, .first = 2, .value = 2});
        CHECK(merged.journal == std::vector<PointBefore>{{20, 1, false, 0}});
    }
}

TEST_CASE("unlinkPoints tells what goes back and what goes") {
    std::vector<SeriesPoint> points{{1, 5.0, 2}, {2, 6.0, 2}, {3, 7.0, 2}, {4, 8.0, 1}};
    const std::vector<PointBefore> journal{{1, 1, true, 4.0}, {2, 1, false, 0}};
    UndoCounts counts;
    CHECK(unlinkPoints(points, journal, 2, counts));
    CHECK(points == std::vector<SeriesPoint>{{1, 4.0, 1}, {2, 6.0, 1}, {4, 8.0, 1}});
    CHECK(counts.restored == 1);
    CHECK(counts.removed == 1);
    CHECK_FALSE(unlinkPoints(points, journal, 2, counts));
}

TEST_CASE("chunkLength fills chunks that grow at the end and halves those that grow inside") {
    CHECK(chunkLength(64, false) == 64);
    CHECK(chunkLength(65, true) == 64);
    CHECK(chunkLength(65, false) == 33);
    CHECK(chunkLength(129, false) == 43);
    CHECK(chunkLength(3, true) == 3);
}
