// SPDX-License-Identifier: GPL-3.0-or-later
// A manager's three questions on the demo company, by clicks alone: whose book got worse this quarter and
// why, which problem is everybody's, and what ARR is at risk next quarter.
#include "core/book/demo_stories.h"
#include "core/wording/words.h"
#include "tests/ui/support/account_kit.h"
#include "tests/ui/support/clicks.h"
#include "ui/pages/compare/overview_table.h"

#include <QLabel>
#include <QTableView>

using namespace hb;
using namespace Qt::StringLiterals;

namespace {

struct Manager : test::AccountKit {
    [[nodiscard]] QString headline() const { return test::textOf(*window, "compareHeadline"); }
    void clickCell(const char* table, int row, int column) const {
        auto* view = find<QTableView>(table);
        const QModelIndex index = view->model()->index(row, column);
        view->scrollTo(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString cell(const char* table, int row, int column) const {
        return find<QTableView>(table)->model()->index(row, column).data().toString();
    }
};

} // namespace

TEST_CASE("A manager's questions are answered by clicks") {
    const Manager manager;
    const QString whose = wording::fromUtf8(book::demoSurgeOwner);

    // Whose book got worse, and why: the first sentence, and the first row with its accounts.
    test::click(*manager.window, "rail.compare");
    QCoreApplication::processEvents();
    CHECK(manager.headline().startsWith(whose));
    CHECK(manager.headline().contains(u"fell most"_s));
    CHECK(manager.headline().contains(u"mostly Urgent tickets open"_s));
    using Columns = pages::OverviewTable::ColumnOf;
    CHECK(manager.cell("compareGroups", 0, Columns::Name) == whose);
    CHECK(manager.cell("compareGroups", 0, Columns::Reason).startsWith(u"Urgent tickets open"_s));
    manager.clickCell("compareGroups", 0, Columns::Name);
    CHECK(manager.cell("compareGroups", 1, Columns::Change).contains(QChar(0x2212))); // who fell

    // Which problem is everybody's: the same sentence, and the heat map's first column.
    CHECK(manager.headline().contains(u"everybody's"_s));
    test::click(*manager.window, "tab.heatMap");
    QCoreApplication::processEvents();
    CHECK(manager.headline().contains(u": red in "_s));
    CHECK(manager.headline().contains(u" owns it."_s));

    // What ARR is at risk next quarter, and whose it is.
    test::click(*manager.window, "tab.renewals");
    QCoreApplication::processEvents();
    CHECK(manager.headline().startsWith(u"Next quarter $"_s));
    CHECK(manager.headline().contains(u"of it not green"_s));
    test::click(*manager.window, "compareArr");
    QCoreApplication::processEvents();
    const int nextQuarter = 2;
    CHECK(manager.cell("renewals", 0, nextQuarter).contains(u" of $"_s));
    manager.clickCell("renewals", 0, nextQuarter);
    CHECK(manager.find<QTableView>("renewing")->isVisible());
    CHECK(manager.find<QTableView>("renewing")->model()->rowCount() > 0);
}
