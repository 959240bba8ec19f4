// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/templates/book_kit.h"
#include "ui/pages/templates/goal_rows.h"
#include "ui/pages/templates/goals_part.h"

#include <QLineEdit>
#include <QTreeWidget>

using namespace hb;
using namespace hb::test;
using namespace Qt::StringLiterals;
using pages::GoalsPart;

namespace {

/// A book with two goals, one under the other, that takes what the part edits.
struct Goals : PartKit<GoalsPart> {
    explicit Goals(bool isEmpty = false) {
        QObject::connect(
            &part, &pages::TemplatePart::bookEdited, &part, [this](const book::Edit& edit) { take(edit); });
        if (isEmpty) {
            book.scorecard.goals.clear();
        } else {
            book.scorecard.goals = {{"nrr", "Net revenue retention", ""}, {"adopt", "Adoption", "nrr"}};
            metric("logins").goal = "adopt";
            metric("tickets").goal = "nrr";
            metric("spare").goal = "nrr";
        }
        reshow();
    }
    Metric& metric(const char* key) { return *std::ranges::find(book.scorecard.metrics, key, &Metric::key); }
    void take(const book::Edit& edit) {
        if (const auto* goals = std::get_if<book::SetGoals>(&edit)) {
            book.scorecard.goals = goals->goals;
        } else {
            const Metric& described = std::get<book::DescribeMetric>(edit).metric;
            metric(described.key.c_str()) = described;
        }
    }
    [[nodiscard]] const std::vector<Goal>& goals() const { return book.scorecard.goals; }
    [[nodiscard]] QTreeWidget* tree() const { return child<QTreeWidget>(part, u"goals"_s); }
    [[nodiscard]] QTreeWidgetItem* row(const char* name) const {
        const auto found =
            tree()->findItems(QString::fromLatin1(name), Qt::MatchExactly | Qt::MatchRecursive);
        INFO(name);
        REQUIRE(found.size() == 1);
        return found.front();
    }
    void pick(const char* name) const {
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualItemRect(row(name)).center());
    }
    /// Where a name is being typed in place; null: nowhere.
    [[nodiscard]] QLineEdit* editor() const {
        const auto all = tree()->viewport()->findChildren<QLineEdit*>();
        const auto open = std::ranges::find_if(all, [](const QLineEdit* each) { return each->isVisible(); });
        return open == all.end() ? nullptr : *open; // one that is closed goes a little later
    }
    /// Opens the name in place and types another over it.
    void renameInPlace(const char* name, const QString& other) const {
        pick(name);
        QTest::keyClick(tree(), Qt::Key_F2);
        QLineEdit* open = editor();
        REQUIRE(open != nullptr);
        QTest::keyClick(open, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(open, Qt::Key_Delete);
        QTest::keyClicks(open, other);
        QTest::keyClick(open, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString under(const char* name) const {
        const QTreeWidgetItem* parent = row(name)->parent();
        return parent ? parent->text(0) : QString();
    }
};

} // namespace

TEST_CASE("Goals: a tree with what serves each, how much of the score that is, and where it is red") {
    Goals kit;
    QTreeWidget* tree = kit.tree();
    REQUIRE(tree->topLevelItemCount() == 2);
    CHECK(tree->topLevelItem(0)->text(0) == u"Net revenue retention"_s);
    CHECK(tree->topLevelItem(1)->text(0) == u"Metrics that serve no goal"_s);
    CHECK(kit.under("Adoption") == u"Net revenue retention"_s);
    CHECK(kit.under("Logins") == u"Adoption"_s);
    CHECK(kit.under("Open tickets") == u"Net revenue retention"_s);
    CHECK(kit.under("Mood") == u"Metrics that serve no goal"_s);

    CHECK(kit.row("Logins")->text(1) == u"60.0%"_s);
    CHECK(kit.row("Adoption")->text(1) == u"60.0%"_s);
    CHECK(kit.row("Net revenue retention")->text(1) == u"100.0%"_s);
    CHECK(kit.row("Spare metric")->text(1) == u"not in this template"_s);
    CHECK(kit.row("Logins")->text(2) == u"3"_s); // 10 logins score 35 in the accounts of Enterprise
    CHECK(kit.row("Open tickets")->text(2) == u"0"_s);
    CHECK(kit.row("Spare metric")->text(2).isEmpty());

    kit.view.draft.version.groups[0].metrics[0].curve = {{0, 0}, {10, 80}};
    kit.view.draft.version.groups[0].weight = 40;
    kit.part.showDraft(kit.view);
    CHECK(kit.row("Logins")->text(1) == u"50.0%"_s);
    CHECK(kit.row("Logins")->text(2) == u"0"_s);
    CHECK(kit.part.asText().startsWith(u"Net revenue retention\t100.0%\n  Open tickets\t50.0%\t0\n"_s));
    CHECK(kit.edits.empty());
}

TEST_CASE("Goals: a goal is renamed in place") {
    Goals kit;
    kit.renameInPlace("Adoption", u" Everybody uses it "_s);
    REQUIRE(kit.edits.size() == 1);
    CHECK(kit.goals()[1] == Goal{"adopt", "Everybody uses it", "nrr"});
    CHECK(kit.texts.last() == u"Renamed the goal to Everybody uses it"_s);
    kit.reshow();
    CHECK(kit.under("Logins") == u"Everybody uses it"_s);

    kit.renameInPlace("Net revenue retention", u"  "_s);
    CHECK(kit.edits.size() == 1);
    CHECK(kit.row("Net revenue retention") != nullptr);
    CHECK(isShown(kit.part, "goalFault"));
    CHECK(textOf(kit.part, "goalFault").endsWith(u"A goal needs a name."_s));
    kit.pick("Logins");
    CHECK_FALSE(isShown(kit.part, "goalFault"));
    QTest::keyClick(kit.tree(), Qt::Key_F2); // a metric is renamed in the catalogue
    CHECK(kit.editor() == nullptr);
}

TEST_CASE("Goals: half-typed names stay while the book changes") {
    Goals kit;
    kit.pick("Adoption");
    QTest::keyClick(kit.tree(), Qt::Key_F2);
    QLineEdit* editor = kit.editor();
    REQUIRE(editor != nullptr);
    QTest::keyClicks(editor, u"Half"_s);
    kit.view.draft.version.groups[0].weight = 10;
    kit.part.showDraft(kit.view);
    CHECK(editor->text() == u"Half"_s);
    QTest::keyClick(editor, Qt::Key_Escape);
    CHECK(kit.edits.empty());
    CHECK(kit.row("Adoption") != nullptr);
}

TEST_CASE("Goals: a goal is added, put under another, and removed with what is under it moving up") {
    Goals kit;
    auto* name = child<QLineEdit>(kit.part, u"newGoalName"_s);
    click(kit.part, "addGoal");
    CHECK(isShown(kit.part, "newGoalFault"));
    CHECK(kit.edits.empty());
    QTest::keyClicks(name, u"Adopt"_s);
    QTest::keyClick(name, Qt::Key_Return);
    REQUIRE(kit.edits.size() == 1);
    CHECK_FALSE(isShown(kit.part, "newGoalFault"));
    CHECK(name->text().isEmpty());
    CHECK(kit.goals().back() == Goal{"adopt_2", "Adopt", ""});
    kit.reshow();
    CHECK(kit.tree()->currentItem() == kit.row("Adopt"));
    CHECK(child<QLineEdit>(kit.part, u"goalName"_s)->text() == u"Adopt"_s);

    choose(kit.part, "goalParent", u"Net revenue retention"_s);
    CHECK(kit.goals().back().parent == "nrr");
    CHECK(kit.texts.last() == u"Put the goal Adopt under Net revenue retention"_s);
    CHECK(kit.under("Adopt") == u"Net revenue retention"_s);
    kit.pick("Adoption");
    choose(kit.part, "goalParent", u"Adopt"_s);
    kit.pick("Adopt");
    const auto* above = child<QComboBox>(kit.part, u"goalParent"_s);
    CHECK(above->findText(u"Adoption"_s) < 0); // it is under this one
    CHECK(above->findText(u"Adopt"_s) < 0);
    click(kit.part, "removeGoal");
    CHECK(kit.texts.last() == u"Removed the goal Adopt"_s);
    CHECK(kit.under("Adoption") == u"Net revenue retention"_s);
    CHECK(kit.goals().size() == 2);
    CHECK(kit.edits.size() == 4);
}

TEST_CASE("Goals: one that metrics serve stays until they are taken off") {
    Goals kit;
    kit.pick("Adoption");
    CHECK_FALSE(child<QAbstractButton>(kit.part, u"removeGoal"_s)->isEnabled());
    CHECK(textOf(kit.part, "goalKept") == u"1 metric serves it: it stays until that serves another."_s);
    QTest::keyClick(kit.tree(), Qt::Key_Delete);
    CHECK(isShown(kit.part, "goalFault"));
    CHECK(kit.edits.empty());

    kit.pick("Net revenue retention");
    click(kit.part, "takeMetricsOff");
    REQUIRE(kit.edits.size() == 2);
    CHECK(std::get<book::DescribeMetric>(kit.edits[0]).metric.key == "tickets");
    CHECK(kit.metric("tickets").goal.empty());
    CHECK(kit.metric("spare").goal.empty());
    CHECK(kit.metric("logins").goal == "adopt");
    CHECK(kit.texts.last() == u"Spare metric serves no goal"_s);
    CHECK_FALSE(isShown(kit.part, "goalKept"));
    kit.tree()->setFocus();
    QTest::keyClick(kit.tree(), Qt::Key_Delete);
    CHECK(kit.goals() == std::vector<Goal>{{"adopt", "Adoption", ""}});
}

TEST_CASE("Goals: a metric is given its goal from here") {
    Goals kit;
    kit.pick("Mood");
    choose(kit.part, "servedGoal", u"Adoption"_s);
    REQUIRE(kit.edits.size() == 1);
    CHECK(kit.metric("mood").goal == "adopt");
    CHECK(kit.texts.last() == u"Mood serves Adoption"_s);
    CHECK(kit.under("Mood") == u"Adoption"_s);
    CHECK(kit.tree()->currentItem() == kit.row("Mood"));
    choose(kit.part, "servedGoal", u"No goal"_s);
    CHECK(kit.texts.last() == u"Mood serves no goal"_s);
    CHECK(kit.under("Mood") == u"Metrics that serve no goal"_s);
}

TEST_CASE("Goals: where there are none, what they are for and one button") {
    Goals kit(true);
    CHECK_FALSE(isShown(kit.part, "goals"));
    click(kit.part, "emptyStateButton");
    auto* name = child<QLineEdit>(kit.part, u"newGoalName"_s);
    CHECK(name->hasFocus());
    QTest::keyClicks(name, u"Adoption"_s);
    QTest::keyClick(name, Qt::Key_Return);
    CHECK(kit.goals() == std::vector<Goal>{{"adoption", "Adoption", ""}});
    kit.reshow();
    CHECK(isShown(kit.part, "goals"));
    kit.book.scorecard.goals.clear(); // undone
    kit.reshow();
    CHECK_FALSE(isShown(kit.part, "goals"));
}

TEST_CASE("Goals: folded goals and the chosen row stay, and a published version changes nothing of that") {
    Goals kit;
    kit.pick("Open tickets");
    kit.row("Adoption")->setExpanded(false);
    kit.book.scorecard.goals.push_back({"trust", "Trust", ""});
    kit.reshow();
    CHECK_FALSE(kit.row("Adoption")->isExpanded());
    CHECK(kit.row("Net revenue retention")->isExpanded());
    CHECK(kit.tree()->currentItem() == kit.row("Open tickets"));
    kit.view.isEditable = false;
    kit.part.showDraft(kit.view);
    kit.renameInPlace("Trust", u"Trusted"_s);
    CHECK(kit.goals().back().name == "Trusted");
}

TEST_CASE("Goals: keys are made from names") {
    CHECK(pages::newGoal({{"nrr", "NRR", ""}}, u" NRR "_s) == Goal{"nrr_2", "NRR", ""});
    CHECK(pages::newGoal({}, u"\u65E5\u672C"_s).key == "goal");
}
