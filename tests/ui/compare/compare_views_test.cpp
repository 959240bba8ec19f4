// SPDX-License-Identifier: GPL-3.0-or-later
// Views of the Compare page, by clicks and keys: each tab comes back as it was laid out.
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "tests/ui/support/tables.h"
#include "ui/pages/compare/heat_map_table.h"
#include "ui/pages/compare/overview_table.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

using Columns = OverviewTable::ColumnOf;

struct Kit : test::AccountKit {
    Kit() { showTab("overview"); }
    void showTab(const char* name) const {
        press(Qt::Key_2, Qt::ControlModifier);
        click((u"tab."_s + QLatin1StringView(name)).toLatin1());
    }
    void click(const char* button) const {
        test::click(*window, button);
        QCoreApplication::processEvents();
    }
    void keepView() const {
        click("compareViews");
        REQUIRE(find<QWidget>("viewsPopup")->isVisible());
        auto* name = find<QLineEdit>("viewName");
        QTest::keyClicks(name, u"As I want it"_s);
        QTest::keyClick(name, Qt::Key_Return);
        REQUIRE_FALSE(find<QWidget>("viewsPopup")->isVisible());
    }
    void showView() const {
        click("compareViews");
        QTest::keyClick(find<QListWidget>("viewsList"), Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QTableView* rows() const { return find<QTableView>("compareGroups"); }
    void clickHead(int column) const { test::clickHead(*rows(), column); }
    [[nodiscard]] bool isOn(const char* button) const { return find<QAbstractButton>(button)->isChecked(); }
    [[nodiscard]] QStringList heatRows() const {
        const QAbstractItemModel& rows = *find<HeatTable>("heatMap")->model();
        QStringList names;
        for (int row = 0; row < rows.rowCount(); ++row) {
            names << rows.index(row, 0).data().toString();
        }
        return names;
    }
    void sortHeatBy(int column) const {
        auto* head = find<HeatTable>("heatHead");
        const QModelIndex name = head->model()->index(0, column);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, head->visualRect(name).center());
        QCoreApplication::processEvents();
    }
};

} // namespace

TEST_CASE("A view of Compare keeps the order of the Overview") {
    const Kit kit;
    kit.clickHead(Columns::RedArr);
    kit.clickHead(Columns::RedArr);
    kit.click("compareAlike");
    const QHeaderView& head = *kit.rows()->horizontalHeader();
    const Qt::SortOrder order = head.sortIndicatorOrder();
    kit.keepView();
    kit.click("compareAlike");
    kit.clickHead(Columns::Change);
    REQUIRE(head.sortIndicatorSection() == Columns::Change);
    kit.showTab("renewals");

    kit.showView();
    CHECK(kit.window->where().compare->tab == u"overview"_s);
    CHECK(head.sortIndicatorSection() == Columns::RedArr);
    CHECK(head.sortIndicatorOrder() == order);
    CHECK(kit.isOn("compareAlike"));
}

TEST_CASE("A view of Compare keeps what the heat map is narrowed to, and its order") {
    const Kit kit;
    kit.showTab("heatMap");
    kit.click("heatAccounts");
    kit.sortHeatBy(2);
    const QStringList rows = kit.heatRows();
    kit.keepView();
    kit.click("heatGroups");
    kit.sortHeatBy(0);
    REQUIRE(kit.heatRows() != rows);

    SECTION("from where it was kept") {
        kit.showView();
    }
    SECTION("from another tab") {
        kit.showTab("movement");
        kit.showView();
    }
    SECTION("once the groups are others") {
        session::CompareState other = *kit.window->where().compare;
        other.by = QStringList{u"segment"_s};
        kit.window->go({.page = session::page::compare, .compare = other});
        kit.showView();
    }
    CHECK(kit.isOn("heatAccounts"));
    CHECK(kit.heatRows() == rows);
    CHECK_FALSE(kit.isOn("heatAlike"));
}

TEST_CASE("A view of Compare that is kept again keeps that nothing is narrowed") {
    const Kit kit;
    kit.showTab("heatMap");
    kit.click("heatAccounts");
    kit.keepView();
    kit.click("heatGroups");
    REQUIRE(kit.window->where().compare->inside.isEmpty());
    kit.keepView();
    kit.click("heatAccounts");
    kit.showView();
    CHECK(kit.window->where().compare->inside.isEmpty());
    CHECK(kit.isOn("heatGroups"));
}

TEST_CASE(
    "A view of Compare brings the order of a heat map back though the same days are asked another way") {
    const Kit kit;
    kit.showTab("heatMap");
    kit.sortHeatBy(2);
    const QStringList rows = kit.heatRows();
    session::CompareState days = *kit.window->where().compare;
    days.kind = analytics::PeriodKind::TwoDays;
    days.days = analytics::periodOn(kit.session.asOf(), analytics::PeriodKind::ThisQuarter);
    kit.window->go({.page = session::page::compare, .compare = days});
    kit.keepView();
    kit.sortHeatBy(0);
    REQUIRE(kit.heatRows() != rows);
    days.kind = analytics::PeriodKind::ThisQuarter;
    days.days = {};
    kit.window->go({.page = session::page::compare, .compare = days});
    kit.showView();
    CHECK(kit.heatRows() == rows);
}

TEST_CASE("A view of Compare opens what it looks into, counted as it was") {
    const Kit kit;
    session::CompareState inside = *kit.window->where().compare;
    inside.byArr = !inside.byArr;
    inside.inside = QStringList{u"red"_s, u"Ana Lopez"_s};
    kit.window->go({.page = session::page::compare, .compare = inside});
    const int open = kit.rows()->model()->rowCount();
    kit.keepView();
    inside.byArr = !inside.byArr;
    inside.inside.clear();
    kit.window->go({.page = session::page::compare, .compare = inside});
    REQUIRE(kit.rows()->model()->rowCount() < open);
    kit.showView();
    CHECK(kit.rows()->model()->rowCount() == open);
}

TEST_CASE("A view of Compare keeps whose trends are looked at, and by which templates") {
    const Kit kit;
    kit.showTab("trends");
    kit.click("withTodays");
    test::choose(*kit.window, "trendsGroup", u"Ana Lopez"_s);
    kit.keepView();
    kit.click("asItWas");
    test::choose(*kit.window, "trendsGroup", u"All"_s);
    kit.showTab("movement");
    test::choose(*kit.window, "movementGroup", u"Ben Okafor"_s);

    kit.showView();
    CHECK(kit.isOn("withTodays"));
    CHECK(kit.find<QComboBox>("trendsGroup")->currentText() == u"Ana Lopez"_s);
    CHECK(test::textOf(*kit.window, "compareHeadline").startsWith(u"Ana Lopez: "_s));
    kit.showTab("movement"); // is as it was left
    CHECK(kit.find<QComboBox>("movementGroup")->currentText() == u"Ben Okafor"_s);
}

TEST_CASE("A view of Compare keeps whose movement is looked at") {
    const Kit kit;
    kit.showTab("movement");
    test::choose(*kit.window, "movementGroup", u"Ben Okafor"_s);
    kit.keepView();
    test::choose(*kit.window, "movementGroup", u"All"_s);
    kit.showView();
    CHECK(kit.find<QComboBox>("movementGroup")->currentText() == u"Ben Okafor"_s);
    CHECK(test::textOf(*kit.window, "compareHeadline").startsWith(u"Ben Okafor: "_s));
}

} // namespace hb::pages
