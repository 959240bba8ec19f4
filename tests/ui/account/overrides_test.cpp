// SPDX-License-Identifier: GPL-3.0-or-later
// Overriding scores on the account page, by clicks and keys, and what then stands in the file.
#include "tests/ui/support/account_kit.h"
#include "ui/pages/account/day_field.h"
#include "ui/pages/account/metric_row.h"
#include "ui/widgets/cost_list.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hb::pages {

using test::day;

namespace {

constexpr const char* account = "C1012";
constexpr const char* overridden = "C1111"; ///< the demo company's
const Day today = day(test::smallBookToday);

std::vector<Override> overridesOf(const test::AccountKit& kit, const char* key) {
    book::Book book = kit.onDisk();
    const auto snapshot = book::loadSnapshot(book).value();
    const auto all = snapshot->overridesOf(snapshot->findAccount(key).value());
    return {all.begin(), all.end()};
}

QString scoreShown(const test::AccountKit& kit) {
    return kit.find<QLabel>("score")->text();
}

void beginByKey(const test::AccountKit& kit) {
    kit.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(kit.find<QWidget>("overrideEditor")->isVisible());
}

void type(const test::AccountKit& kit, const char* field, const QString& text) {
    auto* edit = kit.find<QLineEdit>(field);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

/// Rows that were made anew are seen, and those before them are gone.
void settle() {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
}

void askMenu(QWidget* on, QPoint at = {20, 10}) {
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, on->mapToGlobal(at));
    QCoreApplication::sendEvent(on, &event);
}

} // namespace

TEST_CASE("The score of an account is overridden") {
    test::AccountKit kit;
    kit.session.setPerson(u"Ana Lopez"_s);
    kit.open(account);
    CHECK_FALSE(kit.find<QWidget>("overridesCard")->isVisible());
    const QString before = scoreShown(kit);
    beginByKey(kit);
    CHECK(kit.window->focusWidget() == kit.find<QLineEdit>("overrideScore"));
    CHECK(kit.find<QLineEdit>("overrideLast")->text() == DayField::textOf(day("2026-04-29")));

    SECTION("by the keys alone: it stands in the book, and undo takes it back") {
        QTest::keyClicks(kit.window->focusWidget(), u"80"_s);
        CHECK(kit.find<QLabel>("overrideRange")->text() == u"green, 75 or more"_s);
        CHECK(kit.find<QLabel>("overrideEffect")->text().startsWith(u"Shown 80.0 green in place of "_s));
        CHECK(kit.find<QLabel>("overrideEffect")->text().contains(before));
        type(kit, "overrideReason", u"Migration week"_s);
        kit.press(Qt::Key_Return, Qt::ControlModifier);
        const auto entered = overridesOf(kit, account);
        REQUIRE(entered.size() == 1);
        CHECK(entered[0].target == OverrideTarget::Overall);
        CHECK(entered[0].score == 80);
        CHECK(entered[0].first == today);
        CHECK(entered[0].last == today + 30);
        CHECK(entered[0].author == "Ana Lopez");
        CHECK(entered[0].reason == "Migration week");
        CHECK(scoreShown(kit) == u"80.0"_s);
        CHECK_FALSE(kit.find<QWidget>("overrideEditor")->isVisible());
        CHECK(kit.find<QLabel>("overrideScores")->text().contains(u"computed "_s + before));
        kit.undo();
        CHECK(overridesOf(kit, account).empty());
        CHECK(scoreShown(kit) == before);
        kit.redo();
        CHECK(scoreShown(kit) == u"80.0"_s);
    }
    SECTION("not without a reason: the sentence stands under its field, and the field has the focus") {
        type(kit, "overrideScore", u"80"_s);
        QTest::mouseClick(kit.find<QPushButton>("keepOverride"), Qt::LeftButton);
        CHECK(overridesOf(kit, account).empty());
        CHECK(kit.find<QLabel>("overrideReasonFault")->isVisible());
        CHECK(kit.window->focusWidget() == kit.find<QLineEdit>("overrideReason"));
        type(kit, "overrideReason", u"   "_s);
        kit.press(Qt::Key_Return, Qt::ControlModifier);
        CHECK(overridesOf(kit, account).empty());
    }
    SECTION("not with a score that is none") {
        for (const char* text : {"101", "-1", "eighty", "5.1234567"}) {
            type(kit, "overrideScore", QString::fromLatin1(text));
            INFO(text);
            CHECK(kit.find<QLabel>("overrideScoreFault")->isVisible());
            CHECK(kit.find<QLabel>("overrideEffect")->text().isEmpty());
        }
        type(kit, "overrideReason", u"Why"_s);
        kit.press(Qt::Key_Return, Qt::ControlModifier);
        CHECK(overridesOf(kit, account).empty());
        type(kit, "overrideScore", u"49.5"_s);
        CHECK_FALSE(kit.find<QLabel>("overrideScoreFault")->isVisible());
    }
    SECTION("for at most 90 days, and not until a past day") {
        type(kit, "overrideScore", u"80"_s);
        type(kit, "overrideReason", u"Why"_s);
        for (const QString& wrong : {u"29 Jun 2026"_s, u"29 Mar 2026"_s, u"31 Feb 2026"_s, u"soon"_s}) {
            type(kit, "overrideLast", wrong);
            CHECK(kit.find<QLabel>("overrideLastFault")->isVisible());
            kit.press(Qt::Key_Return, Qt::ControlModifier);
            CHECK(overridesOf(kit, account).empty());
        }
        type(kit, "overrideLast", u"28 Jun 2026"_s);
        CHECK_FALSE(kit.find<QLabel>("overrideLastFault")->isVisible());
        kit.press(Qt::Key_Return, Qt::ControlModifier);
        CHECK(overridesOf(kit, account).size() == 1);
    }
    SECTION("Esc leaves it, and keeps nothing") {
        type(kit, "overrideScore", u"80"_s);
        kit.press(Qt::Key_Escape, {});
        CHECK_FALSE(kit.find<QWidget>("overridesCard")->isVisible());
        CHECK(kit.window->where().page == session::page::account);
        CHECK(overridesOf(kit, account).empty());
    }
    SECTION("what is begun for one account is not entered for the next") {
        type(kit, "overrideScore", u"80"_s);
        kit.open("C1065");
        CHECK_FALSE(kit.find<QWidget>("overrideEditor")->isVisible());
    }
}

