// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs of Compare while an answer is on its way: what a person chooses is what stands there.
#include "tests/ui/compare/part_kit.h"
#include "ui/pages/compare/heat_map_part.h"
#include "ui/pages/compare/heat_map_table.h"
#include "ui/pages/compare/movement_part.h"
#include "ui/pages/compare/overview_part.h"
#include "ui/pages/compare/trends_part.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QTableView>
#include <QThread>

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

using test::SmallBook;

SmallBook ownedBook() {
    SmallBook book;
    book.account("bat", 90, 20).account("cat", 90, 60).account("dog", 80, 30);
    return book.with("bat", "owner", "Ben").with("cat", "owner", "Cleo").with("dog", "owner", "Cleo");
}

/// The same with an account and an owner before all others.
SmallBook withAnotherFirst() {
    SmallBook book = ownedBook();
    return book.account("ant", 95, 90).with("ant", "owner", "Ana");
}

/// What is asked for is cancelled before it is worked out.
template <typename Kit, typename Ask>
void cancelOf(Kit& kit, Ask ask) {
    // The first job waits behind this one, so that it is still there to be cancelled.
    std::promise<void> held;
    const std::shared_future<void> until = held.get_future().share();
    for (int thread = 0; thread < std::max(2, QThread::idealThreadCount()); ++thread) {
        kit.jobs.template run<int>(
            {},
            [until](const Job&) -> Result<int> {
                until.wait();
                return 0;
            },
            kit.part.get(),
            [](const Result<int>&) {});
    }
    ask();
    REQUIRE(kit.jobs.shownJobs().size() == 1);
    kit.jobs.cancel(kit.jobs.shownJobs().front().id);
    held.set_value();
    kit.settle();
}

struct HeatKit : test::ComparePartKit<HeatMapPart> {
    HeatKit() : ComparePartKit(ownedBook().build(), jobs::Running::Threads) { look(); }
    [[nodiscard]] HeatTable& map() const { return *test::child<HeatTable>(*part, u"heatMap"_s); }
    [[nodiscard]] int rows() const { return map().model()->rowCount(); }
    [[nodiscard]] int rowOf(const QString& name) const {
        for (int row = 0; row < rows(); ++row) {
            if (map().model()->index(row, 0).data() == name) {
                return row;
            }
        }
        return -1;
    }
    void enter(const QString& name) const {
        REQUIRE(rowOf(name) >= 0);
        map().setCurrentIndex(map().model()->index(rowOf(name), 0));
        QTest::keyClick(&map(), Qt::Key_Return);
    }
};

struct OverviewKit : test::ComparePartKit<OverviewPart> {
    explicit OverviewKit(jobs::Running running) : ComparePartKit(ownedBook().build(), running) { look(); }
    [[nodiscard]] QTableView& table() const { return *test::child<QTableView>(*part, u"compareGroups"_s); }
    [[nodiscard]] QStringList names() const {
        QStringList all;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            all.append(table().model()->index(row, 0).data().toString());
        }
        return all;
    }
    void choose(const QString& name) const {
        table().setCurrentIndex(table().model()->index(static_cast<int>(names().indexOf(name)), 0));
    }
    [[nodiscard]] QString chosen() const { return table().currentIndex().data().toString(); }
    void openMenu(const QString& name) const {
        const QModelIndex at = table().model()->index(static_cast<int>(names().indexOf(name)), 0);
        Q_EMIT table().customContextMenuRequested(table().visualRect(at).center());
    }
};

} // namespace

TEST_CASE("Heat map: while alike rows are on their way, a group is a group") {
    const HeatKit kit;
    test::click(*kit.part, "heatAlike");
    kit.settle();
    test::click(*kit.part, "heatAccounts");
    REQUIRE(kit.rows() == 2); // still the groups
    kit.enter(u"Cleo"_s);
    kit.settle();
    CHECK(kit.opened.empty());
    CHECK(kit.rows() == 2); // those of Cleo
    CHECK(kit.rowOf(u"Name of bat"_s) < 0);
    CHECK(kit.rowOf(u"Name of dog"_s) >= 0);
}

