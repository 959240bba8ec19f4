// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/edits.h"
#include "core/book/import_into_book.h"
#include "core/book/search_book.h"
#include "core/book/timeline.h"
#include "core/wording/timeline_sentence.h"
#include "tests/core/book/test_book.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QFile>

#include <algorithm>

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

namespace {

const Day today = day("2026-03-31");

struct Living {
    InEnglish english;
    TestBook test;
    AccountId id = test.addAccount(u"A1"_s);

    std::vector<TimelineItem> items(Day until = today) {
        auto read = timelineOf(test.book(), *test.snapshot(), 0, until);
        REQUIRE(read);
        return *read;
    }
    /// The sentences of the items that are no import, newest first.
    std::vector<std::string> sentences(Day until = today) {
        std::vector<std::string> all;
        const auto snapshot = test.snapshot();
        for (const TimelineItem& item : items(until)) {
            if (item.kind != TimelineKind::Import) {
                all.push_back(toIsoText(item.day) + ' ' +
                              wording::timelineSentence(*snapshot, item, today).toStdString());
            }
        }
        return all;
    }
    std::string newest(Day until = today) {
        const std::vector<std::string> all = sentences(until);
        return all.empty() ? std::string() : all.front();
    }
    void import(ImportKind kind, const char* name, const QByteArray& content, Day date) {
        QFile file(test.filePath(QString::fromLatin1(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        ImportRequest request;
        request.kind = kind;
        request.files = {file.fileName()};
        request.date = date;
        request.source = u"CRM"_s;
        REQUIRE(importIntoBook(test.book(), request, tester()));
    }
};

AddOverride overridden(AccountId account) {
    return {.account = account,
            .target = OverrideTarget::Metric,
            .key = u"logins"_s,
            .score = 80,
            .first = day("2026-03-01"),
            .last = day("2026-03-20"),
            .enteredOn = day("2026-03-01"),
            .reason = u"migration"_s};
}

} // namespace

TEST_CASE("timelineOf: what people write down") {
    Living kit;
    const Day when = day("2026-03-05");

    SECTION("a note by its first line, with its kind, author and pin") {
        const Applied added = kit.test.apply(AddNote{.account = kit.id,
                                                     .day = when,
                                                     .text = u"\n  Talked to Eva\nLong story"_s,
                                                     .kind = NoteKind::Call});
        const NoteId note = std::get<RemoveNote>(added.inverse).note;
        (void)kit.test.apply(PinNote{.note = note});
        CHECK(kit.newest() == "2026-03-05 Call: Talked to Eva");
        const TimelineItem item = kit.items().front();
        CHECK(item.isPinned);
        CHECK(item.note == note);
        CHECK(item.person == tester().name.toStdString());
        CHECK(item.text == "\n  Talked to Eva\nLong story");
    }
    SECTION("a level set by hand, by its label") {
        (void)kit.test.apply(SetMeasurement{.account = kit.id,
                                            .metric = kit.test.metric("sentiment"),
                                            .day = when,
                                            .value = 2,
                                            .note = u"calm again"_s});
        CHECK(kit.newest() == "2026-03-05 sentiment set to Fine: \"calm again\"");
    }
    SECTION("an override runs out by itself") {
        (void)kit.test.apply(overridden(kit.id));
        CHECK(kit.sentences() ==
              std::vector<std::string>{"2026-03-21 logins: the override with 80 ran out",
                                       "2026-03-01 logins overridden with 80 until 20 Mar: \"migration\""});
        CHECK(kit.sentences(day("2026-03-20")).size() == 1); // nothing after the day
    }
    SECTION("an override is ended by somebody, until that is undone") {
        const Applied added = kit.test.apply(overridden(kit.id));
        const OverrideId id = std::get<RemoveOverride>(added.inverse).override;
        const Applied ended = kit.test.apply(SetOverrideEnd{.override = id, .last = day("2026-03-09")});
        CHECK(kit.newest() == "2026-03-10 logins: the override with 80 was ended");
        CHECK(kit.items().front().person == tester().name.toStdString());
        (void)kit.test.apply(ended.inverse);
        CHECK(kit.newest() == "2026-03-21 logins: the override with 80 ran out");
        CHECK(kit.items().front().person.empty());
    }
    SECTION("an action is planned and closed") {
        ActionFacts facts{
            .title = u"Show the export"_s, .owner = u"Ann"_s, .due = day("2026-03-20"), .createdOn = when};
        const Applied added = kit.test.apply(SetAction{.account = kit.id, .facts = facts});
        CHECK(kit.newest() == "2026-03-05 Next step: Show the export (Ann), due 20 Mar");
        facts.status = ActionStatus::Dropped;
        facts.closedOn = day("2026-03-12");
        facts.closeReason = u"They found it"_s;
        const ActionId action = std::get<SetAction>(added.inverse).action;
        (void)apply(kit.test.book(),
                    SetAction{.account = kit.id, .action = action, .facts = facts},
                    {.name = u"Ben"_s, .login = u"ben"_s})
            .value();
        CHECK(kit.newest() == "2026-03-12 Dropped: Show the export: \"They found it\"");
        CHECK(kit.items().front().person == "Ben");
        CHECK(kit.items().front().action == action);
    }
    SECTION("a contact comes and leaves, and the attribute with a champion") {
        (void)kit.test.apply(SetContact{.account = kit.id,
                                        .facts = ContactFacts{.name = u"Eva"_s,
                                                              .role = ContactRole::Champion,
                                                              .cameOn = when,
                                                              .leftOn = day("2026-03-20")}});
        std::vector<std::string> all = kit.sentences();
        std::ranges::sort(all);
        CHECK(all == std::vector<std::string>{"2026-03-05 Champion set to active",
                                              "2026-03-05 Eva is there, champion",
                                              "2026-03-20 Champion changed from active to left",
                                              "2026-03-20 Eva left, champion"});
    }
    SECTION("an outcome by hand can be told from one of a file") {
        (void)kit.test.apply(
            SetOutcome{.account = kit.id,
                       .day = when,
                       .kind = OutcomeKind::Downgraded,
                       .facts = OutcomeFacts{.arrChangeCents = -12'000'00, .reason = u"Price"_s}});
        CHECK(kit.newest() == "2026-03-05 Downgraded, −$12k: \"Price\"");
        CHECK(kit.items().front().isByHand);
    }
}

TEST_CASE("timelineOf: what files and the scorecard changed") {
    Living kit;
    kit.import(ImportKind::Accounts,
               "crm.csv",
               "account_id,name,segment,renewal_date\nA1,Name of A1,Enterprise,2026-05-03\n",
               day("2026-03-02"));
    kit.import(ImportKind::Measurements,
               "usage.csv",
               "account_id,metric,date,value\nA1,logins,2026-03-02,5\nA1,logins,2026-03-09,6\n",
               today);
    kit.import(ImportKind::Outcomes, "out.csv", "account_id,date,outcome\nA1,2026-03-04,renewed\n", today);

    SECTION("attributes say from what to what, and only what changed") {
        const std::vector<std::string> all = kit.sentences();
        CHECK(std::ranges::find(all, "2026-03-02 Segment changed from SMB to Enterprise") != all.end());
        CHECK(std::ranges::none_of(all, [](const std::string& each) {
            return each.find("Name ") != std::string::npos || each.find("Renewal") != std::string::npos;
        })); // the same name again; the first renewal date that was ever stated
        CHECK(std::ranges::find(all, "2026-03-04 Renewed") != all.end());
    }
    SECTION("an import is one item a run, with what it stated") {
        std::vector<std::string> imports;
        const auto snapshot = kit.test.snapshot();
        for (const TimelineItem& item : kit.items(lastDay)) {
            if (item.kind == TimelineKind::Import && item.text == "CRM") {
                imports.push_back(wording::timelineSentence(*snapshot, item, today).toStdString());
                CHECK(item.run.isValid());
                CHECK_FALSE(item.isByHand);
            }
        }
        std::ranges::sort(imports);
        CHECK(imports == std::vector<std::string>{"crm.csv: 2 values (CRM)",
                                                  "out.csv: 1 value (CRM)",
                                                  "usage.csv: 2 values (CRM)"});
    }
    SECTION("an import that is undone is gone") {
        const std::vector<RunRow> runs = importRuns(kit.test.book()).value();
        for (const RunRow& run : runs) {
            if (run.source == u"CRM"_s) {
                REQUIRE(undoRun(kit.test.book(), run.run, false, tester()));
            }
        }
        CHECK(kit.sentences().empty());
        CHECK(std::ranges::none_of(kit.items(lastDay),
                                   [](const TimelineItem& item) { return item.text == "CRM"; }));
    }
}

TEST_CASE("timelineOf: a version of its template, from its day on") {
    test::SnapshotBuilder builder;
    Living kit;
    auto changed = std::make_shared<Snapshot>(*kit.test.snapshot());
    Scorecard scorecard = *changed->scorecard;
    TemplateVersion second = scorecard.templates[0].versions[0];
    second.number = 2;
    second.effectiveFrom = day("2026-02-01");
    second.reason = "Usage tells more";
    scorecard.templates[0].versions.push_back(second);
    changed->scorecard = std::make_shared<const Scorecard>(scorecard);
    const auto items = timelineOf(kit.test.book(), *changed, 0, today);
    REQUIRE(items);
    const auto version = std::ranges::find(*items, TimelineKind::Version, &TimelineItem::kind);
    REQUIRE(version != items->end());
    CHECK(version->day == day("2026-02-01"));
    CHECK(wording::timelineSentence(*changed, *version, today) ==
          u"Scored by default v2 from here on: \"Usage tells more\""_s);
}

TEST_CASE("timelineOf: accounts that were merged, and taken apart again") {
    Living kit;
    const AccountId other = kit.test.addAccount(u"B2"_s);
    const auto mergesOf = [&kit](const char* key) {
        const auto snapshot = kit.test.snapshot();
        auto items =
            timelineOf(kit.test.book(), *snapshot, snapshot->findAccount(key).value(), lastDay).value();
        std::erase_if(items, [](const TimelineItem& item) { return item.kind != TimelineKind::Merge; });
        return items;
    };
    const Applied merged = kit.test.apply(MergeAccount{.account = other, .into = kit.id});
    CHECK(kit.newest(lastDay).ends_with(" B2 merged into A1"));
    REQUIRE(mergesOf("A1").size() == 1);
    CHECK(mergesOf("A1").front().person == tester().name.toStdString());
    (void)kit.test.apply(merged.inverse);
    CHECK(mergesOf("A1").empty());
    const std::vector<TimelineItem> both = mergesOf("B2");
    const auto snapshot = kit.test.snapshot();
    REQUIRE(both.size() == 2);
    CHECK(wording::timelineSentence(*snapshot, both[0], today) == u"B2 taken apart from A1 again"_s);
    CHECK(wording::timelineSentence(*snapshot, both[1], today) == u"B2 merged into A1"_s);
}

TEST_CASE("searchTimeline") {
    Living kit;
    const AccountId other = kit.test.addAccount(u"A2"_s);
    (void)kit.test.apply(
        AddNote{.account = kit.id, .day = day("2026-03-01"), .text = u"The export is late"_s});
    (void)kit.test.apply(AddNote{.account = other, .day = day("2026-03-02"), .text = u"Exports work"_s});
    (void)kit.test.apply(
        SetAction{.account = kit.id,
                  .facts = ActionFacts{.title = u"Ship the export"_s, .createdOn = day("2026-03-03")}});
    const auto found = [&](const QString& text, std::optional<AccountId> account = {}) {
        const auto items = searchTimeline(kit.test.book(), *kit.test.snapshot(), text, account);
        REQUIRE(items);
        return *items;
    };
    REQUIRE(found(u"export"_s).size() == 3);
    CHECK(found(u"export"_s)[0].kind == TimelineKind::ActionCreated);
    CHECK(found(u"export"_s)[1].account == other);
    CHECK(found(u"export"_s, kit.id).size() == 2);
    CHECK(found(u"\""_s).empty());
    CHECK(found(u"* OR NEAR("_s).empty());
    CHECK(found(QString()).empty());
}
