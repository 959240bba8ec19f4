// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/upkeep.h"
#include "core/store/database.h"
#include "core/store/transaction.h"
#include "tests/support/catch.h"
#include "tests/ui/support/window_kit.h"
#include "ui/session/book_session.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace hb;

TEST_CASE("BookSession on a snapshot") {
    test::WindowKit kit;
    session::BookSession& session = kit.session;
    QSignalSpy opened(&session, &session::BookSession::opened);
    QSignalSpy days(&session, &session::BookSession::dayChanged);
    session.showSnapshot(test::fiveAccounts().build());
    const Day today = test::day(test::smallBookToday);

    SECTION("it opens on today, scored") {
        CHECK(opened.count() == 1);
        CHECK(session.asOf() == today);
        CHECK_FALSE(session.isPast());
        CHECK(session.onDay().scores.size() == 5);
    }
    SECTION("a day is between the oldest measurement and today") {
        session.setAsOf(today + 10);
        CHECK(session.asOf() == today);
        CHECK(days.count() == 0);
        session.setAsOf(Day{0});
        CHECK(session.asOf() == session.firstDay());
        CHECK(days.count() == 1);
        CHECK(session.moment()->day == session.firstDay());
        CHECK(session.isPast());
    }
    SECTION("a sparkline has the as-of day and twelve weeks before it") {
        const auto fell = session.snapshot().findAccount("fell").value();
        const auto line = session.sparkline(fell);
        REQUIRE(line.size() == 13);
        CHECK(line.back().shown.score == 20);
        CHECK(line.front().shown.score == 90);
    }
    SECTION("who looks, and the scope that follows") {
        QSignalSpy persons(&session, &session::BookSession::personChanged);
        session.setPerson(QStringLiteral("Ana Lopez"));
        CHECK(persons.count() == 1);
        CHECK(session.hasOwnAccounts());
        CHECK(session.filter().mine);
        CHECK(session.actor().name == QStringLiteral("Ana Lopez"));
        session.setPerson({});
        CHECK_FALSE(session.hasOwnAccounts());
        CHECK_FALSE(session.filter().mine);
        CHECK(kit.settings.get(settings::personAsked));
    }
    SECTION("an edit without a file fails aloud") {
        QSignalSpy failed(&session, &session::BookSession::failed);
        session.apply(book::AddNote{.account = AccountId{1}, .day = today, .text = QStringLiteral("x")},
                      QStringLiteral("x"));
        CHECK(failed.count() == 1);
        CHECK_FALSE(session.undoStack().canUndo());
    }
    SECTION("closing tells, and forgets") {
        QSignalSpy closed(&session, &session::BookSession::closed);
        session.close();
        CHECK(closed.count() == 1);
        CHECK_FALSE(session.isOpen());
    }
}

TEST_CASE("BookSession opens where the data ends") {
    test::SmallBook book;
    book.builder.account("old").measure("old", "health", test::day("2026-01-31"), 50);
    test::WindowKit kit;
    kit.session.showSnapshot(book.build());
    CHECK(kit.session.asOf() == test::day("2026-01-31"));
    CHECK(kit.session.isPast());
    CHECK(kit.session.homeDay() == kit.session.asOf());
}

TEST_CASE("BookSession on a file") {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("b.healthbook"));
    const Day today = test::day(test::smallBookToday);
    {
        REQUIRE(book::createDemoBook(path, today).has_value());
    }
    jobs::JobRunner jobs;
    settings::Settings settings{std::make_unique<settings::MemoryStore>()};
    session::BookSession session(jobs, settings, today);
    QSignalSpy opened(&session, &session::BookSession::opened);
    QSignalSpy failed(&session, &session::BookSession::failed);
    QSignalSpy changed(&session, &session::BookSession::changed);

    SECTION("what is not a book fails, and leaves none open") {
        const QString text = folder.filePath(QStringLiteral("text.healthbook"));
        QFile file(text);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("not a book");
        file.close();
        session.open(text);
        REQUIRE(QTest::qWaitFor([&] { return failed.count() > 0; }));
        CHECK_FALSE(session.isOpen());
    }
    session.open(path);
    REQUIRE(QTest::qWaitFor([&] { return session.isOpen(); }, 60'000));
    CHECK(session.snapshot().accountCount() == 200);
    CHECK(settings.get(settings::lastBook) == path);
    const AccountId first = session.snapshot().accounts->front().id;

    SECTION("a review reaches the snapshot; undo takes it back, redo gives it again") {
        const std::size_t before = session.snapshot().reviews.size();
        const auto reviews = [&] { return session.snapshot().reviews.size(); };
        session.apply(book::SetReviewed{.account = first, .day = today, .reasons = 3U},
                      QStringLiteral("Reviewed"));
        REQUIRE(QTest::qWaitFor([&] { return reviews() == before + 1; }));
        session.undoStack().undo();
        REQUIRE(QTest::qWaitFor([&] { return reviews() == before; }));
        session.undoStack().redo();
        REQUIRE(QTest::qWaitFor([&] { return reviews() == before + 1; }));
        CHECK(failed.count() == 0);
    }
    SECTION("edits, undo and redo in one go are applied in order") {
        for (int i = 0; i < 5; ++i) {
            session.apply(book::AddNote{.account = first, .day = today, .text = QString::number(i)},
                          QStringLiteral("note"));
        }
        session.undoStack().undo();
        session.undoStack().undo();
        session.undoStack().redo();
        std::optional<std::vector<book::Note>> notes;
        REQUIRE(QTest::qWaitFor([&] { return jobs.isIdle(); }));
        session.readNotes(
            first, &session, [&](Result<std::vector<book::Note>> read) { notes = read.value(); });
        REQUIRE(QTest::qWaitFor([&] { return notes.has_value(); }));
        QStringList mine;
        for (const book::Note& note : *notes) {
            if (note.text.size() == 1) {
                mine.append(note.text);
            }
        }
        mine.sort();
        CHECK(mine.join(u',') == QStringLiteral("0,1,2,3"));
    }
    SECTION("an edit waits for another program that writes, and follows it") {
        auto other = store::Database::open(path, store::OpenMode::ReadWrite);
        REQUIRE(other.has_value());
        auto writing = std::make_optional(store::Transaction::begin(*other));
        REQUIRE(writing->has_value());
        const std::size_t before = session.snapshot().reviews.size();
        session.apply(book::SetReviewed{.account = first, .day = today, .reasons = 3U},
                      QStringLiteral("Reviewed"));
        REQUIRE(QTest::qWaitFor([&] { return session.isWaiting(); }, 20'000));
        writing.reset();
        REQUIRE(QTest::qWaitFor([&] { return session.snapshot().reviews.size() == before + 1; }, 20'000));
        CHECK_FALSE(session.isWaiting());
        CHECK(failed.count() == 0);
    }
    SECTION("what another program writes is seen") {
        auto other = book::Book::open(path);
        REQUIRE(other.has_value());
        const auto applied = book::apply(*other,
                                         book::SetReviewed{.account = first, .day = today, .reasons = 1U},
                                         {.name = QStringLiteral("Other"), .login = QStringLiteral("o")});
        REQUIRE(applied.has_value());
        REQUIRE(QTest::qWaitFor([&] { return changed.count() > 0; }));
        CHECK(std::ranges::any_of(session.snapshot().reviews,
                                  [](const Review& review) { return review.person == "Other"; }));
    }
}
