// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/templates/part_kit.h"
#include "ui/pages/templates/applies_part.h"

#include <QLineEdit>
#include <QMenu>
#include <QTreeWidget>

using namespace hb;
using namespace Qt::StringLiterals;

namespace {

using Shown = test::ShownPart<pages::AppliesPart>;

QTreeWidget* valuesOf(const Shown& shown, const char* filter) {
    auto* found =
        test::child<QWidget>(shown.window, QString::fromLatin1(filter))->findChild<QTreeWidget*>(u"values"_s);
    REQUIRE(found);
    return found;
}

void tick(QTreeWidget* values, const QString& value) {
    const auto items = values->findItems(value, Qt::MatchExactly);
    REQUIRE(items.size() == 1);
    values->setCurrentItem(items.front());
    QTest::keyClick(values, Qt::Key_Space);
}

void addAttribute(const Shown& shown, const QString& title) {
    auto* menu = shown.window.findChild<QMenu*>(u"attributes"_s);
    Q_EMIT menu->aboutToShow();
    for (QAction* action : menu->actions()) {
        if (action->text() == title) {
            action->trigger();
            return;
        }
    }
    FAIL("no such attribute: " << title.toStdString());
}

} // namespace

TEST_CASE("Applies part: the default takes whom the others leave") {
    Shown shown(test::twentyAccounts(), 1);
    CHECK(shown.text("appliesQuestion").contains(u"everyone whom no other template takes"_s));
    CHECK(shown.text("matchSentence") == u"It scores 10 of 20 accounts."_s);
    CHECK_FALSE(test::isShown(shown.window, "addAttribute"));
}

TEST_CASE("Applies part: values are ticked, and the count follows") {
    Shown shown(test::twentyAccounts(), 0);
    CHECK(shown.text("matchSentence") == u"Matches 10 of 20 accounts, and scores them all."_s);
    tick(valuesOf(shown, "filter0"), u"Small"_s);
    CHECK(shown.version().appliesTo ==
          std::vector<AttributeFilter>{{.attribute = "segment", .values = {"Large", "Small"}}});
    CHECK(shown.text("matchSentence").startsWith(u"Matches 20 of 20"_s));
    CHECK(shown.edits == QStringList{u"Changed the values of Segment"_s});
    tick(valuesOf(shown, "filter0"), u"Large"_s);
    tick(valuesOf(shown, "filter0"), u"Small"_s);
    CHECK(shown.text("matchSentence").contains(u"tick at least one value of Segment"_s));
}

TEST_CASE("Applies part: attributes come and go, and many values can be searched") {
    Shown shown(test::twentyAccounts(), 0);
    addAttribute(shown, u"Region"_s);
    REQUIRE(shown.version().appliesTo.size() == 2);
    QTreeWidget* regions = valuesOf(shown, "filter1");
    CHECK(regions->topLevelItemCount() == 14);
    auto* find = test::child<QWidget>(shown.window, u"filter1"_s)->findChild<QLineEdit*>(u"findValue"_s);
    REQUIRE(find->isVisible());
    QTest::keyClicks(find, u"region 13"_s);
    int left = 0;
    for (int row = 0; row < regions->topLevelItemCount(); ++row) {
        left += regions->topLevelItem(row)->isHidden() ? 0 : 1;
    }
    CHECK(left == 1);
    tick(regions, u"Region 1"_s);
    CHECK(shown.text("matchSentence") == u"Matches 1 of 20 accounts, and scores them all."_s);
    shown.press("filter0Remove");
    REQUIRE(shown.version().appliesTo.size() == 1);
    CHECK(shown.version().appliesTo[0].attribute == "region");
    CHECK(shown.text("matchSentence").startsWith(u"Matches 2 of 20"_s));
    auto* menu = shown.window.findChild<QMenu*>(u"attributes"_s);
    Q_EMIT menu->aboutToShow();
    for (const QAction* action : menu->actions()) {
        CHECK(action->text() != u"Name"_s); // a name is nobody's kind
        CHECK(action->text() != u"Region"_s);
    }
}

TEST_CASE("Applies part: an account that two match says which scores it, and why") {
    Shown shown(test::twentyAccounts(), 0);
    shown.view.draft.key = "digital"; // a new template goes before the default, after Enterprise
    shown.view.draft.name = "Digital";
    shown.view.draft.version.appliesTo = {{.attribute = "region", .values = {"Region 1", "Region 12"}}};
    shown.part->showDraft(shown.view);
    CHECK(
        shown.text("matchSentence") ==
        u"Matches 3 of 20 accounts; 2 of them are scored by it, 1 by Enterprise, which stands before it."_s);
    auto* list = test::child<QTreeWidget>(shown.window, u"contested"_s);
    REQUIRE(list->isVisible());
    REQUIRE(list->topLevelItemCount() == 1);
    CHECK(list->topLevelItem(0)->text(0) == u"Name of A01"_s);
    CHECK(list->topLevelItem(0)->text(1) == u"Enterprise"_s);
    CHECK(list->topLevelItem(0)->text(2) == u"Enterprise stands before Digital"_s);
}

TEST_CASE("Applies part: a published version cannot be changed") {
    Shown shown(test::twentyAccounts(), 0);
    shown.view.isEditable = false;
    shown.part->showDraft(shown.view);
    CHECK_FALSE(test::child<QWidget>(shown.window, u"addAttribute"_s)->isEnabled());
    tick(valuesOf(shown, "filter0"), u"Small"_s);
    CHECK(shown.edits.isEmpty());
}