TEST_CASE("Heat map: while another book is on its way, an account is the one that stands there") {
    HeatKit kit;
    test::click(*kit.part, "heatAccounts");
    kit.showBook(withAnotherFirst().build());
    kit.ask();
    kit.enter(u"Name of cat"_s);
    REQUIRE(kit.openedKeys == std::vector<std::string>{"cat"});
    kit.settle();
    CHECK(kit.rows() == 4);
    CHECK(kit.map().currentIndex().data() == u"Name of cat"_s); // whoever looked at it still does
}

TEST_CASE("Heat map: weeks of another book do not stand over this one") {
    const HeatKit kit;
    const auto dataOf = [&](const SmallBook& book) {
        CompareView view{.moment = kit.session.moment(), .question = {}, .book = {}};
        view.question.period = analytics::periodOn(kit.session.asOf(), analytics::PeriodKind::ThisQuarter);
        view.book = std::make_shared<const analytics::ComparedBook>(analytics::comparedBook(
            std::make_shared<const scoring::Scorer>(book.build()), view.question.period));
        return std::make_shared<const HeatMapData>(heatMapData(view, {}));
    };
    const auto one = dataOf(ownedBook()), other = dataOf(withAnotherFirst());
    HeatHeadModel model;
    model.show({.data = one, .order = groupsInOrder(*one), .sort = {}});
    model.setWeeks(other, {}); // it may have fewer metrics
    CHECK(model.weeksOf(1).scores.empty());
    CHECK_FALSE(model.index(HeatHeadModel::Weeks, 1).data(Qt::ToolTipRole).toString().isEmpty());
    model.setWeeks(one, heatWeeks(*one, {}));
    CHECK_FALSE(model.weeksOf(1).scores.empty());
}

TEST_CASE("Overview: a menu means its group, though the rows have moved") {
    OverviewKit kit(jobs::Running::Inline);
    kit.table().sortByColumn(OverviewTable::Name, Qt::AscendingOrder);
    SECTION("of a group") {
        kit.openMenu(u"Ben"_s);
        kit.showBook(withAnotherFirst().build());
        kit.look();
        test::AccountKit::choose("toggle");
        CHECK(kit.names() == QStringList{u"Ana"_s, u"Ben"_s, u"Name of bat"_s, u"Cleo"_s, u"All"_s});
    }
    SECTION("of an account") {
        kit.choose(u"Ben"_s);
        QTest::keyClick(&kit.table(), Qt::Key_Right);
        kit.openMenu(u"Name of bat"_s);
        kit.showBook(withAnotherFirst().build());
        kit.look();
        test::AccountKit::choose("open");
        CHECK(kit.openedKeys == std::vector<std::string>{"bat"});
    }
}

TEST_CASE("Overview: who is looked at stays so") {
    OverviewKit kit(jobs::Running::Threads);
    kit.table().sortByColumn(OverviewTable::Name, Qt::AscendingOrder);
    kit.choose(u"Cleo"_s);
    QTest::keyClick(&kit.table(), Qt::Key_Right);
    kit.choose(u"Name of dog"_s);
    SECTION("when it is sorted another way") {
        kit.table().sortByColumn(OverviewTable::Name, Qt::DescendingOrder);
        CHECK(kit.chosen() == u"Name of dog"_s);
    }
    SECTION("when it is counted in something else") {
        kit.table().sortByColumn(OverviewTable::Mean, Qt::AscendingOrder);
        kit.ask(analytics::PeriodKind::ThisQuarter, CountBy::Arr);
        kit.settle();
        CHECK(kit.chosen() == u"Name of dog"_s);
    }
    SECTION("while another book is on its way, and after") {
        kit.showBook(withAnotherFirst().build());
        kit.ask();
        QTest::keyClick(&kit.table(), Qt::Key_Return);
        CHECK(kit.openedKeys == std::vector<std::string>{"dog"});
        kit.settle();
        CHECK(kit.chosen() == u"Name of dog"_s);
    }
    SECTION("its group once it is closed") {
        CHECK(kit.part->escape());
        CHECK(kit.chosen() == u"Cleo"_s);
    }
}

