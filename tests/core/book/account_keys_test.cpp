// SPDX-License-Identifier: GPL-3.0-or-later
// Another id for an account, and two accounts that are one.
#include "core/analytics/family.h"
#include "core/book/account_merge.h"
#include "core/book/edits.h"
#include "core/book/search_book.h"
#include "core/book/timeline.h"
#include "core/scoring/scorer.h"
#include "tests/core/book/merge_book.h"

#include <bit>
#include <map>
#include <memory>
#include <random>

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

namespace {

/// To the bit: no score is no number.
std::vector<std::uint64_t> scoresOf(ImportBook& book) {
    const scoring::Scorer scorer(snapshotOf(book));
    std::vector<std::uint64_t> scores;
    for (int day = 19'720; day < 19'740; ++day) {
        for (const scoring::AccountScore& score : scorer.scoreBook(Day{day})) {
            scores.push_back(std::bit_cast<std::uint64_t>(score.shown.score));
        }
    }
    return scores;
}

} // namespace

TEST_CASE("files that name a former id lead to the account") {
    const auto book = twoAccounts();
    const QString key = u"Ω's \"new\" 🦉, id"_s;
    (void)rename(*book, "A", u"  "_s + key + u' ');
    const auto snapshot = snapshotOf(*book);
    CHECK((*snapshot->accounts)[at(*snapshot, "A")].key == key.toStdString());
    CHECK(snapshot->accountCount() == 2);

    (void)book->import(ImportKind::Measurements, head + "A,logins,2024-01-01,1\nB,logins,2024-01-01,7\n");
    const auto both = book->import(ImportKind::Accounts,
                                   "account_id,name\nA,first\n\"Ω's \"\"new\"\" 🦉, id\",second\nA,third\n");
    CHECK(both.inserted == 0);
    CHECK(book->facts().contains(key + u" logins on 19723 is 1"_s));
    const auto after = snapshotOf(*book);
    CHECK(after->accountCount() == 2);
    CHECK(after->nameOn(at(*after, key.toStdString()), Day{20'000}) == "third");
}

TEST_CASE("an id that leads to an account already, or is none, is refused") {
    const auto book = twoAccounts();
    const AccountId account = idOf(*book, "A");
    const auto refused = [&](const QString& key) {
        return refusal(*book, RenameAccount{.account = account, .key = key});
    };
    CHECK(refused(u""_s) == ErrorCode::InvalidInput);
    CHECK(refused(u" \t "_s) == ErrorCode::InvalidInput);
    CHECK(refused(QString(1'000'001, u'x')) == ErrorCode::InvalidInput);
    CHECK(refused(u"A"_s) == ErrorCode::Conflict);
    CHECK(refused(u" B "_s) == ErrorCode::Conflict);
    (void)rename(*book, "B", u"C"_s);
    CHECK(refused(u"B"_s) == ErrorCode::Conflict); // files may still name it
}

TEST_CASE("an id changed there and back, undone and done again, leads where it led") {
    const auto book = twoAccounts();
    const auto leads = [&](const char* key) { return snapshotOf(*book)->findAccount(key).has_value(); };
    const Edit back = rename(*book, "A", u"N"_s);
    const Edit again = applied(*book, back);
    CHECK_FALSE(leads("N"));
    CHECK(leads("A"));
    (void)applied(*book, again);
    CHECK(leads("A"));
    CHECK(leads("N"));
    const Edit toNew = rename(*book, "N", u"A"_s); // its first id again; N is a former one
    CHECK(leads("N"));
    (void)applied(*book, toNew);
    CHECK((*snapshotOf(*book)->accounts)[at(*snapshotOf(*book), "A")].key == "N");
}

TEST_CASE("children of an account with another id are its children, and undo lets it stand for them") {
    ImportBook book;
    const RunId first = book.import(ImportKind::Accounts, "account_id,name\nP,Parent\n").run;
    book.import(ImportKind::Accounts, "account_id,name,parent_id\nC,Child,P\n");
    (void)rename(book, "P", u"P2"_s);
    const auto snapshot = snapshotOf(book);
    const analytics::Family family(*snapshot, Day{20'000});
    CHECK(family.parentOf(at(*snapshot, "C")) == at(*snapshot, "P2"));
    requireOk(undoRun(book.book(), first, false, ann));
    CHECK(book.facts().contains(u"account P2"_s));
}

TEST_CASE("on a day on which both have a value the account's own stands, and the other is kept") {
    const auto book = twoAccounts();
    (void)book->import(ImportKind::Measurements,
                       head + "A,logins,2024-01-02,1\nB,logins,2024-01-01,8\nB,logins,2024-01-02,9\n");
    (void)book->import(ImportKind::Outcomes,
                       "account_id,date,outcome,reason\nA,2024-01-05,renewed,own\n"
                       "B,2024-01-05,renewed,other\nB,2024-01-06,expanded,more\n");
    const QStringList before = book->facts();
    const Edit apart = merge(*book, "B", "A");
    const QStringList together = book->facts();
    CHECK(together.contains(u"A logins on 19723 is 8"_s));
    CHECK(together.contains(u"A logins on 19724 is 1"_s));
    CHECK(together.contains(u"A segment from 20000: S1"_s)); // it never had one
    CHECK(together.contains(u"A name from 20000: Alpha"_s));
    CHECK(together.filter(u"renewed"_s).isEmpty());
    CHECK(together.filter(u"A outcome 19727"_s).size() == 1);
    CHECK(together.filter(u" own"_s).size() == 1);
    CHECK(together.filter(u" more"_s).size() == 1);
    CHECK_FALSE(together.contains(u"account B"_s));
    (void)applied(*book, apart);
    CHECK(book->facts() == before);
}

TEST_CASE("what merging would bring together is counted, and nothing is changed") {
    const auto book = twoAccounts();
    (void)book->import(ImportKind::Measurements,
                       head + "A,logins,2024-01-02,1\nB,logins,2024-01-01,8\nB,logins,2024-01-02,9\n");
    const AccountId b = idOf(*book, "B");
    (void)applied(*book, AddNote{.account = b, .day = Day{19'730}, .text = u"hello"_s});
    (void)applied(
        *book, SetAction{.account = b, .facts = ActionFacts{.title = u"call"_s, .createdOn = Day{19'730}}});
    const QStringList before = book->facts();
    const auto snapshot = snapshotOf(*book);
    const auto effect =
        mergeEffect(book->book(), *snapshot, at(*snapshot, "B"), at(*snapshot, "A"), Day{20'000});
    requireOk(effect);
    CHECK(*effect == MergeEffect{.measurements = 2, .notes = 1, .openActions = 1, .sharedDays = 1});
    CHECK(book->facts() == before);
}

TEST_CASE("what people left of a merged account is read, changed and undone on the one that shows it") {
    const auto book = twoAccounts();
    const AccountId a = idOf(*book, "A");
    const AccountId b = idOf(*book, "B");
    (void)applied(*book, AddNote{.account = b, .day = Day{19'730}, .text = u"hello"_s});
    (void)applied(
        *book, SetAction{.account = b, .facts = ActionFacts{.title = u"call"_s, .createdOn = Day{19'730}}});
    (void)applied(*book,
                  SetContact{.account = b, .facts = ContactFacts{.name = u"Eve"_s, .cameOn = Day{19'730}}});
    const MetricId logins = snapshotOf(*book)->metricIds[0];
    (void)applied(*book, SetMeasurement{b, logins, Day{19'730}, 5.0, {}});
    const Edit apart = merge(*book, "B", "A");

    CHECK(notesOf(book->book(), a)->size() == 1);
    const auto contacts = contactsOf(book->book(), a);
    REQUIRE(contacts->size() == 1);
    const auto snapshot = snapshotOf(*book);
    REQUIRE(snapshot->actionsOf(at(*snapshot, "A")).size() == 1);
    const auto items = timelineOf(book->book(), *snapshot, at(*snapshot, "A"), Day{20'100});
    requireOk(items);
    CHECK(std::ranges::count(*items, TimelineKind::Note, &TimelineItem::kind) == 1);
    CHECK(std::ranges::count(*items, TimelineKind::Value, &TimelineItem::kind) == 1);
    CHECK(searchTimeline(book->book(), *snapshot, u"hello"_s, a)->size() == 1);

    const Action action = snapshot->actionsOf(at(*snapshot, "A")).front();
    ActionFacts done = factsOf(action);
    done.status = ActionStatus::Done;
    done.closedOn = Day{19'740};
    const Edit reopen = applied(*book, SetAction{.account = a, .action = action.id, .facts = done});
    const Edit back = applied(*book, SetContact{.account = a, .contact = contacts->front().id});
    const Edit value = applied(*book, SetMeasurement{a, logins, Day{19'730}, {}, {}});
    for (const Edit& edit : {value, back, reopen, apart}) {
        (void)applied(*book, edit);
    }
    CHECK(notesOf(book->book(), a)->empty());
    CHECK(contactsOf(book->book(), b)->size() == 1);
    const auto split = snapshotOf(*book);
    REQUIRE(split->actionsOf(at(*split, "B")).size() == 1);
    CHECK(split->actionsOf(at(*split, "B")).front().status == ActionStatus::Open);
    CHECK(book->facts().contains(u"B logins on 19730 is 5"_s));
}

TEST_CASE("an account is merged neither into itself, nor twice, nor into one far below it") {
    ImportBook book;
    book.import(ImportKind::Accounts, "account_id,name,parent_id\nA,a,\nB,b,A\nC,c,B\nD,d,\nE,e,D\n");
    const auto refused = [&](const char* from, const char* into) {
        return refusal(book, MergeAccount{.account = idOf(book, from), .into = idOf(book, into)});
    };
    CHECK(refused("A", "A") == ErrorCode::InvalidInput);
    CHECK(refused("A", "C") == ErrorCode::InvalidInput);
    CHECK(refusal(book, MergeAccount{.account = idOf(book, "A")}) == ErrorCode::NotFound);
    const AccountId b = idOf(book, "B");
    (void)merge(book, "B", "A");
    CHECK(refusal(book, MergeAccount{.account = b, .into = idOf(book, "D")}) == ErrorCode::Conflict);
    CHECK(refusal(book, MergeAccount{.account = idOf(book, "A"), .into = b}) == ErrorCode::InvalidInput);
    const auto snapshot = snapshotOf(book);
    const analytics::Family family(*snapshot, Day{20'000});
    CHECK(family.parentOf(at(*snapshot, "C")) == at(*snapshot, "A"));
    CHECK_FALSE(family.parentOf(at(*snapshot, "A")));
    CHECK(refusal(book,
                  SetAttribute{.account = idOf(book, "A"),
                               .key = u"parent_id"_s,
                               .from = Day{20'000},
                               .value = u"C"_s}) == ErrorCode::InvalidInput);
    const auto rows =
        book.import(ImportKind::Accounts, "account_id,name,parent_id\nA,a,C\nE,e,B\n"); // A is above C
    CHECK(rows.rejected == 1);
    const auto later = snapshotOf(book);
    CHECK(analytics::Family(*later, Day{20'000}).parentOf(at(*later, "E")) == at(*later, "A"));
    (void)merge(book, "A", "D"); // B goes with it
    CHECK(at(*snapshotOf(book), "B") == at(*snapshotOf(book), "D"));
}

TEST_CASE("merged, an account scores as if the other's rows had always been its own") {
    const auto seed = GENERATE(range(1, 9));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const auto upTo = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    QByteArray asTwo = head;
    QByteArray asOne = head;
    for (int day = 19'720; day < 19'740; ++day) {
        for (const char* metric : {"logins", "tickets"}) {
            const QByteArray rest = "," + QByteArray(metric) + "," +
                                    QByteArray::fromStdString(toIsoText(Day{day})) + "," +
                                    QByteArray::number(upTo(100)) + "\n";
            const int whose = upTo(3);
            asTwo += whose == 0 ? "" : (whose == 1 ? "A" : "B") + rest;
            asOne += whose == 0 ? "" : "A" + rest;
        }
    }
    const auto two = twoAccounts();
    (void)two->import(ImportKind::Measurements, asTwo);
    const std::vector<std::uint64_t> apart = scoresOf(*two);
    const Edit back = merge(*two, "B", "A");
    ImportBook one;
    one.import(ImportKind::Accounts, "account_id,name,segment\nA,Alpha,S1\n");
    (void)one.import(ImportKind::Measurements, asOne);
    CHECK(two->facts() == one.facts());
    CHECK(scoresOf(*two) == scoresOf(one));
    (void)applied(*two, back);
    CHECK(scoresOf(*two) == apart);
}

TEST_CASE("runs undone before, within and after a merge leave the book of what remains") {
    const auto seed = GENERATE(range(1, 9));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const auto upTo = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    const auto file = [&] {
        QByteArray text = head;
        for (int i = upTo(12); i >= 0; --i) {
            text += "ABC"[upTo(2)] + QByteArray(upTo(1) == 0 ? ",logins," : ",tickets,") +
                    QByteArray::fromStdString(toIsoText(Day{19'723 + upTo(6)})) + "," +
                    QByteArray::number(upTo(9)) + "\n";
        }
        return text;
    };
    const auto newBook = [] {
        auto book = std::make_unique<ImportBook>();
        book->import(ImportKind::Accounts, "account_id,name\nA,a\nB,b\nC,c\n");
        return book;
    };
    const auto book = newBook();
    std::map<int, QByteArray> texts;
    std::map<int, RunId> runs;
    std::optional<Edit> apart;
    const auto compare = [&] {
        const auto fresh = newBook();
        for (const auto& [number, text] : texts) {
            (void)fresh->import(ImportKind::Measurements, text);
        }
        if (apart) {
            (void)merge(*fresh, "B", "A");
        }
        REQUIRE(book->facts() == fresh->facts());
        REQUIRE(scoresOf(*book) == scoresOf(*fresh));
    };
    for (int number = 0; number < 12; ++number) {
        texts[number] = file();
        runs[number] = book->import(ImportKind::Measurements, texts[number]).run;
        if (upTo(2) == 0) {
            apart = apart ? (static_cast<void>(applied(*book, *apart)), std::optional<Edit>())
                          : std::optional(merge(*book, "B", "A"));
        }
        if (upTo(2) == 0) {
            const auto undone = std::next(runs.begin(), upTo(static_cast<int>(runs.size()) - 1));
            requireOk(undoRun(book->book(), undone->second, false, ann));
            texts.erase(undone->first);
            runs.erase(undone);
        }
        if (number % 3 == 0) {
            compare();
        }
    }
    compare();
}

TEST_CASE("a snapshot that reads in a merge, an import to its parts and the way back is as if loaded anew") {
    const auto book = twoAccounts();
    auto patched = snapshotOf(*book);
    const auto follow = [&] {
        const auto next = patchSnapshot(book->book(), patched, {});
        requireOk(next);
        patched = *next;
        const auto fresh = snapshotOf(*book);
        REQUIRE(patched->accountCount() == fresh->accountCount());
        for (AccountIndex account = 0; account < fresh->accountCount(); ++account) {
            for (std::size_t metric = 0; metric < fresh->series.size(); ++metric) {
                CHECK(std::ranges::equal(patched->series[metric].of(account).values,
                                         fresh->series[metric].of(account).values));
            }
            CHECK(patched->attributeOn(account, "segment", Day{20'000}) ==
                  fresh->attributeOn(account, "segment", Day{20'000}));
        }
        CHECK(patched->findAccount("B") == fresh->findAccount("B"));
    };
    const Edit apart = merge(*book, "B", "A");
    follow();
    (void)book->import(ImportKind::Measurements, head + "B,logins,2024-01-01,8\nA,logins,2024-01-02,9\n");
    follow();
    (void)book->import(ImportKind::Accounts, "account_id,name,segment\nB,Beta,S2\n");
    follow();
    (void)applied(*book, apart);
    follow();
}
