// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/templates/part_kit.h"
#include "ui/pages/templates/exceptions_part.h"
#include "ui/pages/templates/value_list.h"

#include <QApplication>
#include <QLineEdit>
#include <QTreeWidget>

using namespace hb;
using namespace Qt::StringLiterals;

namespace {

/// Of Enterprise, which scores ten accounts: 5, 10, ... 50.
using Shown = test::ShownPart<pages::ExceptionsPart>;

const std::vector<ScoreException>& exceptions(const Shown& shown) {
    return shown.version().exceptions;
}

} // namespace

TEST_CASE("Exceptions part: the first exception, from nothing") {
    Shown shown(test::twentyAccounts(), 0);
    CHECK(test::isShown(shown.window, "emptyStateButton"));
    shown.press("emptyStateButton");
    REQUIRE(exceptions(shown).size() == 1);
    CHECK_FALSE(test::isShown(shown.window, "emptyStateButton"));
    CHECK(QApplication::focusWidget()->objectName() == u"exception0Name"_s);
    CHECK(shown.text("exception0Count").contains(u"Incomplete"_s));

    shown.type("exception0Name", u"Low"_s);
    shown.type("exception0Score", u"20"_s);
    shown.press("exception0AddCondition");
    CHECK(shown.edits.last() == u"Added a condition to Low"_s);
    shown.type("exception0condition0Score", u"30"_s);
    CHECK(exceptions(shown)[0] == test::capAt(20,
                                              {{.target = Condition::Target::Overall,
                                                .test = Condition::Test::ScoreAtMost,
                                                .key = {},
                                                .score = 30,
                                                .values = {}}},
                                              "Low"));
    CHECK(shown.text("exception0Count") == u"Holds for 6 accounts now, changes 2 scores"_s);
    test::choose(shown.window, "exception0Effect", u"raise to"_s);
    CHECK(shown.text("exception0Count") == u"Holds for 6 accounts now, changes 3 scores"_s);
    shown.view.today = test::day("2026-03-31"); // the day that is looked at is past
    shown.part->showDraft(shown.view);
    CHECK(shown.text("exception0Count") == u"Holds for 6 accounts on 30 Mar, changes 3 scores"_s);
}

TEST_CASE("Exceptions part: conditions allow what their target can be asked") {
    Shown shown(test::twentyAccounts(), 0);
    shown.press("emptyStateButton");
    shown.press("exception0AddCondition");
    auto* tests = test::child<QComboBox>(shown.window, u"exception0condition0Test"_s);
    CHECK(tests->count() == 2);
    SECTION("a metric may be absent; back on the overall score that is gone") {
        test::choose(shown.window, "exception0condition0Target", u"Health"_s);
        CHECK(tests->count() == 3);
        test::choose(shown.window, "exception0condition0Test", u"is absent"_s);
        CHECK(exceptions(shown)[0].when[0].test == Condition::Test::Absent);
        CHECK(exceptions(shown)[0].when[0].key == "health");
        CHECK_FALSE(test::isShown(shown.window, "exception0condition0Score"));
        test::choose(shown.window, "exception0condition0Target", u"Overall score"_s);
        CHECK(exceptions(shown)[0].when[0].test == Condition::Test::ScoreAtMost);
        CHECK(exceptions(shown)[0].when[0].key.empty());
    }
    SECTION("an attribute has one of the values that the book has") {
        test::choose(shown.window, "exception0condition0Target", u"Account: Champion"_s);
        CHECK(shown.text("exception0Count").contains(u"Incomplete"_s));
        shown.press("exception0condition0Values");
        auto* values = shown.window.findChild<QTreeWidget*>(u"values"_s);
        REQUIRE(values);
        REQUIRE(values->topLevelItemCount() == 2);
        CHECK(values->topLevelItem(0)->text(0) == u"(none)"_s);
        CHECK(values->topLevelItem(0)->text(1) == u"19"_s);
        values->setCurrentItem(values->topLevelItem(1));
        QTest::keyClick(values, Qt::Key_Space);
        CHECK(exceptions(shown)[0].when[0].values == std::vector<std::string>{"left"});
        CHECK(shown.text("exception0Count") == u"Holds for 1 account now, changes 0 scores"_s);
        values->window()->close();
    }
    SECTION("a score beyond 0 to 100 is refused and stays as typed") {
        shown.type("exception0condition0Score", u"101"_s);
        CHECK(exceptions(shown)[0].when[0].score == 50);
        CHECK(test::isShown(shown.window, "exception0condition0Fault"));
        shown.type("exception0condition0Score", u"99.5"_s);
        CHECK(exceptions(shown)[0].when[0].score == 99.5);
        CHECK_FALSE(test::isShown(shown.window, "exception0condition0Fault"));
    }
    SECTION("all must hold; a condition is removed") {
        shown.press("exception0AddCondition");
        test::choose(shown.window, "exception0condition1Test", u"is at least"_s);
        shown.type("exception0condition1Score", u"50"_s);
        CHECK(shown.text("exception0Count").startsWith(u"Holds for 1 account now"_s));
        shown.press("exception0condition0Remove");
        REQUIRE(exceptions(shown)[0].when.size() == 1);
        CHECK(exceptions(shown)[0].when[0].test == Condition::Test::ScoreAtLeast);
    }
    SECTION("a metric that the template has no more is said where it is looked at") {
        test::choose(shown.window, "exception0condition0Target", u"Health"_s);
        shown.view.draft.version.groups[0].metrics.clear();
        shown.part->showDraft(shown.view);
        CHECK(test::isShown(shown.window, "exception0condition0Lack"));
        CHECK(test::child<QComboBox>(shown.window, u"exception0condition0Target"_s)->currentText() ==
              u"Health"_s);
    }
}

