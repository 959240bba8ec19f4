// SPDX-License-Identifier: GPL-3.0-or-later
// "The points in the page's Copy as table (unrounded) and `explain` sum to 100 - score within 1e-9."
#include "core/scoring/explain_score.h"
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/given_books.h"
#include "tests/ui/support/tables.h"

#include <QAbstractScrollArea>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hb::pages {

using test::WithinAbs;

namespace {

/// Copies one account's table by clicks and adds its points up.
void checkTable(const test::AccountKit& kit, AccountIndex account) {
    const std::string& key = (*kit.session.snapshot().accounts)[account].key;
    INFO(key);
    kit.window->go({.page = session::page::account, .account = QString::fromStdString(key)});
    QApplication::clipboard()->clear();
    QTest::mouseClick(kit.find<QPushButton>("more"), Qt::LeftButton);
    test::AccountKit::choose("copyTable");
    const QString table = QApplication::clipboard()->text();
    REQUIRE(table.startsWith(u"Costs points\tPoints"_s));
    const scoring::AccountDetail detail = kit.session.scorer().detail(account, kit.session.asOf());
    if (detail.overall) {
        CHECK_THAT(test::sumOfPoints(table), WithinAbs(100 - *detail.overall, 1e-9));
    } else {
        CHECK(table.count(u'\n') == 1);
    }
}

} // namespace

TEST_CASE("Copy as table sums to 100 - score on every account of the demo") {
    const test::AccountKit kit;
    REQUIRE(kit.session.snapshot().accountCount() == 200);
    for (AccountIndex account = 0; account < 200; ++account) {
        checkTable(kit, account);
    }
}

TEST_CASE("Copy as table sums to 100 - score on real books") {
    const test::GivenBook real = GENERATE(test::givenBooks[0], test::givenBooks[1]);
    const auto data = test::folderOf(real);
    if (!data) {
        WARN("skipped: the book of " << real.name << " is not here");
        return;
    }
    const test::AccountKit kit([&](const QString& path) { test::makeGivenBook(*data, real.lastDay, path); });
    CHECK(kit.session.isPast());
    const auto accounts = static_cast<AccountIndex>(kit.session.snapshot().accountCount());
    for (AccountIndex account = 0; account < accounts; account += accounts / 50) {
        checkTable(kit, account);
    }
}

TEST_CASE("The right button copies every figure") {
    test::AccountKit kit;
    kit.open("C1012");
    const auto rightClick = [](QWidget* widget, const QPoint& place) {
        QTest::mouseClick(widget, Qt::RightButton, {}, place); // the platform then asks for the menu
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, widget->mapToGlobal(place));
        QApplication::sendEvent(widget, &event);
    };
    const auto copied = [](const char* action) {
        test::AccountKit::choose(action);
        return QApplication::clipboard()->text();
    };
    SECTION("the trend as a table of a day a line, as a sentence and as a picture") {
        auto* view = kit.find<QAbstractScrollArea>("trendView")->viewport();
        rightClick(view, view->rect().center());
        CHECK(copied("copyTable").startsWith(u"Day\tScore\tBand\tComputed\tEvents\n"_s));
        rightClick(view, view->rect().center());
        CHECK(copied("copyText").contains(u"Harbour & Vale Logistics"_s));
        rightClick(view, view->rect().center());
        test::AccountKit::choose("copyPicture");
        CHECK_FALSE(QApplication::clipboard()->image().isNull());
    }
    SECTION("the costs and their rows") {
        auto* costs = kit.find<QWidget>("costs");
        rightClick(costs, QPoint(40, 10));
        CHECK(test::sumOfPoints(copied("copyTable")) > 0);
        rightClick(costs, QPoint(40, 10));
        test::AccountKit::choose("why");
        CHECK(kit.window->focusWidget()->objectName().startsWith(u"metric"_s));
    }
    SECTION("a metric") {
        auto* row = kit.find<QWidget>("metric0");
        rightClick(row, QPoint(40, 10));
        CHECK(copied("copyText").contains(u"It scores"_s));
        rightClick(row, QPoint(40, 10));
        CHECK(copied("copyTable").startsWith(u"Metric\tValue\tScore\tShare\tAge\n"_s));
    }
    SECTION("a group, with the rows of its metrics, and the attributes") {
        auto* card = qobject_cast<QWidget*>(kit.find<QWidget>("metric0")->parent());
        rightClick(card, QPoint(card->width() - 3, 3));
        const QString rows = copied("copyTable");
        CHECK(rows.startsWith(u"Metric\tValue\tScore\tShare\tAge\n"_s));
        CHECK(rows.count(u'\n') > 2);
        auto* attributes = kit.find<QWidget>("attributesCard");
        rightClick(attributes, QPoint(3, 3));
        const QString known = copied("copyTable");
        CHECK(known.startsWith(u"Attribute\tValue\n"_s));
        CHECK(known.contains(u"\nOwner\t"_s));
    }
    SECTION("what changed names its days in the head of its points") {
        kit.press(Qt::Key_E, Qt::ControlModifier);
        rightClick(kit.find<QWidget>("costs"), QPoint(40, 10));
        CHECK(copied("copyTable").section(u'\n', 0, 0).contains(u" to 2026-03-30\t"_s));
    }
    SECTION("the score") {
        rightClick(kit.find<QWidget>("score"), QPoint(5, 5));
        CHECK(copied("copyText").contains(u"red"_s));
    }
}

} // namespace hb::pages
