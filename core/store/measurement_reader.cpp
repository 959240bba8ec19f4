// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/measurement_reader.h"

#include "core/store/series_codec.h"

#include <sqlite3.h>

#include <memory>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Error readError(sqlite3* connection) {
    return {.code = errorCodeOf(sqlite3_errcode(connection)),
            .what = "Could not read the measurements of the book",
            .found = sqlite3_errmsg(connection)};
}

Result<Statement> prepare(sqlite3* connection, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection, sql, -1, &statement, nullptr) != SQLITE_OK) {
        return failure(readError(connection));
    }
    return Statement(statement, &sqlite3_finalize);
}

ChunkRow toRow(sqlite3_stmt* row) {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(row, 3));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, 3));
    return {.account = {sqlite3_column_int64(row, 0)},
            .metric = {sqlite3_column_int64(row, 1)},
            .firstDay = static_cast<std::int32_t>(sqlite3_column_int64(row, 2)),
            .points = {bytes, size}};
}

Result<void>
visitRows(sqlite3* connection, sqlite3_stmt* statement, const ChunkVisitor& visit, const Job& job) {
    constexpr unsigned rowsBetweenLooks = 4096;
    int code = SQLITE_OK;
    for (unsigned row = 1; (code = sqlite3_step(statement)) == SQLITE_ROW; ++row) {
        if (row % rowsBetweenLooks == 0 && job.stopped()) {
            return cancelled();
        }
        if (!visit(toRow(statement))) {
            return {};
        }
    }
    if (code != SQLITE_DONE) {
        return failure(readError(connection));
    }
    return {};
}

} // namespace

Result<void> readChunks(Database& database, const ChunkVisitor& visit, const Job& job) {
    sqlite3* connection = database.nativeHandle();
    HB_TRY(
        const Statement statement,
        prepare(connection, "SELECT account_id, metric_id, first_day, points FROM series_chunk ORDER BY id"));
    return visitRows(connection, statement.get(), visit, job);
}

Result<void> readChunksOf(Database& database, AccountId account, const ChunkVisitor& visit) {
    sqlite3* connection = database.nativeHandle();
    HB_TRY(const Statement statement,
           prepare(connection,
                   "SELECT account_id, metric_id, first_day, points FROM series_chunk "
                   "WHERE account_id = ? ORDER BY metric_id, first_day"));
    sqlite3_bind_int64(statement.get(), 1, account.value);
    return visitRows(connection, statement.get(), visit, {});
}

std::size_t pointCount(ByteView points) {
    ByteReader reader(points);
    reader.byte();
    const std::uint64_t count = reader.varint();
    return reader.failed() || count > maxChunkPoints ? 0 : static_cast<std::size_t>(count);
}

Result<std::vector<HandPoint>> handPoints(Database& database, std::optional<AccountId> account) {
    HB_TRY(Query rows,
           account ? database.query(u"SELECT account_id, metric_id, day, value FROM hand_value "
                                    "WHERE account_id = ? ORDER BY metric_id, day"_s,
                                    *account)
                   : database.query(u"SELECT account_id, metric_id, day, value FROM hand_value "
                                    "ORDER BY account_id, metric_id, day"_s));
    std::vector<HandPoint> points;
    while (rows.next()) {
        points.push_back({.account = rows.get<AccountId>(0),
                          .metric = rows.get<MetricId>(1),
                          .day = rows.get<Day>(2),
                          .value = rows.get<double>(3)});
    }
    HB_CHECK(rows.finished());
    return points;
}

} // namespace hb::store
