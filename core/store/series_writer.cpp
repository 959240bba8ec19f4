// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/series_writer.h"

#include "core/store/database.h"
#include "core/store/series_codec.h"

#include <algorithm>

namespace hb::store {

using namespace Qt::StringLiterals;

Result<SeriesWriter> SeriesWriter::prepare(Database& database, RunId run) {
    const auto prepared = [&](const char* sql) { return NativeStatement::prepare(database, sql); };
    HB_TRY(auto chunksBackFrom,
           prepared("SELECT id, first_day, points FROM series_chunk "
                    "WHERE account_id = ? AND metric_id = ? AND first_day <= ? "
                    "ORDER BY first_day DESC"));
    HB_TRY(auto firstChunk,
           prepared("SELECT id, first_day, points FROM series_chunk "
                    "WHERE account_id = ? AND metric_id = ? ORDER BY first_day LIMIT 1"));
    HB_TRY(
        auto insertChunk,
        prepared("INSERT INTO series_chunk (account_id, metric_id, first_day, points) VALUES (?, ?, ?, ?)"));
    HB_TRY(auto updatePoints, prepared("UPDATE series_chunk SET points = ? WHERE id = ?"));
    HB_TRY(auto updateChunk, prepared("UPDATE series_chunk SET points = ?, first_day = ? WHERE id = ?"));
    HB_TRY(auto insertJournal,
           prepared("INSERT INTO series_journal (run_id, account_id, metric_id, data) VALUES (?, ?, ?, ?)"));
    HB_TRY(auto ownJournals, prepared("SELECT id, account_id, metric_id FROM series_journal WHERE id > ?"));
    HB_TRY(auto selectJournal, prepared("SELECT data FROM series_journal WHERE id = ?"));
    HB_TRY(auto updateJournal, prepared("UPDATE series_journal SET data = ? WHERE id = ?"));
    HB_TRY(auto anyChunk, prepared("SELECT EXISTS (SELECT 1 FROM series_chunk)"));
    HB_TRY(NoteWriter notes, NoteWriter::prepare(database, run));
    SeriesWriter writer(run,
                        {std::move(chunksBackFrom),
                         std::move(firstChunk),
                         std::move(insertChunk),
                         std::move(updatePoints),
                         std::move(updateChunk),
                         std::move(insertJournal),
                         std::move(ownJournals),
                         std::move(selectJournal),
                         std::move(updateJournal),
                         std::move(anyChunk)},
                        std::move(notes));
    HB_TRY(auto last, NativeStatement::prepare(database, "SELECT coalesce(max(id), 0) FROM series_journal"));
    HB_CHECK(last.step());
    writer.m_journalStart = last.integer(0);
    HB_CHECK(writer.loadHandDays(database));
    return writer;
}

Result<void> SeriesWriter::beginPart() {
    HB_CHECK(m_statements.anyChunk.step());
    m_anyChunk = m_statements.anyChunk.integer(0) != 0;
    m_statements.anyChunk.reset();
    m_ownJournalsRead = false;
    return m_notes.beginPart();
}

Result<void> SeriesWriter::endPart() {
    return writeOpenChunks();
}

Result<void> SeriesWriter::state(AccountId account,
                                 MetricId metric,
                                 std::span<DayStated> days,
                                 std::span<const NoteStated> notes) {
    const Series series{account.value, metric.value};
    markHeldByHand(series, days);
    if (!notes.empty()) {
        HB_CHECK(m_notes.state(account, metric, days, notes));
    }
    HB_CHECK(readChunks(series, days.front().day, days.back().day));
    m_merged.journal.clear();
    m_merged.corrected.clear();
    if (m_chunkCount == 0) {
        m_merged.points.clear();
        mergeRun({}, days, m_run, m_merged, m_counts);
        return writePoints(series, nullptr, true);
    }
    // A chunk takes the days up to the next one's first; the earliest also those before it.
    std::span<const DayStated> rest = days;
    for (std::size_t i = m_chunkCount; i-- > 0;) {
        const auto end = i == 0
                             ? rest.end()
                             : std::ranges::lower_bound(rest, m_chunks[i - 1].firstDay, {}, &DayStated::day);
        const auto count = static_cast<std::size_t>(end - rest.begin());
        if (count > 0) {
            HB_CHECK(mergeChunk(series, m_chunks[i], rest.first(count)));
            rest = rest.subspan(count);
        }
    }
    HB_CHECK(writeJournal(series));
    return m_merged.corrected.empty() ? Result<void>() : keepBeforeInJournal(series);
}

Result<void> SeriesWriter::loadHandDays(Database& database) {
    HB_TRY(Query rows,
           database.query(u"SELECT account_id, metric_id, day FROM hand_value "
                          "ORDER BY account_id, metric_id, day"_s));
    while (rows.next()) {
        m_handDays.push_back(
            {{rows.get<std::int64_t>(0), rows.get<std::int64_t>(1)}, rows.get<std::int32_t>(2)});
    }
    return rows.finished();
}

void SeriesWriter::markHeldByHand(const Series& series, std::span<DayStated> days) const {
    if (m_handDays.empty()) {
        return;
    }
    auto hand = std::ranges::lower_bound(m_handDays, HandDay{series, days.front().day});
    for (DayStated& day : days) {
        while (hand != m_handDays.end() && *hand < HandDay{series, day.day}) {
            ++hand;
        }
        day.heldByHand = hand != m_handDays.end() && *hand == HandDay{series, day.day};
    }
}

Result<void> SeriesWriter::readChunks(const Series& series, std::int32_t first, std::int32_t last) {
    m_chunkCount = 0;
    if (!m_anyChunk) {
        return {};
    }
    const auto take = [&](const NativeStatement& row) {
        Chunk& chunk = nextChunk();
        chunk.id = row.integer(0);
        chunk.firstDay = static_cast<std::int32_t>(row.integer(1));
        const ByteView points = row.bytes(2);
        chunk.points.assign(points.begin(), points.end());
    };
    NativeStatement& back = m_statements.chunksBackFrom;
    back.bind(1, series.account);
    back.bind(2, series.metric);
    back.bind(3, last);
    while (m_chunkCount == 0 || m_chunks[m_chunkCount - 1].firstDay > first) {
        HB_TRY(const bool more, back.step());
        if (!more) {
            break;
        }
        take(back);
    }
    back.reset();
    if (m_chunkCount == 0) {
        NativeStatement& earliest = m_statements.firstChunk;
        earliest.bind(1, series.account);
        earliest.bind(2, series.metric);
        HB_TRY(const bool found, earliest.step());
        if (found) {
            take(earliest);
        }
        earliest.reset();
    }
    return {};
}

SeriesWriter::Chunk& SeriesWriter::nextChunk() {
    if (m_chunkCount == m_chunks.size()) {
        m_chunks.emplace_back();
    }
    return m_chunks[m_chunkCount++];
}

Result<void>
SeriesWriter::mergeChunk(const Series& series, const Chunk& chunk, std::span<const DayStated> days) {
    HB_CHECK(decodeChunk(chunk.points, chunk.firstDay, m_before));
    m_merged.points.clear();
    mergeRun(m_before, days, m_run, m_merged, m_counts);
    return writePoints(series, &chunk, days.front().day > m_before.back().day);
}

Result<void> SeriesWriter::writePoints(const Series& series, const Chunk* chunk, bool appended) {
    std::span<const SeriesPoint> rest = m_merged.points;
    const std::size_t length = chunkLength(rest.size(), appended);
    while (!rest.empty()) {
        const auto piece = rest.first(std::min(length, rest.size()));
        encodeChunk(piece, m_blob);
        const std::int32_t firstDay = piece.front().day;
        if (chunk == nullptr) {
            HB_CHECK(piece.size() < maxChunkPoints ? holdOpenChunk(series, firstDay, m_blob)
                                                   : insertChunk(series, firstDay, m_blob));
        } else {
            const bool moved = chunk->firstDay != firstDay; // else the index need not be touched
            NativeStatement& update = moved ? m_statements.updateChunk : m_statements.updatePoints;
            update.bind(1, m_blob);
            if (moved) {
                update.bind(2, firstDay);
            }
            update.bind(moved ? 3 : 2, chunk->id);
            HB_CHECK(update.run());
        }
        chunk = nullptr; // further pieces are new chunks
        rest = rest.subspan(piece.size());
    }
    return {};
}

Result<void> SeriesWriter::insertChunk(const Series& series, std::int32_t firstDay, ByteView points) {
    NativeStatement& insert = m_statements.insertChunk;
    insert.bind(1, series.account);
    insert.bind(2, series.metric);
    insert.bind(3, firstDay);
    insert.bind(4, points);
    return insert.run();
}

Result<void> SeriesWriter::holdOpenChunk(const Series& series, std::int32_t firstDay, ByteView points) {
    constexpr std::size_t mostBytes = std::size_t{16} << 20;
    m_openPoints.insert(m_openPoints.end(), points.begin(), points.end());
    m_openChunks.push_back({series, firstDay, m_openPoints.size()});
    return m_openPoints.size() < mostBytes ? Result<void>() : writeOpenChunks();
}

Result<void> SeriesWriter::writeOpenChunks() {
    std::size_t begin = 0;
    for (const OpenChunk& chunk : m_openChunks) {
        HB_CHECK(insertChunk(
            chunk.series, chunk.firstDay, ByteView(m_openPoints).subspan(begin, chunk.end - begin)));
        begin = chunk.end;
    }
    m_openChunks.clear();
    m_openPoints.clear();
    return {};
}

Result<void> SeriesWriter::writeJournal(const Series& series) {
    std::span<const PointBefore> rest = m_merged.journal;
    while (!rest.empty()) {
        const auto piece = rest.first(std::min<std::size_t>(rest.size(), journalRowPoints));
        encodeJournal(piece, m_blob);
        NativeStatement& insert = m_statements.insertJournal;
        insert.bind(1, m_run);
        insert.bind(2, series.account);
        insert.bind(3, series.metric);
        insert.bind(4, m_blob);
        HB_CHECK(insert.run());
        rest = rest.subspan(piece.size());
    }
    return {};
}

Result<void> SeriesWriter::keepBeforeInJournal(const Series& series) {
    if (!m_ownJournalsRead) {
        m_ownJournals.clear();
        NativeStatement& rows = m_statements.ownJournals;
        rows.bind(1, m_journalStart);
        HB_TRY(bool more, rows.step());
        while (more) {
            m_ownJournals.push_back({{rows.integer(1), rows.integer(2)}, rows.integer(0)});
            HB_TRY(more, rows.step());
        }
        std::ranges::sort(m_ownJournals);
        m_ownJournalsRead = true;
    }
    const auto rows = std::ranges::equal_range(m_ownJournals, series, {}, &OwnJournal::series);
    for (const OwnJournal& row : rows) {
        m_statements.selectJournal.bind(1, row.id);
        HB_TRY(const bool found, m_statements.selectJournal.step());
        HB_CHECK(decodeJournal(found ? m_statements.selectJournal.bytes(0) : ByteView(), m_entries));
        m_statements.selectJournal.reset();
        if (keepBefore(m_merged.corrected, m_entries)) {
            encodeJournal(m_entries, m_blob);
            m_statements.updateJournal.bind(1, m_blob);
            m_statements.updateJournal.bind(2, row.id);
            HB_CHECK(m_statements.updateJournal.run());
        }
    }
    return {};
}

} // namespace hb::store
