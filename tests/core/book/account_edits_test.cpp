// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/check_edit.h"
#include "core/book/import_into_book.h"
#include "core/book/upkeep.h"
#include "core/wording/error_sentence.h"
#include "tests/core/book/test_book.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QFile>

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

namespace {

struct AccountKit {
    TestBook test;
    AccountId id = test.addAccount(u"A1"_s);

    std::string championOn(const char* iso) {
        return std::string(test.snapshot()->attributeOn(0, attribute::champion, day(iso)));
    }
    std::string refused(const Edit& edit, ErrorCode code = ErrorCode::InvalidInput) {
        const std::string before = dump(test.book());
        const auto result = apply(test.book(), edit, tester());
        REQUIRE_FALSE(result);
        CHECK(result.error().code == code);
        CHECK(dump(test.book()) == before);
        return wording::errorSentence(result.error()).toStdString();
    }
    /// Applies an edit; undoes it, redoes it and undoes it again, and leaves the book as after the edit.
    Applied backAndForth(const Edit& edit) {
        const std::string before = dump(test.book()) + dump(*test.snapshot());
        Applied last = test.apply(edit);
        const std::string after = dump(test.book()) + dump(*test.snapshot());
        for (int times = 0; times < 2; ++times) {
            const Applied undone = test.apply(last.inverse);
            CHECK(dump(test.book()) + dump(*test.snapshot()) == before);
            last = test.apply(undone.inverse);
            CHECK(dump(test.book()) + dump(*test.snapshot()) == after);
        }
        CHECK(checkBook(test.book()).value().isEmpty());
        return last;
    }
};

ContactFacts champion(const QString& name, const char* came, std::optional<Day> left = {}) {
    return {.name = name,
            .role = ContactRole::Champion,
            .email = {},
            .note = {},
            .cameOn = day(came),
            .leftOn = left};
}

ActionFacts callThem() {
    return {.title = u"Call them"_s,
            .owner = u"Ann"_s,
            .due = day("2026-03-10"),
            .metric = u"logins"_s,
            .createdOn = day("2026-03-01"),
            .closedOn = {},
            .closeReason = {}};
}

} // namespace

TEST_CASE("Notes") {
    AccountKit kit;
    const auto add = [&](const QString& text) {
        return AddNote{.account = kit.id, .day = day("2026-03-01"), .text = text, .kind = NoteKind::Call};
    };
    const auto idOf = [](const Applied& added) { return std::get<RemoveNote>(added.inverse).note; };

    SECTION("have a kind and a pin, and change with an exact way back") {
        const NoteId note = idOf(kit.backAndForth(add(u"Talked to *Eva*"_s)));
        kit.backAndForth(PinNote{.note = note});
        kit.backAndForth(ChangeNote{.note = note, .text = u"Met Eva"_s, .kind = NoteKind::Meeting});
        const Note read = notesOf(kit.test.book(), kit.id).value().front();
        CHECK(read.kind == NoteKind::Meeting);
        CHECK(read.pinned);
        CHECK(read.text == u"Met Eva"_s);
        kit.backAndForth(RemoveNote{.note = note});
        CHECK(notesOf(kit.test.book(), kit.id).value().empty());
    }
    SECTION("are kept up to 1 MB of any script, and refused above") {
        for (const QString& unit : {u"x"_s, u"é"_s, u"語"_s, u"🎉"_s, u"ب"_s}) {
            const qsizetype most = longestText / unit.toUtf8().size();
            const QString text = unit.repeated(most);
            const Applied added = kit.test.apply(add(text));
            CHECK(notesOf(kit.test.book(), kit.id).value().front().text == text);
            (void)kit.test.apply(ChangeNote{.note = idOf(added), .text = text});
            CHECK(kit.refused(add(text + unit)) ==
                  "Could not add the note: found a text of 1.00 MB, expected a text of at most 1 MB.");
            kit.refused(ChangeNote{.note = idOf(added), .text = text + unit});
        }
    }
    SECTION("need words, and must be there") {
        const NoteId note = idOf(kit.test.apply(add(u"Words"_s)));
        kit.refused(add(u" \n"_s));
        kit.refused(ChangeNote{.note = note, .text = u" "_s});
        kit.refused(ChangeNote{.note = {99}, .text = u"x"_s}, ErrorCode::NotFound);
        kit.refused(PinNote{.note = {99}}, ErrorCode::NotFound);
    }
}

