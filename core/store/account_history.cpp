// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/account_history.h"

#include "core/store/account_keys.h"
#include "core/store/account_payload.h"
#include "core/store/measurement_reader.h"
#include "core/store/series_codec.h"

#include <array>

namespace hb::store {

using namespace Qt::StringLiterals;

Result<RunStamp> runStamp(Database& database, RunId run) {
    HB_TRY(
        Query rows,
        database.query(
            u"SELECT kind, at, name, source, file FROM run JOIN person ON person.id = person_id WHERE run.id = ?"_s,
            run));
    if (rows.next()) {
        return RunStamp{.id = run,
                        .kind = runKindOf(rows.get<QString>(0)),
                        .at = rows.get<QString>(1),
                        .by = rows.get<QString>(2),
                        .source = rows.get<QString>(3),
                        .file = rows.get<QString>(4)};
    }
    HB_CHECK(rows.finished());
    return failure(
        {.code = ErrorCode::NotFound, .what = "Could not find the run", .found = std::to_string(run.value)});
}

Result<std::vector<AttributeStatement>> attributeStatements(Database& database, AccountId account) {
    std::map<std::int64_t, QString> keys;
    HB_TRY(Query names, database.query(u"SELECT id, key FROM attribute_key"_s));
    while (names.next()) {
        keys.emplace(names.get<std::int64_t>(0), names.get<QString>(1));
    }
    HB_CHECK(names.finished());
    HB_TRY(Query rows,
           database.query(uR"(
        SELECT run_id, from_day, content FROM statement JOIN payload ON payload.id = payload_id JOIN run ON run.id = run_id
        WHERE account_id = ? AND undone_at IS NULL ORDER BY run_id, ordinal)"_s,
                          account));
    std::vector<AttributeStatement> all;
    while (rows.next()) {
        for (const auto& [key, value] : fromPayload(rows.get<QString>(2))) {
            all.push_back(
                {.run = rows.get<RunId>(0), .from = rows.get<Day>(1), .key = keys[key], .value = value});
        }
    }
    HB_CHECK(rows.finished());
    return all;
}

Result<std::vector<OutcomeStatement>> outcomeStatements(Database& database, AccountId account) {
    HB_TRY(Query rows,
           database.query(u"SELECT run_id, day, kind FROM outcome WHERE "_s + isPartOfAccount() +
                              u" ORDER BY day, kind, account_id = ?, run_id"_s,
                          account,
                          account));
    std::vector<OutcomeStatement> all;
    while (rows.next()) {
        all.push_back({.run = rows.get<RunId>(0),
                       .day = rows.get<Day>(1),
                       .kind = outcomeKindOf(rows.get<std::string>(2)).value_or(OutcomeKind::Renewed)});
    }
    HB_CHECK(rows.finished());
    return all;
}

Result<std::map<RunId, std::int64_t>> measurementRuns(Database& database, AccountId account) {
    std::map<RunId, std::int64_t> counts;
    std::array<std::int32_t, maxChunkPoints> days{};
    std::array<double, maxChunkPoints> values{};
    std::array<std::int64_t, maxChunkPoints> runs{};
    Result<void> decoded;
    HB_CHECK(readChunksOf(database, account, [&](const ChunkRow& chunk) {
        const auto count =
            decodeChunk(chunk.points, chunk.firstDay, {.days = days, .values = values, .runs = runs});
        if (!count) {
            decoded = failure(count.error());
            return false;
        }
        for (std::size_t i = 0; i < *count; ++i) {
            ++counts[RunId{runs[i]}];
        }
        return true;
    }));
    HB_CHECK(decoded);
    return counts;
}

} // namespace hb::store
