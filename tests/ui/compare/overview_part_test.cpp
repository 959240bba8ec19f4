// SPDX-License-Identifier: GPL-3.0-or-later
// The Overview by itself: accounts behind a group stand as the table does, figures drill, places are kept.
#include "tests/ui/compare/part_kit.h"
#include "tests/ui/support/tables.h"
#include "ui/pages/compare/overview_part.h"

#include <QHeaderView>
#include <QTableView>
#include <QThread>

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

using Columns = OverviewTable::ColumnOf;

struct Kit : test::ComparePartKit<OverviewPart> {
    using ComparePartKit::ComparePartKit;
    [[nodiscard]] QTableView* rows() const { return test::child<QTableView>(*part, u"compareGroups"_s); }
    [[nodiscard]] int count() const { return rows()->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column) const {
        return rows()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] int rowOf(const QString& name) const {
        int row = 0;
        while (row < count() && cell(row, Columns::Name) != name) {
            ++row;
        }
        REQUIRE(row < count());
        return row;
    }
    void click(int row, int column) const {
        const QModelIndex index = rows()->model()->index(row, column);
        rows()->scrollTo(index);
        QTest::mouseClick(rows()->viewport(), Qt::LeftButton, {}, rows()->visualRect(index).center());
        QCoreApplication::processEvents();
    }
    void clickHead(int column) const { test::clickHead(*rows(), column); }
    /// The names of the rows under a group.
    [[nodiscard]] QStringList under(const QString& group, int count) const {
        QStringList names;
        for (int row = rowOf(group) + 1; row <= rowOf(group) + count; ++row) {
            names << cell(row, Columns::Name);
        }
        return names;
    }
};

/// Ana's four: one fell far, one rose, one stayed, one has no score; their amounts in another order.
std::shared_ptr<const Snapshot> anaAndBen() {
    test::SmallBook book = test::fiveAccounts();
    book.account("rose", 50, 95).account("none", 70, 70);
    for (const char* key : {"rose", "none"}) {
        book.with(key, "owner", "Ana Lopez").with(key, "segment", "Enterprise");
    }
    book.with("fell", "arr", "100").with("good", "arr", "400").with("rose", "arr", "300");
    book.with("none", "arr", "200").with("low", "arr", "50");
    book.with("fell", "renewal_date", "2026-05-01").with("good", "renewal_date", "2026-05-02");
    book.with("low", "renewal_date", "2026-08-02");
    return book.build();
}

} // namespace

TEST_CASE("Overview: the accounts behind a group stand as the table is sorted") {
    Kit kit(anaAndBen());
    kit.look();
    kit.click(kit.rowOf(u"Ana Lopez"_s), Columns::Name);
    const auto under = [&] { return kit.under(u"Ana Lopez"_s, 4); };
    CHECK(under() == QStringList{u"Name of fell"_s, u"Name of good"_s, u"Name of none"_s, u"Name of rose"_s});
    SECTION("by change, the other way") {
        kit.clickHead(Columns::Change);
        CHECK(under() ==
              QStringList{u"Name of rose"_s, u"Name of good"_s, u"Name of none"_s, u"Name of fell"_s});
    }
    SECTION("by score") {
        kit.rows()->sortByColumn(Columns::Mean, Qt::DescendingOrder);
        CHECK(under() ==
              QStringList{u"Name of rose"_s, u"Name of good"_s, u"Name of none"_s, u"Name of fell"_s});
    }
    SECTION("by name") {
        kit.rows()->sortByColumn(Columns::Name, Qt::DescendingOrder);
        CHECK(under() ==
              QStringList{u"Name of rose"_s, u"Name of none"_s, u"Name of good"_s, u"Name of fell"_s});
    }
    SECTION("a column that says nothing of an account: the largest ARR first") {
        kit.clickHead(Columns::Accounts);
        CHECK(under() ==
              QStringList{u"Name of good"_s, u"Name of rose"_s, u"Name of none"_s, u"Name of fell"_s});
    }
}