TEST_CASE("Contacts") {
    AccountKit kit;
    const auto set = [&](const ContactFacts& facts, ContactId contact = {}) {
        return SetContact{.account = kit.id, .contact = contact, .facts = facts};
    };
    const auto idOf = [](const Applied& applied) { return std::get<SetContact>(applied.inverse).contact; };

    SECTION("a champion who is there, leaves and comes back is an attribute, undo and redo included") {
        const Applied came = kit.backAndForth(set(champion(u"Eva"_s, "2026-01-10")));
        CHECK(came.changes.contacts);
        CHECK(came.changes.accounts);
        CHECK(kit.championOn("2026-01-10") == "active");
        kit.backAndForth(set(champion(u"Eva"_s, "2026-01-10", day("2026-03-01")), idOf(came)));
        CHECK(kit.championOn("2026-02-28") == "active");
        CHECK(kit.championOn("2026-03-01") == "left");
        kit.backAndForth(set(champion(u"Eva"_s, "2026-01-10", day("2026-03-15")), idOf(came)));
        CHECK(kit.championOn("2026-03-01") == "active");
        CHECK(kit.championOn("2026-03-15") == "left");
        kit.backAndForth(set(champion(u"Eva"_s, "2026-01-10"), idOf(came)));
        CHECK(kit.championOn("2026-03-31") == "active");
    }
    SECTION("a champion who left and is there again is so from that day on, and had left before") {
        const ContactId eva = idOf(kit.test.apply(set(champion(u"Eva"_s, "2026-01-10", day("2026-03-01")))));
        const Applied back = kit.backAndForth(set(champion(u"Eva"_s, "2026-03-20"), eva));
        CHECK(back.changes.accounts);
        CHECK(kit.championOn("2026-02-28") == "active");
        CHECK(kit.championOn("2026-03-01") == "left");
        CHECK(kit.championOn("2026-03-19") == "left");
        CHECK(kit.championOn("2026-03-20") == "active");
        CHECK(contactsOf(kit.test.book(), kit.id)->size() == 2);
        kit.backAndForth(set(champion(u"Eva"_s, "2026-03-20", day("2026-03-25")), idOf(back)));
        CHECK(kit.championOn("2026-03-24") == "active");
        CHECK(kit.championOn("2026-03-25") == "left");
    }
    SECTION("undo of a leaving before the day of coming is no second coming") {
        const ContactId eva = idOf(kit.test.apply(set(champion(u"Eva"_s, "2026-03-10"))));
        kit.backAndForth(set(champion(u"Eva"_s, "2026-03-10", day("2026-03-01")), eva));
        CHECK(contactsOf(kit.test.book(), kit.id)->size() == 1);
    }
    SECTION("one of two champions who leaves leaves one") {
        const ContactId eva = idOf(kit.test.apply(set(champion(u"Eva"_s, "2026-01-10"))));
        const ContactId bob = idOf(kit.test.apply(set(champion(u"Bob"_s, "2026-02-10"))));
        const Applied left = kit.backAndForth(set(champion(u"Eva"_s, "2026-01-10", day("2026-03-01")), eva));
        CHECK_FALSE(left.changes.accounts);
        CHECK(kit.championOn("2026-03-31") == "active");
        kit.backAndForth(set(champion(u"Bob"_s, "2026-02-10", day("2026-03-20")), bob));
        CHECK(kit.championOn("2026-03-19") == "active");
        CHECK(kit.championOn("2026-03-20") == "left");
    }
    SECTION("one who is heard of only after leaving had left by then") {
        kit.backAndForth(set(champion(u"Eva"_s, "2026-03-10", day("2026-03-01"))));
        const Contact eva = contactsOf(kit.test.book(), kit.id).value().front();
        CHECK(eva.facts.cameOn == day("2026-03-01"));
        CHECK(kit.championOn("2026-03-01") == "left");
    }
    SECTION("one who is removed, or is no champion after all, has not left") {
        const ContactId eva = idOf(kit.test.apply(set(champion(u"Eva"_s, "2026-01-10", day("2026-03-01")))));
        REQUIRE(kit.championOn("2026-03-31") == "left");
        ContactFacts user = champion(u"Eva"_s, "2026-01-10", day("2026-03-01"));
        user.role = ContactRole::User;
        kit.backAndForth(set(user, eva));
        CHECK(kit.championOn("2026-03-31").empty());
        kit.backAndForth(set(champion(u"Eva"_s, "2026-01-10", day("2026-03-01")), eva));
        CHECK(kit.championOn("2026-03-31") == "left");
        kit.backAndForth(SetContact{.account = kit.id, .contact = eva, .facts = {}});
        CHECK(kit.championOn("2026-03-31").empty());
        CHECK(kit.championOn("2026-02-01").empty());
    }
    SECTION("others state nothing") {
        ContactFacts user = champion(u"Uma"_s, "2026-01-01");
        user.role = ContactRole::User;
        const Applied added = kit.backAndForth(set(user));
        CHECK_FALSE(added.changes.accounts);
        CHECK(kit.championOn("2026-03-31").empty());
        kit.backAndForth(SetContact{.account = kit.id, .contact = idOf(added), .facts = {}});
        CHECK(contactsOf(kit.test.book(), kit.id).value().empty());
    }
    SECTION("an import of the attribute stays underneath, and undo shows it again") {
        (void)kit.test.apply(SetAttribute{
            .account = kit.id, .key = u"champion"_s, .from = day("2025-06-01"), .value = u"here"_s});
        const Applied left = kit.backAndForth(set(champion(u"Eva"_s, "2026-03-01", day("2026-03-01"))));
        CHECK(kit.championOn("2026-03-01") == "left");
        (void)kit.test.apply(left.inverse);
        CHECK(kit.championOn("2026-03-01") == "here");
    }
    SECTION("those who are there stand first") {
        (void)kit.test.apply(set(champion(u"Gone"_s, "2026-01-01", day("2026-02-01"))));
        ContactFacts sponsor = champion(u"Sam"_s, "2026-01-01");
        sponsor.role = ContactRole::Sponsor;
        (void)kit.test.apply(set(sponsor));
        (void)kit.test.apply(set(champion(u"Eva"_s, "2026-01-01")));
        QStringList names;
        const std::vector<Contact> contacts = contactsOf(kit.test.book(), kit.id).value();
        for (const Contact& each : contacts) {
            names.push_back(each.facts.name);
        }
        CHECK(names == QStringList{u"Eva"_s, u"Sam"_s, u"Gone"_s});
    }
    SECTION("refused are those without name, of another account, or gone") {
        const AccountId other = kit.test.addAccount(u"A2"_s);
        const ContactId eva = idOf(kit.test.apply(set(champion(u"Eva"_s, "2026-01-10"))));
        kit.refused(set(champion(u" "_s, "2026-01-10")));
        kit.refused(SetContact{.account = other, .contact = eva, .facts = {}}, ErrorCode::NotFound);
        kit.refused(set(champion(u"Eva"_s, "2026-01-10"), {99}), ErrorCode::NotFound);
        kit.refused(SetContact{.account = kit.id}, ErrorCode::NotFound);
        ContactFacts far = champion(u"Eva"_s, "2026-01-10");
        far.leftOn = lastDay + 1;
        kit.refused(set(far));
    }
}

