// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/native_statement.h"

#include "core/store/database.h"

#include <sqlite3.h>

namespace hb::store {

namespace {

tl::unexpected<Error> sqliteFailure(sqlite3* connection) {
    return failure({.code = errorCodeOf(sqlite3_extended_errcode(connection)),
                    .what = "Could not read or write the measurements of the book",
                    .found = sqlite3_errmsg(connection)});
}

} // namespace

void NativeStatement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Result<NativeStatement> NativeStatement::prepare(Database& database, const char* sql) {
    sqlite3* connection = database.nativeHandle();
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
        SQLITE_OK) {
        return sqliteFailure(connection);
    }
    return NativeStatement(statement);
}

void NativeStatement::bind(int parameter, std::int64_t number) {
    sqlite3_bind_int64(m_statement.get(), parameter, number);
}

void NativeStatement::bind(int parameter, ByteView bytes) {
    sqlite3_bind_blob64(
        m_statement.get(), parameter, bytes.data(), bytes.size(), nullptr); // nullptr: SQLITE_STATIC
}

void NativeStatement::bind(int parameter, std::string_view utf8) {
    const char* start = utf8.empty() ? "" : utf8.data(); // a null pointer would bind NULL
    sqlite3_bind_text64(m_statement.get(), parameter, start, utf8.size(), nullptr, SQLITE_UTF8);
}

Result<bool> NativeStatement::step() {
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement.get());
        return false;
    }
    auto error = sqliteFailure(sqlite3_db_handle(m_statement.get()));
    sqlite3_reset(m_statement.get());
    return error;
}

Result<void> NativeStatement::run() {
    HB_TRY(bool more, step());
    while (more) {
        HB_TRY(more, step());
    }
    return {};
}

void NativeStatement::reset() {
    sqlite3_reset(m_statement.get());
}

std::int64_t NativeStatement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

ByteView NativeStatement::bytes(int column) const {
    const void* start = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const std::uint8_t*>(start),
            static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::string_view NativeStatement::text(int column) const {
    const ByteView utf8 = bytes(column);
    return {reinterpret_cast<const char*>(utf8.data()), utf8.size()};
}

} // namespace hb::store
