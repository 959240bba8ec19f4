// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/export_rows.h"

#include "core/book/metric_origin.h"
#include "core/book/snapshot_series.h"
#include "core/store/hand_store.h"
#include "core/store/measurement_notes.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace hb::book {

namespace {

/// Of each day, whose value of a metric stands: that of an account or of one of its parts.
using Standing = std::map<std::int32_t, AccountId>;

Result<Standing> standingOf(store::Database& database, AccountId account, MetricId metric) {
    HB_TRY(const std::vector<store::HandValueRow> rows, store::handValues(database, account, metric));
    HB_TRY(const auto imported, importedPoints(database, account, metric));
    Standing standing;
    for (const store::HandValueRow& row : rows) {
        standing.emplace(row.day.number, row.account);
    }
    for (const auto& [day, point] : imported) {
        standing.emplace(day, point.account);
    }
    return standing;
}

/// Puts the notes of parts to the account that shows them, where their value is the one that stands.
Result<void>
bringTogether(store::Database& database, const Places& places, std::vector<MeasurementNote>& notes) {
    std::map<std::pair<AccountId, MetricId>, Standing> known;
    std::vector<MeasurementNote> shown;
    for (MeasurementNote& note : notes) {
        const std::vector<AccountId> whole = places.wholeOf(note.account);
        if (whole.size() > 1) {
            const std::pair series(whole.front(), note.metric);
            auto standing = known.find(series);
            if (standing == known.end()) {
                HB_TRY(Standing read, standingOf(database, series.first, series.second));
                standing = known.emplace(series, std::move(read)).first;
            }
            const auto stands = standing->second.find(note.day.number);
            if (stands == standing->second.end() || stands->second != note.account) {
                continue;
            }
            note.account = whole.front();
        }
        shown.push_back(std::move(note));
    }
    notes = std::move(shown);
    std::ranges::sort(notes, {}, [](const MeasurementNote& note) {
        return std::tuple(note.account, note.metric, note.day);
    });
    return {};
}

} // namespace

Result<std::vector<MeasurementNote>> measurementNotes(Book& book, const Snapshot& snapshot) {
    HB_TRY(std::vector<store::MeasurementNote> stored, store::measurementNotes(book.database()));
    std::vector<MeasurementNote> notes;
    notes.reserve(stored.size());
    for (store::MeasurementNote& note : stored) {
        notes.push_back(
            {.account = note.account, .metric = note.metric, .day = note.day, .note = std::move(note.note)});
    }
    if (!snapshot.merged.empty()) {
        HB_CHECK(bringTogether(book.database(), placesOf(snapshot), notes));
    }
    return notes;
}

} // namespace hb::book
