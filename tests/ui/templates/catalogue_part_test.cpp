// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/templates/book_kit.h"
#include "ui/pages/templates/catalogue_part.h"
#include "ui/pages/templates/committed_field.h"
#include "ui/pages/templates/committed_text.h"
#include "ui/pages/templates/free_key.h"
#include "ui/pages/templates/new_metric_row.h"
#include "ui/pages/templates/two_line_delegate.h"

#include <QCheckBox>
#include <QListWidget>
#include <QPushButton>

using namespace hb;
using namespace hb::test;
using namespace Qt::StringLiterals;
using pages::CataloguePart;
using pages::TwoLineDelegate;

namespace {

QListWidget* listOf(const QWidget& part) {
    return child<QListWidget>(part, u"catalogue"_s);
}

void pick(const QWidget& part, int row) {
    QListWidget* list = listOf(part);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(row)).center());
}

QLineEdit* field(const QWidget& part, const char* name) {
    return child<QLineEdit>(part, QString::fromLatin1(name));
}

void retype(QLineEdit* in, const QString& text) {
    in->setFocus();
    in->selectAll();
    QTest::keyClick(in, Qt::Key_Delete);
    QTest::keyClicks(in, text);
}

const Metric& described(const PartKit<CataloguePart>& kit) {
    REQUIRE_FALSE(kit.edits.empty());
    return std::get<book::DescribeMetric>(kit.edits.back()).metric;
}

} // namespace

