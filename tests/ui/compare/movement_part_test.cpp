// SPDX-License-Identifier: GPL-3.0-or-later
// The Movement tab of Compare, by clicks and keys, on the demo company and on books that lack things.
#include "tests/support/snapshot_builder.h"
#include "tests/ui/compare/part_kit.h"
#include "ui/pages/compare/movement_part.h"
#include "ui/widgets/band_matrix.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

struct Kit : test::ComparePartKit<MovementPart> {
    using ComparePartKit::ComparePartKit;

    [[nodiscard]] widgets::BandMatrix* matrix() const {
        return test::child<widgets::BandMatrix>(*part, u"movementMatrix"_s);
    }
    [[nodiscard]] widgets::MoversList* list() const {
        return test::child<widgets::MoversList>(*part, u"movementList"_s);
    }
    void clickCell(Band before, Band after) const {
        QTest::mouseClick(matrix(), Qt::LeftButton, {}, matrix()->cellRect(before, after).center());
    }
};

} // namespace

TEST_CASE("Movement: who moved is listed with scores, whose and why; a cell lists its own") {
    Kit kit;
    kit.look();
    CHECK(kit.part->headline().contains(u"accounts changed band since"_s));
    const std::size_t all = kit.list()->rows().size();
    REQUIRE(all > 3);
    const widgets::MoverRow first = kit.list()->rows().front();
    CHECK(first.scores.contains(u'\u2192'));
    CHECK_FALSE(first.owner.isEmpty());
    CHECK_FALSE(kit.list()->whyOf(0).isEmpty());

    kit.clickCell(Band::Green, Band::Yellow);
    const std::size_t some = kit.list()->rows().size();
    CHECK(some > 0);
    CHECK(some < all);
    for (const widgets::MoverRow& row : kit.list()->rows()) {
        CHECK((row.before == Band::Green && row.after == Band::Yellow));
    }
    CHECK(test::textOf(*kit.part, "movementListTitle").startsWith(u"From green to yellow: "_s));

    SECTION("the same cell again, Esc and the button show all") {
        kit.clickCell(Band::Green, Band::Yellow);
        CHECK(kit.list()->rows().size() == all);
        kit.clickCell(Band::Green, Band::Green);
        CHECK(test::textOf(*kit.part, "movementListTitle").startsWith(u"Stayed green: "_s));
        CHECK(kit.part->escape());
        CHECK(kit.list()->rows().size() == all);
        CHECK_FALSE(kit.part->escape());
        kit.clickCell(Band::Green, Band::Yellow);
        test::click(*kit.part, "allMovers");
        CHECK(kit.list()->rows().size() == all);
    }
    SECTION("it stays chosen when the book changes") {
        kit.look();
        CHECK(kit.list()->rows().size() == some);
    }
    SECTION("a row opens its account, in the order of the list") {
        QTest::mouseClick(kit.list(), Qt::LeftButton, {}, kit.list()->rowRect(0).center());
        REQUIRE(kit.opened.size() == 1);
        CHECK(kit.opened.front() == kit.list()->rows().front().account);
        CHECK(kit.walked.size() == some);
    }
}

TEST_CASE("Movement: keys walk the matrix and the list") {
    Kit kit;
    kit.look();
    kit.matrix()->setFocus();
    QTest::keyClick(kit.matrix(), Qt::Key_Down); // yellow
    QTest::keyClick(kit.matrix(), Qt::Key_Down); // green
    QTest::keyClick(kit.matrix(), Qt::Key_Right);
    CHECK(kit.matrix()->accessibleName().contains(u"from green to yellow"_s));
    CHECK(kit.matrix()->accessibleName().endsWith(u": worse"_s));
    QTest::keyClick(kit.matrix(), Qt::Key_Return);
    REQUIRE(kit.list()->rows().size() > 1);
    kit.list()->setFocus();
    QTest::keyClick(kit.list(), Qt::Key_Down);
    QTest::keyClick(kit.list(), Qt::Key_Return);
    REQUIRE(kit.opened.size() == 1);
    CHECK(kit.opened.front() == kit.list()->rows()[1].account);
}

TEST_CASE("Movement: a group alone, who left and who is new") {
    Kit kit;
    kit.look(analytics::PeriodKind::Months12);
    const std::size_t all = kit.list()->rows().size();
    test::click(*kit.part, "whoLeft");
    CHECK(kit.list()->rows().front().scores.endsWith(u"left"_s));
    CHECK(kit.list()->whyOf(0).startsWith(u"Left on "_s));
    test::choose(*kit.part, "movementGroup", u"Ana Lopez"_s);
    CHECK(kit.part->headline().startsWith(u"Ana Lopez: "_s));
    if (!test::child<QPushButton>(*kit.part, u"allMovers"_s)->isHidden()) {
        test::click(*kit.part, "allMovers");
    }
    CHECK(kit.list()->rows().size() < all);
    for (const widgets::MoverRow& row : kit.list()->rows()) {
        CHECK(row.owner == u"Ana Lopez"_s);
    }
    CHECK(kit.part->asTable().rows.size() == kit.list()->rows().size());
}

