// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/ui/support/window_kit.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/history.h"
#include "ui/shell/main_window.h"

#include <QMenu>

using namespace hb;

TEST_CASE("ActionRegistry") {
    SECTION("no two actions of the window and its pages have one id or, together, one shortcut") {
        test::WindowKit kit;
        kit.session.showSnapshot(test::fiveAccounts().build());
        shell::MainWindow window(kit.context);
        for (const shell::PageInfo& page : window.pages()) {
            REQUIRE(window.page(page.id) != nullptr);
        }
        CHECK(window.actions().clashes().join(u'\n').toStdString().empty());
        CHECK(window.actions().all().size() > 30);
    }
    SECTION("clashes are found") {
        QWidget window;
        shell::ActionRegistry registry(&window);
        const QKeySequence key(QStringLiteral("Ctrl+R"));
        registry.add(QStringLiteral("a"),
                     {{.id = QStringLiteral("x"), .text = {}, .shortcut = key, .run = [] {}}});
        registry.add(QStringLiteral("b"),
                     {{.id = QStringLiteral("y"), .text = {}, .shortcut = key, .run = [] {}}});
        CHECK(registry.clashes().isEmpty());
        registry.add({}, {{.id = QStringLiteral("y"), .text = {}, .shortcut = key, .run = [] {}}});
        CHECK(registry.clashes().size() == 3);
    }
    SECTION("a menu shows the window's actions and those of the page in front, off where they are off") {
        QWidget window;
        shell::ActionRegistry registry(&window);
        int runs = 0;
        registry.add(
            {}, {{.id = QStringLiteral("w"), .text = QStringLiteral("Window"), .shortcut = {}, .run = [&] {
                      ++runs;
                  }}});
        registry.add(QStringLiteral("p"),
                     {{.id = QStringLiteral("p"),
                       .text = QStringLiteral("Page"),
                       .shortcut = {},
                       .run = [&] { ++runs; },
                       .enabled = [] { return false; },
                       .whyNot = [] { return QStringLiteral("because"); }}});
        QMenu* edit = registry.menu(shell::Menu::Edit);
        Q_EMIT edit->aboutToShow();
        CHECK(edit->actions().size() == 1);
        registry.showPage(QStringLiteral("p"));
        Q_EMIT edit->aboutToShow();
        REQUIRE(edit->actions().size() == 2);
        CHECK_FALSE(edit->actions().at(1)->isEnabled());
        CHECK(edit->actions().at(1)->toolTip() == QStringLiteral("because"));
        edit->actions().at(0)->trigger();
        registry.run(*registry.find(QStringLiteral("p")));
        CHECK(runs == 1);
    }
}

TEST_CASE("History") {
    shell::History history;
    const session::ViewState book{.page = QStringLiteral("book")};
    const session::ViewState one{.page = QStringLiteral("account"), .account = QStringLiteral("1")};
    const session::ViewState two{.page = QStringLiteral("account"), .account = QStringLiteral("2")};
    CHECK_FALSE(history.canGoBack());
    history.visit(book);
    history.visit(one);
    history.visit(one);
    CHECK(history.canGoBack());
    CHECK(history.back() == book);
    CHECK_FALSE(history.canGoBack());
    CHECK(history.forward() == one);
    CHECK(history.back() == book);
    history.visit(two);
    CHECK_FALSE(history.canGoForward());
    CHECK(history.back() == book);
}
