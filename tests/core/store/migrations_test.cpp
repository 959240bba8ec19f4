// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"
#include "core/store/scorecard_store.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace hb;
using namespace hb::store;
using namespace Qt::StringLiterals;

namespace {

std::vector<MigrationStep> steps() {
    auto built = builtInSteps();
    REQUIRE(built);
    REQUIRE_FALSE(built->empty());
    return *built;
}

Database newBook(const QString& path, const std::vector<MigrationStep>& with) {
    auto database = Database::open(path, OpenMode::Create);
    REQUIRE(database);
    REQUIRE(migrate(*database, with));
    return std::move(*database);
}

QString textOf(Database& database, const QString& sql) {
    auto rows = database.query(sql);
    REQUIRE(rows);
    QString text;
    while (rows->next()) {
        text += rows->get<QString>(0) + u'\n';
    }
    return text;
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

MigrationStep nextStep(const QStringList& statements) {
    const int number = steps().back().number + 1;
    return {.number = number, .name = u"%1_test.sql"_s.arg(number), .statements = statements};
}

} // namespace

TEST_CASE("migrate") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.healthbook"_s);
    const int newest = steps().back().number;

    SECTION("the steps are numbered from 1 without a gap") {
        int expected = 1;
        for (const MigrationStep& step : steps()) {
            CHECK(step.number == expected++);
            CHECK_FALSE(step.statements.empty());
        }
    }

    SECTION("a new book has our mark, the schema's number and large pages") {
        Database database = newBook(path, steps());
        CHECK(textOf(database, u"PRAGMA application_id"_s) == QString::number(applicationId) + u'\n');
        CHECK(textOf(database, u"PRAGMA user_version"_s) == QString::number(newest) + u'\n');
        CHECK(textOf(database, u"PRAGMA page_size"_s) == u"8192\n"_s);
        CHECK(bytesOf(path).mid(68, 4) == "HBk1");
    }

    SECTION("a second run changes nothing") {
        newBook(path, steps()).close();
        const QByteArray before = bytesOf(path);
        auto database = Database::open(path, OpenMode::ReadWrite);
        REQUIRE(database);
        REQUIRE(migrate(*database, steps()));
        database->close();
        CHECK(bytesOf(path) == before);
        CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 1);
    }

    SECTION("an older book is brought up to date, and a copy of it is kept") {
        newBook(path, steps()).close();
        auto with = steps();
        with.push_back(nextStep({u"CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT"_s}));
        auto database = Database::open(path, OpenMode::ReadWrite);
        REQUIRE(database);
        REQUIRE(migrate(*database, with));
        CHECK(textOf(*database, u"PRAGMA user_version"_s) == QString::number(newest + 1) + u'\n');
        CHECK(textOf(*database, u"PRAGMA foreign_keys"_s) == u"1\n"_s);
        const QString fresh = folder.filePath(u"fresh.healthbook"_s);
        Database other = newBook(fresh, with);
        const QString schema = u"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"_s;
        CHECK(textOf(*database, schema) == textOf(other, schema));
        auto copy = Database::open(u"%1.v%2-backup"_s.arg(path).arg(newest), OpenMode::ReadOnly);
        REQUIRE(copy);
        CHECK(textOf(*copy, u"PRAGMA user_version"_s) == QString::number(newest) + u'\n');
    }

    SECTION("a step that fails leaves the file as it was") {
        newBook(path, steps()).close();
        const QByteArray before = bytesOf(path);
        auto with = steps();
        SECTION("by a faulty statement") {
            with.push_back(nextStep({u"CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT"_s,
                                     u"INSERT INTO nowhere VALUES (1)"_s}));
        }
        SECTION("by a reference to nothing") {
            with.push_back(nextStep({u"INSERT INTO statement VALUES (99, 99, 1, 0, 99)"_s}));
        }
        {
            auto database = Database::open(path, OpenMode::ReadWrite);
            REQUIRE(database);
            const auto failed = migrate(*database, with);
            REQUIRE_FALSE(failed);
            CHECK(failed.error().what.find(with.back().name.toStdString()) != std::string::npos);
        }
        CHECK(bytesOf(path) == before);
    }

    SECTION("a newer book is refused with the version that is needed") {
        auto with = steps();
        with.push_back(nextStep({u"UPDATE setting SET value = '9.9'"_s}));
        {
            Database newer = newBook(path, with);
            REQUIRE(newer.execute(u"UPDATE setting SET value = '9.9' WHERE key = 'schema_needs'"_s));
        }
        const QByteArray before = bytesOf(path);
        auto database = Database::open(path, OpenMode::ReadWrite);
        REQUIRE(database);
        const auto refused = migrate(*database, steps());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::TooNew);
        CHECK(refused.error().hint == "Open it with Healthbook 9.9 or newer");
        CHECK(refused.error().found.starts_with("format "));
        CHECK(refused.error().expected.starts_with("format "));
        database->close();
        CHECK(bytesOf(path) == before);
    }

    SECTION("another program's SQLite file is no book") {
        {
            auto other = Database::open(path, OpenMode::Create);
            REQUIRE(other);
            REQUIRE(other->execute(u"CREATE TABLE contacts (id INTEGER)"_s));
        }
        auto database = Database::open(path, OpenMode::ReadWrite);
        REQUIRE(database);
        const auto refused = migrate(*database, steps());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Corrupt);
    }

    SECTION("nor is an empty file") {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.close();
        auto database = Database::open(path, OpenMode::ReadWrite);
        REQUIRE(database);
        const auto refused = migrate(*database, steps());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Corrupt);
    }
}

TEST_CASE("splitStatements") {
    CHECK(
        splitStatements(
            u"-- a comment; with a semicolon\nCREATE TABLE a (b TEXT);\n  -- next  \n\n-- next\nSELECT ';'\n"_s) ==
        QStringList{u"-- a comment; with a semicolon\nCREATE TABLE a (b TEXT);"_s, u"SELECT ';'"_s});
}
