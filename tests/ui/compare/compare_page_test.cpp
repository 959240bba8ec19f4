// SPDX-License-Identifier: GPL-3.0-or-later
// The Compare page and its Overview on the demo company: what is asked, groups that open, where one was.
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "tests/ui/support/tables.h"
#include "ui/pages/compare/overview_table.h"
#include "ui/shell/action_registry.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDateEdit>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

using Columns = OverviewTable::ColumnOf;

struct Kit : test::AccountKit {
    explicit Kit(const std::function<void(const QString&)>& make = test::copyDemoBook) : AccountKit(make) {
        press(Qt::Key_2, Qt::ControlModifier);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QTableView* rows() const { return find<QTableView>("compareGroups"); }
    [[nodiscard]] int count() const { return rows()->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column) const {
        return rows()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QString headline() const { return find<QLabel>("compareHeadline")->text(); }
    [[nodiscard]] QString text(const char* button) const { return find<QPushButton>(button)->text(); }
    void click(int row, int column) const {
        const QModelIndex index = rows()->model()->index(row, column);
        rows()->scrollTo(index);
        QTest::mouseClick(rows()->viewport(), Qt::LeftButton, {}, rows()->visualRect(index).center());
        QCoreApplication::processEvents();
    }
    void clickHead(int column) const { test::clickHead(*rows(), column); }
    void key(Qt::Key key) const {
        rows()->setFocus();
        QTest::keyClick(rows(), key);
        QCoreApplication::processEvents();
    }
    /// Opens the menu of a pill and chooses from it.
    void chooseFrom(const char* pill, const char* action) const {
        test::click(*window, pill);
        choose(action);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] std::vector<double> sortValues(int column) const {
        std::vector<double> values;
        for (int row = 0; row + 1 < count(); ++row) { // the last is the whole book
            values.push_back(rows()->model()->index(row, column).data(models::sortRole).toDouble());
        }
        return values;
    }
};

} // namespace

TEST_CASE("Compare: Ctrl+2 shows the owners beside one another, the whole book last") {
    const Kit kit;
    CHECK(kit.window->where().page == session::page::compare);
    REQUIRE(kit.count() == 7); // six owners
    CHECK(kit.cell(6, Columns::Name) == u"All"_s);
    CHECK(kit.text("compareBy").startsWith(u"by owner"_s));
    CHECK(kit.text("comparePeriod").startsWith(u"This quarter"_s));
    CHECK_FALSE(kit.headline().isEmpty());
    int accounts = 0;
    for (int row = 0; row < 6; ++row) {
        accounts += kit.cell(row, Columns::Accounts).toInt();
        CHECK_FALSE(kit.cell(row, Columns::Reason).isEmpty());
    }
    CHECK(QString::number(accounts) == kit.cell(6, Columns::Accounts));
    const std::vector<double> changes = kit.sortValues(Columns::Change);
    CHECK(std::ranges::is_sorted(changes)); // who fell most stands first
}

TEST_CASE("Compare: heads sort, and the whole book stays last") {
    const Kit kit;
    kit.clickHead(Columns::Accounts);
    const std::vector<double> once = kit.sortValues(Columns::Accounts);
    kit.clickHead(Columns::Accounts);
    std::vector<double> twice = kit.sortValues(Columns::Accounts);
    CHECK((std::ranges::is_sorted(once) || std::ranges::is_sorted(once, std::ranges::greater())));
    CHECK(std::ranges::is_sorted(once) != std::ranges::is_sorted(twice));
    CHECK(kit.cell(6, Columns::Name) == u"All"_s);
}

TEST_CASE("Compare: a group opens to its accounts, by click and by key, and an account to its page") {
    const Kit kit;
    const int behind = kit.cell(0, Columns::Accounts).toInt();
    const QString group = kit.cell(0, Columns::Name);
    SECTION("by click") {
        kit.click(0, Columns::Name);
        REQUIRE(kit.count() == 7 + behind);
        kit.click(0, Columns::Name);
        CHECK(kit.count() == 7);
    }
    SECTION("by keys, there and back") {
        kit.key(Qt::Key_Home);
        kit.rows()->setCurrentIndex(kit.rows()->model()->index(0, 0));
        kit.key(Qt::Key_Right);
        REQUIRE(kit.count() == 7 + behind);
        kit.key(Qt::Key_Down);
        const QString name = kit.cell(1, Columns::Name);
        kit.key(Qt::Key_Return);
        CHECK(kit.window->where().page == session::page::account);
        CHECK(kit.window->currentPage()->place() == name);
        CHECK(kit.session.list().size() == static_cast<std::size_t>(behind));
        kit.window->goBack();
        CHECK(kit.window->where().page == session::page::compare);
        CHECK(kit.count() == 7 + behind); // still open
        kit.key(Qt::Key_Left);
        CHECK(kit.count() == 7);
        CHECK(kit.rows()->currentIndex().row() == 0);
        CHECK(kit.cell(0, Columns::Name) == group);
    }
    SECTION("Esc closes") {
        kit.click(0, Columns::Name);
        kit.press(Qt::Key_Escape, Qt::NoModifier);
        CHECK(kit.count() == 7);
        CHECK(kit.window->where().page == session::page::compare);
    }
    SECTION("a part of the bar opens those of its colour") {
        const QRect cell = kit.rows()->visualRect(kit.rows()->model()->index(6, Columns::Bands));
        const QRect first = kit.rows()->visualRect(kit.rows()->model()->index(0, Columns::Bands));
        REQUIRE(cell.isValid());
        const QString band = kit.cell(0, Columns::Bands).section(u", "_s, 0, 0);
        QTest::mouseClick(kit.rows()->viewport(), Qt::LeftButton, {}, first.topLeft() + QPoint(10, 12));
        QCoreApplication::processEvents();
        const int shown = kit.count() - 7 - 1; // a line says that these are not all
        CHECK(shown == band.section(u' ', 0, 0).toInt());
        CHECK(kit.cell(1, Columns::Name)
                  .startsWith(u"Only the %1 %2 of %3 "_s.arg(
                      band.section(u' ', 0, 0), band.section(u' ', 1), kit.cell(0, Columns::Accounts))));
        for (int row = 2; row < 2 + shown; ++row) {
            CHECK(kit.cell(row, Columns::Bands).startsWith(band.section(u' ', 1) + u", "_s));
        }
        SECTION("back closes it, and forward comes back to it") {
            REQUIRE(kit.window->where().compare->inside.value(1) == group);
            kit.window->goBack();
            CHECK(kit.window->where().page == session::page::compare);
            CHECK(kit.count() == 7);
            kit.window->goForward();
            CHECK(kit.count() == 7 + 1 + shown);
        }
        SECTION("another question of the same groups keeps it open") {
            test::click(*kit.window, "compareArr");
            CHECK(kit.count() == 7 + 1 + shown);
        }
        SECTION("the line shows all") {
            kit.click(1, Columns::Name);
            CHECK(kit.window->where().compare->inside.isEmpty());
            CHECK(kit.count() == 7 + behind);
            CHECK(kit.rows()->currentIndex().row() == 0);
        }
        SECTION("and Return on it") {
            kit.rows()->setCurrentIndex(kit.rows()->model()->index(1, 0));
            kit.key(Qt::Key_Return);
            CHECK(kit.count() == 7 + behind);
        }
        SECTION("and Esc, which then closes") {
            kit.press(Qt::Key_Escape, Qt::NoModifier);
            CHECK(kit.count() == 7 + behind);
            kit.press(Qt::Key_Escape, Qt::NoModifier);
            CHECK(kit.count() == 7);
        }
    }
}

TEST_CASE("Compare: the period, the grouping and what is counted are asked, and back restores them") {
    Kit kit;
    const QString first = kit.headline();
    kit.chooseFrom("comparePeriod", "period.12_months");
    CHECK(kit.text("comparePeriod").startsWith(u"12 months"_s));
    CHECK(kit.find<QLabel>("compareFromTo")->text().startsWith(u"30 Mar 2025"_s));
    kit.chooseFrom("compareBy", "by.segment");
    CHECK(kit.text("compareBy").startsWith(u"by segment"_s));
    const int segments = kit.count();
    CHECK(segments != 7);
    kit.chooseFrom("compareAnd", "and.owner");
    CHECK(kit.count() > segments);
    CHECK_FALSE(kit.find<QCheckBox>("compareAlike")->isVisible()); // of one attribute alone
    kit.window->goBack();
    CHECK(kit.count() == segments);
    kit.window->goBack();
    CHECK(kit.text("compareBy").startsWith(u"by owner"_s));
    CHECK(kit.text("comparePeriod").startsWith(u"12 months"_s));
    kit.window->goBack();
    CHECK(kit.text("comparePeriod").startsWith(u"This quarter"_s));
    CHECK(kit.headline() == first);
    kit.window->goForward();
    CHECK(kit.text("comparePeriod").startsWith(u"12 months"_s));

    SECTION("ARR weighs") {
        const auto means = [&kit] {
            QStringList shown;
            for (int row = 0; row < kit.count(); ++row) {
                shown << kit.cell(row, Columns::Mean);
            }
            return shown;
        };
        const QStringList before = means();
        test::click(*kit.window, "compareArr");
        CHECK(means() != before);
        test::click(*kit.window, "compareCount");
        CHECK(means() == before);
    }
    SECTION("the book remembers what it was asked") {
        kit.press(Qt::Key_1, Qt::ControlModifier);
        kit.press(Qt::Key_2, Qt::ControlModifier);
        CHECK(kit.text("comparePeriod").startsWith(u"12 months"_s));
    }
    SECTION("the as-of day moves the period") {
        const QString days = kit.find<QLabel>("compareFromTo")->text();
        kit.session.setAsOf(kit.session.asOf() - 40);
        QCoreApplication::processEvents();
        CHECK(kit.find<QLabel>("compareFromTo")->text() != days);
    }
}

TEST_CASE("Compare: any two days, in either order, but not one") {
    const Kit kit;
    // Not from the menu of the pill: the offscreen platform closes what opens while a menu closes.
    const shell::Action* twoDays = kit.window->actions().find(u"compare.twoDays"_s);
    REQUIRE(twoDays != nullptr);
    kit.window->actions().run(*twoDays);
    auto* popup = kit.find<QWidget>("compareDays");
    REQUIRE(popup->isVisible());
    auto* from = kit.find<QDateEdit>("compareFrom");
    auto* to = kit.find<QDateEdit>("compareTo");
    to->setDate({2026, 1, 15});
    from->setDate({2026, 1, 15});
    test::click(*popup, "compareDaysDone");
    CHECK(popup->isVisible());
    CHECK(test::textOf(*popup, "compareDaysHint").contains(u"Two different days"_s));
    from->setDate({2026, 3, 1});
    QTest::keyClick(from, Qt::Key_Return);
    CHECK_FALSE(popup->isVisible());
    CHECK(kit.find<QLabel>("compareFromTo")->text() == u"15 Jan \u2192 1 Mar"_s);
    CHECK(kit.window->where().compare->days ==
          analytics::Period{test::day("2026-01-15"), test::day("2026-03-01")});
}

TEST_CASE("Compare: with the same mix each mean has its interval") {
    const Kit kit;
    CHECK(kit.rows()->isColumnHidden(Columns::Alike));
    QTest::mouseClick(kit.find<QCheckBox>("compareAlike"), Qt::LeftButton, {}, {8, 8});
    REQUIRE_FALSE(kit.rows()->isColumnHidden(Columns::Alike));
    for (int row = 0; row < 6; ++row) {
        CHECK_FALSE(kit.cell(row, Columns::Alike).isEmpty());
        CHECK(kit.rows()
                  ->model()
                  ->index(row, Columns::Alike)
                  .data(Qt::ToolTipRole)
                  .toString()
                  .contains(u" to "_s));
    }
    CHECK(kit.cell(6, Columns::Alike).isEmpty()); // the whole book is its own mix
}

TEST_CASE("Compare: a group leads to the Book page, and all is copied") {
    const Kit kit;
    const QString owner = kit.cell(0, Columns::Name);
    const QString accounts = kit.cell(0, Columns::Accounts);
    SECTION("to the Book page") {
        const QRect cell = kit.rows()->visualRect(kit.rows()->model()->index(0, 0));
        Q_EMIT kit.rows()->customContextMenuRequested(cell.center());
        test::AccountKit::choose("book");
        CHECK(kit.window->where().page == session::page::book);
        REQUIRE(kit.session.filter().attributes.size() == 1);
        CHECK(kit.session.filter().attributes[0].values == QStringList{owner});
        CHECK(kit.session.asOf() == test::day(test::smallBookToday));
        kit.press(Qt::Key_2, Qt::ControlModifier);
        CHECK(
            kit.find<QLabel>("compareNote")->isVisible()); // the filter does not narrow it, and that is said
        CHECK(kit.count() == 7);
    }
    SECTION("as text and as a table") {
        const QString copied = kit.window->currentPage()->asText();
        CHECK(copied.startsWith(kit.headline()));
        CHECK(copied.contains(u"\n"_s + owner));
        kit.window->actions().run(*kit.window->actions().find(u"edit.copyTable"_s));
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        REQUIRE(lines.size() == 8);
        CHECK(lines[0].startsWith(u"Owner\tAccounts\t"_s));
        CHECK(lines[0].contains(u"Change, 31 Dec 2025 to 30 Mar\t"_s));
        for (int row = 0; row < kit.count(); ++row) {
            CHECK(lines[row + 1].startsWith(kit.cell(row, Columns::Name) + u'\t')); // as on the screen
        }
        for (const QString& line : lines) {
            CHECK(line.count(u'\t') == lines[0].count(u'\t'));
        }
    }
}

TEST_CASE("Compare: books that lack what it takes") {
    test::WindowKit kit;
    shell::MainWindow window(kit.context);
    window.show();
    const auto show = [&](const std::shared_ptr<const Snapshot>& snapshot) {
        kit.session.showSnapshot(snapshot);
        window.go({.page = session::page::compare});
        QCoreApplication::processEvents();
    };
    const auto rows = [&] { return test::child<QTableView>(window, u"compareGroups"_s); };
    SECTION("no accounts") {
        show(test::SmallBook().build());
        CHECK(test::isShown(window, "compareInstead"));
    }
    SECTION("one account: nothing to tell apart") {
        show(test::SmallBook().account("alone", 90, 20).with("alone", "owner", "Ana").build());
        CHECK_FALSE(rows()->isVisible());
        CHECK(test::textOf(window, "compareHeadline").isEmpty());
    }
    SECTION("no ARR: no columns and no switch of it; who has no owner is a group") {
        test::SmallBook book = test::fiveAccounts();
        book.account("loose", 70, 60);
        show(book.build());
        REQUIRE(rows()->model()->rowCount() == 4);
        CHECK(rows()->isColumnHidden(OverviewTable::RedArr));
        CHECK(rows()->isColumnHidden(OverviewTable::Renewing));
        CHECK_FALSE(test::isShown(window, "compareArr"));
        QStringList names;
        for (int row = 0; row < 4; ++row) {
            names << rows()->model()->index(row, 0).data().toString();
        }
        CHECK(names.contains(u"No owner"_s));
        CHECK(test::textOf(window, "compareHeadline").startsWith(u"Too few accounts a group"_s));
    }
    SECTION("two currencies are not added") {
        test::SmallBook book = test::fiveAccounts();
        book.account("also", 90, 10).with("also", "owner", "Ana Lopez");
        book.with("fell", "arr", "1000").with("also", "arr", "500").with("also", "currency", "EUR");
        show(book.build());
        const auto all = rows()->model()->index(rows()->model()->rowCount() - 1, OverviewTable::RedArr);
        CHECK(all.data().toString().contains(u" and "_s));
    }
    SECTION("a place that asks for what the book does not have") {
        kit.session.showSnapshot(test::fiveAccounts().build());
        window.go({.page = session::page::compare,
                   .compare = session::CompareState{
                       .tab = u"gone"_s,
                       .kind = analytics::PeriodKind::TwoDays,
                       .days = analytics::Period{test::day("2026-03-30"), test::day("2026-03-01")},
                       .by = {u"gone"_s, u"arr"_s, u"segment"_s, u"segment"_s}}});
        CHECK(window.where().compare->by == QStringList{u"segment"_s});
        CHECK(window.where().compare->days->from < window.where().compare->days->to);
        CHECK(rows()->model()->rowCount() == 3);
    }
}

} // namespace hb::pages
