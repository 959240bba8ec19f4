// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/draft_scorecard.h"
#include "tests/ui/templates/book_kit.h"
#include "ui/pages/templates/history_part.h"
#include "ui/pages/templates/two_line_delegate.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace hb;
using namespace hb::test;
using namespace Qt::StringLiterals;
using pages::HistoryPart;
using pages::TwoLineDelegate;

namespace {

QListWidget* listOf(const QWidget& in, const char* name) {
    return child<QListWidget>(in, QString::fromLatin1(name));
}

void clickRow(QListWidget* list, int row, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, modifiers, list->visualItemRect(list->item(row)).center());
}

QStringList changesOf(const QWidget& part) {
    QStringList lines;
    for (int at = 0;; ++at) {
        const auto* line = part.findChild<QLabel*>(u"change%1"_s.arg(at));
        if (!line) {
            return lines;
        }
        lines << line->text();
    }
}

} // namespace

TEST_CASE("History: versions newest first, and what the draft changes") {
    PartKit<HistoryPart> kit;
    auto* list = listOf(kit.part, "versions");
    REQUIRE(list->count() == 4);
    CHECK(list->item(0)->text() == u"Draft"_s);
    CHECK(list->item(1)->text() == u"v3"_s);
    CHECK(list->item(1)->data(TwoLineDelegate::Right).toString() == u"from 1 May"_s);
    CHECK(list->item(1)->data(TwoLineDelegate::Detail).toString() == u"The curve was too kind"_s);
    CHECK(list->item(1)->data(TwoLineDelegate::RightDetail).toString() == u"not in force yet"_s);
    CHECK(list->item(2)->data(TwoLineDelegate::RightDetail).toString() == u"in force, scores 3 accounts"_s);
    CHECK(list->item(3)->data(TwoLineDelegate::Right).toString() == u"from 1 Jan 2025"_s);
    CHECK(list->item(3)->data(TwoLineDelegate::RightDetail).toString().isEmpty());
    CHECK(textOf(kit.part, "changesOf") == u"Compare the draft with"_s);
    CHECK(changesOf(kit.part) == QStringList{u"They score alike: nothing differs."_s});
    CHECK_FALSE(child<QPushButton>(kit.part, u"lookAtVersion"_s)->isEnabled());

    kit.view.draft.version.groups[0].weight = 80;
    kit.part.showDraft(kit.view);
    CHECK(changesOf(kit.part) == QStringList{u"Weight of Product usage 80, was 60"_s});
    CHECK(kit.edits.empty());
    CHECK(kit.drafts.empty());
}

TEST_CASE("History: two versions are compared") {
    PartKit<HistoryPart> kit("enterprise", false);
    auto* list = listOf(kit.part, "versions");
    REQUIRE(list->count() == 3);
    CHECK(changesOf(kit.part) == QStringList{u"Curve of Logins: 20 gives 70, was 75"_s});

    SECTION("by the box") {
        choose(kit.part, "compareWith", u"v1"_s);
        CHECK(changesOf(kit.part) ==
              QStringList{u"Weight of Logins 70, was 60"_s, u"Curve of Logins: 20 gives 70, was 75"_s});
    }
    SECTION("by a click, with the one before it") {
        clickRow(list, 1);
        CHECK(textOf(kit.part, "changesOf") == u"Compare v2 with"_s);
        CHECK(child<QComboBox>(kit.part, u"compareWith"_s)->currentText() == u"v1"_s);
        CHECK(changesOf(kit.part) == QStringList{u"Weight of Logins 70, was 60"_s});
        kit.part.showDraft(kit.view); // stays
        CHECK(list->currentRow() == 1);
        CHECK(textOf(kit.part, "changesOf") == u"Compare v2 with"_s);
    }
    SECTION("by a click with Ctrl on another") {
        clickRow(list, 2);
        clickRow(list, 0, Qt::ControlModifier);
        CHECK(textOf(kit.part, "changesOf") == u"Compare v3 with"_s);
        CHECK(child<QComboBox>(kit.part, u"compareWith"_s)->currentText() == u"v1"_s);
        CHECK(changesOf(kit.part).size() == 2);
        kit.reshow();
        CHECK(list->selectedItems().size() == 2);
        CHECK(changesOf(kit.part).size() == 2);
    }
    SECTION("by keys, and it is looked at, restored and exported") {
        QSignalSpy looked(&kit.part, &HistoryPart::versionAsked);
        QSignalSpy restored(&kit.part, &HistoryPart::restoreAsked);
        QSignalSpy exported(&kit.part, &HistoryPart::exportAsked);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        click(kit.part, "lookAtVersion");
        click(kit.part, "restoreVersion");
        click(kit.part, "exportVersion");
        REQUIRE(looked.size() == 2);
        CHECK(looked[0][0].toInt() == 2);
        CHECK(restored.size() == 1);
        CHECK(restored[0][0].toInt() == 2);
        CHECK(exported[0][0].toInt() == 2);
    }
}