TEST_CASE("Movement: while another book is on its way, a row opens who stands in it") {
    test::ComparePartKit<MovementPart> kit(ownedBook().build(), jobs::Running::Threads);
    kit.look(analytics::PeriodKind::Months12);
    auto* list = test::child<widgets::MoversList>(*kit.part, u"movementList"_s);
    REQUIRE_FALSE(list->rows().empty());
    const QString name = list->rows().front().name;
    kit.showBook(withAnotherFirst().build());
    kit.ask(analytics::PeriodKind::Months12);
    QTest::mouseClick(list, Qt::LeftButton, {}, list->rowRect(0).center());
    REQUIRE(kit.openedKeys.size() == 1);
    CHECK(name == u"Name of "_s + QString::fromStdString(kit.openedKeys.front()));
}

TEST_CASE("Movement: a group whose work is cancelled is not the one that is named") {
    test::ComparePartKit<MovementPart> kit(ownedBook().build(), jobs::Running::Threads);
    kit.look(analytics::PeriodKind::Months12);
    const QString before = kit.part->headline();
    cancelOf(kit, [&kit] {
        auto* group = test::child<QComboBox>(*kit.part, u"movementGroup"_s);
        group->setCurrentIndex(2);
        Q_EMIT group->activated(2);
    });
    CHECK(test::child<QComboBox>(*kit.part, u"movementGroup"_s)->currentIndex() == 0);
    CHECK(kit.part->headline() == before);
}

TEST_CASE("Trends: what is cancelled is not what is named") {
    test::ComparePartKit<TrendsPart> kit(ownedBook().build(), jobs::Running::Threads);
    kit.look(analytics::PeriodKind::Months12);
    const QString before = kit.part->headline();
    const auto button = [&kit](const char* name) {
        return test::child<QAbstractButton>(*kit.part, QString::fromLatin1(name));
    };
    SECTION("the switch goes back") {
        cancelOf(kit, [&kit] { test::click(*kit.part, "withTodays"); });
        CHECK(button("asItWas")->isChecked());
        CHECK_FALSE(button("withTodays")->isChecked());
        CHECK(kit.part->headline() == before);
        CHECK_FALSE(button("trendsAgain")->isVisible());
    }
    SECTION("the group goes back") {
        cancelOf(kit, [&kit] {
            auto* group = test::child<QComboBox>(*kit.part, u"trendsGroup"_s);
            group->setFocus();
            QTest::keyClick(group, Qt::Key_End);
        });
        CHECK(test::child<QComboBox>(*kit.part, u"trendsGroup"_s)->currentIndex() == 0);
        CHECK(kit.part->headline() == before);
    }
    SECTION("of another question there is nothing, until it is tried again") {
        cancelOf(kit, [&kit] { kit.ask(analytics::PeriodKind::Days30); });
        QWidget* bands = test::child<QWidget>(*kit.part, u"trendsBands"_s);
        CHECK(kit.part->headline() != before);
        CHECK_FALSE(bands->isVisible());
        CHECK_FALSE(kit.part->hasTable());
        REQUIRE(button("trendsAgain")->isVisible());
        button("trendsAgain")->setFocus();
        QTest::keyClick(button("trendsAgain"), Qt::Key_Space);
        kit.settle();
        CHECK(bands->isVisible());
        CHECK(kit.part->hasTable());
        CHECK_FALSE(button("trendsAgain")->isVisible());
    }
}

TEST_CASE("Heat map: its menu opens the account and sorts by the metric") {
    HeatKit kit;
    test::click(*kit.part, "heatAccounts");
    const QModelIndex at = kit.map().model()->index(kit.rowOf(u"Name of cat"_s), 1);
    Q_EMIT kit.map().customContextMenuRequested(kit.map().visualRect(at).center());
    SECTION("an account") {
        test::AccountKit::choose("open");
        CHECK(kit.openedKeys == std::vector<std::string>{"cat"});
    }
    SECTION("its metric, the lowest first") {
        test::AccountKit::choose("sort");
        CHECK(kit.rowOf(u"Name of bat"_s) == 0);
        CHECK(kit.rowOf(u"Name of cat"_s) == 2);
    }
    SECTION("all of it as a table, made beside the window") {
        test::AccountKit::choose("copyTable");
        kit.settle();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        REQUIRE(lines.size() >= kit.rows());
        CHECK(lines.back().startsWith(u"Name of "_s));
    }
}

} // namespace hb::pages
