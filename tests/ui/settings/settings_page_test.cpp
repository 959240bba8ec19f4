// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/open_book.h"
#include "ui/models/account_tile.h"
#include "ui/settings/settings.h"

#include <QCheckBox>
#include <QLabel>
#include <QMenuBar>

using namespace hb;
using test::OpenBook;

TEST_CASE("Settings page") {
    OpenBook open(test::fiveAccounts());
    QTest::keyClick(&open.window, Qt::Key_Comma, Qt::ControlModifier);
    REQUIRE(open.window.where().page == session::page::settings);

    SECTION("Esc goes back to where one was") {
        QTest::keyClick(&open.window, Qt::Key_Escape);
        CHECK(open.window.where().page == session::page::book);
    }
    SECTION("the theme changes at once and is remembered, and the system's is one of them") {
        open.press("themeDark");
        CHECK(open.kit.theme.tokens().isDark);
        CHECK(open.kit.settings.get(settings::themeChoice) == static_cast<int>(theme::ThemeChoice::Dark));
        CHECK(open.find<QPushButton>("themeDark")->isChecked());
        CHECK_FALSE(open.find<QPushButton>("themeSystem")->isChecked());
        open.press("themeLight");
        CHECK_FALSE(open.kit.theme.tokens().isDark);
        open.press("themeSystem");
        CHECK(open.kit.theme.choice() == theme::ThemeChoice::System);
    }
    SECTION("text size steps to its ends and back") {
        open.press("textLarger");
        CHECK(open.find<QLabel>("textSize")->text() == QStringLiteral("110%"));
        CHECK(open.kit.settings.get(settings::textZoom) == open.kit.theme.zoom());
        for (int step = 0; step < 9; ++step) {
            open.press("textLarger");
        }
        CHECK(open.find<QLabel>("textSize")->text() == QStringLiteral("200%"));
        CHECK_FALSE(open.find<QPushButton>("textLarger")->isEnabled());
        open.press("textUsual");
        CHECK(open.kit.theme.zoom() == 1);
        QTest::keyClick(&open.window, Qt::Key_Minus, Qt::ControlModifier);
        CHECK(open.find<QLabel>("textSize")->text() == QStringLiteral("90%"));
        QTest::keyClick(&open.window, Qt::Key_0, Qt::ControlModifier);
        CHECK(open.kit.theme.zoom() == 1);
    }
    SECTION("the menu bar by its box, and the box by Ctrl+M") {
        auto* box = open.find<QCheckBox>("settingsMenuBar");
        CHECK_FALSE(open.window.menuBar()->isVisible());
        box->click();
        CHECK(open.window.menuBar()->isVisible());
        QTest::keyClick(&open.window, Qt::Key_M, Qt::ControlModifier);
        CHECK_FALSE(open.window.menuBar()->isVisible());
        CHECK_FALSE(box->isChecked());
    }
    SECTION("who looks, and whether one's own accounts come first") {
        CHECK_FALSE(open.find<QCheckBox>("settingsMine")->isEnabled());
        CHECK(open.find<QLabel>("settingsRoles")
                  ->text()
                  .startsWith(QStringLiteral("Roles are views, not locks")));
        open.kit.prompts.answer(settings::Who{.name = QStringLiteral("Ana Lopez")});
        open.press("choosePerson");
        CHECK(open.kit.session.person() == QStringLiteral("Ana Lopez"));
        CHECK(open.find<QLabel>("settingsPerson")->text() == QStringLiteral("Ana Lopez"));
        auto* mine = open.find<QCheckBox>("settingsMine");
        REQUIRE(mine->isChecked());
        mine->click();
        CHECK_FALSE(open.kit.session.filter().mine);
        CHECK_FALSE(open.kit.settings.get(settings::scopeMine));
    }
    SECTION("what scores are called, without another score") {
        const auto before = open.kit.session.onDay().scores;
        open.press("scoresAsLetters");
        CHECK(open.find<QPushButton>("scoresAsLetters")->isChecked());
        QTest::keyClick(&open.window, Qt::Key_Escape);
        std::size_t letters = 0;
        for (AccountIndex account = 0; account < before.size(); ++account) {
            const widgets::TileData tile = models::tileOf(open.kit.session, account, {}, {});
            const bool isScored = before[account].shown.band != Band::None;
            CHECK(tile.band == before[account].shown.band);
            CHECK(QStringLiteral("FDCBA").contains(tile.score) == true);
            CHECK(tile.scoreNumber.isEmpty() != isScored);
            letters += isScored ? 1U : 0U;
        }
        CHECK(letters > 0);
        QTest::keyClick(&open.window, Qt::Key_Comma, Qt::ControlModifier);
        open.press("scoresAsBook");
        CHECK(models::tileOf(open.kit.session, 0, {}, {}).scoreNumber.isEmpty());
    }
    SECTION("how accounts are shown") {
        open.press("showList");
        QTest::keyClick(&open.window, Qt::Key_Escape);
        CHECK(open.list()->isVisible());
        QTest::keyClick(&open.window, Qt::Key_Comma, Qt::ControlModifier);
        open.press("showLarge");
        CHECK(open.find<QPushButton>("showLarge")->isChecked());
        QTest::keyClick(&open.window, Qt::Key_Escape);
        CHECK(open.wall()->isVisible());
        CHECK(open.find<QPushButton>("sizeL")->isChecked());
    }
}

TEST_CASE("Settings page without a book") {
    test::WindowKit kit;
    shell::MainWindow window(kit.context);
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    REQUIRE(window.where().page == session::page::settings);
    CHECK_FALSE(window.findChild<QPushButton*>(QStringLiteral("choosePerson"))->isEnabled());
    QTest::keyClick(&window, Qt::Key_Escape);
    CHECK(window.where().page == session::page::welcome);
}
