// SPDX-License-Identifier: GPL-3.0-or-later
// The Renewals tab of Compare, on the demo company and on books that lack things.
#include "tests/support/snapshot_builder.h"
#include "tests/ui/compare/part_kit.h"
#include "ui/charts/scatter_chart.h"
#include "ui/pages/compare/renewals_part.h"
#include "ui/pages/compare/renewals_scatter.h"

#include <QLineF>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

struct Kit : test::ComparePartKit<RenewalsPart> {
    using ComparePartKit::ComparePartKit;

    [[nodiscard]] QTableView* table(const char* name) const {
        return test::child<QTableView>(*part, QString::fromLatin1(name));
    }
    [[nodiscard]] QString cell(const char* name, int row, int column) const {
        return table(name)->model()->index(row, column).data().toString();
    }
};

} // namespace

TEST_CASE("Renewals: what renews next quarter and what of it is not green, in one sentence") {
    Kit kit;
    kit.look();
    CHECK(kit.part->headline().startsWith(u"Next quarter $"_s));
    CHECK(kit.part->headline().contains(u"of it not green"_s));
    CHECK(kit.part->headline().endsWith(u"is expected to stay."_s));
    CHECK(kit.cell("renewals", 0, 0) == u"All"_s);
    CHECK(kit.table("renewals")->model()->rowCount() == 7); // all, and six owners
    CHECK(kit.table("expected")->model()->rowCount() ==
          3); // nothing renews tomorrow, the last day of the quarter
    CHECK(test::textOf(*kit.part, "renewalRates").contains(u"green accounts stayed"_s));
    CHECK(test::textOf(*kit.part, "retentionSentence").contains(u"of their ARR was kept"_s));
    CHECK(kit.cell("keptByQuarter", 0, 0).startsWith(u'Q'));
}

TEST_CASE("Renewals: the accounts behind a figure, not green first, by mouse and by keys") {
    Kit kit;
    kit.look();
    QTableView& table = *kit.table("renewals");
    int column = 1;
    while (kit.cell("renewals", 1, column).isEmpty()) {
        ++column;
    }
    QTest::mouseClick(
        table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(1, column)).center());
    QTableView& behind = *kit.table("renewing");
    REQUIRE(behind.isVisible());
    CHECK(behind.model()->index(0, 4).data().toString() == kit.cell("renewals", 1, 0)); // whose they are
    CHECK_FALSE(behind.model()->index(0, 2).data().toString().endsWith(u"green"_s));
    behind.setFocus();
    behind.setCurrentIndex(behind.model()->index(0, 0));
    QTest::keyClick(&behind, Qt::Key_Return);
    REQUIRE(kit.opened.size() == 1);
    CHECK(kit.opened[0] == kit.walked[0]);
    CHECK(kit.walked.size() == static_cast<std::size_t>(behind.model()->rowCount()));
    CHECK(kit.part->escape());
    CHECK_FALSE(behind.isVisible());
    CHECK_FALSE(kit.part->escape());
}

TEST_CASE("Renewals: a figure is a place, and words of none are the top") {
    Kit kit;
    kit.look();
    QTableView& table = *kit.table("renewals");
    table.setFocus();
    const auto choose = [&](int row) {
        int column = 1;
        while (kit.cell("renewals", row, column).isEmpty()) {
            ++column;
        }
        table.setCurrentIndex(table.model()->index(row, column));
        QTest::keyClick(&table, Qt::Key_Return);
    };
    choose(1);
    choose(2);
    REQUIRE(kit.inside.size() == 2);
    const auto listsOwner = [&](int row) {
        return kit.table("renewing")->isVisible() &&
               kit.cell("renewing", 0, 4) == kit.cell("renewals", row, 0);
    };
    CHECK(listsOwner(2));
    kit.lookInside(kit.inside.front()); // back
    CHECK(listsOwner(1));
    CHECK(table.currentIndex().row() == 1);
    QTest::keyClick(&table, Qt::Key_Return);
    CHECK(kit.inside.size() == 2); // it is there
    SECTION("back to the top") {
        kit.lookInside({});
        CHECK_FALSE(kit.table("renewing")->isVisible());
    }
    SECTION("Esc goes up") {
        CHECK(kit.part->escape());
        CHECK(kit.inside.back().isEmpty());
        CHECK_FALSE(kit.table("renewing")->isVisible());
        CHECK(table.hasFocus());
    }
    SECTION("of nobody, of no quarter, of another tab") {
        const QString quarter = kit.inside.front().at(1), owner = kit.inside.front().at(2);
        for (const QStringList& words : {QStringList{u"renewing"_s, quarter, u"Nobody of that name"_s},
                                         {u"renewing"_s, u"Q1 1999"_s, owner},
                                         {u"renewing"_s, {}, owner},
                                         {u"red"_s, owner}}) {
            kit.lookInside(words);
            CHECK_FALSE(kit.table("renewing")->isVisible());
            CHECK_FALSE(kit.part->escape());
        }
    }
}

