// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/edits.h"
#include "core/book/metric_origin.h"
#include "core/book/upkeep.h"
#include "core/store/account_store.h"
#include "core/store/database.h"
#include "core/store/journal.h"
#include "core/store/run_store.h"
#include "core/store/transaction.h"
#include "tests/core/book/test_book.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <array>
#include <cmath>
#include <random>

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

namespace {

AddOverride overallOverride(AccountId account) {
    return {.account = account,
            .target = OverrideTarget::Overall,
            .key = {},
            .score = 42.5,
            .first = day("2026-03-01"),
            .last = day("2026-03-31"),
            .enteredOn = day("2026-03-01"),
            .reason = u"They told us"_s};
}

int journalRows(Book& book) {
    auto rows = book.database().query(u"SELECT count(*) FROM journal"_s);
    REQUIRE(rows);
    REQUIRE(rows->next());
    return rows->get<int>(0);
}

ErrorCode codeOf(TestBook& test, const Edit& edit) {
    const std::string before = dump(test.book());
    const int journal = journalRows(test.book());
    const auto refused = apply(test.book(), edit, tester());
    REQUIRE_FALSE(refused);
    CHECK(dump(test.book()) == before);
    CHECK(journalRows(test.book()) == journal);
    return refused.error().code;
}

/// What an import of accounts says, as the only row of its run.
void importAttribute(TestBook& test, AccountId account, Day from, const QString& key, const QString& value) {
    store::Database& database = test.book().database();
    auto transaction = store::Transaction::begin(database);
    REQUIRE(transaction);
    const auto person = store::personId(database, tester().name, tester().login);
    const auto run = store::insertRun(database,
                                      {.kind = store::RunKind::Accounts,
                                       .person = *person,
                                       .source = {},
                                       .file = {},
                                       .effectiveDay = from});
    REQUIRE(run);
    auto writer = store::AccountWriter::prepare(database);
    REQUIRE(writer);
    REQUIRE(writer->state(
        account, *run, 1, from, std::array{store::StatedAttribute{.key = key, .value = value}}));
    REQUIRE(transaction->commit());
}

/// Edits as people and programs make them, valid or not.
class RandomEdits {
public:
    RandomEdits(TestBook& test, std::vector<AccountId> accounts, unsigned seed)
        : m_test(test), m_accounts(std::move(accounts)), m_random(seed) {}

    Edit next() {
        const AccountId account = m_accounts[pick(m_accounts.size())];
        const Day when = day("2026-01-01") + static_cast<int>(pick(5));
        const QString text = QString::number(pick(4));
        switch (pick(12)) {
        case 0:
        case 1:
            return SetMeasurement{.account = account,
                                  .metric = m_test.metric(pick(2) == 0 ? "logins" : "sentiment"),
                                  .day = when,
                                  .value = pick(3) == 0 ? std::nullopt : std::optional(1.0 + double(pick(3))),
                                  .note = text};
        case 2:
        case 3:
            return SetAttribute{.account = account,
                                .key = pick(2) == 0 ? u"owner"_s : u"segment"_s,
                                .from = when,
                                .value = pick(3) == 0 ? std::nullopt
                                                      : std::optional(pick(4) == 0 ? QString() : text)};
        case 4: {
            AddOverride edit = overallOverride(account);
            edit.score = double(pick(100));
            return edit;
        }
        case 5:
            return pick(2) == 0 ? Edit(RemoveOverride{.override = {std::int64_t(1 + pick(6))}})
                                : Edit(SetOverrideEnd{.override = {std::int64_t(1 + pick(6))},
                                                      .last = day("2026-03-02")});
        case 6:
            return pick(2) == 0 ? Edit(AddNote{.account = account, .day = when, .text = u"n"_s + text})
                                : Edit(RemoveNote{.note = {std::int64_t(1 + pick(6))}});
        case 7:
            return pick(2) == 0 ? Edit(PinNote{.note = {std::int64_t(1 + pick(6))}, .pinned = pick(2) == 0})
                                : Edit(ChangeNote{.note = {std::int64_t(1 + pick(6))},
                                                  .text = u"c"_s + text,
                                                  .kind = static_cast<NoteKind>(pick(5))});
        case 8:
            return SetContact{.account = account,
                              .contact = {std::int64_t(pick(5))},
                              .facts = pick(4) == 0 ? std::nullopt : std::optional(contact(when))};
        case 9:
            return SetAction{.account = account,
                             .action = {std::int64_t(pick(5))},
                             .facts = pick(4) == 0 ? std::nullopt : std::optional(action(when))};
        case 10:
            return SetOutcome{.account = account,
                              .day = when,
                              .kind = static_cast<OutcomeKind>(pick(4)),
                              .facts = pick(3) == 0
                                           ? std::nullopt
                                           : std::optional(OutcomeFacts{
                                                 .arrChangeCents = std::int64_t(pick(9)), .reason = text})};
        default:
            return pick(2) == 0
                       ? Edit(SetReviewed{.account = account,
                                          .day = when,
                                          .reasons = pick(3) == 0 ? std::nullopt
                                                                  : std::optional(std::uint32_t(pick(9)))})
                       : Edit(SetSavedView{.name = text, .content = pick(2) == 0 ? QString() : u"{}"_s});
        }
    }
    ContactFacts contact(Day when) {
        return {.name = u"Eva "_s + QString::number(pick(3)),
                .role = pick(3) == 0 ? ContactRole::User : ContactRole::Champion,
                .email = {},
                .note = {},
                .cameOn = when,
                .leftOn = pick(2) == 0 ? std::nullopt : std::optional(when + int(pick(4)))};
    }
    ActionFacts action(Day when) {
        const bool isOpen = pick(2) == 0;
        return {.title = u"Call"_s,
                .owner = {},
                .due = when + int(pick(4)),
                .metric = u"logins"_s,
                .createdOn = when,
                .status = isOpen ? ActionStatus::Open : ActionStatus::Dropped,
                .closedOn = isOpen ? std::nullopt : std::optional(when + 1),
                .closeReason = isOpen ? QString() : u"No need"_s};
    }
    std::size_t pick(std::size_t count) { return m_random() % count; }
    AccountId account() { return m_accounts[pick(m_accounts.size())]; }

private:
    TestBook& m_test;
    std::vector<AccountId> m_accounts;
    std::minstd_rand m_random;
};

} // namespace

