// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>
#include <sqlite3.h>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int pagesAtOnce = 1024;
constexpr int waitMs = 20;
constexpr int patienceMs = 10'000;

Error backupError(int sqliteCode, const QString& path) {
    return {.code = errorCodeOf(sqliteCode),
            .what = "Could not copy the book",
            .found = sqlite3_errstr(sqliteCode),
            .place = path.toStdString()};
}

/// Copies step by step; another program that writes meanwhile only makes it begin again.
Result<void> copyPages(sqlite3_backup* backup, const QString& path, const Job& job) {
    int waited = 0;
    while (true) {
        if (job.stopped()) {
            return cancelled();
        }
        const int code = sqlite3_backup_step(backup, pagesAtOnce);
        const int total = sqlite3_backup_pagecount(backup);
        job.report(total - sqlite3_backup_remaining(backup), total, "copy");
        if (code == SQLITE_DONE) {
            return {};
        }
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
            if (waited >= patienceMs) {
                return failure(backupError(code, path));
            }
            waited += sqlite3_sleep(waitMs);
        } else if (code != SQLITE_OK) {
            return failure(backupError(code, path));
        }
    }
}

Result<void> copyInto(Database& source, const QString& path, const Job& job) {
    HB_TRY(Database target, Database::open(path, OpenMode::Create));
    sqlite3_backup* backup =
        sqlite3_backup_init(target.nativeHandle(), "main", source.nativeHandle(), "main");
    if (!backup) {
        return failure(backupError(sqlite3_errcode(target.nativeHandle()), path));
    }
    const Result<void> copied = copyPages(backup, path, job);
    const int code = sqlite3_backup_finish(backup);
    HB_CHECK(copied);
    if (code != SQLITE_OK) {
        return failure(backupError(code, path));
    }
    HB_TRY(const QStringList faults, fileFaults(target));
    if (!faults.isEmpty()) {
        return failure({.code = ErrorCode::Corrupt,
                        .what = "The copy is not sound",
                        .found = faults.first().toStdString(),
                        .hint = "Check the book itself, and the disk that the copy is on",
                        .place = path.toStdString()});
    }
    return {};
}

} // namespace

Result<void> copyDatabase(Database& database, const QString& path, const Job& job) {
    if (QFileInfo::exists(path)) {
        return failure({.code = ErrorCode::Conflict,
                        .what = "Could not copy the book",
                        .found = "The file exists already",
                        .hint = "Choose another name",
                        .place = path.toStdString()});
    }
    const QString part = path + u'.' + QUuid::createUuid().toString(QUuid::Id128) + u".part"_s;
    if (auto copied = copyInto(database, part, job); !copied) {
        QFile::remove(part);
        return copied;
    }
    if (!QFile::rename(part, path)) {
        QFile::remove(part);
        return failure(
            {.code = ErrorCode::Io, .what = "Could not name the copy", .place = path.toStdString()});
    }
    return {};
}

Result<QStringList> fileFaults(Database& database) {
    QStringList faults;
    HB_TRY(Query integrity, database.query(u"PRAGMA integrity_check"_s));
    while (integrity.next()) {
        if (const auto line = integrity.get<QString>(0); line != "ok"_L1) {
            faults.push_back(line);
        }
    }
    HB_CHECK(integrity.finished());
    HB_TRY(Query references, database.query(u"PRAGMA foreign_key_check"_s));
    while (references.next()) {
        faults.push_back(u"%1: row %2 refers to a row of %3 that is gone"_s.arg(
            references.get<QString>(0), references.get<QString>(1), references.get<QString>(2)));
    }
    HB_CHECK(references.finished());
    return faults;
}

} // namespace hb::store
