// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/ui/support/window_kit.h"
#include "ui/pages/book/book_page.h"
#include "ui/pages/book/filter_words.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/main_window.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace hb;

namespace {

struct OpenBook {
    test::WindowKit kit;
    shell::MainWindow window{kit.context};

    explicit OpenBook(const test::SmallBook& book) {
        kit.session.showSnapshot(book.build());
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window)); // shortcuts are the active window's
    }
    [[nodiscard]] pages::BookPage& page() {
        return *dynamic_cast<pages::BookPage*>(window.page(session::page::book));
    }
    [[nodiscard]] QListView* wall() { return window.findChild<QListView*>(QStringLiteral("wall")); }
    template <typename T>
    [[nodiscard]] T* find(const char* name) {
        T* found = window.findChild<T*>(QString::fromLatin1(name));
        REQUIRE(found != nullptr);
        return found;
    }
    void press(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void clickTile(const char* key) {
        const auto account = kit.session.snapshot().findAccount(key).value();
        const QModelIndex index = page().model().indexOf(account);
        REQUIRE(index.isValid());
        wall()->scrollTo(index);
        QTest::mouseClick(wall()->viewport(), Qt::LeftButton, {}, wall()->visualRect(index).center());
    }
};

} // namespace

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
        QTest::qWait(20);
        const QRect first = open.wall()->visualRect(open.page().model().index(1, 0));
        const QRect second = open.wall()->visualRect(open.page().model().index(2, 0));
        CHECK(first.top() == second.top());
        CHECK(first.width() == second.width());
        CHECK(second.left() == first.right() + 1);
        const int columns = open.wall()->viewport()->width() / first.width();
        CHECK(open.wall()->viewport()->width() - columns * first.width() <= columns + 1);
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
        const shell::Action* copy = open.window.actions().find(QStringLiteral("book.copyTable"));
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
        const auto low = open.page().model().indexOf(open.kit.session.snapshot().findAccount("low").value());
        QTest::mouseClick(open.wall()->viewport(),
                          Qt::LeftButton,
                          Qt::ControlModifier,
                          open.wall()->visualRect(low).center());
        CHECK(open.page().chosen().size() == 2);
    }
}

TEST_CASE("Book page without accounts") {
    OpenBook open(test::SmallBook{});
    CHECK_FALSE(open.wall()->isVisible());
    CHECK_FALSE(open.find<QWidget>("bandBars")->isVisible());
}

TEST_CASE("a saved view") {
    const pages::SavedArrangement saved{
        .filter = {.mine = true,
                   .reason = scoring::Reason::FallingFast,
                   .bands = {Band::Red, Band::None},
                   .attributes = {{QStringLiteral("segment"), {QStringLiteral("Mid"), QString()}}},
                   .text = QStringLiteral("a\"b")},
        .groupBy = QStringLiteral("owner"),
        .sortBy = models::SortBy::NextRenewal};
    const auto read = pages::fromJson(pages::toJson(saved));
    REQUIRE(read.has_value());
    CHECK(read->filter == saved.filter);
    CHECK(read->groupBy == saved.groupBy);
    CHECK(read->sortBy == saved.sortBy);
    CHECK_FALSE(pages::fromJson(QStringLiteral("[1]")).has_value());
    CHECK_FALSE(pages::fromJson(QStringLiteral("nonsense")).has_value());
}
