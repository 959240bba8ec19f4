// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/audit.h"
#include "core/book/edits.h"
#include "core/store/journal.h"
#include "core/wording/audit_sentence.h"
#include "tests/core/book/test_book.h"
#include "tests/core/store/local_zone.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

namespace {

const Day today = day("2026-03-31");

struct Audited {
    InEnglish english;
    TestBook test;
    AccountId first = test.addAccount(u"A\"1"_s);
    AccountId second = test.addAccount(u"A2"_s);

    AuditPage page(const AuditQuestion& question = {}) {
        auto read = readAudit(test.book(), question);
        REQUIRE(read);
        return *read;
    }
    std::size_t count(const AuditQuestion& question) { return page(question).entries.size(); }
    /// Of an edit and of its way back.
    std::pair<std::string, std::string> sentences(const Edit& edit) {
        const Applied applied = test.apply(edit);
        (void)test.apply(applied.inverse);
        const AuditPage newest = page({.most = 2});
        const auto snapshot = test.snapshot();
        return {wording::auditSentence(*snapshot, newest.entries.at(1), today).toStdString(),
                wording::auditSentence(*snapshot, newest.entries.at(0), today).toStdString()};
    }
};

} // namespace

TEST_CASE("readAudit") {
    Audited kit;
    const auto note = [&](AccountId account, const QString& text) {
        return AddNote{.account = account, .day = today, .text = text};
    };
    (void)kit.test.apply(note(kit.first, u"She said \"no\" to 100% \\ c:\\temp 語🎉"_s));
    (void)apply(kit.test.book(), note(kit.second, u"Plain"_s), {.name = u"Ben_1"_s, .login = u"ben"_s})
        .value();
    (void)kit.test.apply(SetSavedView{.name = u"Mine"_s, .content = u"{}"_s});

    SECTION("newest first, with who, of which account, before and after") {
        const AuditPage page = kit.page();
        REQUIRE(page.entries.size() == 3);
        CHECK_FALSE(page.hasMore);
        CHECK(page.entries[0].what == "set_saved_view");
        CHECK(page.entries[0].accountKey.empty());
        CHECK(page.entries[1].person == "Ben_1");
        CHECK(page.entries[2].accountKey == "A\"1");
        CHECK(page.entries[2].account == kit.first);
        CHECK(page.entries[2].before.empty());
        CHECK_FALSE(page.entries[2].after.empty());
    }
    SECTION("narrowed by account, person and words, however they are typed") {
        CHECK(kit.count({.account = kit.first}) == 1);
        CHECK(kit.count({.person = u"ben"_s}) == 1);
        CHECK(kit.count({.person = u"n_1"_s}) == 1);
        CHECK(kit.count({.person = u"s_T"_s}) == 0);
        for (const QString& text : {u"\"no\""_s, u"100%"_s, u"\\"_s, u"c:\\temp"_s, u"語"_s, u"🎉"_s}) {
            CAPTURE(text.toStdString());
            CHECK(kit.count({.text = text}) == 1);
        }
        CHECK(kit.count({.text = u"text"_s}) == 0); // the names of fields are no words of anybody
        CHECK(kit.count({.text = u"'; DROP TABLE journal; --"_s}) == 0);
        CHECK(kit.count({.text = QString(100'000, u'%')}) == 0);
    }
    SECTION("narrowed by days of the change") {
        const Day written = store::localDay(QString::fromStdString(kit.page().entries[0].at)).value();
        CHECK(kit.count({.from = written, .to = written + 1}) == 3);
        CHECK(kit.count({.from = written + 2}) == 0);
        CHECK(kit.count({.to = written - 1}) == 0);
    }
    SECTION("narrowed by the days it was here, whatever the zone") {
        REQUIRE(kit.test.book().database().query(
            u"UPDATE journal SET at = CASE id WHEN 1 THEN '2026-03-30T10:59:59Z' ELSE '2026-03-30T11:00:00Z' END"_s));
        const LocalZone zone("XYZ-13");
        CHECK(kit.count({.from = day("2026-03-30"), .to = day("2026-03-30")}) == 1);
        CHECK(kit.count({.from = day("2026-03-31"), .to = day("2026-03-31")}) == 2);
        CHECK(kit.count({.to = day("2026-03-29")}) == 0);
    }
    SECTION("page by page") {
        std::vector<std::int64_t> ids;
        AuditQuestion question{.most = 2};
        bool hasMore = true;
        while (hasMore) {
            const AuditPage page = kit.page(question);
            for (const AuditEntry& entry : page.entries) {
                ids.push_back(entry.id);
            }
            question.before = ids.back();
            hasMore = page.hasMore;
        }
        CHECK(ids == std::vector<std::int64_t>{3, 2, 1});
    }
}

TEST_CASE("auditSentence says what changed, and that it was taken back") {
    Audited kit;
    using Pair = std::pair<std::string, std::string>;
    CHECK(kit.sentences(SetMeasurement{.account = kit.first,
                                       .metric = kit.test.metric("logins"),
                                       .day = day("2026-03-05"),
                                       .value = 12,
                                       .note = {}}) ==
          Pair{"logins on 5 Mar set to 12", "logins on 5 Mar: 12 taken away"});
    CHECK(kit.sentences(SetAttribute{
              .account = kit.first, .key = u"segment"_s, .from = day("2026-03-05"), .value = u"Big"_s}) ==
          Pair{"Segment set to Big from 5 Mar on", "Segment no longer Big from 5 Mar on"});
    CHECK(kit.sentences(AddNote{.account = kit.first, .day = today, .text = u"Hello\nyou"_s}) ==
          Pair{"Note added: Hello you", "Note removed: Hello you"});
    CHECK(kit.sentences(SetContact{
              .account = kit.first,
              .facts = ContactFacts{.name = u"Eva"_s, .role = ContactRole::Sponsor, .cameOn = today}}) ==
          Pair{"Contact added: Eva, sponsor", "Contact removed: Eva, sponsor"});
    CHECK(kit.sentences(SetAction{.account = kit.first,
                                  .facts = ActionFacts{.title = u"Call"_s, .createdOn = today}}) ==
          Pair{"Action added: Call", "Action removed: Call"});
    CHECK(kit.sentences(SetOutcome{.account = kit.first,
                                   .day = day("2026-03-05"),
                                   .kind = OutcomeKind::Churned,
                                   .facts = OutcomeFacts{}}) ==
          Pair{"Outcome stated: churned on 5 Mar", "Outcome taken away: churned on 5 Mar"});
    CHECK(kit.sentences(SetReviewed{.account = kit.first, .day = day("2026-03-05"), .reasons = 1}) ==
          Pair{"Reviewed on 5 Mar", "Review of 5 Mar taken back"});

    const ActionFacts open{.title = u"Call"_s, .createdOn = today};
    const Applied added = kit.test.apply(SetAction{.account = kit.first, .facts = open});
    SetAction drop{.account = kit.first, .action = std::get<SetAction>(added.inverse).action, .facts = open};
    drop.facts->status = ActionStatus::Dropped;
    drop.facts->closedOn = today;
    drop.facts->closeReason = u"No need"_s;
    CHECK(kit.sentences(drop) == Pair{"Action dropped: Call: \"No need\"", "Action opened again: Call"});

    AuditEntry unknown;
    unknown.what = "of_a_newer_program";
    CHECK(wording::auditSentence(*kit.test.snapshot(), unknown, today) == u"of a newer program"_s);
}
