// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that work everywhere (look.md, Keys), and what a window remembers.
#include "tests/ui/support/open_book.h"
#include "ui/settings/settings.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QToolButton>

using namespace hb;
using test::OpenBook;

namespace {

/// The texts of a menu's entries with their keys, by their words.
QString keysInMenu(OpenBook& open, shell::Menu which, const QString& text) {
    QMenu* menu = open.window.actions().menu(which);
    Q_EMIT menu->aboutToShow();
    for (const QAction* action : menu->actions()) {
        if (action->text().section(u'\t', 0, 0) == text) {
            return action->text().section(u'\t', 1);
        }
    }
    return QStringLiteral("not there");
}

} // namespace

TEST_CASE("keys of the window") {
    OpenBook open(test::fiveAccounts());

    SECTION("F1 helps where one is") {
        QTest::keyClick(&open.window, Qt::Key_F1);
        REQUIRE_FALSE(open.kit.prompts.asked.empty());
        CHECK(open.kit.prompts.asked.back().contains(QStringLiteral("who needs me")));
        open.clickTile("low");
        QTest::keyClick(open.wall(), Qt::Key_Return);
        QTest::keyClick(&open.window, Qt::Key_F1);
        CHECK(open.kit.prompts.asked.back().contains(QStringLiteral("why")));
    }
    SECTION("Ctrl+/ lists all keys") {
        QTest::keyClick(&open.window, Qt::Key_Slash, Qt::ControlModifier);
        REQUIRE_FALSE(open.kit.prompts.asked.empty());
        CHECK(open.kit.prompts.asked.back() == QStringLiteral("All keys"));
    }
    SECTION("Ctrl+D opens the days on the as-of day, Esc leaves them") {
        QTest::keyClick(&open.window, Qt::Key_D, Qt::ControlModifier);
        auto* popup = open.find<QWidget>("dayPopup");
        REQUIRE(popup->isVisible());
        CHECK(popup->findChild<QCalendarWidget*>()->selectedDate() == QDate(2026, 3, 30));
        auto* calendar = popup->findChild<QCalendarWidget*>();
        auto* view = calendar->findChild<QWidget*>(QStringLiteral("qt_calendar_calendarview"));
        REQUIRE(view != nullptr);
        QTest::keyClicks(view, QStringLiteral("31 feb")); // days are chosen, not typed
        CHECK(calendar->selectedDate() == QDate(2026, 3, 30));
        CHECK(open.kit.session.asOf() == test::day("2026-03-30"));
        open.press("step-7");
        CHECK(open.kit.session.asOf() == test::day("2026-03-23"));
        CHECK(popup->findChild<QCalendarWidget*>()->selectedDate() == QDate(2026, 3, 23));
        open.press("step1");
        CHECK(open.kit.session.asOf() == test::day("2026-03-24"));
        QTest::keyClick(popup, Qt::Key_Escape);
        CHECK_FALSE(popup->isVisible());
    }
    SECTION("Ctrl+K opens the palette; what it does is done, and Esc leaves it") {
        QTest::keyClick(&open.window, Qt::Key_K, Qt::ControlModifier);
        auto* palette = open.find<QWidget>("commandPalette");
        REQUIRE(palette->isVisible());
        auto* box = open.find<QLineEdit>("paletteText");
        QTest::keyClicks(box, QStringLiteral("list"));
        auto* list = open.find<QListWidget>("paletteList");
        while (!list->currentItem()->text().startsWith(QStringLiteral("List"))) {
            const int before = list->currentRow();
            QTest::keyClick(box, Qt::Key_Down);
            REQUIRE(list->currentRow() > before);
        }
        QTest::keyClick(box, Qt::Key_Return);
        CHECK(open.list()->isVisible());
        QTest::keyClick(&open.window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(box, Qt::Key_Escape);
        CHECK_FALSE(palette->isVisible());
        CHECK(open.window.where().page == session::page::book);
    }
    SECTION("F6 and Shift+F6 walk the parts of the window") {
        open.wall()->setFocus();
        const auto within = [&](const char* name) {
            const QWidget* part = open.find<QWidget>(name);
            return part->isAncestorOf(QApplication::focusWidget());
        };
        REQUIRE(within("bookPage"));
        QTest::keyClick(&open.window, Qt::Key_F6);
        CHECK(open.find<QToolButton>("rail.book")->hasFocus());
        QTest::keyClick(&open.window, Qt::Key_F6);
        CHECK(within("topBar"));
        QTest::keyClick(&open.window, Qt::Key_F6);
        CHECK(within("bookPage"));
        QTest::keyClick(&open.window, Qt::Key_F6, Qt::ShiftModifier);
        CHECK(within("topBar"));
    }
    SECTION("Ctrl+M shows the menu bar, in every window, and it is remembered") {
        shell::MainWindow other(open.kit.context);
        other.show();
        open.window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&open.window));
        QTest::keyClick(&open.window, Qt::Key_M, Qt::ControlModifier);
        CHECK(open.window.menuBar()->isVisible());
        CHECK(other.menuBar()->isVisible());
        CHECK(open.kit.settings.get(settings::menuBarShown));
        QTest::keyClick(&open.window, Qt::Key_M, Qt::ControlModifier);
        CHECK_FALSE(open.window.menuBar()->isVisible());
    }
    SECTION("Esc closes the peek, then clears the filters, then does nothing") {
        open.kit.session.setFilter({.bands = {Band::Yellow}});
        open.clickTile("low");
        REQUIRE(open.find<QWidget>("peek")->isVisible());
        QTest::keyClick(&open.window, Qt::Key_Escape);
        CHECK_FALSE(open.find<QWidget>("peek")->isVisible());
        CHECK_FALSE(open.kit.session.filter().isPlain());
        QTest::keyClick(&open.window, Qt::Key_Escape);
        CHECK(open.kit.session.filter().isPlain());
        QTest::keyClick(&open.window, Qt::Key_Escape);
        CHECK(open.window.where().page == session::page::book);
    }
    SECTION("Ctrl+1 goes to the Book, Alt+Left and Alt+Right back and forward") {
        open.clickTile("low");
        QTest::keyClick(open.wall(), Qt::Key_Return);
        REQUIRE(open.window.where().page == session::page::account);
        QTest::keyClick(&open.window, Qt::Key_1, Qt::ControlModifier);
        CHECK(open.window.where().page == session::page::book);
        QTest::keyClick(&open.window, Qt::Key_Left, Qt::AltModifier);
        CHECK(open.window.where().page == session::page::account);
        QTest::keyClick(&open.window, Qt::Key_Right, Qt::AltModifier);
        CHECK(open.window.where().page == session::page::book);
    }
    SECTION("menus show the keys, also those that the wall takes by itself") {
        CHECK(keysInMenu(open, shell::Menu::Help, QStringLiteral("Help on this page")) ==
              QStringLiteral("F1"));
        CHECK(keysInMenu(open, shell::Menu::Edit, QStringLiteral("Settings")) == QStringLiteral("Ctrl+,"));
        CHECK(keysInMenu(open, shell::Menu::Go, QStringLiteral("Look at the account")) ==
              QStringLiteral("Space"));
        CHECK(keysInMenu(open, shell::Menu::Edit, QStringLiteral("Reviewed")) == QStringLiteral("Ctrl+R"));
    }
}