TEST_CASE("Movement: nobody moved, and nothing to compare with") {
    test::SmallBook book;
    book.account("same", 90, 90).account("also", 60, 60);
    Kit kit(book.build());
    kit.look();
    CHECK(kit.part->headline() ==
          u"Nobody changed band since 31 Dec 2025: all 2 accounts are where they were."_s);
    CHECK(kit.list()->rows().empty());
    kit.clickCell(Band::Green, Band::Green);
    REQUIRE(kit.list()->rows().size() == 1);
    CHECK(kit.list()->rows().front().name == u"Name of same"_s);
}

TEST_CASE("Movement: a cell, who left and who is new are places, and what there is not is all who moved") {
    Kit kit;
    kit.look(analytics::PeriodKind::Months12);
    const std::size_t all = kit.list()->rows().size();
    const QString title = test::textOf(*kit.part, "movementListTitle");
    kit.clickCell(Band::Green, Band::Yellow);
    const std::size_t some = kit.list()->rows().size();
    REQUIRE(some < all);
    test::click(*kit.part, "whoLeft");
    const std::vector<QStringList> asked{{u"green"_s, u"yellow"_s}, {u"left"_s}};
    CHECK(kit.inside == asked);

    SECTION("back, and back again") {
        kit.lookInside(asked.front());
        CHECK(kit.list()->rows().size() == some);
        kit.lookInside({});
        CHECK(test::textOf(*kit.part, "movementListTitle") == title);
        CHECK(kit.inside == asked); // nothing was asked for on the way
        CHECK_FALSE(kit.part->escape());
    }
    SECTION("Esc goes up") {
        CHECK(kit.part->escape());
        CHECK(kit.inside.back().isEmpty());
        CHECK(kit.list()->rows().size() == all);
    }
    SECTION("the cell by its key, chosen again") {
        kit.clickCell(Band::Green, Band::Yellow);
        kit.matrix()->setFocus();
        QTest::keyClick(kit.matrix(), Qt::Key_Return);
        CHECK(kit.inside.back().isEmpty());
        CHECK(kit.list()->rows().size() == all);
    }
    SECTION("words of another tab") {
        for (const QStringList& words : {QStringList{u"red"_s, u"Ana Lopez"_s}, {u"accounts"_s}}) {
            kit.lookInside(words);
            CHECK(test::textOf(*kit.part, "movementListTitle") == title);
        }
    }
    SECTION("in a book that nobody left") {
        test::SmallBook book;
        book.account("fell", 90, 20);
        kit.showBook(book.build());
        kit.look();
        CHECK(kit.list()->rows().size() == 1);
        CHECK_FALSE(kit.part->escape());
    }
}

TEST_CASE("Movement: each currency of a cell has a line of its own") {
    const auto bookOf = [](const char* currency) {
        test::SmallBook book;
        book.account("one", 90, 20).with("one", "arr", "1250000");
        book.account("two", 90, 20).with("two", "arr", "800000").with("two", "currency", currency);
        return book.build();
    };
    Kit kit(bookOf("USD"));
    kit.look();
    const int high = kit.matrix()->cellRect(Band::Green, Band::Red).height();
    kit.showBook(bookOf("EUR"));
    kit.look();
    const QString words = kit.matrix()->cellWords(Band::Green, Band::Red);
    CHECK(words.startsWith(u"2 from green to red, "_s));
    CHECK(words.contains(u" and "_s));
    CHECK(kit.matrix()->cellRect(Band::Green, Band::Red).height() > high);
    CHECK(kit.matrix()->rect().contains(kit.matrix()->cellRect(Band::None, Band::None)));
    kit.showBook(bookOf("USD"));
    kit.look();
    CHECK(kit.matrix()->cellRect(Band::Green, Band::Red).height() == high);
}

TEST_CASE("Movement: links are high enough to hit") {
    Kit kit;
    kit.look(analytics::PeriodKind::Months12);
    for (const char* name : {"whoLeft", "whoCame"}) {
        const auto* link = test::child<QPushButton>(*kit.part, QLatin1StringView(name));
        CHECK((link->isHidden() || link->height() >= kit.theme.px(theme::size::hitArea)));
    }
    CHECK(test::isShown(*kit.part, "whoLeft"));
}

TEST_CASE("Movement: the right button copies the list") {
    Kit kit;
    kit.look();
    const auto copied = [&](const char* action) {
        Q_EMIT kit.matrix()->customContextMenuRequested({4, 4});
        test::AccountKit::choose(action);
        return QGuiApplication::clipboard()->text();
    };
    const QString table = copied("copyTable");
    CHECK(table.startsWith(u"Account\tName\tOwner\t"_s));
    CHECK(static_cast<std::size_t>(table.trimmed().count(u'\n')) == kit.list()->rows().size());
    CHECK(copied("copyText").startsWith(kit.part->headline()));
}

} // namespace hb::pages
