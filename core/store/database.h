// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/result.h"

#include <QString>

#include <array>
#include <memory>

class QSqlDatabase;
class QSqlError;
struct sqlite3;

// SQLite by Qt Sql. All SQL of Healthbook stands in this folder; nothing here knows what a score is.

namespace hb::store {

class Query;

enum class OpenMode { Create, ReadWrite, ReadOnly };

/// "HBk1": stands in the header of every book.
inline constexpr int applicationId = 0x48426b31;

/// What follows its name in the files of a book: the book itself, and what SQLite keeps beside it while it is
/// open.
inline constexpr std::array<QLatin1StringView, 4> fileEnds{QLatin1StringView(""),
                                                           QLatin1StringView("-wal"),
                                                           QLatin1StringView("-shm"),
                                                           QLatin1StringView("-journal")};
/// Removes a book that nobody has open, with what was left beside it.
void removeFiles(const QString& path);

/// One connection to a SQLite file, for the thread that opened it. Foreign keys are on; a statement waits up
/// to five seconds for another writer, then fails with Busy.
class Database {
public:
    /// Create makes a new, empty file (Conflict where one exists); the others want one (NotFound). What is no
    /// SQLite file is Corrupt.
    [[nodiscard]] static Result<Database> open(const QString& path, OpenMode mode);
    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;
    ~Database(); ///< the last connection to close leaves one file

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] OpenMode mode() const { return m_mode; }
    /// Writes go to a log beside the file, so that readers need not wait. Where the file system cannot do
    /// that (a network share) the answer is false, and the rollback journal is used.
    [[nodiscard]] Result<bool> useWriteAheadLog();
    void close();

    static constexpr int usualCacheMegabytes = 64;
    /// How much of the file this connection keeps in memory at most; what is over is given back at once.
    [[nodiscard]] Result<void> setCacheMegabytes(int megabytes);

    /// A statement to run many times, with `?` for what is bound.
    [[nodiscard]] Result<Query> prepare(const QString& sql);
    /// Runs one statement that answers nothing.
    [[nodiscard]] Result<void> execute(const QString& sql);
    /// Prepares and runs one statement with values for its `?`; next() gives its rows.
    template <typename... Values>
    [[nodiscard]] Result<Query> query(const QString& sql, const Values&... values);
    /// The id of the row last inserted by this connection.
    [[nodiscard]] std::int64_t lastInsertId();

    /// The connection underneath, for the two bulk paths (write chunks, read chunks) and the backup; nothing
    /// else.
    [[nodiscard]] sqlite3* nativeHandle();

private:
    Database(QString path, OpenMode mode, QString connection);
    [[nodiscard]] QSqlDatabase handle() const;
    [[nodiscard]] Result<void> setUp();
    QString m_path;
    OpenMode m_mode;
    QString m_connection; ///< empty once closed or moved from
};

/// The Error for what SQLite said; Busy, Corrupt, Conflict (a constraint) or Io.
[[nodiscard]] Error toError(const QSqlError& error, const QString& what);
/// The same for a result code of the native interface.
[[nodiscard]] ErrorCode errorCodeOf(int sqliteCode);

} // namespace hb::store

#include "core/store/query.h" // query() needs it

namespace hb::store {

template <typename... Values>
Result<Query> Database::query(const QString& sql, const Values&... values) {
    HB_TRY(Query query, prepare(sql));
    HB_CHECK(query.run(values...));
    return query;
}

} // namespace hb::store