TEST_CASE("Actions") {
    AccountKit kit;
    const auto set = [&](const ActionFacts& facts, ActionId action = {}) {
        return SetAction{.account = kit.id, .action = action, .facts = facts};
    };

    SECTION("are planned, closed, removed and come back, and the snapshot follows") {
        const auto before = kit.test.snapshot();
        const Applied added = kit.backAndForth(set(callThem()));
        CHECK(added.changes.actions);
        const auto patched = patchSnapshot(kit.test.book(), before, added.changes);
        REQUIRE(patched);
        REQUIRE((*patched)->actionsOf(0).size() == 1);
        const Action action = (*patched)->actionsOf(0).front();
        CHECK(action.title == "Call them");
        CHECK(action.isOverdueOn(day("2026-03-11")));
        CHECK((*patched)->scorecard == before->scorecard); // shared: nothing else was read again

        ActionFacts dropped = factsOf(action);
        dropped.status = ActionStatus::Dropped;
        dropped.closedOn = day("2026-03-12");
        dropped.closeReason = u"They called us"_s;
        kit.backAndForth(set(dropped, action.id));
        CHECK_FALSE(kit.test.snapshot()->actions.front().isOpenOn(day("2026-03-12")));
        CHECK(kit.test.snapshot()->actions.front().isOpenOn(day("2026-03-11")));
        kit.backAndForth(SetAction{.account = kit.id, .action = action.id, .facts = {}});
        CHECK(kit.test.snapshot()->actions.empty());
    }
    SECTION("refused is what cannot be") {
        const auto refused = [&](auto change) {
            ActionFacts facts = callThem();
            change(facts);
            return kit.refused(set(facts));
        };
        refused([](ActionFacts& facts) { facts.title = u"\t"_s; });
        refused([](ActionFacts& facts) { facts.metric = u"nothing"_s; });
        refused([](ActionFacts& facts) { facts.closedOn = facts.createdOn; });
        refused([](ActionFacts& facts) { facts.status = ActionStatus::Done; });
        refused([](ActionFacts& facts) {
            facts.status = ActionStatus::Done;
            facts.closedOn = facts.createdOn - 1;
        });
        CHECK(refused([](ActionFacts& facts) {
                  facts.status = ActionStatus::Dropped;
                  facts.closedOn = facts.createdOn;
              }) == "Could not keep the action: expected is a reason why it was dropped.");
        kit.refused(set(callThem(), {99}), ErrorCode::NotFound);
        SetAction elsewhere = set(callThem());
        elsewhere.account = {99};
        kit.refused(elsewhere, ErrorCode::NotFound);
    }
}

