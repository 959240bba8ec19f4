// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/upkeep.h"
#include "core/store/database.h"
#include "tests/core/book/test_book.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QDir>

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

TEST_CASE("checkBook") {
    TestBook test;
    const AccountId account = test.addAccount(u"A1"_s);
    test.import(account, test.metric("logins"), {{day("2026-01-05"), 4}, {day("2026-01-12"), 5}});
    store::Database& database = test.book().database();
    CHECK(checkBook(test.book()).value().isEmpty());

    const auto faultsAfter = [&](const char* damage) {
        REQUIRE(database.execute(u"PRAGMA foreign_keys = OFF"_s));
        REQUIRE(database.execute(QString::fromLatin1(damage)));
        return checkBook(test.book()).value();
    };
    SECTION("a chunk that cannot be read is named") {
        const QStringList faults = faultsAfter("UPDATE series_chunk SET points = x'0102'");
        REQUIRE(faults.size() == 1);
        CHECK(faults.first() ==
              u"The measurements of A1, metric logins from 2026-01-05 on cannot be read."_s);
    }
    SECTION("chunks that overlap") {
        CHECK(faultsAfter("INSERT INTO series_chunk (account_id, metric_id, first_day, points) "
                          "SELECT account_id, metric_id, first_day + 3, points FROM series_chunk")
                  .size() == 1);
    }
    SECTION("a measurement of an import that is not in force") {
        CHECK(faultsAfter("UPDATE run SET undone_at = '2026-01-01' WHERE kind = 'measurements'").size() == 1);
    }
    SECTION("an attribute that nobody stated") {
        CHECK(faultsAfter("UPDATE attribute SET value = 'other'").size() == 1);
    }
    SECTION("a reference to nothing") {
        CHECK_FALSE(faultsAfter("DELETE FROM metric WHERE key = 'logins'").isEmpty());
    }
    SECTION("a run that can no longer be undone") {
        CHECK(faultsAfter("INSERT INTO series_journal (run_id, account_id, metric_id, data) "
                          "SELECT max(id), 1, 1, x'01' FROM run")
                  .size() == 1);
    }
    SECTION("values that Healthbook never writes") {
        CHECK(faultsAfter("UPDATE metric SET aggregation = 'zz' WHERE key = 'logins'").size() == 1);
        CHECK(faultsAfter("UPDATE setting SET value = '{' WHERE key = 'book'").size() == 2);
    }
    SECTION("a scorecard that cannot score") {
        CHECK_FALSE(faultsAfter("DELETE FROM template_version").isEmpty());
        const auto snapshot = loadSnapshot(test.book());
        REQUIRE_FALSE(snapshot);
        CHECK(snapshot.error().code == ErrorCode::Corrupt);
    }
    SECTION("a version that cannot be read") {
        CHECK(faultsAfter("UPDATE template_version SET content = '{}'").size() == 1);
    }
}

TEST_CASE("backupBook and restoreBook") {
    TestBook test;
    const AccountId account = test.addAccount(u"A1"_s);
    test.import(account, test.metric("logins"), {{day("2026-01-05"), 4}});
    const std::string before = dump(test.book());
    const QString copy = test.filePath(u"copy.healthbook"_s);
    REQUIRE(backupBook(test.book(), copy));

    SECTION("the copy holds all that the book in use holds") {
        auto opened = Book::open(copy, Access::ReadOnly);
        REQUIRE(opened);
        CHECK(dump(*opened) == before);
    }
    SECTION("it never replaces a file") {
        CHECK(backupBook(test.book(), copy).error().code == ErrorCode::Conflict);
    }
    SECTION("put back, the book is as it was, and the one that was there is kept") {
        (void)test.apply(AddNote{.account = account, .day = day("2026-01-06"), .text = u"later"_s});
        CHECK(restoreBook(copy, test.path()).error().code == ErrorCode::Busy); // it is open
        {
            const Book closed = std::move(test.book());
        }
        REQUIRE(restoreBook(copy, test.path()));
        auto restored = Book::open(test.path());
        REQUIRE(restored);
        CHECK(dump(*restored) == before);
        const QStringList kept =
            QDir(QFileInfo(test.path()).path()).entryList({u"a.healthbook.2*"_s}, QDir::Files);
        REQUIRE(kept.size() == 1);
        auto older = Book::open(test.filePath(kept.first()));
        REQUIRE(older);
        CHECK(notesOf(*older, account).value().size() == 1);
    }
    SECTION("it takes the place of a book that can no longer be opened") {
        {
            const Book closed = std::move(test.book());
        }
        QFile broken(test.path());
        REQUIRE(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
        broken.write("no longer a book");
        broken.close();
        REQUIRE(restoreBook(copy, test.path()));
        auto restored = Book::open(test.path());
        REQUIRE(restored);
        CHECK(dump(*restored) == before);
    }
    SECTION("a copy of an older schema is put back up to date, and nothing is left beside it") {
        const QString older = test.filePath(u"older.healthbook"_s);
        REQUIRE(QFile::copy(QStringLiteral(HB_SOURCE_DIR "/tests/data/books/v1.healthbook"), older));
        REQUIRE(QFile::setPermissions(older, QFile::ReadOwner)); // it is only read
        const QString path = test.filePath(u"restored.healthbook"_s);
        REQUIRE(restoreBook(older, path));
        auto restored = Book::open(path, Access::ReadOnly);
        REQUIRE(restored);
        CHECK_FALSE(loadSnapshot(*restored).value()->accounts->empty());
        CHECK(QDir(QFileInfo(path).path()).entryList({u"*restored*"_s}, QDir::Files | QDir::Dirs) ==
              QStringList{u"restored.healthbook"_s});
    }
    SECTION("what is no book is not put back") {
        QFile other(test.filePath(u"other.txt"_s));
        REQUIRE(other.open(QIODevice::WriteOnly));
        other.write("no book");
        other.close();
        const QString path = test.filePath(u"restored.healthbook"_s);
        const Result<void> restored = restoreBook(other.fileName(), path);
        REQUIRE_FALSE(restored);
        CHECK(restored.error().code == ErrorCode::Corrupt);
        CHECK(restored.error().place == other.fileName().toStdString());
        CHECK(QDir(QFileInfo(path).path()).entryList({u"*restored*"_s}, QDir::Files | QDir::Dirs).isEmpty());
    }
    SECTION("a damaged copy is not put back") {
        {
            auto damaged = store::Database::open(copy, store::OpenMode::ReadWrite);
            REQUIRE(damaged);
            REQUIRE(damaged->execute(u"UPDATE series_chunk SET points = x'00'"_s));
        }
        {
            const Book closed = std::move(test.book());
        }
        CHECK(restoreBook(copy, test.path()).error().code == ErrorCode::Corrupt);
        auto still = Book::open(test.path());
        REQUIRE(still);
        CHECK(dump(*still) == before);
    }
    SECTION("cancelled, nothing is left behind") {
        std::stop_source stop;
        stop.request_stop();
        const QString other = test.filePath(u"other.healthbook"_s);
        const Job job{.stop = stop.get_token(), .progress = {}};
        CHECK(backupBook(test.book(), other, job).error().code == ErrorCode::Cancelled);
        CHECK(QDir(QFileInfo(other).path()).entryList({u"other*"_s}, QDir::Files).isEmpty());
    }
}