TEST_CASE("apply and its inverse") {
    TestBook test;
    const AccountId account = test.addAccount(u"A1"_s);
    const MetricId logins = test.metric("logins");
    test.import(account, logins, {{day("2026-01-05"), 4}, {day("2026-01-12"), 5}});
    const std::string before = dump(test.book());
    const auto snapshotBefore = test.snapshot();

    SECTION("a value by hand stands over the imported one, which stays underneath") {
        const SetMeasurement edit{
            .account = account, .metric = logins, .day = day("2026-01-05"), .value = 9, .note = u"Seen"_s};
        const Applied applied = test.apply(edit);
        CHECK(applied.changes.measurements);
        CHECK(applied.changes.accountIds == std::vector{account});
        const auto after = test.snapshot();
        CHECK(after->series[0].of(0).values[0] == 9);
        CHECK(after->series[0].of(0).size() == 2);
        const auto origin = metricOrigin(test.book(), account, logins, day("2026-01-05"));
        REQUIRE(origin);
        REQUIRE(origin->byHand.size() == 1);
        CHECK(origin->byHand.front().importedValue == 4.0);
        CHECK(origin->byHand.front().author == tester().name);
        CHECK(origin->byHand.front().note == u"Seen"_s);
        CHECK(origin->import.has_value());
        (void)test.apply(applied.inverse);
        CHECK(dump(test.book()) == before);
        CHECK(dump(*test.snapshot()) == dump(*snapshotBefore));
    }

    SECTION("the inverse of an inverse is the edit, with its author and moment") {
        const std::vector<Edit> edits{
            SetMeasurement{
                .account = account, .metric = logins, .day = day("2026-02-01"), .value = 7, .note = u"n"_s},
            SetAttribute{.account = account, .key = u"owner"_s, .from = day("2026-02-01"), .value = u"Ann"_s},
            SetAttribute{.account = account, .key = u"segment"_s, .from = day("2024-02-01"), .value = u""_s},
            overallOverride(account),
            AddNote{
                .account = account, .day = day("2026-02-01"), .text = u"Called"_s, .kind = NoteKind::Call},
            SetContact{.account = account,
                       .facts = ContactFacts{.name = u"Eva"_s,
                                             .role = ContactRole::Champion,
                                             .email = u"eva@example.com"_s,
                                             .note = u"Loves it"_s,
                                             .cameOn = day("2026-01-01"),
                                             .leftOn = day("2026-02-01")}},
            SetAction{.account = account,
                      .facts = ActionFacts{.title = u"Call them"_s,
                                           .owner = u"Ann"_s,
                                           .due = day("2026-02-08"),
                                           .metric = u"logins"_s,
                                           .createdOn = day("2026-02-01"),
                                           .closedOn = {},
                                           .closeReason = {}}},
            SetOutcome{.account = account,
                       .day = day("2026-02-01"),
                       .kind = OutcomeKind::Expanded,
                       .facts = OutcomeFacts{.arrChangeCents = 500'000, .reason = u"More seats"_s}},
            SetReviewed{.account = account, .day = day("2026-02-01"), .reasons = 5},
            SetSavedView{.name = u"Mine"_s, .content = u"{\"a\":1}"_s},
            SetSettings{.settings = {.currency = "EUR",
                                     .seatsMetrics = {"logins"},
                                     .reasons = {},
                                     .shownAs = SchemeKind::Letters}},
        };
        for (const Edit& edit : edits) {
            const Applied first = test.apply(edit);
            const std::string after = dump(test.book());
            CHECK(after != before);
            const Person whoUndoes{.name = u"Other"_s, .login = u"o"_s};
            const Applied back = apply(test.book(), first.inverse, whoUndoes).value();
            CHECK(dump(test.book()) == before);
            const Applied again = apply(test.book(), back.inverse, whoUndoes).value();
            CHECK(dump(test.book()) == after);
            (void)apply(test.book(), again.inverse, whoUndoes).value();
            CHECK(dump(test.book()) == before);
        }
    }

    SECTION("every change is journaled with who, what, before and after") {
        const Applied applied =
            test.apply(SetReviewed{.account = account, .day = day("2026-01-06"), .reasons = 3});
        (void)test.apply(applied.inverse);
        auto rows = test.book().database().query(
            u"SELECT name, what, before, after FROM journal JOIN person ON person.id = person_id ORDER BY journal.id"_s);
        REQUIRE(rows);
        REQUIRE(rows->next());
        CHECK(rows->get<QString>(0) == tester().name);
        CHECK(rows->get<QString>(1) == u"set_reviewed"_s);
        CHECK(rows->get<QString>(2).isEmpty());
        const auto after = rows->get<QString>(3);
        CHECK(after.contains(u"2026-01-06"_s));
        REQUIRE(rows->next());
        CHECK(rows->get<QString>(2) == after);
        CHECK(rows->get<QString>(3).isEmpty());
    }

    SECTION("an override that comes back stands where it stood in the order of entry") {
        const Applied first = test.apply(overallOverride(account));
        AddOverride later = overallOverride(account);
        later.score = 10;
        (void)test.apply(later);
        const Applied removed = test.apply(first.inverse);
        (void)test.apply(removed.inverse);
        const auto overrides = test.snapshot()->overrides;
        REQUIRE(overrides.size() == 2);
        CHECK(overrides[0].score == 42.5);
        CHECK(overrides[1].score == 10);
    }

    SECTION("a statement by hand that comes back stands where it stood among imports") {
        const Day when = day("2026-02-01");
        const SetAttribute byHand{.account = account, .key = u"owner"_s, .from = when, .value = u"Ann"_s};
        (void)test.apply(byHand);
        importAttribute(test, account, when, u"owner"_s, u"Bob"_s);
        const auto owner = [&] { return std::string(test.snapshot()->attributeOn(0, "owner", when)); };
        CHECK(owner() == "Bob");
        const Applied taken =
            test.apply(SetAttribute{.account = account, .key = u"owner"_s, .from = when, .value = {}});
        CHECK(owner() == "Bob");
        (void)test.apply(taken.inverse);
        CHECK(owner() == "Bob"); // not Ann: the import came later
        CHECK(checkBook(test.book()).value().isEmpty());
    }
}

TEST_CASE("apply refuses") {
    TestBook test;
    const AccountId account = test.addAccount(u"A1"_s);
    const AccountId child = test.addAccount(u"A2"_s);
    const Day when = day("2026-03-01");
    const auto measured = [&](const char* metric, double value) {
        return SetMeasurement{
            .account = account, .metric = test.metric(metric), .day = when, .value = value, .note = {}};
    };
    const auto attributed = [&](const QString& key, const QString& value) {
        return SetAttribute{.account = account, .key = key, .from = when, .value = value};
    };

    SECTION("values that no metric takes") {
        CHECK(codeOf(test, measured("sentiment", 7)) == ErrorCode::InvalidInput);
        CHECK(codeOf(test, measured("login_change", 1)) == ErrorCode::InvalidInput);
        CHECK(codeOf(test, measured("logins", std::nan(""))) == ErrorCode::InvalidInput);
        SetMeasurement far = measured("logins", 1);
        far.day = lastDay + 1;
        CHECK(codeOf(test, far) == ErrorCode::InvalidInput);
    }
    SECTION("what is gone") {
        SetMeasurement nobody = measured("logins", 1);
        nobody.account = AccountId{99};
        CHECK(codeOf(test, nobody) == ErrorCode::NotFound);
        SetMeasurement nothing = measured("logins", 1);
        nothing.value = std::nullopt;
        CHECK(codeOf(test, nothing) == ErrorCode::NotFound);
        CHECK(codeOf(test, RemoveNote{.note = {5}}) == ErrorCode::NotFound);
        CHECK(codeOf(test, RemoveOverride{.override = {5}}) == ErrorCode::NotFound);
        CHECK(codeOf(test, SetAttribute{.account = account, .key = u"owner"_s, .from = when, .value = {}}) ==
              ErrorCode::NotFound);
    }
    SECTION("attributes that cannot be read as what they are") {
        CHECK(codeOf(test, attributed(u"arr"_s, u"12.345"_s)) == ErrorCode::InvalidInput);
        CHECK(codeOf(test, attributed(u"renewal_date"_s, u"2026-02-30"_s)) == ErrorCode::InvalidInput);
        CHECK(codeOf(test, attributed(u"currency"_s, u"usd"_s)) == ErrorCode::InvalidInput);
        CHECK(codeOf(test, attributed(u"name"_s, u" "_s)) == ErrorCode::InvalidInput);
        CHECK(codeOf(test, attributed(u" "_s, u"x"_s)) == ErrorCode::InvalidInput);
        CHECK(codeOf(test, attributed(u"parent_id"_s, u"A9"_s)) == ErrorCode::InvalidInput);
        CHECK(codeOf(test, attributed(u"parent_id"_s, u"A1"_s)) == ErrorCode::InvalidInput);
        (void)test.apply(
            SetAttribute{.account = child, .key = u"parent_id"_s, .from = when, .value = u"A1"_s});
        CHECK(codeOf(test, attributed(u"parent_id"_s, u"A2"_s)) == ErrorCode::InvalidInput); // a circle
    }
    SECTION("overrides outside scoring.md") {
        const auto refused = [&](auto change) {
            AddOverride edit = overallOverride(account);
            change(edit);
            return codeOf(test, edit) == ErrorCode::InvalidInput;
        };
        CHECK(refused([](AddOverride& edit) { edit.score = 100.5; }));
        CHECK(refused([](AddOverride& edit) { edit.reason = u" "_s; }));
        CHECK(refused([](AddOverride& edit) { edit.enteredOn = edit.first + 1; }));
        CHECK(refused([](AddOverride& edit) { edit.last = edit.first - 1; }));
        CHECK(refused([](AddOverride& edit) { edit.last = edit.first + 91; }));
        CHECK(refused([](AddOverride& edit) { edit.key = u"logins"_s; }));
        CHECK(refused([](AddOverride& edit) { edit.target = OverrideTarget::Metric; }));
        CHECK(refused([](AddOverride& edit) {
            edit.target = OverrideTarget::Group;
            edit.key = u"logins"_s;
        }));
        AddOverride longest = overallOverride(account);
        longest.last = longest.first + 90;
        const Applied applied = test.apply(longest);
        const OverrideId id = std::get<RemoveOverride>(applied.inverse).override;
        CHECK(codeOf(test, SetOverrideEnd{.override = id, .last = longest.first + 91}) ==
              ErrorCode::InvalidInput);
        (void)test.apply(SetOverrideEnd{.override = id, .last = longest.first - 1}); // ended before it began
    }
    SECTION("words that say nothing, and settings that cannot be") {
        CHECK(codeOf(test, AddNote{.account = account, .day = when, .text = u"\n "_s}) ==
              ErrorCode::InvalidInput);
        CHECK(codeOf(test, SetSavedView{.name = {}, .content = u"{}"_s}) == ErrorCode::InvalidInput);
        CHECK(codeOf(test, SetSettings{.settings = {.currency = "$", .seatsMetrics = {}, .reasons = {}}}) ==
              ErrorCode::InvalidInput);
    }
}

TEST_CASE("random edits") {
    const unsigned seed = GENERATE(1U, 2U, 3U, 4U);
    CAPTURE(seed);
    TestBook test;
    const std::vector accounts{test.addAccount(u"B"_s), test.addAccount(u"A"_s), test.addAccount(u"C"_s)};
    test.import(accounts[0], test.metric("logins"), {{day("2026-01-01"), 3}, {day("2026-01-04"), 5}});
    RandomEdits random(test, accounts, seed);
    std::vector<std::pair<Edit, std::string>> undo; // the way back, and how the book was before
    auto patched = test.snapshot();
    for (int i = 0; i < 60; ++i) {
        const std::string before = dump(test.book());
        if (auto applied = apply(test.book(), random.next(), tester())) {
            undo.emplace_back(std::move(applied->inverse), before);
            const auto next = patchSnapshot(test.book(), patched, applied->changes);
            REQUIRE(next);
            patched = *next;
        } else {
            CHECK(dump(test.book()) == before);
        }
    }
    REQUIRE(undo.size() > 20);

    SECTION("a patched snapshot equals one that is read anew") {
        CHECK(dump(*patched) == dump(*test.snapshot()));
        CHECK(patched->lastChange == test.snapshot()->lastChange);
    }
    SECTION("undone one after another, each gives the book as it was") {
        while (!undo.empty()) {
            (void)test.apply(undo.back().first);
            REQUIRE(dump(test.book()) == undo.back().second);
            undo.pop_back();
        }
        CHECK(checkBook(test.book()).value().isEmpty());
    }
}