TEST_CASE("Outcomes by hand") {
    AccountKit kit;
    const SetOutcome churn{.account = kit.id,
                           .day = day("2026-03-01"),
                           .kind = OutcomeKind::Churned,
                           .facts = OutcomeFacts{.arrChangeCents = -12'000'00, .reason = u"Price"_s}};

    SECTION("are stated, corrected and taken away exactly") {
        const auto before = kit.test.snapshot();
        const Applied stated = kit.backAndForth(churn);
        CHECK(stated.changes.outcomes);
        const auto patched = patchSnapshot(kit.test.book(), before, stated.changes).value();
        CHECK(patched->isChurned(0, day("2026-03-01")));
        CHECK_FALSE(patched->isChurned(0, day("2026-02-28")));
        SetOutcome corrected = churn;
        corrected.facts->reason = u"Product"_s;
        kit.backAndForth(corrected);
        REQUIRE(kit.test.snapshot()->outcomes.size() == 1);
        CHECK(kit.test.snapshot()->outcomes[0].reason == "Product");
        SetOutcome away = churn;
        away.facts = std::nullopt;
        kit.backAndForth(away);
        CHECK(kit.test.snapshot()->outcomes[0].reason == "Price");
        (void)kit.test.apply(away);
        CHECK(kit.test.snapshot()->outcomes.empty());
        kit.refused(away, ErrorCode::NotFound);
    }
    SECTION("stand over what a file says, which stays underneath") {
        const QString path = kit.test.filePath(u"outcomes.csv"_s);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("account_id,date,outcome,arr_change,reason\nA1,2026-03-01,churned,-9000,Merger\n");
        file.close();
        ImportRequest request;
        request.kind = ImportKind::Outcomes;
        request.files = {path};
        REQUIRE(importIntoBook(kit.test.book(), request, tester()));
        const Applied stated = kit.backAndForth(churn);
        CHECK(kit.test.snapshot()->outcomes[0].reason == "Price");
        (void)kit.test.apply(stated.inverse);
        CHECK(kit.test.snapshot()->outcomes[0].reason == "Merger");
        SetOutcome away = churn;
        away.facts = std::nullopt;
        CHECK(kit.refused(away, ErrorCode::NotFound).ends_with("A file states it: undo that import."));
    }
    SECTION("refused are days and amounts that no file could state") {
        SetOutcome far = churn;
        far.day = firstDay - 1;
        kit.refused(far);
        SetOutcome rich = churn;
        rich.facts->arrChangeCents = 100'000'000'000'000'000;
        kit.refused(rich);
    }
}
