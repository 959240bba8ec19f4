// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/native_statement.h"
#include "core/store/series_merge.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hb::store {

class Database;

/// The note that the rows of one file state for one day of a series; the empty text clears it. Ordered by
/// day, one a day.
struct NoteStated {
    std::int32_t day = 0;
    std::string_view first; ///< after the first row
    std::string_view last;  ///< after the last row
};

/// Writes the notes that one run states about measurements: a row a run, so that undo only has to delete the
/// run's. In force is the note of the highest run. Made for one transaction.
class NoteWriter {
public:
    [[nodiscard]] static Result<NoteWriter> prepare(Database& database, RunId run);
    /// As SeriesWriter::beginPart.
    [[nodiscard]] Result<void> beginPart();
    /// Writes the notes of days among `days` and says there which first rows change the note in force.
    [[nodiscard]] Result<void>
    state(AccountId account, MetricId metric, std::span<DayStated> days, std::span<const NoteStated> notes);

private:
    struct Stood {
        std::int32_t day = 0;
        std::string note;
    };
    NoteWriter(RunId run, NativeStatement any, NativeStatement select, NativeStatement write)
        : m_run(run.value), m_any(std::move(any)), m_select(std::move(select)), m_write(std::move(write)) {}
    [[nodiscard]] Result<void> readInForce(AccountId account, MetricId metric);

    std::int64_t m_run;
    NativeStatement m_any, m_select, m_write;
    bool m_anyNote = true;        ///< before this part
    std::vector<Stood> m_inForce; ///< of the series, by day
};

} // namespace hb::store
