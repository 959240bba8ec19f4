// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/base/contract.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>
#include <sqlite3.h>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyTimeoutMs = 5000;

QString optionsOf(OpenMode mode, bool immutable) {
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeoutMs);
    if (mode == OpenMode::ReadOnly) {
        options += u";QSQLITE_OPEN_READONLY"_s;
    }
    return immutable ? options + u";QSQLITE_OPEN_URI"_s : options;
}

/// A file left in WAL mode in a folder without write permission can only be read as one that nobody changes.
QString immutableUri(const QString& path) {
    return QString::fromLatin1(QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toEncoded()) +
           u"?immutable=1"_s;
}

Error fileError(ErrorCode code, const QString& path, std::string found, std::string hint) {
    return {.code = code,
            .what = "Could not open the book",
            .found = std::move(found),
            .hint = std::move(hint),
            .place = path.toStdString()};
}

Result<void> checkFile(const QString& path, OpenMode mode) {
    if (path.isEmpty()) {
        return failure(fileError(ErrorCode::InvalidInput, path, "No file is named", "Name a file"));
    }
    const QFileInfo file(path);
    if (mode == OpenMode::Create) {
        if (file.exists() || file.isSymLink()) {
            return failure(
                fileError(ErrorCode::Conflict, path, "The file exists already", "Choose another name"));
        }
        return {};
    }
    if (!file.exists()) {
        return failure(fileError(ErrorCode::NotFound, path, "There is no such file", ""));
    }
    if (!file.isFile()) {
        return failure(fileError(ErrorCode::InvalidInput, path, "It is a folder", "Name a file"));
    }
    if (!file.isReadable()) {
        return failure(
            fileError(ErrorCode::Io, path, "It may not be read", "Ask for the permission to read it"));
    }
    return {};
}

} // namespace

void removeFiles(const QString& path) {
    for (const QLatin1StringView end : fileEnds) {
        QFile::remove(path + end);
    }
}

ErrorCode errorCodeOf(int sqliteCode) {
    switch (sqliteCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Corrupt;
    case SQLITE_CONSTRAINT:
        return ErrorCode::Conflict;
    default:
        return ErrorCode::Io;
    }
}

Error toError(const QSqlError& error, const QString& what) {
    const ErrorCode code = errorCodeOf(error.nativeErrorCode().toInt());
    return {
        .code = code,
        .what = what.toStdString(),
        .found = (error.databaseText().isEmpty() ? error.driverText() : error.databaseText()).toStdString(),
        .hint = code == ErrorCode::Busy ? "Another program is writing to the book; try again when it is done"
                                        : ""};
}

Database::Database(QString path, OpenMode mode, QString connection)
    : m_path(std::move(path)), m_mode(mode), m_connection(std::move(connection)) {}

Database::Database(Database&& other) noexcept
    : m_path(std::move(other.m_path)), m_mode(other.m_mode),
      m_connection(std::exchange(other.m_connection, {})) {}

Database& Database::operator=(Database&& other) noexcept {
    if (this != &other) {
        close();
        m_path = std::move(other.m_path);
        m_mode = other.m_mode;
        m_connection = std::exchange(other.m_connection, {});
    }
    return *this;
}

Database::~Database() {
    close();
}

Result<Database> Database::open(const QString& path, OpenMode mode) {
    HB_CHECK(checkFile(path, mode));
    for (const bool immutable : {false, true}) {
        if (immutable && QFileInfo(path + u"-wal"_s).size() > 0) {
            return failure(
                fileError(ErrorCode::Io,
                          path,
                          "Its newest changes stand in a log that only those who may write here can read",
                          "Copy the book and its -wal file to a folder of yours, and open it there"));
        }
        Database database(path, mode, u"healthbook-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces));
        QSqlDatabase handle = QSqlDatabase::addDatabase(u"QSQLITE"_s, database.m_connection);
        handle.setDatabaseName(immutable ? immutableUri(path) : path);
        handle.setConnectOptions(optionsOf(mode, immutable));
        Result<void> ready = handle.open()
                                 ? database.setUp()
                                 : failure(toError(handle.lastError(), u"Could not open the book"_s));
        if (ready) {
            return database;
        }
        if (mode != OpenMode::ReadOnly || immutable || ready.error().code != ErrorCode::Io) {
            ready.error().place = path.toStdString();
            return failure(std::move(ready).error());
        }
    }
    return failure({}); // not reached: the second turn returns
}

Result<void> Database::setUp() {
    HB_CHECK(execute(u"PRAGMA foreign_keys = ON"_s));
    HB_CHECK(setCacheMegabytes(usualCacheMegabytes));
    if (m_mode == OpenMode::Create) {
        HB_CHECK(execute(u"PRAGMA page_size = 8192"_s));
    }
    // The first read shows what the file is; opening alone does not.
    HB_TRY(Query query, this->query(u"SELECT count(*) FROM sqlite_master"_s));
    if (!query.next()) {
        return query.finished();
    }
    return {};
}

Result<void> Database::setCacheMegabytes(int megabytes) {
    HB_CHECK(execute(u"PRAGMA cache_size = -%1"_s.arg(megabytes * 1024)));
    return execute(u"PRAGMA shrink_memory"_s);
}

Result<bool> Database::useWriteAheadLog() {
    HB_TRY(Query query, this->query(u"PRAGMA journal_mode = WAL"_s));
    const bool isOn = query.next() && query.get<QString>(0) == "wal"_L1;
    HB_CHECK(query.finished());
    if (isOn) {
        HB_CHECK(
            execute(u"PRAGMA synchronous = NORMAL"_s)); // whole after a power cut, as the rollback journal is
        HB_CHECK(execute(u"PRAGMA journal_size_limit = 67108864"_s));
    }
    return isOn;
}

void Database::close() {
    if (m_connection.isEmpty()) {
        return;
    }
    if (m_mode != OpenMode::ReadOnly && handle().isOpen()) {
        // Only the last connection can do this; for any other it fails at once, and that is right.
        HB_IGNORE(execute(u"PRAGMA busy_timeout = 0"_s), "without it we only wait longer");
        HB_IGNORE(execute(u"PRAGMA journal_mode = DELETE"_s), "others have the book open");
    }
    handle().close();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

QSqlDatabase Database::handle() const {
    return QSqlDatabase::database(m_connection, false);
}

Result<Query> Database::prepare(const QString& sql) {
    auto query = std::make_unique<QSqlQuery>(handle());
    query->setForwardOnly(true);
    if (!query->prepare(sql)) {
        return failure(toError(query->lastError(), u"Could not read or write the book"_s));
    }
    return Query(std::move(query));
}

Result<void> Database::execute(const QString& sql) {
    QSqlQuery query(handle());
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        return failure(toError(query.lastError(), u"Could not read or write the book"_s));
    }
    return {};
}

std::int64_t Database::lastInsertId() {
    return sqlite3_last_insert_rowid(nativeHandle());
}

sqlite3* Database::nativeHandle() {
    const QVariant handle = this->handle().driver()->handle();
    HB_EXPECTS(handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0);
    return *static_cast<sqlite3* const*>(handle.constData());
}

} // namespace hb::store