TEST_CASE("Overview: an account says how it stands, what it pays and when it renews") {
    Kit kit(anaAndBen());
    kit.look();
    const int row = kit.rowOf(u"Ana Lopez"_s);
    kit.click(row, Columns::Name);
    const auto stands = [&](const QString& name) { return kit.cell(kit.rowOf(name), Columns::Bands); };
    CHECK(stands(u"Name of fell"_s) == u"red, $100, renews 1 May"_s);
    CHECK(stands(u"Name of rose"_s) == u"green, $300"_s);
    const QAbstractItemModel& table = *kit.rows()->model();
    CHECK(table.headerData(Columns::Renewing, Qt::Horizontal).toString() == u"At risk Q2 2026"_s);
}

TEST_CASE("Overview: figures lead to the accounts that they count") {
    Kit kit(anaAndBen());
    kit.look();
    const int row = kit.rowOf(u"Ana Lopez"_s), before = kit.count();
    SECTION("red ARR") {
        kit.click(row, Columns::RedArr);
        CHECK(kit.cell(row + 1, Columns::Name) == u"Only the 1 red of 4 is shown."_s);
    }
    SECTION("left green") {
        kit.click(row, Columns::LeftGreen);
        CHECK(kit.cell(row + 1, Columns::Name) == u"Only the 1 of 4 that left green is shown."_s);
    }
    SECTION("renews next quarter, not green") {
        kit.click(row, Columns::Renewing);
        CHECK(kit.cell(row + 1, Columns::Name) ==
              u"Only the 1 of 4 that renews next quarter and is not green is shown."_s);
        const auto tooltip = [&](const QString& name) {
            const QModelIndex cell = kit.rows()->model()->index(kit.rowOf(name), Columns::Renewing);
            return cell.data(Qt::ToolTipRole).toString();
        };
        CHECK(tooltip(u"Ana Lopez"_s) == u"Renews and is not green\nQ2 2026: $100"_s);
        CHECK(tooltip(u"Ben Okafor"_s) == u"Renews and is not green\nQ3 2026: $50"_s);
        CHECK(tooltip(u"All"_s) == u"Renews and is not green\nQ2 2026: $100\nQ3 2026: $50"_s);
        CHECK(kit.cell(row + 2, Columns::Renewing) == kit.cell(row, Columns::Renewing));
    }
    REQUIRE(kit.count() == before + 2);
    CHECK(kit.cell(row + 2, Columns::Name) == u"Name of fell"_s);
    kit.click(row + 2, Columns::Name);
    CHECK(kit.walked.size() == 1); // next and previous walk what is shown
    CHECK(kit.part->escape());
    CHECK(kit.count() == before + 4);
}

TEST_CASE("Overview: the current row stays the same one when the rows move") {
    Kit kit(anaAndBen());
    kit.look();
    kit.click(kit.rowOf(u"Ana Lopez"_s), Columns::Name);
    const auto current = [&] { return kit.cell(kit.rows()->currentIndex().row(), Columns::Name); };
    kit.rows()->setFocus();
    QTest::keyClick(kit.rows(), Qt::Key_Down);
    const QString chosen = current();
    REQUIRE(chosen == u"Name of fell"_s);
    kit.clickHead(Columns::Mean);
    CHECK(current() == chosen);
    kit.clickHead(Columns::Mean);
    CHECK(current() == chosen);
    kit.look(analytics::PeriodKind::ThisQuarter, CountBy::Arr);
    CHECK(current() == chosen);
    QTest::keyClick(kit.rows(), Qt::Key_Return);
    CHECK(kit.openedKeys == std::vector<std::string>{"fell"});
}