TEST_CASE("Renewals: figures are accounts or amounts, as the question counts") {
    Kit kit;
    kit.look();
    const auto hasMoney = [&] {
        bool any = false, all = true;
        for (int row = 0; row < kit.table("renewals")->model()->rowCount(); ++row) {
            for (int column = 1; column <= RenewalsModel::quarterCount; ++column) {
                const QString text = kit.cell("renewals", row, column);
                any = any || text.contains(u'$');
                all = all && (text.isEmpty() || text.contains(u'$'));
            }
        }
        return std::pair(any, all);
    };
    CHECK(hasMoney() == std::pair(false, false));
    CHECK(kit.cell("renewals", 0, 2).contains(u" of "_s));
    const QModelIndex all = kit.table("renewals")->model()->index(0, 2);
    CHECK(all.data(Qt::ToolTipRole).toString().contains(u"renewals not green. Of their ARR $"_s));
    kit.look(analytics::PeriodKind::ThisQuarter, CountBy::Arr);
    CHECK(hasMoney() == std::pair(true, true));
    CHECK(kit.part->headline().startsWith(u"Next quarter $"_s));
}

TEST_CASE("Renewals: the group that was chosen stays chosen when the book is asked again") {
    Kit kit;
    kit.look();
    QTableView& table = *kit.table("renewals");
    table.setCurrentIndex(table.model()->index(0, 2));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Return);
    const int rows = kit.table("renewing")->model()->rowCount();
    kit.look(analytics::PeriodKind::Days30);
    CHECK(kit.table("renewing")->isVisible());
    CHECK(kit.table("renewing")->model()->rowCount() == rows); // the period ends on the same day
}

TEST_CASE("Renewals: a point of score and ARR is an account, by mouse and by keys") {
    Kit kit;
    kit.look();
    auto* chart = kit.part->findChild<charts::ScatterChart*>(u"scoreAndArr"_s);
    REQUIRE(chart != nullptr);
    const auto& points = chart->shown().points;
    REQUIRE(points.size() > 100);
    CHECK(std::ranges::is_sorted(points, {}, &charts::ScatterPoint::score));
    CHECK(std::ranges::all_of(points, [&](const charts::ScatterPoint& point) {
        const auto at = static_cast<std::size_t>(&point - points.data());
        return chart->rect().contains(chart->placeOf(at).toPoint());
    }));
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Down);
    QTest::keyClick(chart, Qt::Key_Return);
    REQUIRE(kit.opened.size() == 1);
    CHECK(kit.opened[0] == points[1].account);
    CHECK(kit.walked.size() == points.size()); // few are all walked
    const std::size_t last = points.size() - 1;
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->placeOf(last).toPoint());
    REQUIRE(kit.opened.size() == 2);
    const auto hit = std::ranges::find(points, kit.opened[1], &charts::ScatterPoint::account);
    CHECK(QLineF(chart->placeOf(static_cast<std::size_t>(hit - points.begin())), chart->placeOf(last))
              .length() < 3);
}

TEST_CASE("Renewals: of very many points, those beside the chosen one are walked") {
    charts::ScatterData data;
    for (AccountIndex at = 0; at < 5000; ++at) {
        data.points.push_back({.account = at});
    }
    const auto ends = [&data](std::size_t point) {
        const std::vector<AccountIndex> walked = walkedFrom(data, point);
        return std::pair(walked.front(), walked.back());
    };
    CHECK(ends(3000) == std::pair<AccountIndex, AccountIndex>(2500, 3500));
    CHECK(ends(0) == std::pair<AccountIndex, AccountIndex>(0, 500));
    CHECK(ends(4999) == std::pair<AccountIndex, AccountIndex>(4499, 4999));
}

TEST_CASE("Renewals: a book without renewal days and outcomes says so, and shows no number") {
    const Day today = test::day(test::smallBookToday);
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("a"))
        .tmpl(test::defaultTemplate({test::version({test::group("g", 1, {test::weighted("a", 1)})})}))
        .measure("one", "a", today - 400, 90);
    Kit kit(builder.build());
    kit.look();
    CHECK(kit.part->headline() == u"No renewal is known for the next 4 quarters."_s);
    CHECK_FALSE(kit.table("renewals")->isVisible());
    CHECK_FALSE(kit.table("expected")->isVisible());
    CHECK_FALSE(test::child<charts::ScatterChart>(*kit.part, u"scoreAndArr"_s)->isVisible());
    CHECK(test::textOf(*kit.part, "scatterNote").contains(u"a score and an ARR in USD"_s));
    CHECK(test::textOf(*kit.part, "renewalRates").startsWith(u"Nothing has been said yet"_s));
    CHECK(test::textOf(*kit.part, "retentionSentence").startsWith(u"Not enough accounts"_s));
    CHECK_FALSE(kit.part->asText().contains(u'$'));
}

TEST_CASE("Renewals: copied as a table the amounts are whole, a line a group, quarter and currency") {
    Kit kit;
    kit.look();
    const exchange::Table table = kit.part->asTable();
    CHECK(table.head.size() == 6);
    REQUIRE_FALSE(table.isEmpty());
    CHECK(std::get<QString>(table.rows[0][0]) == u"All"_s);
    std::int64_t all = 0;
    std::int64_t owners = 0;
    for (const auto& row : table.rows) {
        (std::get<QString>(row[0]) == u"All"_s ? all : owners) += std::get<exchange::Money>(row[4]).cents;
    }
    CHECK(all > 0);
    CHECK(owners == all);
}

} // namespace hb::pages