TEST_CASE("a window begins where the last one was left") {
    test::WindowKit kit;
    kit.session.showSnapshot(test::fiveAccounts().build());
    {
        shell::MainWindow window(kit.context);
        window.show();
        auto& page = *dynamic_cast<pages::BookPage*>(window.page(session::page::book));
        page.model().setGroupBy(QStringLiteral("owner"));
        page.model().setSort(models::sortingFromText(QStringLiteral("-score")));
        page.model().setFolded(QStringLiteral("owner=Ana Lopez"), true);
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("sizeL")), Qt::LeftButton);
        window.close();
    }
    shell::MainWindow again(kit.context);
    again.show();
    const auto& model = dynamic_cast<pages::BookPage*>(again.page(session::page::book))->model();
    CHECK(model.arrangement().groupBy == QStringLiteral("owner"));
    CHECK(models::toText(model.arrangement().sort) == QStringLiteral("-score"));
    CHECK(model.foldedSections().contains(QStringLiteral("owner=Ana Lopez")));
    CHECK(again.findChild<QPushButton*>(QStringLiteral("sizeL"))->isChecked());
}

TEST_CASE("an order or group that a book lacks is kept for the next one") {
    test::WindowKit kit;
    kit.settings.set(settings::groupBy, QStringLiteral("region"));
    kit.settings.set(settings::sortBy, QStringLiteral("arr"));
    kit.session.showSnapshot(test::fiveAccounts().build());
    shell::MainWindow window(kit.context);
    const auto& model = dynamic_cast<pages::BookPage*>(window.page(session::page::book))->model();
    CHECK(model.layout().sections.size() == 4);
    CHECK(model.arrangement().sort == models::Sorting{});
    CHECK(kit.settings.get(settings::groupBy) == QStringLiteral("region"));
    CHECK(kit.settings.get(settings::sortBy) == QStringLiteral("arr"));
}
