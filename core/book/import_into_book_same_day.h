// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/import_into_book_rows.h"
#include "core/ingest/column_mapping.h"
#include "core/store/series_notes.h"

#include <vector>

namespace hb::book {

/// What the rows of one file say of the days of a series.
struct SeriesStated {
    std::vector<store::DayStated> days;
    std::vector<store::NoteStated> notes;
};

/// Joins the rows of each day (formats.md, `same_day`) into `stated` (what it held is replaced). `rows` are
/// of one series, by day and then in file order; `notes` are those of its noted rows; where `hasNotes`, a row
/// that is not noted states the empty note.
void joinSameDays(std::span<const RowBuffer::Row> rows,
                  std::span<const std::string_view> notes,
                  bool hasNotes,
                  ingest::SameDay join,
                  SeriesStated& stated);

} // namespace hb::book
