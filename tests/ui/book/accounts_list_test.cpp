// SPDX-License-Identifier: GPL-3.0-or-later
// The Book page as a list, by pointer and keys.
#include "tests/ui/support/open_book.h"
#include "tests/ui/support/tables.h"
#include "ui/settings/settings.h"

#include <QHeaderView>
#include <QScrollBar>

using namespace hb;
using test::OpenBook;

namespace {

int columnOf(OpenBook& open, const char* id) {
    for (int column = 0; column < open.page().model().columnCount(); ++column) {
        if (open.page().model().columnId(column) == QString::fromLatin1(id)) {
            return column;
        }
    }
    FAIL("no such column: " << id);
    return -1;
}

void clickHead(OpenBook& open, const char* id) {
    test::clickHead(*open.list(), columnOf(open, id));
}

using Keys = std::vector<std::string>;

} // namespace

TEST_CASE("Book page as a list") {
    OpenBook open(test::fiveAccounts());
    open.press("list");
    QTableView* list = open.list();
    REQUIRE(list->isVisible());
    open.page().model().setGroupBy(models::noGroups);

    SECTION("rows are 32 high, the head 28") {
        CHECK(list->rowHeight(1) == open.kit.theme.px(32));
        CHECK(list->horizontalHeader()->height() == open.kit.theme.px(28));
    }
    SECTION("a click on a head sorts, a second one reverses, and both are remembered") {
        clickHead(open, "score");
        CHECK(open.shownAccounts() == Keys{"fell", "low", "fine", "good", "bare"});
        CHECK(list->horizontalHeader()->sortIndicatorSection() == columnOf(open, "score"));
        CHECK(list->horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder);
        clickHead(open, "score");
        CHECK(open.shownAccounts() == Keys{"good", "fine", "low", "fell", "bare"});
        CHECK(list->horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder);
        CHECK(open.kit.settings.get(settings::sortBy) == QStringLiteral("-score"));
        clickHead(open, "owner");
        CHECK(open.kit.settings.get(settings::sortBy) == QStringLiteral("owner"));
        CHECK(open.find<QPushButton>("sort")->text().contains(QStringLiteral("owner")));
    }
    SECTION("the name stays in sight while the rest is scrolled sideways") {
        auto* frozen = open.find<QWidget>("frozenColumn");
        CHECK_FALSE(frozen->isVisible());
        for (int column = 1; column < open.page().model().columnCount(); ++column) {
            list->setColumnWidth(column, 400);
        }
        // The table learns its width in the next turn of the event loop.
        REQUIRE(QTest::qWaitFor([&] { return list->horizontalScrollBar()->maximum() > 0; }));
        list->setFocus();
        list->setCurrentIndex(open.indexOf("low"));
        QTest::keyClick(list, Qt::Key_Right);
        REQUIRE(list->horizontalScrollBar()->value() > 0);
        CHECK(frozen->isVisible());
        CHECK(frozen->width() == list->columnWidth(0));
        // A click reaches through it to the row below, and does not scroll back.
        const int across = list->horizontalScrollBar()->value();
        const QPoint onName(10, list->visualRect(open.indexOf("fine")).center().y());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, onName);
        CHECK(open.page().chosen().size() == 1);
        CHECK(list->currentIndex().row() == open.indexOf("fine").row());
        CHECK(list->horizontalScrollBar()->value() == across);
        // Its head sorts by name.
        QTest::mouseClick(open.find<QWidget>("frozenHead"), Qt::LeftButton);
        CHECK(open.kit.settings.get(settings::sortBy) == QStringLiteral("name"));
    }
    SECTION("columns are hidden, sized and dragged, and stand so in the next window") {
        open.run("book.columns");
        test::choose(open.find<QMenu>("columnsMenu"), QStringLiteral("Segment"));
        list->setColumnWidth(columnOf(open, "owner"), 222);
        QHeaderView* head = list->horizontalHeader();
        head->moveSection(head->visualIndex(columnOf(open, "owner")), 1);
        shell::MainWindow again(open.kit.context);
        auto* other = again.findChild<QTableView*>(QStringLiteral("accountsList"));
        REQUIRE(other != nullptr);
        CHECK(other->isColumnHidden(columnOf(open, "segment")));
        CHECK(other->columnWidth(columnOf(open, "owner")) == 222);
        CHECK(other->horizontalHeader()->visualIndex(columnOf(open, "owner")) == 1);
        open.run("book.columns");
        test::choose(open.find<QMenu>("columnsMenu"), QStringLiteral("Usual columns"));
        CHECK_FALSE(list->isColumnHidden(columnOf(open, "segment")));
        CHECK(open.kit.settings.get(settings::listColumns).isEmpty());
    }
    SECTION("the name cannot be hidden") {
        open.run("book.columns");
        for (const QAction* action : open.find<QMenu>("columnsMenu")->actions()) {
            CHECK(action->text() != QStringLiteral("Account"));
        }
    }
    SECTION("Space looks, Enter opens, Home and End go to the first and last row") {
        list->setFocus();
        list->setCurrentIndex(open.indexOf("low"));
        QTest::keyClick(list, Qt::Key_Space);
        CHECK(open.find<QWidget>("peek")->isVisible());
        QTest::keyClick(list, Qt::Key_End);
        CHECK(list->currentIndex().row() == 5);
        QTest::keyClick(list, Qt::Key_Home);
        CHECK(list->currentIndex().row() == 0);
        list->setCurrentIndex(open.indexOf("low"));
        QTest::keyClick(list, Qt::Key_Return);
        CHECK(open.window.where().account == QStringLiteral("low"));
    }
    SECTION("what is chosen on the wall is chosen in the list") {
        open.press("sizeM");
        open.clickTile("fell");
        open.press("list");
        CHECK(open.page().chosen().size() == 1);
        CHECK(list->currentIndex().row() == open.indexOf("fell").row());
        QTest::mouseClick(list->viewport(),
                          Qt::LeftButton,
                          Qt::ShiftModifier,
                          list->visualRect(open.page().model().index(5, 2)).center());
        const std::size_t chosen = open.page().chosen().size();
        CHECK(chosen > 1);
        open.press("sizeM");
        CHECK(open.page().chosen().size() == chosen);
        CHECK(open.wall()->currentIndex().column() == 0);
    }
    SECTION("the menu of the right button is there, too") {
        test::choose(open.menuOf(list, "good"), QStringLiteral("Why"));
        CHECK(open.find<QWidget>("peek")->isVisible());
    }
}

TEST_CASE("The list says beside an overridden score what was computed") {
    test::SmallBook book = test::fiveAccounts();
    book.builder.override("fell",
                          {.id = {},
                           .account = 0,
                           .target = OverrideTarget::Overall,
                           .key = {},
                           .score = 80,
                           .first = test::day("2026-03-20"),
                           .last = test::day("2026-04-20"),
                           .author = "Ana",
                           .reason = "They told us"});
    OpenBook open(book);
    open.press("list");
    open.page().model().setGroupBy(models::noGroups);
    const auto said = [&](const char* account, int role) {
        const int column = columnOf(open, "override");
        return open.indexOf(account).siblingAtColumn(column).data(role).toString();
    };
    CHECK(said("fell", Qt::DisplayRole) == QStringLiteral("Computed 20.0 red"));
    CHECK(said("fell", Qt::ToolTipRole).contains(QStringLiteral("They told us")));
    CHECK(said("good", Qt::DisplayRole).isEmpty());
    open.kit.session.setAsOf(test::day("2026-03-19")); // before it began nobody has one
    for (int column = 0; column < open.page().model().columnCount(); ++column) {
        CHECK(open.page().model().columnId(column) != QStringLiteral("override"));
    }
}
