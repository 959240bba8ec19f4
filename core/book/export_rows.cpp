// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/export_rows.h"

#include "core/store/measurement_notes.h"

namespace hb::book {

Result<std::vector<MeasurementNote>> measurementNotes(Book& book) {
    HB_TRY(std::vector<store::MeasurementNote> stored, store::measurementNotes(book.database()));
    std::vector<MeasurementNote> notes;
    notes.reserve(stored.size());
    for (store::MeasurementNote& note : stored) {
        notes.push_back(
            {.account = note.account, .metric = note.metric, .day = note.day, .note = std::move(note.note)});
    }
    return notes;
}

} // namespace hb::book
