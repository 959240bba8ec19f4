// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/transaction.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <limits>

using namespace hb;
using namespace hb::store;
using namespace Qt::StringLiterals;

namespace {

Database newDatabase(const QString& path) {
    auto database = Database::open(path, OpenMode::Create);
    REQUIRE(database);
    REQUIRE(database->execute(
        u"CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT, number REAL, bytes BLOB) STRICT"_s));
    return std::move(*database);
}

int countOf(Database& database) {
    auto rows = database.query(u"SELECT count(*) FROM t"_s);
    REQUIRE(rows);
    REQUIRE(rows->next());
    return rows->get<int>(0);
}

} // namespace

TEST_CASE("Database") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ä book.db"_s);

    SECTION("values come back as they were bound") {
        Database database = newDatabase(path);
        const QByteArray bytes("a\0b", 3);
        REQUIRE(database.query(u"INSERT INTO t VALUES (?, ?, ?, ?)"_s, 1, u"Größe “x” 😀"_s, 0.1, bytes));
        REQUIRE(database.query(u"INSERT INTO t VALUES (?, ?, ?, ?)"_s,
                               std::numeric_limits<std::int64_t>::max(),
                               std::string("plain"),
                               std::optional<double>(),
                               QByteArray()));
        REQUIRE(
            database.query(u"INSERT INTO t VALUES (?, ?, ?, ?)"_s, 3, QString(), std::nullopt, QByteArray()));
        auto rows = database.query(u"SELECT id, text, number, bytes FROM t ORDER BY id"_s);
        REQUIRE(rows);
        REQUIRE(rows->next());
        CHECK(rows->get<int>(0) == 1);
        CHECK(rows->get<QString>(1) == u"Größe “x” 😀"_s);
        CHECK(rows->get<double>(2) == 0.1);
        CHECK(rows->get<QByteArray>(3) == bytes);
        REQUIRE(rows->next());
        CHECK(rows->get<std::optional<QString>>(1) == u""_s); // a null QString is stored as the empty text
        REQUIRE(rows->next());
        CHECK(rows->get<AccountId>(0).value == std::numeric_limits<std::int64_t>::max());
        CHECK(rows->get<std::string>(1) == "plain");
        CHECK_FALSE(rows->get<std::optional<double>>(2));
        CHECK_FALSE(rows->next());
        CHECK(rows->finished());
    }

    SECTION("a faulty statement is an error with words") {
        Database database = newDatabase(path);
        const auto wrong = database.query(u"SELECT 1 FROM nowhere"_s);
        REQUIRE_FALSE(wrong);
        CHECK(wrong.error().found == "no such table: nowhere");
    }

    SECTION("a broken constraint is a conflict") {
        Database database = newDatabase(path);
        REQUIRE(database.query(u"INSERT INTO t (id) VALUES (?)"_s, 1));
        const auto again = database.query(u"INSERT INTO t (id) VALUES (?)"_s, 1);
        REQUIRE_FALSE(again);
        CHECK(again.error().code == ErrorCode::Conflict);
    }

    SECTION("a transaction that is not committed leaves nothing") {
        Database database = newDatabase(path);
        {
            auto transaction = Transaction::begin(database);
            REQUIRE(transaction);
            REQUIRE(database.query(u"INSERT INTO t (id) VALUES (?)"_s, 1));
        }
        CHECK(countOf(database) == 0);
        {
            auto transaction = Transaction::begin(database);
            REQUIRE(transaction);
            REQUIRE(database.query(u"INSERT INTO t (id) VALUES (?)"_s, 1));
            REQUIRE(transaction->commit());
        }
        CHECK(countOf(database) == 1);
    }

    SECTION("while one writes, a second writer is told that the book is busy") {
        Database first = newDatabase(path);
        REQUIRE(first.useWriteAheadLog());
        auto second = Database::open(path, OpenMode::ReadWrite);
        REQUIRE(second);
        REQUIRE(second->execute(u"PRAGMA busy_timeout = 10"_s)); // the test need not wait five seconds
        auto transaction = Transaction::begin(first);
        REQUIRE(transaction);
        const auto refused = Transaction::begin(*second);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Busy);
        CHECK(countOf(*second) == 0); // reading goes on
    }

    SECTION("the last one to close leaves one file without a log") {
        {
            Database first = newDatabase(path);
            REQUIRE(first.useWriteAheadLog().value());
            auto second = Database::open(path, OpenMode::ReadWrite);
            REQUIRE(second);
            REQUIRE(second->useWriteAheadLog().value());
            REQUIRE(second->query(u"INSERT INTO t (id) VALUES (?)"_s, 7));
            first.close();
            CHECK(QFileInfo::exists(path + u"-wal"_s));
        }
        CHECK_FALSE(QFileInfo::exists(path + u"-wal"_s));
        CHECK_FALSE(QFileInfo::exists(path + u"-shm"_s));
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray header = file.read(20);
        CHECK(header.at(18) == 1); // written by the rollback journal, so that a read-only copy opens anywhere
        auto again = Database::open(path, OpenMode::ReadOnly);
        REQUIRE(again);
        CHECK(countOf(*again) == 1);
    }

    SECTION("read only means it") {
        newDatabase(path).close();
        auto database = Database::open(path, OpenMode::ReadOnly);
        REQUIRE(database);
        CHECK_FALSE(database->query(u"INSERT INTO t (id) VALUES (?)"_s, 1));
    }

    SECTION("what cannot be opened says why") {
        CHECK(Database::open(path, OpenMode::ReadWrite).error().code == ErrorCode::NotFound);
        CHECK(Database::open(folder.path(), OpenMode::ReadWrite).error().code == ErrorCode::InvalidInput);
        newDatabase(path).close();
        CHECK(Database::open(path, OpenMode::Create).error().code == ErrorCode::Conflict);
        QFile text(folder.filePath(u"text.csv"_s));
        REQUIRE(text.open(QIODevice::WriteOnly));
        text.write(QByteArray("account_id,name\n").repeated(200));
        text.close();
        const auto noBook = Database::open(text.fileName(), OpenMode::ReadWrite);
        REQUIRE_FALSE(noBook);
        CHECK(noBook.error().code == ErrorCode::Corrupt);
        CHECK(noBook.error().place == text.fileName().toStdString());
    }
}
