// SPDX-License-Identifier: GPL-3.0-or-later
// Menus and pills of the Book page: the right button, filters, groups, sorts, sizes, copies.
#include "tests/ui/support/open_book.h"
#include "ui/session/book_session.h"
#include "ui/settings/settings.h"
#include "ui/widgets/chip.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>

#include <algorithm>

using namespace hb;
using test::choose;
using test::OpenBook;

namespace {

QMenu* menuUnder(OpenBook& open, const char* button) {
    return open.find<QPushButton>(button)->menu();
}

std::vector<widgets::Pill*> pills(OpenBook& open) {
    QCoreApplication::processEvents(); // what is new in a layout is shown in the next turn
    std::vector<widgets::Pill*> shown;
    for (auto* pill : open.window.findChildren<widgets::Pill*>()) {
        if (pill->isVisible()) {
            shown.push_back(pill);
        }
    }
    return shown;
}

using Keys = std::vector<std::string>;

} // namespace

TEST_CASE("the menu of the right button on an account") {
    OpenBook open(test::fiveAccounts());

    SECTION("opens it") {
        choose(open.menuOf(open.wall(), "low"), QStringLiteral("Open"));
        CHECK(open.window.where().account == QStringLiteral("low"));
    }
    SECTION("opens it in a window of its own") {
        choose(open.menuOf(open.wall(), "low"), QStringLiteral("Open in a new window"));
        const auto windows = QApplication::topLevelWidgets();
        const auto opened = std::ranges::find_if(windows, [](const QWidget* widget) {
            const auto* window = dynamic_cast<const shell::MainWindow*>(widget);
            return window && window->where().account == QStringLiteral("low");
        });
        REQUIRE(opened != windows.end());
        CHECK(open.window.where().page == session::page::book);
        (*opened)->close();
    }
    SECTION("says why, beside the wall") {
        choose(open.menuOf(open.wall(), "low"), QStringLiteral("Why"));
        CHECK(open.find<QLabel>("peekName")->text() == QStringLiteral("Name of low"));
    }
    SECTION("copies the name") {
        choose(open.menuOf(open.wall(), "low"), QStringLiteral("Copy the name"));
        CHECK(QApplication::clipboard()->text() == QStringLiteral("Name of low"));
    }
    SECTION("filters to what the account has") {
        choose(open.menuOf(open.wall(), "low"), QStringLiteral("Filter to this/Owner: Ben Okafor"));
        CHECK(open.page().model().layout().summary.shown == 3);
        REQUIRE(pills(open).size() == 1);
        CHECK(pills(open).front()->text() == QStringLiteral("Owner: Ben Okafor"));
        QTest::mouseClick(pills(open).front(), Qt::LeftButton);
        CHECK(open.page().model().layout().summary.shown == 5);
    }
    SECTION("acts on all that are selected, where the account is one of them") {
        open.clickTile("fell");
        open.clickTile("low", Qt::ControlModifier);
        choose(open.menuOf(open.wall(), "low"), QStringLiteral("Copy as table"));
        CHECK(QApplication::clipboard()->text().count(u'\n') == 3);
    }
    SECTION("and on the account alone, where it is not") {
        open.clickTile("fell");
        QMenu* menu = open.menuOf(open.wall(), "low");
        CHECK(open.page().chosen() == std::vector{open.kit.session.snapshot().findAccount("low").value()});
        menu->close();
    }
}