TEST_CASE("Exceptions part: the score of a level metric stands beside the level that it means") {
    test::SnapshotBuilder builder;
    Metric mood = test::levelMetric("mood", {{1, "At risk", 20, ""}, {2, "Happy", 100, ""}});
    mood.name = "Mood";
    builder.metric(mood).metric(test::numberMetric("logins"));
    builder.tmpl(test::defaultTemplate({test::version(
        {test::group("all", 1, {test::weighted("mood", 1, {}), test::weighted("logins", 1)})})}));
    builder.account("A01");
    Shown shown(builder, 0);
    shown.press("emptyStateButton");
    shown.press("exception0AddCondition");
    CHECK_FALSE(test::isShown(shown.window, "exception0condition0Level"));
    test::choose(shown.window, "exception0condition0Target", u"Mood"_s);
    CHECK(shown.text("exception0condition0Level") == u"(At risk)"_s);
    shown.type("exception0condition0Score", u"10"_s);
    CHECK_FALSE(test::isShown(shown.window, "exception0condition0Level"));
    test::choose(shown.window, "exception0condition0Test", u"is at least"_s);
    CHECK(shown.text("exception0condition0Level") == u"(At risk)"_s);
    shown.type("exception0condition0Score", u"21"_s);
    CHECK(shown.text("exception0condition0Level") == u"(Happy)"_s);
}

TEST_CASE("Exceptions part: order") {
    Shown shown(test::twentyAccounts(), 0);
    shown.press("emptyStateButton");
    shown.type("exception0Name", u"First"_s);
    shown.press("addException");
    shown.type("exception1Name", u"Second"_s);
    const auto names = [&shown] { return exceptions(shown)[0].name + " " + exceptions(shown)[1].name; };
    SECTION("buttons") {
        CHECK_FALSE(test::child<QWidget>(shown.window, u"exception0Up"_s)->isEnabled());
        shown.press("exception0Down");
        CHECK(names() == "Second First");
        CHECK(shown.edits.last() == u"Moved the exception First down"_s);
    }
    SECTION("keys, and the focus goes along") {
        auto* score = test::child<QLineEdit>(shown.window, u"exception1Score"_s);
        score->setFocus();
        QTest::keyClick(score, Qt::Key_Up, Qt::ControlModifier);
        CHECK(names() == "Second First");
        CHECK(QApplication::focusWidget()->objectName() == u"exception0Score"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down, Qt::ControlModifier);
        CHECK(names() == "First Second");
    }
    SECTION("removed") {
        shown.press("exception0Remove");
        REQUIRE(exceptions(shown).size() == 1);
        CHECK(exceptions(shown)[0].name == "Second");
        CHECK(shown.edits.last() == u"Removed the exception First"_s);
    }
}

TEST_CASE("Exceptions part: half-typed text stays, and a published version cannot be changed") {
    Shown shown(test::twentyAccounts(), 0);
    shown.press("emptyStateButton");
    auto* name = test::child<QLineEdit>(shown.window, u"exception0Name"_s);
    name->selectAll();
    QTest::keyClicks(name, u"Half"_s);
    shown.part->showDraft(shown.view);
    CHECK(name->text() == u"Half"_s);
    CHECK(exceptions(shown)[0].name == "Exception 1");
    QTest::keyClick(name, Qt::Key_Escape);
    CHECK(name->text() == u"Exception 1"_s);
    shown.view.isEditable = false;
    shown.part->showDraft(shown.view);
    for (const char* part :
         {"exception0Name", "exception0Remove", "exception0AddCondition", "addException"}) {
        CHECK_FALSE(test::child<QWidget>(shown.window, QString::fromLatin1(part))->isEnabled());
    }
}
