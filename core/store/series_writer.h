// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/native_statement.h"
#include "core/store/series_journal.h"
#include "core/store/series_merge.h"
#include "core/store/series_notes.h"

#include <compare>
#include <vector>

namespace hb::store {

class Database;

/// Writes what one run states about series: into their chunks, the run's journal and the notes. Made for one
/// transaction, in which nobody else writes measurements. Only chunks that are touched are read and written.
class SeriesWriter {
public:
    [[nodiscard]] static Result<SeriesWriter> prepare(Database& database, RunId run);

    /// To be called before and after a part (of the run's rows) in which each series comes at most once.
    [[nodiscard]] Result<void> beginPart();
    [[nodiscard]] Result<void> endPart();
    /// Takes in `days` of a series. `notes` are of days among these; a file without a column of notes states
    /// none.
    [[nodiscard]] Result<void> state(AccountId account,
                                     MetricId metric,
                                     std::span<DayStated> days,
                                     std::span<const NoteStated> notes = {});
    [[nodiscard]] const RowCounts& counts() const { return m_counts; }

private:
    struct Series {
        std::int64_t account = 0;
        std::int64_t metric = 0;
        friend auto operator<=>(const Series&, const Series&) = default;
    };
    struct Chunk {
        std::int64_t id = 0;
        std::int32_t firstDay = 0;
        Bytes points;
    };
    struct OpenChunk {
        Series series;
        std::int32_t firstDay = 0;
        std::size_t end = 0; ///< of its points in m_openPoints
    };
    struct HandDay {
        Series series;
        std::int32_t day = 0;
        friend auto operator<=>(const HandDay&, const HandDay&) = default;
    };
    struct OwnJournal {
        Series series;
        std::int64_t id = 0;
        friend auto operator<=>(const OwnJournal&, const OwnJournal&) = default;
    };
    struct Statements {
        NativeStatement chunksBackFrom, firstChunk, insertChunk, updatePoints, updateChunk, insertJournal,
            ownJournals, selectJournal, updateJournal, anyChunk;
    };
    SeriesWriter(RunId run, Statements statements, NoteWriter notes)
        : m_run(run.value), m_statements(std::move(statements)), m_notes(std::move(notes)) {}

    [[nodiscard]] Result<void> loadHandDays(Database& database);
    void markHeldByHand(const Series& series, std::span<DayStated> days) const;
    [[nodiscard]] Result<void> readChunks(const Series& series, std::int32_t first, std::int32_t last);
    [[nodiscard]] Chunk& nextChunk();
    [[nodiscard]] Result<void>
    mergeChunk(const Series& series, const Chunk& chunk, std::span<const DayStated> days);
    [[nodiscard]] Result<void> writePoints(const Series& series, const Chunk* chunk, bool appended);
    [[nodiscard]] Result<void> insertChunk(const Series& series, std::int32_t firstDay, ByteView points);
    [[nodiscard]] Result<void> holdOpenChunk(const Series& series, std::int32_t firstDay, ByteView points);
    [[nodiscard]] Result<void> writeOpenChunks();
    [[nodiscard]] Result<void> writeJournal(const Series& series);
    [[nodiscard]] Result<void> keepBeforeInJournal(const Series& series);

    std::int64_t m_run;
    Statements m_statements;
    NoteWriter m_notes;
    bool m_anyChunk = true;                ///< before this part
    std::int64_t m_journalStart = 0;       ///< the journal's last row before this run
    bool m_ownJournalsRead = false;        ///< in this part
    std::vector<HandDay> m_handDays;       ///< in order
    std::vector<OwnJournal> m_ownJournals; ///< of this run, in order
    /// New chunks with room for more points. They are written side by side, apart from the full ones: the
    /// next weeks rewrite only these, and so touch half as many pages.
    std::vector<OpenChunk> m_openChunks;
    Bytes m_openPoints;
    RowCounts m_counts;
    // Working memory, kept from series to series.
    std::vector<Chunk> m_chunks; ///< from the latest to the earliest; only the first m_chunkCount count
    std::size_t m_chunkCount = 0;
    std::vector<SeriesPoint> m_before;
    MergedSeries m_merged;
    std::vector<PointBefore> m_entries;
    Bytes m_blob;
};

} // namespace hb::store
