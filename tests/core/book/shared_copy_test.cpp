// SPDX-License-Identifier: GPL-3.0-or-later
// A copy that others can open and read, and nobody can change.
#include "core/book/upkeep.h"
#include "core/wording/read_only_sentence.h"
#include "tests/core/book/test_book.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QDir>
#include <QFile>

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytes(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("A copy that is shared to be read") {
    TestBook test;
    const AccountId account = test.addAccount(u"A1"_s);
    test.import(account, test.metric("logins"), {{day("2026-01-05"), 4}});
    const QString path = test.filePath(u"to read.healthbook"_s);
    const SharedCopy mark{.day = day("2026-03-30"), .by = "Ana Lopez"};
    REQUIRE(shareBook(test.book(), mark, path));
    const QByteArray before = bytes(path);

    SECTION("says of which day it is and who made it; the book itself does not") {
        const Book copy = Book::open(path).value();
        CHECK(copy.sharedCopy() == mark);
        CHECK(copy.isReadOnly());
        CHECK_FALSE(test.book().sharedCopy());
        CHECK_FALSE(Book::open(test.path()).value().isReadOnly());
    }
    SECTION("holds what the book holds") {
        Book copy = Book::open(path).value();
        CHECK(dump(*loadSnapshot(copy).value()) == dump(*test.snapshot()));
        CHECK(checkBook(copy).value().isEmpty());
    }
    SECTION("refuses every edit in a sentence, and no byte of it changes") {
        {
            Book copy = Book::open(path).value();
            const auto done =
                apply(copy, AddNote{.account = account, .day = day("2026-01-06"), .text = u"x"_s}, tester());
            REQUIRE_FALSE(done);
            CHECK(done.error().code == ErrorCode::InvalidInput);
            CHECK(done.error().found == "It is a copy of 2026-03-30, to read");
            CHECK(done.error().hint == "Change the book that Ana Lopez made it of");
        }
        CHECK(bytes(path) == before);
        CHECK_FALSE(QFile::exists(path + u"-wal"_s));
        CHECK_FALSE(QFile::exists(path + u"-journal"_s));
    }
    SECTION("is not made over another file, nor of such a copy") {
        CHECK(shareBook(test.book(), mark, path).error().code == ErrorCode::Conflict);
        CHECK(bytes(path) == before);
        Book copy = Book::open(path).value();
        CHECK(shareBook(copy, mark, test.filePath(u"again.healthbook"_s)).error().code ==
              ErrorCode::InvalidInput);
    }
    SECTION("is neither restored as a book nor replaced by one") {
        const QString other = test.filePath(u"other.healthbook"_s);
        CHECK(restoreBook(path, other).error().found == "The copy is one to read");
        CHECK_FALSE(QFile::exists(other));
        const QString backup = test.filePath(u"backup.healthbook"_s);
        REQUIRE(backupBook(test.book(), backup));
        CHECK(restoreBook(backup, path).error().found == "What is there is a copy to read");
        CHECK(bytes(path) == before);
        CHECK(QDir(test.filePath({})).entryList({u"to read*"_s}, QDir::AllEntries).size() == 1);
    }
    SECTION("that is cancelled leaves nothing") {
        std::stop_source stop;
        stop.request_stop();
        const QString other = test.filePath(u"other.healthbook"_s);
        const auto done = shareBook(test.book(), mark, other, {.stop = stop.get_token(), .progress = {}});
        CHECK(done.error().code == ErrorCode::Cancelled);
        CHECK(QDir(test.filePath({})).entryList({u"other*"_s}, QDir::AllEntries).isEmpty());
    }
}

TEST_CASE("What is said of a book that is open to read") {
    const Day today = day("2026-04-02");
    const SharedCopy mark{.day = day("2026-03-30"), .by = "Ana Lopez"};
    CHECK(wording::readOnlySentence(mark, today) == u"A copy of 30 Mar by Ana Lopez, to read."_s);
    CHECK(wording::readOnlySentence(SharedCopy{.day = day("2025-03-30"), .by = {}}, today) ==
          u"A copy of 30 Mar 2025, to read."_s);
    CHECK(wording::readOnlySentence({}, today) ==
          u"This book may not be written where it is: it is open to read."_s);
    CHECK(wording::whyReadOnly(mark, today) ==
          u"This is a copy of 30 Mar, to read: nothing in it can be changed."_s);
}
