// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/metric_origin.h"

#include "core/store/account_keys.h"
#include "core/store/hand_store.h"
#include "core/store/journal.h"
#include "core/store/measurement_notes.h"
#include "core/store/measurement_reader.h"
#include "core/store/run_store.h"
#include "core/store/series_codec.h"

#include <array>

namespace hb::book {

namespace {

using ImportedPoints = std::map<std::int32_t, ImportedPoint>;

/// Adds those of one part; what is there stands.
Result<void>
addImportedPoints(store::Database& database, AccountId account, MetricId metric, ImportedPoints& imported) {
    std::array<std::int32_t, store::maxChunkPoints> days{};
    std::array<double, store::maxChunkPoints> values{};
    std::array<std::int64_t, store::maxChunkPoints> runs{};
    Result<void> decoded;
    HB_CHECK(store::readChunksOf(database, account, [&](const store::ChunkRow& chunk) {
        if (chunk.metric != metric) {
            return true;
        }
        const auto count =
            store::decodeChunk(chunk.points, chunk.firstDay, {.days = days, .values = values, .runs = runs});
        if (!count) {
            decoded = failure(count.error());
            return false;
        }
        for (std::size_t i = 0; i < *count; ++i) {
            imported.emplace(days[i],
                             ImportedPoint{.account = account, .value = values[i], .run = RunId{runs[i]}});
        }
        return true;
    }));
    return decoded;
}

HandValue toHandValue(const store::HandValueRow& row) {
    return {.metric = row.metric,
            .day = row.day,
            .value = row.value,
            .note = row.note,
            .author = row.author,
            .at = row.at,
            .importedValue = {}};
}

} // namespace

Result<ImportedPoints> importedPoints(store::Database& database, AccountId account, MetricId metric) {
    HB_TRY(const std::vector<AccountId> parts, store::partsOf(database, account));
    ImportedPoints imported;
    for (const AccountId part : parts) {
        HB_CHECK(addImportedPoints(database, part, metric, imported));
    }
    return imported;
}

Result<MetricOrigin> metricOrigin(Book& book, AccountId account, MetricId metric, std::optional<Day> day) {
    store::Database& database = book.database();
    HB_TRY(const std::vector<store::HandValueRow> rows, store::handValues(database, account, metric));
    HB_TRY(const ImportedPoints imported, importedPoints(database, account, metric));
    MetricOrigin origin;
    for (const store::HandValueRow& row : rows) {
        HandValue value = toHandValue(row);
        if (const auto underneath = imported.find(row.day.number); underneath != imported.end()) {
            value.importedValue = underneath->second.value;
        }
        origin.byHand.push_back(std::move(value));
    }
    const auto asked = day ? imported.find(day->number) : imported.end();
    if (asked != imported.end()) {
        HB_TRY(store::Run run, store::findRun(database, asked->second.run));
        HB_TRY(QString note, store::importedNote(database, asked->second.account, metric, *day));
        origin.import = ImportOrigin{.run = run.id,
                                     .on = store::localDay(run.at),
                                     .by = std::move(run.by),
                                     .source = std::move(run.source),
                                     .file = std::move(run.file),
                                     .note = std::move(note)};
    }
    return origin;
}

Result<std::vector<HandValue>> handValuesOf(Book& book, AccountId account) {
    HB_TRY(const std::vector<store::HandValueRow> rows, store::handValues(book.database(), account));
    std::vector<HandValue> values;
    values.reserve(rows.size());
    for (const store::HandValueRow& row : rows) {
        values.push_back(toHandValue(row));
    }
    return values;
}

} // namespace hb::book
