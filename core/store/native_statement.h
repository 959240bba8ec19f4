// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/varint.h"

#include <cstdint>
#include <memory>
#include <string_view>

struct sqlite3_stmt;

namespace hb::store {

class Database;

/// A prepared statement of SQLite's own interface, for the bulk paths where Qt's variants cost too much
/// (chunks and their journal); everything else uses Query. Parameters are numbered from 1, columns from 0.
/// Views of columns hold until the next step or reset; bound bytes must live until the statement has run.
class NativeStatement {
public:
    [[nodiscard]] static Result<NativeStatement> prepare(Database& database, const char* sql);

    void bind(int parameter, std::int64_t number);
    void bind(int parameter, ByteView bytes);
    void bind(int parameter, std::string_view utf8);

    /// Goes to the next row; false after the last, and the statement can run again.
    [[nodiscard]] Result<bool> step();
    /// Runs a statement that answers nothing.
    [[nodiscard]] Result<void> run();
    /// Lets go of the rows not read.
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] ByteView bytes(int column) const;
    [[nodiscard]] std::string_view text(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit NativeStatement(sqlite3_stmt* statement) : m_statement(statement) {}
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

} // namespace hb::store
