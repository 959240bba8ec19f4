// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/series_notes.h"

#include "core/store/database.h"

#include <algorithm>

namespace hb::store {

Result<NoteWriter> NoteWriter::prepare(Database& database, RunId run) {
    HB_TRY(auto any, NativeStatement::prepare(database, "SELECT EXISTS (SELECT 1 FROM measurement_note)"));
    HB_TRY(auto select,
           NativeStatement::prepare(database,
                                    "SELECT day, note FROM measurement_note "
                                    "WHERE account_id = ? AND metric_id = ? "
                                    "ORDER BY day, run_id"));
    HB_TRY(auto write,
           NativeStatement::prepare(database,
                                    "INSERT INTO measurement_note (account_id, metric_id, day, run_id, note) "
                                    "VALUES (?, ?, ?, ?, ?) "
                                    "ON CONFLICT DO UPDATE SET note = excluded.note"));
    return NoteWriter(run, std::move(any), std::move(select), std::move(write));
}

Result<void> NoteWriter::beginPart() {
    HB_CHECK(m_any.step());
    m_anyNote = m_any.integer(0) != 0;
    m_any.reset();
    return {};
}

Result<void> NoteWriter::state(AccountId account,
                               MetricId metric,
                               std::span<DayStated> days,
                               std::span<const NoteStated> notes) {
    HB_CHECK(readInForce(account, metric));
    for (const NoteStated& note : notes) {
        const auto stood = std::ranges::lower_bound(m_inForce, note.day, {}, &Stood::day);
        const bool any = stood != m_inForce.end() && stood->day == note.day;
        const auto day = std::ranges::lower_bound(days, note.day, {}, &DayStated::day);
        day->noteChanged = note.first != (any ? std::string_view(stood->note) : std::string_view());
        // Clearing what was never said needs no row; clearing what was does, for the day an earlier run is
        // undone.
        if (any || !note.last.empty()) {
            m_write.bind(1, account.value);
            m_write.bind(2, metric.value);
            m_write.bind(3, note.day);
            m_write.bind(4, m_run);
            m_write.bind(5, note.last);
            HB_CHECK(m_write.run());
        }
    }
    return {};
}

Result<void> NoteWriter::readInForce(AccountId account, MetricId metric) {
    m_inForce.clear();
    if (!m_anyNote) {
        return {};
    }
    m_select.bind(1, account.value);
    m_select.bind(2, metric.value);
    HB_TRY(bool more, m_select.step());
    while (more) {
        const auto day = static_cast<std::int32_t>(m_select.integer(0));
        if (m_inForce.empty() || m_inForce.back().day != day) {
            m_inForce.push_back({day, {}});
        }
        m_inForce.back().note = m_select.text(1); // the highest run comes last
        HB_TRY(more, m_select.step());
    }
    return {};
}

} // namespace hb::store