TEST_CASE("the row of filters") {
    OpenBook open(test::fiveAccounts());
    const auto shown = [&] { return open.page().model().layout().summary.shown; };

    SECTION("each filter is a pill that a click takes away") {
        choose(menuUnder(open, "addFilter"), QStringLiteral("Health/green"));
        choose(menuUnder(open, "addFilter"), QStringLiteral("Segment/Mid"));
        CHECK(shown() == 1);
        REQUIRE(pills(open).size() == 2);
        QTest::mouseClick(pills(open)[0], Qt::LeftButton);
        CHECK(shown() == 3);
        QTest::keyClick(pills(open)[0], Qt::Key_Delete);
        CHECK(shown() == 5);
    }
    SECTION("a filter that nothing passes says how many hold, and a button clears them") {
        choose(menuUnder(open, "addFilter"), QStringLiteral("Health/yellow"));
        choose(menuUnder(open, "addFilter"), QStringLiteral("Segment/Enterprise"));
        CHECK(shown() == 0);
        auto* clear = open.find<QPushButton>("emptyStateButton");
        REQUIRE(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        CHECK(shown() == 5);
    }
    SECTION("groups by an attribute, by need and not at all") {
        choose(menuUnder(open, "group"), QStringLiteral("Segment"));
        CHECK(open.page().model().layout().sections.size() == 2);
        CHECK(open.find<QPushButton>("group")->text().contains(QStringLiteral("segment")));
        CHECK(open.kit.settings.get(settings::groupBy) == QStringLiteral("segment"));
        choose(menuUnder(open, "group"), QStringLiteral("None"));
        CHECK(open.page().model().layout().sections.size() == 1);
        choose(menuUnder(open, "group"), QStringLiteral("Need"));
        CHECK(open.page().model().layout().sections.size() == 4);
    }
    SECTION("sorts, and offers no order that the data lacks") {
        choose(menuUnder(open, "group"), QStringLiteral("None"));
        choose(menuUnder(open, "sort"), QStringLiteral("name"));
        CHECK(open.shownAccounts() == Keys{"bare", "fell", "fine", "good", "low"});
        for (const QAction* action : menuUnder(open, "sort")->actions()) {
            CHECK_FALSE(action->text().contains(QStringLiteral("ARR")));
            CHECK_FALSE(action->text().contains(QStringLiteral("renewal")));
        }
    }
    SECTION("a band of the bar filters, a second click clears") {
        auto* bars = open.find<QWidget>("bandBars");
        const QPoint onRed(open.kit.theme.px(80), bars->height() / 2);
        QTest::mouseClick(bars, Qt::LeftButton, {}, onRed);
        CHECK(shown() == 1);
        QTest::mouseClick(bars, Qt::LeftButton, {}, onRed);
        CHECK(shown() == 5);
    }
    SECTION("the scope is the first pill, and only where there are owners of that name") {
        auto* scope = open.find<QPushButton>("scope");
        CHECK_FALSE(scope->isVisible());
        open.kit.session.setPerson(QStringLiteral("Ana Lopez"));
        REQUIRE(scope->isVisible());
        CHECK(scope->isChecked());
        CHECK(shown() == 2);
        CHECK(scope->x() < open.find<QPushButton>("addFilter")->x());
        QTest::mouseClick(scope, Qt::LeftButton);
        CHECK(shown() == 5);
    }
    SECTION("sizes of tiles") {
        const auto width = [&] { return open.wall()->visualRect(open.indexOf("fell")).width(); };
        open.press("sizeL");
        const int large = width();
        open.press("sizeS");
        CHECK(width() < large);
        CHECK(open.wall()->visualRect(open.indexOf("fell")).height() == open.kit.theme.px(56 + 12));
        open.press("sizeM");
        CHECK(open.wall()->visualRect(open.indexOf("fell")).height() == open.kit.theme.px(128 + 12));
    }
    SECTION("Ctrl+F goes to the search, Down back to the accounts") {
        QTest::keyClick(&open.window, Qt::Key_F, Qt::ControlModifier);
        auto* search = open.find<QWidget>("search");
        CHECK(search->hasFocus());
        QTest::keyClick(search, Qt::Key_Down);
        CHECK(open.wall()->hasFocus());
    }
}

TEST_CASE("copies of the Book page") {
    OpenBook open(test::fiveAccounts());

    SECTION("as text by Ctrl+Shift+C") {
        QTest::keyClick(&open.window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        CHECK(QApplication::clipboard()->text().contains(QStringLiteral("1 of your 5 accounts")));
        CHECK(open.find<QWidget>("toast")->isVisible());
    }
    SECTION("as a table by Ctrl+C: all that is listed, or several that are selected") {
        open.wall()->setFocus();
        QTest::keyClick(open.wall(), Qt::Key_C, Qt::ControlModifier);
        CHECK(QApplication::clipboard()->text().count(u'\n') == 6);
        open.clickTile("fell");
        open.clickTile("low", Qt::ControlModifier);
        QTest::keyClick(open.wall(), Qt::Key_C, Qt::ControlModifier);
        CHECK(QApplication::clipboard()->text().count(u'\n') == 3);
    }
    SECTION("as a picture") {
        open.run("edit.copyPicture");
        CHECK(QApplication::clipboard()->mimeData()->hasImage());
    }
}

TEST_CASE("amounts on the Book page") {
    SECTION("without ARR there is no bar, column or amount") {
        OpenBook open(test::fiveAccounts());
        CHECK(open.find<QWidget>("bandBars")->sizeHint().height() == open.kit.theme.px(22));
        open.wall()->selectAll();
        open.run("edit.copyTable");
        CHECK_FALSE(QApplication::clipboard()->text().contains(QStringLiteral("ARR")));
    }
    SECTION("with renewal days, what is at risk is said; several currencies stand apart") {
        test::SmallBook book = test::fiveAccounts();
        book.with("fell", "renewal_date", "2026-04-20").with("fell", "arr", "400000");
        book.with("low", "renewal_date", "2026-04-25")
            .with("low", "arr", "90000")
            .with("low", "currency", "EUR");
        OpenBook open(book);
        CHECK(open.find<QWidget>("bandBars")->sizeHint().height() == 3 * open.kit.theme.px(22));
        const QString chip = open.find<QPushButton>("chip.renewal_at_risk")->text();
        CHECK(chip.contains(QStringLiteral("$400k")));
        CHECK(chip.contains(QStringLiteral("90k")));
        const QString headline = open.find<QLabel>("headline")->text();
        CHECK(headline.contains(QStringLiteral("$400k")));
        CHECK(headline.contains(QStringLiteral(" and ")));
        CHECK_FALSE(headline.contains(QStringLiteral("490k")));
    }
}

TEST_CASE("the Book page on a file") {
    const test::RealBook file;
    OpenBook open(file);
    auto* toast = open.find<QWidget>("toast");

    SECTION("Reviewed takes an account out; undo by the toast and by Ctrl+Z, redo by Ctrl+Shift+Z") {
        const auto needYou = [&] { return open.page().model().layout().summary.needYou; };
        REQUIRE(needYou() == 1);
        open.clickTile("fell");
        open.press("peekReview");
        CHECK(needYou() == 0);
        REQUIRE(toast->isVisible());
        open.press("toastUndo");
        CHECK(needYou() == 1);
        QTest::keyClick(&open.window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        CHECK(needYou() == 0);
        QTest::keyClick(&open.window, Qt::Key_Z, Qt::ControlModifier);
        CHECK(needYou() == 1);
    }
    SECTION("a note on several accounts is one step, and says so") {
        open.clickTile("fell");
        open.clickTile("low", Qt::ControlModifier);
        open.kit.prompts.answer(QStringLiteral("called"));
        QTest::keyClick(&open.window, Qt::Key_N, Qt::ControlModifier);
        CHECK(open.kit.session.undoStack().count() == 1);
        CHECK(open.kit.session.undoStack().undoText() == QStringLiteral("Wrote a note on 2 accounts"));
        CHECK(toast->isVisible());
    }
}
