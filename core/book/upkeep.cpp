// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/upkeep.h"

#include "core/exchange/scorecard_json.h"
#include "core/store/backup.h"
#include "core/store/database.h"
#include "core/store/integrity.h"
#include "core/store/scorecard_store.h"
#include "core/store/setting_store.h"
#include "core/store/transaction.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <array>
#include <functional>

namespace hb::book {

using namespace Qt::StringLiterals;

namespace {

/// The book that `path` holds now goes to NAME.healthbook.YYYYMMDD-HHMMSS, where that name is free.
Result<void> keepBeside(const QString& path) {
    const QString base = path + u'.' + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss"_s);
    QString kept = base;
    for (int number = 2; QFileInfo::exists(kept); ++number) {
        kept = base + u'-' + QString::number(number);
    }
    // With what SQLite left beside it: a log of the old book must never meet the restored one.
    for (const QLatin1StringView end : store::fileEnds) {
        if (QFileInfo::exists(path + end) && !QFile::rename(path + end, kept + end)) {
            return failure({.code = ErrorCode::Io,
                            .what = "Could not keep the book that is there",
                            .hint = "Close every program that has it open",
                            .place = path.toStdString()});
        }
    }
    return {};
}

/// A copy that others read is neither a backup nor a book.
Result<void> checkNotShared(const Book& book, const char* found, const char* hint) {
    return book.sharedCopy() ? failure({.code = ErrorCode::InvalidInput,
                                        .what = "Could not restore the book",
                                        .found = found,
                                        .hint = hint,
                                        .place = book.path().toStdString()})
                             : Result<void>();
}

/// A book in use must not be moved away under those who use it. One that cannot be opened has no users.
Result<void> checkReplaceable(const QString& path) {
    if (const auto book = Book::open(path); !book) {
        return book.error().code == ErrorCode::Busy ? failure(book.error()) : Result<void>();
    } else {
        HB_CHECK(checkNotShared(*book, "What is there is a copy to read", "Choose another name"));
    } // closing the last connection takes the log away
    if (QFileInfo::exists(path + u"-wal"_s) || QFileInfo::exists(path + u"-journal"_s)) {
        return failure({.code = ErrorCode::Busy,
                        .what = "Could not restore the book",
                        .found = "Another program has it open",
                        .hint = "Close it there first",
                        .place = path.toStdString()});
    }
    return {};
}

/// A folder beside a file, so that what is made there only needs a new name.
Result<void> checkBeside(const QTemporaryDir& folder, const QString& path) {
    if (folder.isValid()) {
        return {};
    }
    return failure({.code = ErrorCode::Io,
                    .what = "Could not write beside the book",
                    .found = folder.errorString().toStdString(),
                    .place = path.toStdString()});
}

Result<QStringList> scorecardFaults(store::Database& database) {
    const Result<Scorecard> scorecard = store::readScorecard(database);
    if (!scorecard && scorecard.error().code == ErrorCode::Corrupt) {
        return QStringList(); // contentFaults names the versions that cannot be read
    }
    return scorecard.map([](const Scorecard& read) { return exchange::scorecardFaults(read); });
}

/// Copies a book as `part`, brings the copy up to date where an older Healthbook wrote it, and checks it.
Result<void> copyAndCheck(const QString& copy, const QString& part, const Job& job) {
    HB_TRY(store::Database source, store::Database::open(copy, store::OpenMode::ReadOnly));
    HB_CHECK(store::copyDatabase(source, part, job));
    HB_TRY(Book book, Book::open(part));
    HB_CHECK(checkNotShared(
        book, "The copy is one to read", "Choose one that backup wrote, or the book that it was made of"));
    HB_TRY(const QStringList faults, checkBook(book, job));
    if (!faults.isEmpty()) {
        return failure({.code = ErrorCode::Corrupt,
                        .what = "Could not restore the book",
                        .found = faults.first().toStdString(),
                        .hint = "Choose an older copy"});
    }
    return {};
}

} // namespace

Result<QStringList> checkBook(Book& book, const Job& job) {
    HB_TRY(const store::Transaction oneState, store::Transaction::beginRead(book.database()));
    QStringList faults;
    const std::array<std::function<Result<QStringList>()>, 3> checks{
        [&] { return store::fileFaults(book.database()); },
        [&] { return store::contentFaults(book.database(), job); },
        [&] { return scorecardFaults(book.database()); }};
    for (const auto& check : checks) {
        const Result<QStringList> found = check();
        if (found) {
            faults += *found;
        } else if (found.error().code == ErrorCode::Corrupt) {
            faults += QString::fromStdString(found.error().what + ": " + found.error().found);
        } else {
            return failure(found.error());
        }
        if (job.stopped()) {
            return cancelled();
        }
    }
    return faults;
}

Result<void> backupBook(Book& book, const QString& path, const Job& job) {
    return store::copyDatabase(book.database(), path, job);
}

Result<void> shareBook(Book& book, const SharedCopy& copy, const QString& path, const Job& job) {
    if (book.sharedCopy()) {
        return failure({.code = ErrorCode::InvalidInput,
                        .what = "Could not share a copy",
                        .found = "The book is such a copy itself",
                        .hint = "Send on the file as it is",
                        .place = book.path().toStdString()});
    }
    if (QFileInfo::exists(path)) {
        return failure({.code = ErrorCode::Conflict,
                        .what = "Could not share a copy",
                        .found = "The file exists already",
                        .hint = "Choose another name",
                        .place = path.toStdString()});
    }
    const QTemporaryDir folder(path + u".shared-XXXXXX"_s);
    HB_CHECK(checkBeside(folder, path));
    const QString part = folder.filePath(u"copy.healthbook"_s);
    HB_CHECK(store::copyDatabase(book.database(), part, job));
    {
        HB_TRY(store::Database marked, store::Database::open(part, store::OpenMode::ReadWrite));
        HB_CHECK(store::writeSharedCopy(marked, copy));
    } // one file again, before it is moved
    if (!QFile::rename(part, path)) {
        return failure(
            {.code = ErrorCode::Io, .what = "Could not name the copy", .place = path.toStdString()});
    }
    return {};
}

Result<void> restoreBook(const QString& copy, const QString& path, const Job& job) {
    const QFileInfo from(copy);
    const QFileInfo to(path);
    if (to.exists() && from.canonicalFilePath() == to.canonicalFilePath()) {
        return failure({.code = ErrorCode::InvalidInput,
                        .what = "Could not restore the book",
                        .found = "The copy is the book itself",
                        .place = path.toStdString()});
    }
    const QTemporaryDir folder(path + u".restored-XXXXXX"_s);
    HB_CHECK(checkBeside(folder, path));
    const QString part = folder.filePath(from.fileName());
    if (Result<void> sound = copyAndCheck(copy, part, job); !sound) {
        sound.error().place = copy.toStdString();
        return sound;
    }
    if (to.exists()) {
        HB_CHECK(checkReplaceable(path));
        HB_CHECK(keepBeside(path));
    }
    if (!QFile::rename(part, path)) {
        return failure({.code = ErrorCode::Io,
                        .what = "Could not name the restored book",
                        .hint = "The book that was there is kept beside it under a dated name",
                        .place = path.toStdString()});
    }
    return {};
}

} // namespace hb::book
