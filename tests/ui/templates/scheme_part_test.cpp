// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/templates/part_kit.h"
#include "ui/pages/templates/plain_spin.h"
#include "ui/pages/templates/scheme_part.h"
#include "ui/widgets/scheme_bar.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>

using namespace hb;
using namespace Qt::StringLiterals;

namespace {

/// The default template: everyone but Enterprise's ten, who score 5 to 50; it scores 55 to 100.
using Shown = test::ShownPart<pages::SchemePart>;

} // namespace

TEST_CASE("Scheme part: bounds") {
    Shown shown(test::twentyAccounts(), 0);
    auto* bar = test::child<widgets::SchemeBar>(shown.window, u"schemeBar"_s);
    SECTION("keys move one at once, in one step of undo") {
        bar->setFocus(Qt::TabFocusReason);
        QTest::keyClick(bar, Qt::Key_Right);
        CHECK(shown.version().scheme.ranges[1].from == 51);
        CHECK(shown.edits == QStringList{u"Moved the bound of Yellow to 51"_s});
    }
    SECTION("a drag is shown as it goes, and kept once") {
        const QPoint from = bar->placeOf(2).toPoint();
        QTest::mousePress(bar, Qt::LeftButton, {}, from);
        QTest::mouseMove(bar, from + QPoint(60, 0));
        REQUIRE_FALSE(shown.previews.empty());
        const double there = shown.previews.back().version.scheme.ranges[2].from;
        CHECK(there > 75);
        CHECK(shown.edits.isEmpty());
        CHECK(test::child<QLineEdit>(shown.window, u"range2From"_s)->text() == QString::number(there));
        QTest::mouseRelease(bar, Qt::LeftButton, {}, from + QPoint(60, 0));
        CHECK(shown.edits.size() == 1);
        CHECK(shown.version().scheme.ranges[2].from == there);
        CHECK(shown.text("inclusive") == u"Bounds are inclusive: %1 is Green."_s.arg(there));
    }
    SECTION("Esc takes the preview back") {
        const QPoint from = bar->placeOf(2).toPoint();
        QTest::mousePress(bar, Qt::LeftButton, {}, from);
        QTest::mouseMove(bar, from + QPoint(60, 0));
        QTest::keyClick(bar, Qt::Key_Escape);
        QTest::mouseRelease(bar, Qt::LeftButton, {}, from);
        CHECK(shown.previews.back() == shown.view.draft);
        CHECK(shown.edits.isEmpty());
        CHECK(test::child<QLineEdit>(shown.window, u"range2From"_s)->text() == u"75"_s);
    }
    SECTION("typed with fractions; what passes a neighbour is refused and says what is expected") {
        shown.type("range1From", u"43.25"_s);
        CHECK(shown.version().scheme.ranges[1].from == 43.25);
        shown.type("range1From", u"80"_s);
        CHECK(shown.version().scheme.ranges[1].from == 43.25);
        CHECK(shown.edits.size() == 1);
        CHECK(test::isShown(shown.window, "range1Fault"));
        CHECK(shown.text("range1Fault").contains(u"above 0 and below 75"_s));
        shown.type("range1From", u"1.1234567"_s);
        CHECK(shown.version().scheme.ranges[1].from == 43.25);
        QTest::keyClick(test::child<QLineEdit>(shown.window, u"range1From"_s), Qt::Key_Escape);
        CHECK_FALSE(test::isShown(shown.window, "range1Fault"));
        CHECK(test::child<QLineEdit>(shown.window, u"range1From"_s)->text() == u"43.25"_s);
    }
}

