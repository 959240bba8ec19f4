// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/clicks.h"
#include "ui/jobs/job_runner.h"
#include "ui/prompts/prompts.h"
#include "ui/widgets/exporter.h"
#include "ui/widgets/view_copies.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QTreeWidget>

using namespace hb;
using namespace Qt::StringLiterals;

TEST_CASE("What a view shows is copied by the right button") {
    jobs::JobRunner jobs(jobs::Running::Inline);
    prompts::ScriptedPrompts prompts;
    QTreeWidget tree;
    new widgets::Exporter(jobs, prompts, &tree); // as a window has one
    tree.setHeaderLabels({u"Goal"_s, u"Share"_s});
    auto* goal = new QTreeWidgetItem(&tree, {u"Renewals"_s, u"60%"_s});
    new QTreeWidgetItem(goal, {u"=Logins"_s, u"42%"_s});
    new QTreeWidgetItem(&tree, {u"Growth"_s, u"40%"_s});
    widgets::offerCopies(tree, u"Goals"_s);
    tree.show();
    const QPoint middle = tree.viewport()->rect().center();
    QContextMenuEvent asked(QContextMenuEvent::Mouse, middle, tree.viewport()->mapToGlobal(middle));
    QCoreApplication::sendEvent(tree.viewport(), &asked);
    auto* menu = tree.findChild<QMenu*>();
    REQUIRE(menu);
    QTest::mouseClick(
        menu, Qt::LeftButton, {}, menu->actionGeometry(menu->findChild<QAction*>(u"copyTable"_s)).center());
    CHECK(QGuiApplication::clipboard()->text() ==
          u"Goal\tShare\nRenewals\t60%\n'=Logins\t42%\nGrowth\t40%\n"_s);
}
