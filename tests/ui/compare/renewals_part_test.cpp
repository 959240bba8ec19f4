// SPDX-License-Identifier: GPL-3.0-or-later
// The Renewals tab of Compare, on the demo company and on books that lack things.
#include "tests/support/snapshot_builder.h"
#include "tests/ui/support/account_kit.h"
#include "ui/charts/scatter_chart.h"
#include "ui/pages/compare/renewals_part.h"

#include <QLabel>
#include <QLineF>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

struct NoWindow : shell::Navigator {
    void go(const session::ViewState&) override {}
    [[nodiscard]] bool hasPage(const QString&) const override { return true; }
    void goBack() override {}
    void openWindow(const session::ViewState&) override {}
    void toast(const QString&) override {}
};

struct Kit : test::WindowKit {
    QTemporaryDir folder;
    NoWindow navigator;
    std::unique_ptr<RenewalsPart> part;
    std::vector<AccountIndex> opened, walked;

    Kit() {
        const QString path = folder.filePath(u"demo.healthbook"_s);
        test::copyDemoBook(path);
        session.open(path);
        REQUIRE(session.isOpen());
        makePart();
    }
    explicit Kit(std::shared_ptr<const Snapshot> book) {
        session.showSnapshot(std::move(book));
        makePart();
    }
    void makePart() {
        part = std::make_unique<RenewalsPart>(context, navigator);
        part->resize(1200, 900);
        part->show();
        REQUIRE(QTest::qWaitForWindowExposed(part.get()));
        QObject::connect(part.get(),
                         &ComparePart::accountAsked,
                         part.get(),
                         [this](const auto&, auto account, const auto& list) {
                             opened.push_back(account);
                             walked = list;
                         });
    }
    void look(const QStringList& by = {u"owner"_s}) {
        CompareView view{.moment = session.moment(), .question = {}, .book = {}};
        view.question.period = analytics::periodOn(session.asOf(), analytics::PeriodKind::ThisQuarter);
        view.question.by = by;
        view.book = std::make_shared<const analytics::ComparedBook>(
            analytics::comparedBook(view.moment->scorer, view.question.period));
        part->showView(view);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QTableView* table(const char* name) const {
        auto* found = part->findChild<QTableView*>(QLatin1StringView(name));
        REQUIRE(found != nullptr);
        return found;
    }
    [[nodiscard]] QString cell(const char* name, int row, int column) const {
        return table(name)->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QString label(const char* name) const {
        return part->findChild<QLabel*>(QLatin1StringView(name))->text();
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
    CHECK(kit.label("renewalRates").contains(u"green accounts stayed"_s));
    CHECK(kit.label("retentionSentence").contains(u"of their ARR was kept"_s));
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

TEST_CASE("Renewals: the group that was chosen stays chosen when the book is asked again") {
    Kit kit;
    kit.look();
    QTableView& table = *kit.table("renewals");
    table.setCurrentIndex(table.model()->index(0, 2));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Return);
    const int rows = kit.table("renewing")->model()->rowCount();
    kit.look({u"segment"_s});
    CHECK(kit.table("renewing")->isVisible());
    CHECK(kit.table("renewing")->model()->rowCount() == rows);
    CHECK(kit.table("renewals")->model()->rowCount() == 4); // all, and three segments
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
    CHECK(kit.walked.size() == points.size());
    const std::size_t last = points.size() - 1;
    QTest::mouseClick(chart, Qt::LeftButton, {}, chart->placeOf(last).toPoint());
    REQUIRE(kit.opened.size() == 2);
    const auto hit = std::ranges::find(points, kit.opened[1], &charts::ScatterPoint::account);
    CHECK(QLineF(chart->placeOf(static_cast<std::size_t>(hit - points.begin())), chart->placeOf(last))
              .length() < 3);
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
    CHECK(kit.label("renewalRates").startsWith(u"Nothing has been said yet"_s));
    CHECK(kit.label("retentionSentence").startsWith(u"Not enough accounts"_s));
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
