// SPDX-License-Identifier: GPL-3.0-or-later
// A read-only copy: made from the File menu, opened, read, and refused every change.
#include "tests/ui/support/open_book.h"

#include <QFile>
#include <QLabel>
#include <QTemporaryDir>

using namespace hb;
using namespace Qt::StringLiterals;
using test::OpenBook;

namespace {

QByteArray bytes(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("A copy to read") {
    const test::RealBook real;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"to read.healthbook"_s);
    OpenBook open(real);
    auto* bar = open.find<QWidget>("readOnlyBar");
    CHECK_FALSE(bar->isVisible());
    open.kit.settings.set(settings::person, u"Ana Lopez"_s);
    open.kit.prompts.answer(path);
    test::choose(open.window.actions().menu(shell::Menu::File), u"Share a read-only copy..."_s);
    REQUIRE(QFile::exists(path));
    CHECK(open.find<QLabel>("toastText")->text().startsWith(u"to read.healthbook is written"_s));
    const QByteArray before = bytes(path);

    open.kit.session.open(path);
    REQUIRE(open.kit.session.isOpen());
    SECTION("says so over the page, and is of its day later too") {
        CHECK(bar->isVisible());
        CHECK(open.find<QLabel>("readOnlySentence")->text().startsWith(u"A copy of 30 Mar"_s));
        const Day day = open.kit.session.asOf();
        open.kit.session.close();
        CHECK_FALSE(bar->isVisible());
        open.kit.session.setToday(day + 10);
        open.kit.session.open(path);
        CHECK(open.kit.session.asOf() == day);
        CHECK_FALSE(open.find<QWidget>("timeBar")->isVisible()); // its own bar says the day
        open.kit.session.setAsOf(day - 7);
        CHECK(open.find<QWidget>("timeBar")->isVisible());
    }
    SECTION("what would change it is off, and says why") {
        open.window.go({.page = session::page::book});
        open.clickTile("fell");
        for (const char* id : {"book.review", "book.note", "view.keep"}) {
            CAPTURE(id);
            const shell::Action* action = open.window.actions().find(QString::fromLatin1(id));
            REQUIRE(action != nullptr);
            CHECK_FALSE(action->isEnabled());
            CHECK(action->whyNot() == u"This is a copy of 30 Mar, to read: nothing in it can be changed."_s);
        }
        auto* review = open.find<QPushButton>("peekReview");
        CHECK_FALSE(review->isEnabled());
        CHECK(review->toolTip().contains(u"to read"_s));
        CHECK_FALSE(open.window.actions().find(u"file.share"_s)->isEnabled());
    }
    SECTION("an edit that comes all the same is refused, and takes no step of undo") {
        const AccountId account = (*open.kit.session.snapshot().accounts)[0].id;
        QStringList said;
        QObject::connect(&open.kit.session,
                         &session::BookSession::noticed,
                         &open.window,
                         [&](const QString& text) { said.append(text); });
        open.kit.session.apply(
            book::AddNote{.account = account, .day = open.kit.session.asOf(), .text = u"x"_s}, u"Wrote"_s);
        CHECK(said == QStringList{u"This is a copy of 30 Mar, to read: nothing in it can be changed."_s});
        CHECK(open.kit.session.undoStack().count() == 0);
    }
    SECTION("its pages are walked and exported as ever") {
        open.window.go({.page = session::page::account, .account = u"fell"_s});
        open.kit.prompts.answer(folder.filePath(u"costs.csv"_s));
        open.run("file.exportCsv");
        CHECK(QFile::exists(folder.filePath(u"costs.csv"_s)));
    }
    open.kit.session.close();
    CHECK(bytes(path) == before);
    CHECK_FALSE(QFile::exists(path + u"-wal"_s));
}
