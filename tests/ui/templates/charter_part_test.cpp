// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/review_due.h"
#include "tests/ui/templates/book_kit.h"
#include "ui/pages/templates/charter_part.h"
#include "ui/pages/templates/committed_field.h"
#include "ui/pages/templates/committed_text.h"
#include "ui/pages/templates/plain_spin.h"
#include "ui/pages/templates/review_line.h"

#include <QSignalSpy>

using namespace hb;
using namespace hb::test;
using namespace Qt::StringLiterals;
using pages::CharterPart;
using pages::CommittedText;

namespace {

void retype(QWidget* in, const QString& text) {
    in->setFocus();
    QTest::keyClick(in, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(in, Qt::Key_Delete);
    QTest::keyClicks(in, text);
}

} // namespace

TEST_CASE("Charter: texts are taken as they are left") {
    PartKit<CharterPart> kit;
    auto* purpose = child<CommittedText>(kit.part, u"charterPurpose"_s);
    CHECK(purpose->toPlainText() == u"Renewals"_s);
    retype(purpose, u"Who leaves?"_s);
    CHECK(kit.drafts.empty());
    QTest::keyClick(purpose, Qt::Key_Tab);
    REQUIRE(kit.drafts.size() == 1);
    CHECK(kit.drafts.back().charter.purpose == "Who leaves?");
    CHECK(kit.texts.last() == u"Changed the purpose"_s);

    auto* owner = child<QLineEdit>(kit.part, u"charterOwner"_s);
    retype(owner, u"Ana Lopez"_s);
    QTest::keyClick(owner, Qt::Key_Return);
    CHECK(kit.drafts.back().charter.owner == "Ana Lopez");
    CHECK(kit.drafts.back().charter.purpose == "Who leaves?");
    CHECK(kit.texts.last() == u"Changed the owner"_s);

    auto* notes = child<CommittedText>(kit.part, u"charterNotes"_s);
    retype(notes, u"One"_s);
    QTest::keyClick(notes, Qt::Key_Return);
    QTest::keyClicks(notes, u"Two"_s);
    QTest::keyClick(notes, Qt::Key_Return, Qt::ControlModifier);
    CHECK(kit.drafts.back().charter.notes == "One\nTwo");
    CHECK(kit.drafts.size() == 3);
    CHECK(kit.edits.empty());
}

TEST_CASE("Charter: the name") {
    PartKit<CharterPart> kit;
    auto* name = child<QLineEdit>(kit.part, u"templateName"_s);
    retype(name, {});
    QTest::keyClick(name, Qt::Key_Return);
    CHECK(textOf(kit.part, "templateNameFault").endsWith(u"A template needs a name."_s));
    CHECK(isShown(kit.part, "templateNameFault"));
    CHECK(kit.drafts.empty());
    QTest::keyClicks(name, u"Key accounts"_s);
    QTest::keyClick(name, Qt::Key_Return);
    CHECK_FALSE(isShown(kit.part, "templateNameFault"));
    CHECK(kit.drafts.back().name == "Key accounts");
    CHECK(kit.texts.last() == u"Renamed the template to Key accounts"_s);
}

TEST_CASE("Charter: when it is looked at again") {
    PartKit<CharterPart> kit;
    CHECK(textOf(kit.part, "nextReview") == u"Next review: 1 Nov"_s); // v3 is from 1 May 2026
    auto* months = child<pages::PlainSpin>(kit.part, u"reviewMonths"_s);
    retype(months, u"12"_s);
    QTest::keyClick(months, Qt::Key_Return);
    CHECK(kit.drafts.back().charter.reviewMonths == 12);
    CHECK(kit.texts.last() == u"Set it to be reviewed every 12 months"_s);
    CHECK(textOf(kit.part, "nextReview") == u"Next review: 1 May 2027"_s);
    retype(months, u"0"_s);
    QTest::keyClick(months, Qt::Key_Return);
    CHECK(kit.texts.last() == u"Set it to be reviewed never"_s);
    CHECK(textOf(kit.part, "nextReview") == u"It is never reviewed."_s);

    kit.view = kit.book.view("digital", true);
    kit.view.draft.charter.reviewMonths = 6;
    kit.part.showDraft(kit.view);
    CHECK(textOf(kit.part, "nextReview") == u"The review was due on 1 Jul 2025."_s);
    kit.view.draft.key = "own";
    kit.part.showDraft(kit.view);
    CHECK(textOf(kit.part, "nextReview") == u"Counted from the day on which it is published."_s);

    CHECK(analytics::monthsAfter(day("2026-01-31"), 1) == day("2026-02-28"));
    CHECK(analytics::monthsAfter(day("2025-12-15"), 1) == day("2026-01-15"));
    CHECK(analytics::monthsAfter(day("2199-12-15"), 1) == std::nullopt);
}

TEST_CASE("Charter: a review that is due is said on every tab") {
    const WindowKit kit;
    pages::ReviewLine line(kit.theme);
    Template each = TemplateBook().scorecard.templates[0]; // every 6 months; v3 is from 1 May 2026
    line.showTemplate(&each, day("2026-11-01"));
    CHECK(line.isHidden());
    line.showTemplate(&each, day("2026-11-02"));
    CHECK(line.isVisible());
    CHECK(textOf(line, "reviewDue") ==
          u"Its charter asks for a review every 6 months: one was due on 1 Nov."_s);
    QSignalSpy asked(&line, &pages::ReviewLine::charterAsked);
    click(line, "openCharter");
    CHECK(asked.size() == 1);

    each.charter.reviewMonths = 0;
    line.showTemplate(&each, day("2026-11-02"));
    CHECK(line.isHidden());
    each.charter.reviewMonths = 1;
    each.retiredOn = day("2026-06-01");
    line.showTemplate(&each, day("2026-11-02"));
    CHECK(line.isHidden());
    line.showTemplate(nullptr, day("2026-11-02"));
    CHECK(line.isHidden());
}

TEST_CASE("Charter: half-typed text stays, and a published version is for reading") {
    PartKit<CharterPart> kit;
    auto* purpose = child<CommittedText>(kit.part, u"charterPurpose"_s);
    retype(purpose, u"Half"_s);
    kit.view.draft.charter.effort = "A day a month";
    kit.part.showDraft(kit.view);
    CHECK(purpose->toPlainText() == u"Half"_s);
    CHECK(child<CommittedText>(kit.part, u"charterEffort"_s)->toPlainText() == u"A day a month"_s);
    QTest::keyClick(purpose, Qt::Key_Escape);
    CHECK(purpose->toPlainText() == u"Renewals"_s);
    CHECK(kit.drafts.empty());

    kit.part.showDraft(kit.book.view("enterprise", false));
    retype(purpose, u"Other"_s);
    QTest::keyClick(purpose, Qt::Key_Tab);
    CHECK(purpose->toPlainText() == u"Renewals"_s);
    CHECK_FALSE(child<QWidget>(kit.part, u"reviewMonths"_s)->isEnabled());
    CHECK(kit.drafts.empty());
}
