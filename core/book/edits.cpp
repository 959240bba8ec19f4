// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/edits.h"

#include "core/store/hand_store.h"
#include "core/store/measurement_reader.h"
#include "core/store/series_codec.h"
#include "core/store/setting_store.h"

#include <array>
#include <map>

namespace hb::book {

namespace {

/// What imports say of one series, by day.
Result<std::map<std::int32_t, double>>
importedValues(store::Database& database, AccountId account, MetricId metric) {
    std::map<std::int32_t, double> imported;
    std::array<std::int32_t, store::maxChunkPoints> days{};
    std::array<double, store::maxChunkPoints> values{};
    Result<void> decoded;
    HB_CHECK(store::readChunksOf(database, account, [&](const store::ChunkRow& chunk) {
        if (chunk.metric != metric) {
            return true;
        }
        const auto count =
            store::decodeChunk(chunk.points, chunk.firstDay, {.days = days, .values = values, .runs = {}});
        if (!count) {
            decoded = failure(count.error());
            return false;
        }
        for (std::size_t i = 0; i < *count; ++i) {
            imported.emplace(days[i], values[i]);
        }
        return true;
    }));
    HB_CHECK(decoded);
    return imported;
}

} // namespace

Result<std::vector<Note>> notesOf(Book& book, AccountId account) {
    HB_TRY(std::vector<store::NoteRow> rows, store::notes(book.database(), account));
    std::vector<Note> notes;
    for (store::NoteRow& row : rows) {
        notes.push_back({.id = row.id, .day = row.day, .text = row.text, .author = row.author, .at = row.at});
    }
    return notes;
}

Result<std::vector<HandValue>> handValuesOf(Book& book, AccountId account, MetricId metric) {
    HB_TRY(const std::vector<store::HandValueRow> rows, store::handValues(book.database(), account, metric));
    std::vector<HandValue> values;
    if (rows.empty()) {
        return values;
    }
    HB_TRY(const auto imported, importedValues(book.database(), account, metric));
    for (const store::HandValueRow& row : rows) {
        const auto underneath = imported.find(row.day.number);
        values.push_back({.day = row.day,
                          .value = row.value,
                          .note = row.note,
                          .author = row.author,
                          .at = row.at,
                          .importedValue = underneath == imported.end() ? std::nullopt
                                                                        : std::optional(underneath->second)});
    }
    return values;
}

Result<std::vector<SavedView>> savedViews(Book& book) {
    HB_TRY(const std::vector<store::SavedView> rows, store::savedViews(book.database()));
    std::vector<SavedView> views;
    for (const store::SavedView& row : rows) {
        views.push_back({.name = row.name, .content = row.content});
    }
    return views;
}

} // namespace hb::book
