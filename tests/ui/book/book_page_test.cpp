// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/open_book.h"
#include "ui/pages/book/filter_words.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace hb;

using test::OpenBook;

TEST_CASE("Book page") {
    OpenBook open(test::fiveAccounts());

    SECTION("the headline says how many need one") {
        CHECK(open.find<QLabel>("headline")->text().startsWith(QStringLiteral("1 of your 5 accounts")));
    }
    SECTION("a chip filters, a second click clears, and one of 0 is not shown") {
        CHECK_FALSE(open.find<QPushButton>("chip.renewal_at_risk")->isVisible());
        open.press("chip.newly_red");
        CHECK(open.page().model().layout().summary.shown == 1);
        open.press("chip.newly_red");
        CHECK(open.page().model().layout().summary.shown == 5);
    }
    SECTION("tiles fill the width in equal columns") {
        open.page().model().setGroupBy(models::noGroups);
        const auto rectOf = [&](int row) {
            return open.wall()->visualRect(open.page().model().index(row, 0));
        };
        REQUIRE(QTest::qWaitFor([&] { return rectOf(1).top() == rectOf(2).top(); }));
        const QRect first = rectOf(1);
        const QRect second = rectOf(2);
        CHECK(first.top() == second.top());
        CHECK(first.width() == second.width());
        CHECK(second.left() == first.right() + 1);
        // The gap behind the last tile lies beyond the edge; what is left over is less than a pixel a column.
        const int gap = open.kit.theme.px(theme::space::tileGap);
        const int columns = (open.wall()->viewport()->width() + gap) / first.width();
        const int right = first.left() + columns * first.width() - gap;
        CHECK(open.wall()->viewport()->width() - first.left() - right <= columns);
        CHECK(right <= open.wall()->viewport()->width());
    }
    SECTION("arrows walk the tiles, Shift selects on the way") {
        open.page().model().setGroupBy(models::noGroups);
        open.wall()->setFocus();
        open.wall()->setCurrentIndex(open.page().model().index(0, 0));
        QTest::keyClick(open.wall(), Qt::Key_Down);
        CHECK(open.wall()->currentIndex().row() == 1);
        QTest::keyClick(open.wall(), Qt::Key_Right);
        CHECK(open.wall()->currentIndex().row() == 2);
        QTest::keyClick(open.wall(), Qt::Key_Right, Qt::ShiftModifier);
        CHECK(open.wall()->currentIndex().row() == 3);
        CHECK(open.page().chosen().size() == 2);
        QTest::keyClick(open.wall(), Qt::Key_End);
        CHECK(open.wall()->currentIndex().row() == 5);
        CHECK(open.page().chosen().size() == 1);
        QTest::keyClick(open.wall(), Qt::Key_Up);
        CHECK(open.wall()->currentIndex().row() < 5);
        QTest::keyClick(open.wall(), Qt::Key_Home);
        CHECK(open.wall()->currentIndex().row() == 0);
    }
    SECTION("Ctrl+Space selects one more, and takes it out again") {
        open.clickTile("fell");
        open.wall()->selectionModel()->setCurrentIndex(open.indexOf("low"), QItemSelectionModel::NoUpdate);
        QTest::keyClick(open.wall(), Qt::Key_Space, Qt::ControlModifier);
        CHECK(open.page().chosen().size() == 2);
        QTest::keyClick(open.wall(), Qt::Key_Space, Qt::ControlModifier);
        CHECK(open.page().chosen().size() == 1);
    }
    SECTION("a click looks at an account, Space closes, Enter opens it") {
        open.clickTile("low");
        auto* peek = open.find<QWidget>("peek");
        CHECK(peek->isVisible());
        CHECK(open.find<QLabel>("peekName")->text() == QStringLiteral("Name of low"));
        QTest::keyClick(open.wall(), Qt::Key_Space);
        CHECK_FALSE(peek->isVisible());
        QTest::keyClick(open.wall(), Qt::Key_Return);
        CHECK(open.window.where().account == QStringLiteral("low"));
    }
    SECTION("Left and Right fold and unfold a section") {
        const int rows = open.page().model().rowCount();
        open.wall()->setCurrentIndex(open.page().model().index(0, 0));
        QTest::keyClick(open.wall(), Qt::Key_Left);
        CHECK(open.page().model().rowCount() == rows - 1);
        QTest::keyClick(open.wall(), Qt::Key_Right);
        CHECK(open.page().model().rowCount() == rows);
    }
    SECTION("letters typed on the wall find; Esc clears") {
        open.wall()->setFocus();
        QTest::keyClicks(open.wall(), QStringLiteral("l"));
        auto* search = open.find<QLineEdit>("search");
        CHECK(search->text() == QStringLiteral("l"));
        QTest::keyClicks(search, QStringLiteral("ow"));
        QTest::keyClick(search, Qt::Key_Return);
        CHECK(open.page().model().layout().summary.shown == 1);
        QTest::keyClick(&open.window, Qt::Key_Escape);
        CHECK(open.page().model().layout().summary.shown == 5);
    }
    SECTION("a filter that nothing passes says so, and can be cleared") {
        open.kit.session.setFilter({.text = QStringLiteral("zzz")});
        CHECK_FALSE(open.wall()->isVisible());
        QTest::keyClick(&open.window, Qt::Key_Escape);
        CHECK(open.wall()->isVisible());
    }
    SECTION("the list shows the same rows, and a head sorts") {
        open.press("list");
        auto* list = open.find<QTableView>("accountsList");
        CHECK(list->isVisible());
        CHECK(list->model() == open.wall()->model());
        CHECK(open.kit.settings.get(settings::asList));
        open.press("sizeS");
        CHECK(open.wall()->isVisible());
        CHECK(open.kit.settings.get(settings::tileSize) == 0);
    }
    SECTION("what the data lacks is left out") {
        CHECK(open.page().asText().contains(QStringLiteral("Name of fell")));
        CHECK_FALSE(open.page().asText().contains(QStringLiteral("$")));
    }
    SECTION("Copy as table gives unrounded scores, tab-separated and as HTML") {
        open.clickTile("low");
        open.wall()->selectAll();
        const shell::Action* copy = open.window.actions().find(QStringLiteral("edit.copyTable"));
        REQUIRE(copy != nullptr);
        open.window.actions().run(*copy);
        const QMimeData* data = QApplication::clipboard()->mimeData();
        const QStringList lines = data->text().split(u'\n', Qt::SkipEmptyParts);
        REQUIRE(lines.size() >= 3);
        CHECK(lines.first().startsWith(QStringLiteral("Account\tBand\tScore")));
        CHECK(data->html().startsWith(QStringLiteral("<table>")));
    }
    SECTION("while the day is past, Reviewed is off and says why") {
        open.clickTile("fell");
        open.kit.session.setAsOf(open.kit.session.today() - 7);
        CHECK_FALSE(open.find<QPushButton>("peekReview")->isEnabled());
        const shell::Action* review = open.window.actions().find(QStringLiteral("book.review"));
        CHECK_FALSE(review->isEnabled());
        CHECK_FALSE(review->whyNot().isEmpty());
    }
    SECTION("several can be selected") {
        open.clickTile("fell");
        open.clickTile("low", Qt::ControlModifier);
        CHECK(open.page().chosen().size() == 2);
        open.page().model().setGroupBy(models::noGroups); // nothing is folded away
        QTest::keyClick(open.wall(), Qt::Key_A, Qt::ControlModifier);
        CHECK(open.page().chosen().size() == 5);
    }
}