TEST_CASE("Scheme part: ranges") {
    Shown shown(test::twentyAccounts(), 0);
    SECTION("label, colour and help") {
        shown.type("range2Label", u"Healthy"_s);
        shown.press("range1Red");
        shown.type("range0Help", u"Call them today"_s);
        CHECK(shown.version().scheme.ranges[2].label == "Healthy");
        CHECK(shown.version().scheme.ranges[1].colour == Band::Red);
        CHECK(shown.version().scheme.ranges[0].help == "Call them today");
        CHECK(shown.edits.size() == 3);
        shown.type("range2Label", u"  "_s);
        CHECK(shown.version().scheme.ranges[2].label == "Healthy");
        CHECK(test::isShown(shown.window, "range2Fault"));
    }
    SECTION("split in the middle, removed again, never fewer than two or more than twelve") {
        shown.press("range1Split");
        REQUIRE(shown.version().scheme.ranges.size() == 4);
        CHECK(shown.version().scheme.ranges[2].from == 63); // of 62.5
        shown.press("range0Remove");
        CHECK(shown.version().scheme.ranges.front().from == 0);
        shown.press("range1Remove");
        CHECK(shown.version().scheme.ranges.size() == 2);
        CHECK_FALSE(test::child<QWidget>(shown.window, u"range0Remove"_s)->isEnabled());
        while (shown.version().scheme.ranges.size() < 12) {
            shown.press("range0Split");
        }
        CHECK(shown.version().scheme.ranges.size() == 12);
        CHECK_FALSE(test::child<QWidget>(shown.window, u"range0Split"_s)->isEnabled());
    }
    SECTION("kinds and presets") {
        shown.press("kindNumbers");
        CHECK(shown.version().scheme.kind == SchemeKind::Numeric);
        shown.window.findChild<QAction*>(u"presetLetters"_s)->trigger();
        CHECK(shown.version().scheme.kind == SchemeKind::Letters);
        CHECK(shown.version().scheme.ranges.size() == 5);
        CHECK(shown.text("inclusive") == u"Bounds are inclusive: 90 is A."_s);
        CHECK(test::child<QAbstractButton>(shown.window, u"kindLetters"_s)->isChecked());
    }
}

TEST_CASE("Scheme part: coverage, trend and roll-up") {
    Shown shown(test::twentyAccounts(), 0);
    const auto spin = [&shown](const char* name, const QString& text) {
        auto* box = test::child<pages::PlainSpin>(shown.window, QString::fromLatin1(name));
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
        QTest::keyClick(box, Qt::Key_Return);
    };
    spin("minCoverage", u"62.5"_s);
    spin("trendDays", u"90"_s);
    spin("trendThreshold", u"4.5"_s);
    shown.press("rollupMin");
    CHECK(shown.version().minCoverage == 0.625);
    CHECK(shown.version().trend.days == 90);
    CHECK(shown.version().trend.threshold == 4.5);
    CHECK(shown.version().rollup == Rollup::Min);
    CHECK(shown.edits.size() == 4);
    shown.press("rollupMin"); // again: nothing changes, and it stays on
    CHECK(shown.edits.size() == 4);
    CHECK(test::child<QAbstractButton>(shown.window, u"rollupMin"_s)->isChecked());
}

TEST_CASE("Scheme part: red is sized to what a team can work") {
    Shown shown(test::twentyAccounts(), 0);
    // Enterprise scores 5, 10, ... 50, and has for a year: nine are below 50.
    CHECK(shown.text("capacitySentence") ==
          u"9 accounts are red today. With the bound at 50 you would have had 9 red over the last year."_s);
    auto* capacity = test::child<pages::PlainSpin>(shown.window, u"capacity"_s);
    capacity->setFocus();
    capacity->selectAll();
    QTest::keyClicks(capacity, u"4"_s);
    QTest::keyClick(capacity, Qt::Key_Return);
    shown.press("sizeRed");
    CHECK(shown.version().scheme.ranges[1].from == 25);
    CHECK(shown.text("capacitySentence").startsWith(u"4 accounts are red today."_s));
    CHECK(shown.edits == QStringList{u"Moved the bound of Yellow to 25"_s});
}

TEST_CASE("Scheme part: a published version is shown and cannot be changed") {
    Shown shown(test::twentyAccounts(), 0);
    shown.view.isEditable = false;
    shown.part->showDraft(shown.view);
    for (const char* name :
         {"range1From", "range1Label", "range1Split", "minCoverage", "rollupMin", "sizeRed"}) {
        CHECK_FALSE(test::child<QWidget>(shown.window, QString::fromLatin1(name))->isEnabled());
    }
    CHECK(test::child<QLineEdit>(shown.window, u"range1From"_s)->text() == u"50"_s);
    CHECK(shown.edits.isEmpty());
}

TEST_CASE("Scheme part: what the book calls scores is the book's, at once") {
    Shown shown(test::twentyAccounts(), 0);
    std::vector<book::Edit> edits;
    QObject::connect(shown.part,
                     &pages::TemplatePart::bookEdited,
                     shown.part,
                     [&](const book::Edit& edit, const QString&) { edits.push_back(edit); });
    CHECK(test::child<QPushButton>(shown.window, u"bookAsTemplates"_s)->isChecked());
    shown.press("bookAsLetters");
    REQUIRE(edits.size() == 1);
    CHECK(std::get<book::SetSettings>(edits.front()).settings.shownAs == SchemeKind::Letters);
    CHECK(shown.edits.isEmpty()); // no draft is another for it
    shown.press("bookAsTemplates");
    CHECK(edits.size() == 1); // the book shows them so already
    CHECK(test::child<QPushButton>(shown.window, u"bookAsTemplates"_s)->isChecked());
}
