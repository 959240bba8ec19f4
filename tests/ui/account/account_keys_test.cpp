// SPDX-License-Identifier: GPL-3.0-or-later
// Another id for an account, and two accounts that are one, by clicks and keys.
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr const char *one = "C1012", *other = "C1013";

struct Kit : test::AccountKit {
    void chooseFromMenu(const char* action) {
        test::click(*window, "more");
        choose(action);
        window->activateWindow(); // shortcuts are the active window's, and the menu was it
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
        QCoreApplication::processEvents();
    }
    void type(const char* field, const QString& text) const {
        auto* edit = find<QLineEdit>(field);
        REQUIRE(window->focusWidget() == edit);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void enter() const {
        press(Qt::Key_Return, {});
        QCoreApplication::processEvents();
    }
    void closeCompletions() const {
        find<QLineEdit>("mergeInto")->completer()->popup()->hide();
        window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
    }
    [[nodiscard]] std::optional<std::string> leadsTo(const char* key) const {
        book::Book book = onDisk();
        const auto snapshot = book::loadSnapshot(book).value();
        const auto account = snapshot->findAccount(key);
        return account ? std::optional((*snapshot->accounts)[*account].key) : std::nullopt;
    }
};

} // namespace

TEST_CASE("Account: its id is changed from the menu, and undo brings the former one back") {
    Kit kit;
    kit.open(one);
    const QString name = kit.window->currentPage()->place();
    CHECK_FALSE(test::isShown(*kit.window, "keysCard"));
    kit.chooseFromMenu("rename");
    REQUIRE(test::isShown(*kit.window, "renameForm"));
    CHECK(kit.find<QLineEdit>("accountKey")->text() == QLatin1StringView(one));

    SECTION("kept with Enter") {
        kit.type("accountKey", u"O'Neil \"7\""_s);
        kit.enter();
        CHECK_FALSE(test::isShown(*kit.window, "keysCard"));
        CHECK(kit.leadsTo(one) == "O'Neil \"7\"");
        CHECK(kit.window->currentPage()->place() == name);
        kit.undo();
        CHECK(kit.leadsTo(one) == one);
        CHECK_FALSE(kit.leadsTo("O'Neil \"7\""));
        kit.redo();
        CHECK(kit.leadsTo(one) == "O'Neil \"7\"");
    }
    SECTION("who stands on the new id when it is taken back still sees the account") {
        kit.type("accountKey", u"NEW"_s);
        kit.enter();
        kit.open("NEW");
        kit.undo();
        CHECK(kit.window->currentPage()->place() == name);
    }
    SECTION("not one that another account has, nor none") {
        kit.type("accountKey", QString::fromLatin1(other));
        kit.enter();
        CHECK(kit.find<QLabel>("accountKeyFault")->isVisible());
        kit.type("accountKey", u" "_s);
        kit.enter();
        CHECK(kit.find<QLabel>("accountKeyFault")->isVisible());
        CHECK(kit.leadsTo(other) == other);
    }
    SECTION("Esc leaves") {
        kit.press(Qt::Key_Escape, {});
        CHECK_FALSE(test::isShown(*kit.window, "keysCard"));
    }
}

TEST_CASE("Account: it is merged into another by typing, in one step that undo takes back") {
    Kit kit;
    kit.open(other);
    const QString name = kit.window->currentPage()->place();
    kit.open(one);
    const QString before = kit.window->currentPage()->place();
    kit.chooseFromMenu("merge");
    REQUIRE(test::isShown(*kit.window, "mergeForm"));

    SECTION("by its name; what comes together is said before") {
        kit.type("mergeInto", name);
        kit.closeCompletions();
        const QString sentence = kit.find<QLabel>("formNotice", kit.find<QWidget>("mergeForm"))->text();
        CHECK(sentence.startsWith(u"To %1 come: "_s.arg(name)));
        CHECK(sentence.contains(u" measurements"_s));
        CHECK(sentence.contains(u"both have a value: that of %1 stands."_s.arg(name)));
        kit.enter();
        CHECK(kit.leadsTo(one) == other);
        CHECK(kit.window->currentPage()->place() == name);
        kit.undo();
        CHECK(kit.leadsTo(one) == one);
        CHECK(kit.window->currentPage()->place() == before);
        kit.redo();
        CHECK(kit.leadsTo(one) == other);
    }
    SECTION("by its id, and a click") {
        kit.type("mergeInto", QString::fromLatin1(other));
        kit.closeCompletions();
        QTest::mouseClick(kit.find<QPushButton>("keepForm", kit.find<QWidget>("mergeForm")), Qt::LeftButton);
        QCoreApplication::processEvents();
        CHECK(kit.leadsTo(one) == other);
    }
    SECTION("not into itself, nor into nobody") {
        for (const QString& text : {QString::fromLatin1(one), u"nobody at all"_s}) {
            kit.type("mergeInto", text);
            kit.closeCompletions();
            kit.enter();
            CHECK(kit.find<QLabel>("mergeIntoFault")->isVisible());
        }
        CHECK(kit.leadsTo(one) == one);
    }
}

} // namespace hb::pages