TEST_CASE("Book page without accounts") {
    OpenBook open(test::SmallBook{});
    CHECK_FALSE(open.wall()->isVisible());
    CHECK_FALSE(open.find<QWidget>("bandBars")->isVisible());
}

TEST_CASE("Book page of accounts without data") {
    test::SmallBook book;
    book.builder.account("a").account("b").account("c");
    OpenBook open(book);
    CHECK(open.wall()->visualRect(open.indexOf("a")).isValid());
}

TEST_CASE("a saved view") {
    const pages::SavedArrangement saved{
        .filter = {.mine = true,
                   .reason = scoring::Reason::FallingFast,
                   .bands = {Band::Red, Band::None},
                   .attributes = {{QStringLiteral("segment"), {QStringLiteral("Mid"), QString()}}},
                   .text = QStringLiteral("a\"b")},
        .groupBy = QStringLiteral("owner"),
        .sort = {.by = models::SortBy::NextRenewal, .reversed = true},
        .isList = true,
        .size = 2,
        .columns = QByteArray("[{\"id\":\"name\",\"shown\":true,\"width\":240}]")};
    const pages::SavedArrangement read = pages::arrangementFrom(pages::toJson(saved));
    CHECK(read.filter == saved.filter);
    CHECK(read.groupBy == saved.groupBy);
    CHECK(read.sort == saved.sort);
    CHECK(read.isList == saved.isList);
    CHECK(read.size == saved.size);
    CHECK(read.columns == saved.columns);
    const pages::SavedArrangement empty = pages::arrangementFrom({});
    CHECK(empty.filter == session::Filter{});
    CHECK_FALSE(empty.isList.has_value()); // what a view does not say stays as it is
    CHECK_FALSE(empty.columns.has_value());
}
