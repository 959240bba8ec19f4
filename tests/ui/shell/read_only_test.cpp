// SPDX-License-Identifier: GPL-3.0-or-later
// A read-only copy: made from the File menu, opened, read, and refused every change.
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "tests/ui/support/open_book.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QToolButton>

using namespace hb;
using namespace Qt::StringLiterals;
using test::OpenBook;

namespace {

QByteArray bytes(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

constexpr const char *overridden = "C1111", *first = "C1012", *second = "C1013"; ///< of the demo company
const QString whyNot = u"This is a copy of 30 Mar, to read: nothing in it can be changed."_s;

/// A copy to read in which one account has a part of each kind.
void writeCopyToRead(const QString& path) {
    const QTemporaryDir folder;
    const QString original = folder.filePath(u"whole.healthbook"_s);
    test::copyDemoBook(original);
    auto opened = book::Book::open(original);
    REQUIRE(opened);
    const auto snapshot = book::loadSnapshot(*opened).value();
    const Day today = test::day(test::smallBookToday);
    const auto idOf = [&](const char* key) {
        return (*snapshot->accounts)[snapshot->findAccount(key).value()].id;
    };
    const auto apply = [&](const book::Edit& edit) {
        REQUIRE(book::apply(*opened, edit, {u"Ana Lopez"_s, u"ana"_s}));
    };
    for (const char* child : {first, second}) {
        apply(book::SetAttribute{.account = idOf(child),
                                 .key = u"parent_id"_s,
                                 .from = today,
                                 .value = QString::fromLatin1(overridden)});
    }
    const AccountId account = idOf(overridden);
    apply(book::AddNote{.account = account, .day = today, .text = u"Called Ana"_s});
    apply(book::SetAction{.account = account,
                          .facts = book::ActionFacts{.title = u"Call them"_s, .createdOn = today}});
    apply(book::SetContact{.account = account,
                           .facts = book::ContactFacts{.name = u"Zoe Zander"_s, .cameOn = today}});
    REQUIRE(book::shareBook(*opened, {.day = today, .by = "Ana Lopez"}, path));
}

/// The account page of a copy, and all the words that the window says.
struct CopyKit : test::AccountKit {
    CopyKit() : test::AccountKit(writeCopyToRead) {
        session.setPerson(u"Ana Lopez"_s);
        open(overridden);
    }
    void checkOff(const char* name, const QWidget* in = nullptr) const {
        CAPTURE(name);
        auto* part = find<QWidget>(name, in);
        CHECK(part->isVisible());
        CHECK_FALSE(part->isEnabled());
        CHECK(part->toolTip() == whyNot);
    }
    /// What the menu of the right button says of an entry.
    void checkMenu(const char* name) const {
        CAPTURE(name);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        REQUIRE(menu != nullptr);
        auto* entry = menu->findChild<QAction*>(QLatin1StringView(name));
        REQUIRE(entry != nullptr);
        CHECK_FALSE(entry->isEnabled());
        CHECK(entry->toolTip() == whyNot);
        CHECK(menu->toolTipsVisible());
    }
};

} // namespace

TEST_CASE("A copy to read: every part of the Account page that would change it is off, and says why") {
    const CopyKit kit;
    SECTION("what is pressed or typed into") {
        for (const char* name : {"reviewed",
                                 "newNote",
                                 "planAction",
                                 "newAction",
                                 "tick",
                                 "recordOutcome",
                                 "newContact",
                                 "noteEdit",
                                 "noteKind",
                                 "keepNote",
                                 "endOverride",
                                 "familySwitch",
                                 "levelNote",
                                 "confirmLevel",
                                 "newAttribute",
                                 "addAttribute"}) {
            kit.checkOff(name);
        }
        auto* picker = kit.find<QWidget>("levelHelp")->parentWidget();
        for (const QPushButton* level : picker->findChildren<QPushButton*>()) {
            CHECK_FALSE(level->isEnabled());
            CHECK(level->toolTip() == whyNot);
        }
    }
    SECTION("attributes are not opened") {
        auto* owner = kit.find<QWidget>("attribute_owner");
        CHECK(owner->toolTip() == whyNot);
        QTest::mouseDClick(owner, Qt::LeftButton, {}, {20, 10});
        CHECK_FALSE(kit.find<QLineEdit>("attributeEdit", owner)->isVisible());
    }
    SECTION("lines are not opened, and their menus say why") {
        auto* contact = kit.find<QWidget>("contact");
        QTest::keyClick(contact, Qt::Key_Return);
        CHECK_FALSE(kit.find<QWidget>("contactForm")->isVisible());
        auto* action = kit.find<QWidget>("action");
        QTest::keyClick(action, Qt::Key_Delete);
        CHECK_FALSE(kit.find<QWidget>("dropForm")->isVisible());
        test::click(*action, "entryMore");
        for (const char* name : {"doneAction", "dropAction", "changeAction", "removeAction"}) {
            kit.checkMenu(name);
        }
    }
    SECTION("a note that is opened is only read") {
        auto* timeline = kit.find<QListView>("timeline");
        for (int row = 0; row < timeline->model()->rowCount(); ++row) {
            const QModelIndex index = timeline->model()->index(row, 0);
            if (index.data(Qt::DisplayRole).toString() == u"Called Ana"_s) {
                timeline->scrollTo(index);
                QTest::mouseClick(
                    timeline->viewport(), Qt::LeftButton, {}, timeline->visualRect(index).center());
                break;
            }
        }
        for (const char* name : {"pinNote", "changeNote", "removeNote"}) {
            kit.checkOff(name);
        }
        CHECK(kit.find<QPushButton>("copyEntry")->isEnabled());
    }
    SECTION("the menu of the account, and what keys and palette run") {
        test::click(*kit.window, "more");
        for (const char* name : {"override", "rename", "merge"}) {
            kit.checkMenu(name);
        }
        for (const char* id : {"account.reviewed",
                               "account.note",
                               "account.action",
                               "account.outcome",
                               "account.level",
                               "account.override",
                               "account.rename",
                               "account.merge"}) {
            CAPTURE(id);
            const shell::Action* action = kit.window->actions().find(QString::fromLatin1(id));
            REQUIRE(action != nullptr);
            CHECK_FALSE(action->isEnabled());
            CHECK(action->whyNot() == whyNot);
        }
    }
}

TEST_CASE("A copy to read: stale scores are looked at, and not answered") {
    const CopyKit kit;
    kit.window->go({.page = session::page::book});
    kit.window->go({.page = session::page::staleScores});
    kit.checkOff("staleNote");
    kit.checkOff("staleConfirm");
    const QString asked = test::textOf(*kit.window, "staleCount");
    kit.press(Qt::Key_1, {});
    CHECK(test::textOf(*kit.window, "staleCount") == asked);
    CHECK(test::textOf(*kit.window, "toastText") == whyNot);
    kit.press(Qt::Key_Right, {});
    CHECK(test::textOf(*kit.window, "staleCount") != asked);
}

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
