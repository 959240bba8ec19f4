// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/series_undo.h"

#include "core/store/database.h"
#include "core/store/native_statement.h"
#include "core/store/series_codec.h"
#include "core/store/series_journal.h"

#include <algorithm>
#include <vector>

namespace hb::store {

namespace {

struct Series {
    std::int64_t account = 0;
    std::int64_t metric = 0;
    friend auto operator<=>(const Series&, const Series&) = default;
};

/// The journal of one run: its rows are known by series, and read when asked for.
class RunJournal {
public:
    static Result<RunJournal> open(Database& database, RunId run) {
        HB_TRY(auto select,
               NativeStatement::prepare(database, "SELECT data FROM series_journal WHERE id = ?"));
        RunJournal journal(std::move(select));
        HB_TRY(auto rows,
               NativeStatement::prepare(
                   database, "SELECT id, account_id, metric_id FROM series_journal WHERE run_id = ?"));
        rows.bind(1, run.value);
        HB_TRY(bool more, rows.step());
        while (more) {
            journal.m_rows.push_back({{rows.integer(1), rows.integer(2)}, rows.integer(0)});
            HB_TRY(more, rows.step());
        }
        std::ranges::sort(journal.m_rows);
        return journal;
    }

    /// What stood in a series before the run, by day. The view holds until the next call.
    Result<std::span<const PointBefore>> of(const Series& series) {
        if (series == m_current) {
            return std::span<const PointBefore>(m_entries);
        }
        m_entries.clear();
        m_current = {};
        for (const Row& row : std::ranges::equal_range(m_rows, series, {}, &Row::series)) {
            m_select.bind(1, row.id);
            HB_TRY(const bool found, m_select.step());
            HB_CHECK(decodeJournal(found ? m_select.bytes(0) : ByteView(), m_part));
            m_select.reset();
            m_entries.insert(m_entries.end(), m_part.begin(), m_part.end());
        }
        std::ranges::sort(m_entries, {}, &PointBefore::day);
        m_current = series;
        return std::span<const PointBefore>(m_entries);
    }

private:
    struct Row {
        Series series;
        std::int64_t id = 0;
        friend auto operator<=>(const Row&, const Row&) = default;
    };
    explicit RunJournal(NativeStatement select) : m_select(std::move(select)) {}