TEST_CASE("Overview: the heads sort by keys, and say how") {
    Kit kit(anaAndBen());
    kit.look();
    auto* heads = test::child<QHeaderView>(*kit.part, u"compareHeads"_s);
    QWidget* alike = test::child<QWidget>(*kit.part, u"compareAlike"_s);
    alike->setFocus();
    QTest::keyClick(alike, Qt::Key_Tab);
    REQUIRE(heads->hasFocus()); // on the column that sorts
    CHECK(heads->accessibleName() == u"Head Change; sorted by Change, smallest first"_s);
    QTest::keyClick(heads, Qt::Key_Return);
    CHECK(heads->sortIndicatorOrder() == Qt::DescendingOrder);
    CHECK(kit.rows()->accessibleName() == u"The groups that are compared, by Change, largest first"_s);
    CHECK(kit.cell(0, Columns::Name) == u"Ben Okafor"_s);
    QTest::keyClick(heads, Qt::Key_Left); // over the column that is not shown
    CHECK(heads->accessibleName() == u"Head Mean; sorted by Change, largest first"_s);
    QTest::keyClick(heads, Qt::Key_Home);
    QTest::keyClick(heads, Qt::Key_Space);
    CHECK(heads->accessibleName() == u"Head Owner; sorted by Owner, smallest first"_s);
    CHECK(kit.cell(0, Columns::Name) == u"Ana Lopez"_s);
    QTest::keyClick(heads, Qt::Key_Tab);
    CHECK(kit.rows()->hasFocus());
}

TEST_CASE("Overview: the bar gives way to what is read") {
    test::SmallBook book = test::fiveAccounts();
    const std::string lengthy = "Somebody with a name of some length";
    book.account("more", 80, 30).with("more", "owner", lengthy);
    book.with("fell", "arr", "1234000").with("more", "arr", "567000").with("more", "currency", "EUR");
    Kit kit(book.build());
    kit.look();
    const auto wide = [&](int column) { return kit.rows()->columnWidth(column); };
    const int bar = wide(Columns::Bands), name = wide(Columns::Name);
    const QFontMetrics metrics(kit.theme.font(theme::TextRole::Body));
    CHECK(name > metrics.horizontalAdvance(QString::fromStdString(lengthy)));
    CHECK(wide(Columns::RedArr) > metrics.horizontalAdvance(u"$1.2M and €567k"_s));
    kit.part->resize(940, 500);
    QCoreApplication::processEvents();
    CHECK(wide(Columns::Bands) < bar);
    CHECK(wide(Columns::RedArr) > metrics.horizontalAdvance(u"$1.2M and €567k"_s));
    const QModelIndex index = kit.rows()->model()->index(kit.rowOf(QString::fromStdString(lengthy)), 0);
    CHECK(index.data(Qt::ToolTipRole).toString() == QString::fromStdString(lengthy));
    CHECK(wide(Columns::Reason) >= kit.theme.px(100));
}

TEST_CASE("Overview: reasons that were cancelled are found on the next view") {
    test::ComparePartKit<OverviewPart> kit(anaAndBen(), jobs::Running::Threads);
    CompareView view{.moment = kit.session.moment(), .question = {}, .book = {}};
    view.question.period = analytics::periodOn(kit.session.asOf(), view.question.kind);
    view.book = std::make_shared<const analytics::ComparedBook>(
        analytics::comparedBook(view.moment->scorer, view.question.period));
    // The groups are there, and what finds the reasons waits behind these.
    std::promise<void> held;
    const std::shared_future<void> until = held.get_future().share();
    const auto hold = [&](const auto&...) {
        for (int thread = 0; thread < std::max(2, QThread::idealThreadCount()); ++thread) {
            kit.jobs.run<int>(
                {},
                [until](const Job&) -> Result<int> {
                    until.wait();
                    return 0;
                },
                kit.part.get(),
                [](const Result<int>&) {});
        }
    };
    const auto holding =
        QObject::connect(kit.part.get(), &ComparePart::headlineChanged, kit.part.get(), hold);
    kit.part->showView(view);
    while (kit.jobs.shownJobs().empty()) {
        QCoreApplication::processEvents();
    }
    QObject::disconnect(holding);
    kit.jobs.cancel(kit.jobs.shownJobs().front().id);
    held.set_value();
    kit.settle();
    const auto reason = [&] {
        const QAbstractItemModel& model = *test::child<QTableView>(*kit.part, u"compareGroups"_s)->model();
        return model.index(0, Columns::Reason).data().toString();
    };
    CHECK(reason().isEmpty());
    CHECK(test::isShown(*kit.part, "compareReasons"));
    kit.part->showView(view);
    kit.settle();
    CHECK_FALSE(reason().isEmpty());
    CHECK_FALSE(test::isShown(*kit.part, "compareReasons"));
}

} // namespace hb::pages
