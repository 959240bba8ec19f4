// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/edits.h"
#include "core/book/search_book.h"
#include "core/store/hand_store.h"
#include "core/store/search_store.h"
#include "core/store/transaction.h"
#include "tests/core/book/test_book.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

namespace {

const Day when = day("2026-03-05");

struct Written {
    TestBook test;
    AccountId first = test.addAccount(u"A1"_s);
    AccountId second = test.addAccount(u"A2"_s);

    Written() {
        (void)test.apply(AddNote{.account = first, .day = when, .text = u"Intro\nthe **export** is late"_s});
        (void)test.apply(SetMeasurement{.account = second,
                                        .metric = test.metric("sentiment"),
                                        .day = when + 1,
                                        .value = 2,
                                        .note = u"Exports fail"_s});
        (void)test.apply(AddOverride{.account = first,
                                     .target = OverrideTarget::Overall,
                                     .key = {},
                                     .score = 80,
                                     .first = when + 2,
                                     .last = when + 9,
                                     .enteredOn = when + 2,
                                     .reason = u"They export by hand"_s});
        (void)test.apply(SetOutcome{.account = second,
                                    .day = when + 3,
                                    .kind = OutcomeKind::Churned,
                                    .facts = OutcomeFacts{.arrChangeCents = {}, .reason = u"No export"_s}});
        (void)test.apply(SetAction{.account = second,
                                   .facts = ActionFacts{.title = u"Ship the export"_s,
                                                        .createdOn = when + 4,
                                                        .status = ActionStatus::Done,
                                                        .closedOn = when + 5}});
        (void)test.apply(SetAction{.account = first,
                                   .facts = ActionFacts{.title = u"Offer a workshop"_s,
                                                        .createdOn = when,
                                                        .status = ActionStatus::Dropped,
                                                        .closedOn = when + 6,
                                                        .closeReason = u"The exporter came"_s}});
        (void)test.apply(SetContact{.account = first,
                                    .facts = ContactFacts{.name = u"Eva Exporter"_s,
                                                          .role = ContactRole::User,
                                                          .cameOn = when - 9,
                                                          .leftOn = when - 2}});
    }
    std::vector<TimelineItem> found(const QString& text) {
        const auto items = searchBook(test.book(), *test.snapshot(), text);
        REQUIRE(items);
        return *items;
    }
};

} // namespace

TEST_CASE("searchBook") {
    Written kit;

    SECTION("finds whatever people wrote, newest first, an item an entry") {
        std::vector<TimelineKind> kinds;
        for (const TimelineItem& item : kit.found(u"export"_s)) {
            kinds.push_back(item.kind);
        }
        CHECK(kinds == std::vector{TimelineKind::ActionClosed, // for its reason
                                   TimelineKind::ActionCreated,
                                   TimelineKind::Outcome,
                                   TimelineKind::OverrideEntered,
                                   TimelineKind::Value,
                                   TimelineKind::Note,
                                   TimelineKind::ContactCame});
    }
    SECTION("says of which account, by whom, and with which subject") {
        const TimelineItem value = kit.found(u"fail"_s).front();
        CHECK(value.account == kit.second);
        CHECK(value.subject == "sentiment");
        CHECK(value.person == tester().name.toStdString());
        CHECK(kit.found(u"no export"_s).front().isByHand);
    }
    SECTION("gives the line with the hit, cut around it") {
        CHECK(kit.found(u"late"_s).front().text == "the **export** is late");
        (void)kit.test.apply(AddNote{
            .account = kit.first, .day = when, .text = u"Intro\n"_s + QString(500'000, u'x') + u" needle"_s});
        const QString line = QString::fromStdString(kit.found(u"needle"_s).front().text);
        CHECK(line.startsWith(u'…'));
        CHECK(line.endsWith(u" needle"_s));
        CHECK(line.size() < 700);
    }
    SECTION("of very many values gives those written last") {
        store::Database& database = kit.test.book().database();
        {
            auto transaction = store::Transaction::begin(database);
            REQUIRE(transaction);
            const auto person = store::personId(database, tester().name, tester().login);
            REQUIRE(person);
            for (int number = 0; number < store::mostFound + 2; ++number) {
                REQUIRE(store::writeHandValue(database,
                                              {.account = kit.first,
                                               .metric = kit.test.metric("logins"),
                                               .day = when - number,
                                               .value = 1,
                                               .note = u"crowd"_s,
                                               .person = *person,
                                               .author = {},
                                               .at = u"2026-03-05T10:%1"_s.arg(1000 + number)}));
            }
            REQUIRE(transaction->commit());
        }
        const std::vector<TimelineItem> found = kit.found(u"crowd"_s);
        CHECK(found.size() == static_cast<std::size_t>(store::mostFound));
        CHECK(std::ranges::count(found, when, &TimelineItem::day) == 0); // written first
    }
    SECTION("follows undo, and is safe for whatever is typed") {
        const Applied added =
            kit.test.apply(AddNote{.account = kit.first, .day = when, .text = u"語 \"quoted\" 🎉"_s});
        CHECK(kit.found(u"🎉 \"quoted\""_s).size() == 1);
        (void)kit.test.apply(added.inverse);
        CHECK(kit.found(u"🎉"_s).empty());
        for (const QString& typed : {QString(), u" "_s, u"\""_s, u"NEAR("_s, u"'; DROP TABLE note; --"_s}) {
            CHECK(kit.found(typed).empty());
        }
    }
}

TEST_CASE("searchTimeline finds why a level was set, a score overridden, an account left") {
    Written kit;
    const auto of = [&](AccountId account) {
        return searchTimeline(kit.test.book(), *kit.test.snapshot(), u"export"_s, account)->size();
    };
    CHECK(of(kit.first) ==
          7); // the note, the override and its end, the action and its end, the contact and hers
    CHECK(of(kit.second) == 4); // the level, the outcome, the action and its end
}
