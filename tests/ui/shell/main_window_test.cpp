// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/ui/support/window_kit.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/main_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QTest>
#include <QToolButton>

using namespace hb;

namespace {

void run(shell::MainWindow& window, const char* id) {
    const shell::Action* action = window.actions().find(QString::fromLatin1(id));
    REQUIRE(action != nullptr);
    window.actions().run(*action);
}

} // namespace

TEST_CASE("MainWindow") {
    test::WindowKit kit;
    shell::MainWindow window(kit.context);
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window)); // shortcuts are the active window's

    SECTION("without a book it welcomes, and the rail offers nothing") {
        CHECK(window.where().page == session::page::welcome);
        CHECK_FALSE(window.findChild<QToolButton*>(QStringLiteral("rail.book"))->isVisible());
        CHECK(window.findChild<QPushButton*>(QStringLiteral("doorDemo"))->isVisible());
    }
    kit.session.showSnapshot(test::fiveAccounts().build());

    SECTION("a book opens on the Book page") {
        CHECK(window.where().page == session::page::book);
        CHECK(window.findChild<QToolButton*>(QStringLiteral("rail.book"))->isVisible());
    }
    SECTION("the time bar stands while the day is past, and goes back") {
        auto* bar = window.findChild<QWidget*>(QStringLiteral("timeBar"));
        CHECK_FALSE(bar->isVisible());
        run(window, "go.weekBack");
        CHECK(kit.session.asOf() == kit.session.today() - 7);
        CHECK(bar->isVisible());
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("backToToday")), Qt::LeftButton);
        CHECK(kit.session.asOf() == kit.session.today());
        CHECK_FALSE(bar->isVisible());
    }
    SECTION("keys step through the weeks and back to today") {
        QTest::keyClick(&window, Qt::Key_BracketLeft, Qt::ControlModifier);
        QTest::keyClick(&window, Qt::Key_BracketLeft, Qt::ControlModifier);
        QTest::keyClick(&window, Qt::Key_BracketRight, Qt::ControlModifier);
        CHECK(kit.session.asOf() == kit.session.today() - 7);
        QTest::keyClick(&window, Qt::Key_T, Qt::ControlModifier);
        CHECK(kit.session.asOf() == kit.session.today());
    }
    SECTION("the slider of days drags the whole window through time") {
        run(window, "go.day");
        auto* slider = window.findChild<QSlider*>(QStringLiteral("daySlider"));
        REQUIRE(slider != nullptr);
        slider->setValue(test::day("2026-01-01").number);
        CHECK(kit.session.asOf() == test::day("2026-01-01"));
        CHECK(kit.session.moment()->day == kit.session.asOf());
    }
    SECTION("the palette finds an account and does an action") {
        run(window, "view.palette");
        auto* box = window.findChild<QLineEdit*>(QStringLiteral("paletteText"));
        auto* list = window.findChild<QListWidget*>(QStringLiteral("paletteList"));
        QTest::keyClicks(box, QStringLiteral("of fell"));
        REQUIRE(list->count() >= 1);
        CHECK(list->item(0)->text().startsWith(QStringLiteral("Name of fell")));
        QTest::keyClick(box, Qt::Key_Return);
        CHECK(window.where().page == session::page::account);
        CHECK(window.where().account == QStringLiteral("fell"));
        window.goBack();
        CHECK(window.where().page == session::page::book);
        window.goForward();
        CHECK(window.where().account == QStringLiteral("fell"));
        QTest::keyClick(&window, Qt::Key_Escape);
        CHECK(window.where().page == session::page::book);
    }
    SECTION("a fault stands in the page until it is dismissed") {
        auto* banner = window.findChild<QWidget*>(QStringLiteral("banner"));
        CHECK_FALSE(banner->isVisible());
        Q_EMIT kit.session.failed(
            {.code = ErrorCode::Io, .what = "Could not save", .hint = "Free some space"});
        CHECK(banner->isVisible());
        CHECK(window.findChild<QLabel*>(QStringLiteral("bannerText"))
                  ->text()
                  .contains(QStringLiteral("Could not save")));
    }
    SECTION("who am I is asked as a list of the owners") {
        kit.prompts.answer(settings::Who{.name = QStringLiteral("Ana Lopez")});
        run(window, "go.person");
        CHECK(kit.session.person() == QStringLiteral("Ana Lopez"));
        kit.prompts.answer(settings::Who());
        run(window, "go.person");
        CHECK(kit.session.person().isEmpty());
    }
    SECTION("theme and text size are remembered") {
        run(window, "view.dark");
        CHECK(kit.theme.tokens().isDark);
        run(window, "view.larger");
        CHECK(kit.theme.zoom() > 1);
        CHECK(kit.settings.get(settings::textZoom) == kit.theme.zoom());
        run(window, "view.textSize");
        CHECK(kit.theme.zoom() == 1);
    }
    SECTION("closing the book leads back to the welcome") {
        kit.session.close();
        CHECK(window.where().page == session::page::welcome);
    }
}