    NativeStatement m_select;
    std::vector<Row> m_rows; ///< in order
    Series m_current;        ///< whose entries are held; none at first
    std::vector<PointBefore> m_entries;
    std::vector<PointBefore> m_part;
};

/// A row as it is read: of series_chunk, or of series_journal.
struct StoredRow {
    std::int64_t id = 0;
    Series series;
    std::int64_t number = 0; ///< the first day, or the run
    Bytes data;
};

/// Gives `visit` all rows in the order of their ids, some hundred at a time, so that it may change them: no
/// statement is open then.
template <typename Visit>
Result<void> visitRows(NativeStatement& select, std::int64_t afterId, const Job& job, const Visit& visit) {
    constexpr std::size_t rowsAtOnce = 512;
    std::vector<StoredRow> rows(rowsAtOnce);
    for (std::size_t count = rowsAtOnce; count == rowsAtOnce;) {
        if (job.stopped()) {
            return cancelled();
        }
        select.bind(1, afterId);
        select.bind(2, static_cast<std::int64_t>(rowsAtOnce));
        count = 0;
        HB_TRY(bool more, select.step());
        while (more) {
            StoredRow& row = rows[count++];
            row.id = select.integer(0);
            row.series = {select.integer(1), select.integer(2)};
            row.number = select.integer(3);
            const ByteView data = select.bytes(4);
            row.data.assign(data.begin(), data.end());
            HB_TRY(more, select.step());
        }
        for (std::size_t i = 0; i < count; ++i) {
            HB_CHECK(visit(rows[i]));
            afterId = rows[i].id;
        }
    }
    return {};
}

Result<void> runOnRow(NativeStatement& statement, std::int64_t id) {
    statement.bind(1, id);
    return statement.run();
}

Result<void>
undoInChunks(Database& database, RunId run, RunJournal& journal, const Job& job, SeriesUndone& undone) {
    HB_TRY(auto select,
           NativeStatement::prepare(database,
                                    "SELECT id, account_id, metric_id, first_day, points "
                                    "FROM series_chunk WHERE id > ? ORDER BY id LIMIT ?"));
    HB_TRY(
        auto update,
        NativeStatement::prepare(database, "UPDATE series_chunk SET first_day = ?, points = ? WHERE id = ?"));
    HB_TRY(auto erase, NativeStatement::prepare(database, "DELETE FROM series_chunk WHERE id = ?"));
    std::vector<SeriesPoint> points;
    Bytes blob;
    return visitRows(select, 0, job, [&](const StoredRow& row) -> Result<void> {
        HB_CHECK(decodeChunk(row.data, static_cast<std::int32_t>(row.number), points));
        if (std::ranges::find(points, run.value, &SeriesPoint::run) == points.end()) {
            return {};
        }
        HB_TRY(const auto before, journal.of(row.series));
        const UndoCounts soFar = undone.counts;
        unlinkPoints(points, before, run.value, undone.counts);
        if (undone.counts != soFar) {
            undone.accounts.insert(AccountId{row.series.account});
        }
        if (points.empty()) {
            return runOnRow(erase, row.id);
        }
        encodeChunk(points, blob);
        update.bind(1, points.front().day);
        update.bind(2, blob);
        update.bind(3, row.id);
        return update.run();
    });
}

Result<void> undoInLaterJournals(Database& database, RunId run, RunJournal& journal, const Job& job) {
    // Rows are in the order of runs, so those of later runs come after the last of this one's and of those
    // before.
    HB_TRY(auto start,
           NativeStatement::prepare(database,
                                    "SELECT coalesce(max(id), 0) FROM series_journal WHERE run_id <= ?"));
    start.bind(1, run.value);
    HB_CHECK(start.step());
    const std::int64_t afterId = start.integer(0);
    start.reset();
    HB_TRY(auto select,
           NativeStatement::prepare(database,
                                    "SELECT id, account_id, metric_id, run_id, data "
                                    "FROM series_journal WHERE id > ? ORDER BY id LIMIT ?"));
    HB_TRY(auto update,
           NativeStatement::prepare(database, "UPDATE series_journal SET data = ? WHERE id = ?"));
    HB_TRY(auto erase, NativeStatement::prepare(database, "DELETE FROM series_journal WHERE id = ?"));
    std::vector<PointBefore> entries;
    Bytes blob;
    return visitRows(select, afterId, job, [&](const StoredRow& row) -> Result<void> {
        HB_CHECK(decodeJournal(row.data, entries));
        if (std::ranges::find(entries, run.value, &PointBefore::run) == entries.end()) {
            return {};
        }
        HB_TRY(const auto before, journal.of(row.series));
        unlinkBefore(entries, before, run.value);
        if (entries.empty()) {
            return runOnRow(erase, row.id);
        }
        encodeJournal(entries, blob);
        update.bind(1, blob);
        update.bind(2, row.id);
        return update.run();
    });
}

} // namespace

Result<SeriesUndone> undoSeries(Database& database, RunId run, const Job& job) {
    SeriesUndone undone;
    HB_TRY(RunJournal journal, RunJournal::open(database, run));
    HB_CHECK(undoInChunks(database, run, journal, job, undone));
    HB_CHECK(undoInLaterJournals(database, run, journal, job));
    for (const char* sql :
         {"DELETE FROM series_journal WHERE run_id = ?", "DELETE FROM measurement_note WHERE run_id = ?"}) {
        HB_TRY(auto erase, NativeStatement::prepare(database, sql));
        HB_CHECK(runOnRow(erase, run.value));
    }
    return undone;
}

} // namespace hb::store