TEST_CASE("An override that gives points back stands by itself among what costs points") {
    test::AccountKit kit;
    kit.open(account);
    beginByKey(kit);
    type(kit, "overrideScore", u"100"_s);
    type(kit, "overrideReason", u"Migration week"_s);
    kit.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(overridesOf(kit, account).size() == 1);
    const auto& rows = kit.find<widgets::CostList>("costs")->rows();
    REQUIRE(rows.size() == 6); // the five largest, and the override
    CHECK(rows.back().mark == theme::Icon::Pin);
    CHECK(rows.back().points.startsWith(u'\u2212'));
    const QString rest = kit.find<QPushButton>("restOfCosts")->text();
    REQUIRE_FALSE(rest.isEmpty());
    CHECK_FALSE(rest.contains(u'\u2212')); // what is left costs points, as it says
    CHECK(kit.find<QPushButton>("restOfCosts")->isVisible());
}

TEST_CASE("The right button copies the id, which the name says too") {
    test::AccountKit kit;
    kit.open(account);
    CHECK(kit.find<QLabel>("accountName")->toolTip().endsWith(u"\nId: C1012"_s));
    QTest::mouseClick(kit.find<QPushButton>("more"), Qt::LeftButton);
    kit.choose("copyId");
    CHECK(QApplication::clipboard()->text() == u"C1012"_s);
}

TEST_CASE("The right button chooses what is overridden") {
    test::AccountKit kit;
    kit.open(account);
    auto* target = kit.find<QComboBox>("overrideTarget");
    SECTION("a metric") {
        auto* row = kit.window->findChild<MetricRow*>();
        REQUIRE(row != nullptr);
        askMenu(row);
        kit.choose("override");
        CHECK(target->currentText().trimmed() == row->facts().name);
        type(kit, "overrideScore", u"12"_s);
        type(kit, "overrideReason", u"Wrong survey"_s);
        kit.press(Qt::Key_Return, Qt::ControlModifier);
        const auto entered = overridesOf(kit, account);
        REQUIRE(entered.size() == 1);
        CHECK(entered[0].target == OverrideTarget::Metric);
        CHECK(entered[0].key == row->facts().key.toStdString());
        CHECK(row->facts().age == u"set by hand"_s);
    }
    SECTION("a group") {
        auto* card = kit.window->findChild<MetricRow*>()->parentWidget();
        askMenu(card, {20, 8});
        kit.choose("override");
        CHECK_FALSE(target->currentText().startsWith(u' '));
        CHECK(target->currentIndex() == 1);
    }
    SECTION("the score") {
        askMenu(kit.find<QLabel>("score")->parentWidget());
        kit.choose("override");
        CHECK(target->currentIndex() == 0);
    }
}

TEST_CASE("An override is ended by one click") {
    test::AccountKit kit;
    kit.open(overridden);
    const QString shown = scoreShown(kit);
    const Override before = overridesOf(kit, overridden).at(0);
    REQUIRE(kit.find<QWidget>("overridesCard")->isVisible());
    SECTION("and undo brings it back") {
        QTest::mouseClick(kit.find<QPushButton>("endOverride"), Qt::LeftButton);
        settle();
        CHECK(overridesOf(kit, overridden).at(0).last == today - 1);
        CHECK(scoreShown(kit) != shown);
        CHECK(kit.window->findChild<QPushButton*>(u"endOverride"_s) == nullptr);
        CHECK(kit.find<QLabel>("overrideTime")->isVisible()); // it stays to be seen
        kit.undo();
        CHECK(overridesOf(kit, overridden).at(0) == before);
        CHECK(scoreShown(kit) == shown);
    }
    SECTION("not while a past day is looked at, and then none is entered either") {
        kit.session.setAsOf(today - 2);
        settle();
        auto* end = kit.find<QPushButton>("endOverride");
        CHECK_FALSE(end->isEnabled());
        CHECK(end->toolTip().contains(u"past day"_s));
        kit.press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        CHECK_FALSE(kit.find<QWidget>("overrideEditor")->isVisible());
    }
}

TEST_CASE("An override that began today and is ended has never acted") {
    test::AccountKit kit;
    kit.open(account);
    const QString before = scoreShown(kit);
    beginByKey(kit);
    type(kit, "overrideScore", u"80"_s);
    type(kit, "overrideReason", u"Too early"_s);
    kit.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(scoreShown(kit) == u"80.0"_s);
    QTest::mouseClick(kit.find<QPushButton>("endOverride"), Qt::LeftButton);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(scoreShown(kit) == before);
    CHECK(kit.find<QLabel>("overrideTime")->text().endsWith(u"ended before it acted"_s));
}

} // namespace hb::pages