TEST_CASE("Catalogue: a metric is given a goal that the book does not have yet") {
    PartKit<CataloguePart> kit;
    kit.prompts.answer(u" Adoption "_s);
    auto* goal = child<QComboBox>(kit.part, u"metricGoal"_s);
    const auto chooseNew = [&] {
        goal->setFocus();
        QTest::keyClick(goal, Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(goal->view(), Qt::Key_End);
        QTest::keyClick(goal->view(), Qt::Key_Return);
    };
    chooseNew();
    REQUIRE(kit.edits.size() == 2);
    const std::vector<Goal> goals{{"nrr", "Net revenue retention", ""}, {"adoption", "Adoption", ""}};
    CHECK(std::get<book::SetGoals>(kit.edits[0]).goals == goals);
    CHECK(described(kit).key == "logins");
    CHECK(described(kit).goal == "adoption");
    CHECK(goal->currentText() == u"Adoption"_s);
    CHECK(kit.texts.first() == u"Added the goal Adoption"_s);

    chooseNew(); // and cancelled
    CHECK(kit.edits.size() == 2);
    CHECK(goal->currentText() == u"Adoption"_s);
}

TEST_CASE("Catalogue: all metrics, and how many templates use each") {
    PartKit<CataloguePart> kit;
    QListWidget* list = listOf(kit.part);
    REQUIRE(list->count() == 4);
    CHECK(list->currentRow() == 0);
    CHECK(list->item(0)->data(TwoLineDelegate::Detail).toString() == u"usage \u00B7 number \u00B7 logins"_s);
    CHECK(list->item(0)->data(TwoLineDelegate::Right).toString() == u"3 templates"_s);
    CHECK(list->item(2)->data(TwoLineDelegate::Detail).toString() == u"level"_s);
    CHECK(list->item(3)->data(TwoLineDelegate::Right).toString() == u"in no template"_s);

    auto* find = field(kit.part, "findMetric");
    find->setFocus();
    QTest::keyClicks(find, u"SUPP"_s);
    CHECK(list->item(0)->isHidden());
    CHECK_FALSE(list->item(1)->isHidden());
    QTest::keyClicks(find, u"zzz"_s);
    CHECK(textOf(kit.part, "noMetric") == u"No metric matches \"SUPPzzz\"."_s);
    CHECK(kit.edits.empty());
}

TEST_CASE("Catalogue: a field is written when it is left") {
    PartKit<CataloguePart> kit;
    SECTION("by Enter") {
        auto* unit = field(kit.part, "metricUnit");
        retype(unit, u"people"_s);
        CHECK(kit.edits.empty());
        QTest::keyClick(unit, Qt::Key_Return);
        REQUIRE(kit.edits.size() == 1);
        CHECK(described(kit).key == "logins");
        CHECK(described(kit).unit == "people");
        CHECK(described(kit).rule == kit.book.scorecard.metrics[0].rule);
        CHECK(kit.texts.last() == u"Described Logins"_s);
        QTest::keyClick(unit, Qt::Key_Return);
        CHECK(kit.edits.size() == 1);
    }
    SECTION("two in a row keep each other") {
        retype(field(kit.part, "metricSourceText"), u"Warehouse"_s);
        retype(field(kit.part, "metricOwnerTeam"), u"Product"_s);
        QTest::keyClick(field(kit.part, "metricOwnerTeam"), Qt::Key_Tab);
        REQUIRE(kit.edits.size() == 2);
        CHECK(described(kit).source == "Warehouse");
        CHECK(described(kit).ownerTeam == "Product");
    }
    SECTION("half-typed text stays, and Esc gives back what holds") {
        auto* unit = field(kit.part, "metricUnit");
        retype(unit, u"peo"_s);
        kit.part.showDraft(kit.view);
        CHECK(unit->text() == u"peo"_s);
        QTest::keyClick(unit, Qt::Key_Escape);
        CHECK(unit->text() == u"logins"_s);
        CHECK(kit.edits.empty());
    }
    SECTION("a metric without a name is refused beside the field") {
        auto* name = field(kit.part, "metricName");
        retype(name, u" "_s);
        QTest::keyClick(name, Qt::Key_Return);
        CHECK(isShown(kit.part, "metricFault"));
        CHECK(textOf(kit.part, "metricFault").endsWith(u"A metric needs a name."_s));
        CHECK(kit.edits.empty());
        retype(name, u"Weekly logins"_s);
        QTest::keyClick(name, Qt::Key_Return);
        CHECK_FALSE(isShown(kit.part, "metricFault"));
        CHECK(described(kit).name == "Weekly logins");
    }
    SECTION("choices") {
        choose(kit.part, "metricBetter", u"Lower is better"_s);
        CHECK(described(kit).better == Better::Lower);
        choose(kit.part, "metricGoal", u"Net revenue retention"_s);
        CHECK(described(kit).goal == "nrr");
        auto* box = child<QComboBox>(kit.part, u"metricCategory"_s);
        retype(box->lineEdit(), u"value"_s);
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        CHECK(described(kit).category == "value");
        click(kit.part, "metricActionable");
        CHECK_FALSE(described(kit).actionable);
        CHECK(kit.edits.size() == 4);
    }
    SECTION("the help of several lines, by leaving it") {
        auto* help = child<pages::CommittedText>(kit.part, u"metricHelpText"_s);
        help->setFocus();
        QTest::keyClicks(help, u"Who signed in."_s);
        CHECK(kit.edits.empty());
        pick(kit.part, 1);
        REQUIRE(kit.edits.size() == 1);
        CHECK(described(kit).key == "logins");
        CHECK(described(kit).help == "Who signed in.");
        CHECK(field(kit.part, "metricName")->text() == u"Open tickets"_s);
        CHECK(help->toPlainText().isEmpty());
    }
}

TEST_CASE("Catalogue: the words of levels") {
    PartKit<CataloguePart> kit;
    CHECK_FALSE(isShown(kit.part, "metricLevels"));
    pick(kit.part, 2);
    REQUIRE(isShown(kit.part, "metricLevels"));
    CHECK(field(kit.part, "metricLevel1Help")->text() == u"They smile."_s);
    auto* label = field(kit.part, "metricLevel0Label");
    retype(label, u"Poor"_s);
    QTest::keyClick(label, Qt::Key_Return);
    CHECK(described(kit).rule.levels[0].label == "Poor");
    CHECK(described(kit).rule.levels[0].score == 0);
    retype(label, {});
    QTest::keyClick(label, Qt::Key_Return);
    CHECK(isShown(kit.part, "metricLevel0Fault"));
    CHECK(kit.edits.size() == 1);
}

TEST_CASE("Catalogue: a new metric") {
    PartKit<CataloguePart> kit;
    click(kit.part, "newMetric");
    auto* name = field(kit.part, "newMetricName");
    auto* key = field(kit.part, "newMetricKey");
    REQUIRE(name->hasFocus());

    SECTION("its key is made from its name") {
        QTest::keyClicks(name, u"Logins (weekly)"_s);
        CHECK(key->text() == u"logins_weekly"_s);
        click(kit.part, "addMetric");
        REQUIRE(kit.edits.size() == 1);
        const Metric added = std::get<book::AddMetric>(kit.edits[0]).metric;
        CHECK(added.key == "logins_weekly");
        CHECK(added.name == "Logins (weekly)");
        CHECK(added.rule == MetricRule());
        CHECK(kit.texts.last() == u"Added the metric Logins (weekly)"_s);
        CHECK_FALSE(isShown(kit.part, "newMetricRow"));
        for (int at = 0; at < 30; ++at) { // more than the list shows
            kit.book.scorecard.metrics.push_back(numberMetric("m" + std::to_string(at)));
        }
        kit.book.scorecard.metrics.push_back(added);
        kit.reshow();
        const QListWidget* list = listOf(kit.part);
        CHECK(list->currentItem()->text() == u"Logins (weekly)"_s);
        CHECK(list->viewport()->rect().contains(list->visualItemRect(list->currentItem()).center()));
        CHECK(field(kit.part, "metricName")->text() == u"Logins (weekly)"_s);
    }
    SECTION("a level has three to begin with, and a key that is taken becomes another") {
        QTest::keyClicks(name, u"Mood"_s);
        CHECK(key->text() == u"mood_2"_s);
        choose(kit.part, "newMetricKind", u"A level that a person sets"_s);
        QTest::keyClick(name, Qt::Key_Return);
        const Metric added = std::get<book::AddMetric>(kit.edits.back()).metric;
        CHECK(added.rule.kind == MetricKind::Level);
        REQUIRE(added.rule.levels.size() == 3);
        CHECK(added.rule.levels[1] == Level{2, "Medium", 50, ""});
    }
    SECTION("what is expected stands beside the field") {
        click(kit.part, "addMetric");
        CHECK(isShown(kit.part, "newMetricNameFault"));
        CHECK_FALSE(isShown(kit.part, "newMetricKeyFault"));
        QTest::keyClicks(name, u"Seats"_s);
        retype(key, u"Seats!"_s);
        CHECK(isShown(kit.part, "newMetricKeyFault"));
        click(kit.part, "addMetric");
        CHECK(kit.edits.empty());
        retype(key, u"spare"_s);
        CHECK(textOf(kit.part, "newMetricKeyFault").contains(u"Another metric has this key"_s));
        retype(key, u"seats"_s);
        CHECK_FALSE(isShown(kit.part, "newMetricKeyFault"));
        QTest::keyClick(key, Qt::Key_Return);
        CHECK(std::get<book::AddMetric>(kit.edits.back()).metric.key == "seats");
    }
    SECTION("Esc leaves it") {
        QTest::keyClicks(name, u"Seats"_s);
        QTest::keyClick(name, Qt::Key_Escape);
        CHECK_FALSE(isShown(kit.part, "newMetricRow"));
        CHECK(isShown(kit.part, "newMetric"));
        click(kit.part, "newMetric");
        CHECK(name->text().isEmpty());
        CHECK(kit.edits.empty());
    }
}

TEST_CASE("Catalogue: only what nothing refers to can be removed") {
    PartKit<CataloguePart> kit;
    auto* remove = child<QPushButton>(kit.part, u"removeMetric"_s);
    CHECK_FALSE(remove->isEnabled());
    CHECK(remove->toolTip() == u"Enterprise uses it."_s);
    pick(kit.part, 3);
    click(kit.part, "removeMetric");
    REQUIRE(kit.edits.size() == 1);
    CHECK(std::get<book::RemoveMetric>(kit.edits[0]).key == "spare");
    CHECK(kit.texts.last() == u"Removed the metric Spare metric"_s);

    SECTION("it is gone: the one beside it is shown") {
        kit.book.scorecard.metrics.pop_back();
        kit.reshow();
        CHECK(field(kit.part, "metricName")->text() == u"Mood"_s);
    }
    SECTION("not what the draft uses") {
        kit.view.draft.version.groups[0].metrics.push_back(weighted("spare", 1));
        kit.part.showDraft(kit.view);
        CHECK(remove->toolTip() == u"The draft of Enterprise uses it."_s);
    }
    SECTION("nor what a draft kept in the book uses") {
        Draft other = kit.book.view("digital", true).draft;
        other.version.groups[0].metrics.push_back(weighted("spare", 1));
        kit.book.drafts = {{other, "Ana", ""}};
        kit.reshow();
        CHECK(remove->toolTip() == u"The draft of Digital uses it."_s);
    }
    SECTION("nor what an old version used, another metric reads, or was measured") {
        auto& first = kit.book.scorecard.templates[0].versions[0];
        first.groups[0].metrics.push_back(weighted("spare", 1));
        kit.reshow();
        CHECK(remove->toolTip() == u"v1 of Enterprise used it, and its days are still scored by it."_s);
        first.groups[0].metrics.pop_back();
        kit.book.scorecard.metrics[1].rule.series = "spare";
        kit.reshow();
        CHECK(remove->toolTip() == u"Open tickets reads its measurements."_s);
    }
}

TEST_CASE("Keys of new metrics") {
    CHECK(pages::freeKey({}, u" Weekly  logins! "_s, u"metric"_s) == "weekly_logins");
    CHECK(pages::freeKey({"nps", "nps_2"}, u"NPS"_s, u"metric"_s) == "nps_3");
    CHECK(pages::freeKey({}, u"\u65E5\u672C"_s, u"metric"_s) == "metric");
    CHECK(pages::freeKey({}, QString(200, u'a'), u"metric"_s).size() <= 64);
}