TEST_CASE("History: two versions side by side, what is the same folded away") {
    PartKit<HistoryPart> kit("enterprise", false);
    const auto cell = [&](int row, int column) {
        const auto* label = kit.part.findChild<QLabel*>(u"cell%1.%2"_s.arg(row).arg(column));
        return label ? label->text() : QString();
    };
    CHECK(textOf(kit.part, "compareLeft") == u"v2"_s);
    CHECK(textOf(kit.part, "compareRight") == u"v3"_s);
    CHECK(cell(2, 0) == u"\u2192"_s);
    CHECK(cell(2, 1) == u"Logins: curve"_s);
    CHECK(cell(2, 2) == u"0 gives 0, 20 gives 75"_s);
    CHECK(cell(2, 3) == u"0 gives 0, 20 gives 70"_s);
    CHECK(cell(3, 1).isEmpty());
    CHECK(kit.part.asText() ==
          u"From v2 to v3\nCurve of Logins: 20 gives 70, was 75\n\n\t\tv2\tv3\n"_s +
              u"Product usage\tLogins: curve\t0 gives 0, 20 gives 75\t0 gives 0, 20 gives 70\n"_s);

    click(kit.part, "showSame");
    CHECK(cell(2, 1) == u"Name"_s);
    CHECK(cell(2, 0).isEmpty());
    click(kit.part, "showSame");
    CHECK(cell(2, 1) == u"Logins: curve"_s);

    choose(kit.part, "compareWith", u"v1"_s);
    CHECK(textOf(kit.part, "compareLeft") == u"v1"_s);
    CHECK(cell(2, 1) == u"Logins: weight"_s);
    CHECK(cell(2, 2) == u"60"_s);
    CHECK(cell(2, 3) == u"70"_s);
    CHECK(cell(3, 1) == u"Logins: curve"_s);

    clickRow(listOf(kit.part, "versions"), 2); // the first: the one after it
    CHECK(textOf(kit.part, "compareRight") == u"v1"_s);
}

TEST_CASE("History: a template is retired and used again, the default never") {
    PartKit<HistoryPart> kit("enterprise", false);
    CHECK_FALSE(isShown(kit.part, "retiredSentence"));
    click(kit.part, "retireTemplate");
    REQUIRE(kit.edits.size() == 1);
    const auto& retired = std::get<book::RetireTemplate>(kit.edits[0]);
    CHECK(retired.key == "enterprise");
    CHECK(retired.on == kit.book.today);
    CHECK(kit.texts.last() == u"Retired the template Enterprise"_s);

    kit.book.scorecard.templates[0].retiredOn = kit.book.today;
    kit.reshow();
    CHECK(textOf(kit.part, "retiredSentence") == u"Retired on 30 Mar: from that day on it scores nobody."_s);
    CHECK(listOf(kit.part, "versions")->item(1)->data(TwoLineDelegate::RightDetail).toString().isEmpty());
    CHECK(listOf(kit.part, "templateOrder")->count() == 1);
    click(kit.part, "retireTemplate");
    CHECK_FALSE(std::get<book::RetireTemplate>(kit.edits[1]).on.has_value());

    kit.part.showDraft(kit.book.view("default", false));
    CHECK_FALSE(isShown(kit.part, "retireTemplate"));
}

TEST_CASE("History: a draft of a new template") {
    PartKit<HistoryPart> kit("default", true);
    kit.view.draft = book::duplicateOf(kit.view.draft, "own", "Own");
    kit.part.showDraft(kit.view);
    CHECK(listOf(kit.part, "versions")->count() == 1);
    CHECK(textOf(kit.part, "changesOf") == u"Nothing is published yet to compare it with."_s);
    CHECK_FALSE(isShown(kit.part, "compareWith"));
    CHECK(changesOf(kit.part).isEmpty());
}

TEST_CASE("History: the order in which templates are tried") {
    PartKit<HistoryPart> kit("digital", false);
    auto* order = listOf(kit.part, "templateOrder");
    REQUIRE(order->count() == 2);
    CHECK(order->currentRow() == 1);
    CHECK(textOf(kit.part, "orderLast") == u"Then Everyone else, which takes every other account."_s);
    const auto keysOf = [&](std::size_t edit) {
        return std::get<book::OrderTemplates>(kit.edits[edit]).keys;
    };
    const std::vector<std::string> swapped{"digital", "enterprise"};

    SECTION("by a button") {
        CHECK_FALSE(child<QToolButton>(kit.part, u"orderDown"_s)->isEnabled());
        click(kit.part, "orderUp");
        REQUIRE(kit.edits.size() == 1);
        CHECK(keysOf(0) == swapped);
        CHECK(kit.texts.last() == u"Moved the template Digital"_s);
        CHECK(order->item(0)->text() == u"Digital"_s);
        kit.part.showDraft(kit.view); // it was not taken
        CHECK(order->item(0)->text() == u"Enterprise"_s);
    }
    SECTION("by keys") {
        order->setFocus();
        QTest::keyClick(order, Qt::Key_Up, Qt::ControlModifier);
        REQUIRE(kit.edits.size() == 1);
        CHECK(keysOf(0) == swapped);
        QTest::keyClick(order, Qt::Key_Up, Qt::ControlModifier);
        CHECK(kit.edits.size() == 1);
        std::swap(kit.book.scorecard.templates[0], kit.book.scorecard.templates[1]);
        kit.reshow();
        CHECK(order->currentItem()->text() == u"Digital"_s);
        QTest::keyClick(order, Qt::Key_Down, Qt::ControlModifier);
        REQUIRE(kit.edits.size() == 2);
        CHECK(keysOf(1) == std::vector<std::string>{"enterprise", "digital"});
    }
    SECTION("by a drag") {
        REQUIRE(order->model()->moveRow({}, 0, {}, 2)); // as the view does on letting go
        QCoreApplication::processEvents();
        REQUIRE(kit.edits.size() == 1);
        CHECK(keysOf(0) == swapped);
        CHECK(kit.texts.last() == u"Moved the template Enterprise"_s);
    }
}
