// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept where two people change one thing.
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"
#include "ui/pages/account/merge_typed.h"

using namespace Qt::StringLiterals;

namespace hb::pages {

using test::day;

TEST_CASE("What is typed over an action that others change") {
    const book::ActionFacts before{
        .title = u"Call"_s, .owner = u"Ana"_s, .due = day("2026-04-03"), .createdOn = day("2026-03-01")};
    book::ActionFacts typed = before, now = before;

    SECTION("is kept field by field: what was not touched is as the book has it") {
        typed.title = u"Visit"_s;
        now.due = day("2026-05-01");
        now.metric = u"nps"_s;
        const book::ActionFacts kept = mergedAction(before, typed, now);
        CHECK(kept.title == u"Visit"_s);
        CHECK(kept.due == day("2026-05-01"));
        CHECK(kept.metric == u"nps"_s);
        CHECK(kept.owner == u"Ana"_s);
        CHECK(kept.createdOn == day("2026-03-01"));
    }
    SECTION("is the person's where both changed it, emptied fields too") {
        typed.owner = u"Ben"_s;
        typed.due.reset();
        now.owner = u"Zoe"_s;
        now.due = day("2026-05-01");
        const book::ActionFacts kept = mergedAction(before, typed, now);
        CHECK(kept.owner == u"Ben"_s);
        CHECK_FALSE(kept.due.has_value());
    }
    SECTION("leaves closed what was closed meanwhile, with its day and reason") {
        typed.title = u"Visit"_s;
        now.status = ActionStatus::Dropped;
        now.closedOn = day("2026-03-20");
        now.closeReason = u"Too early"_s;
        const book::ActionFacts kept = mergedAction(before, typed, now);
        CHECK(kept.status == ActionStatus::Dropped);
        CHECK(kept.closedOn == day("2026-03-20"));
        CHECK(kept.closeReason == u"Too early"_s);
        CHECK(kept.title == u"Visit"_s);
    }
}

TEST_CASE("What is typed over a contact that others change") {
    const book::ContactFacts before{
        .name = u"Marta"_s, .role = ContactRole::User, .cameOn = day("2026-01-01")};
    book::ContactFacts typed = before, now = before;
    typed.email = u"marta@contoso.com"_s;
    typed.role = ContactRole::Sponsor;
    now.role = ContactRole::Champion;
    now.note = u"Likes charts"_s;
    now.leftOn = day("2026-03-01");
    const book::ContactFacts kept = mergedContact(before, typed, now);
    CHECK(kept.email == u"marta@contoso.com"_s);
    CHECK(kept.role == ContactRole::Sponsor);
    CHECK(kept.note == u"Likes charts"_s);
    CHECK(kept.leftOn == day("2026-03-01"));
    CHECK(kept.name == u"Marta"_s);
}

} // namespace hb::pages
