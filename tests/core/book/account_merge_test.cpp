// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where two accounts are one and both say something, and how they come apart again.
#include "core/analytics/family.h"
#include "core/book/export_rows.h"
#include "core/book/metric_origin.h"
#include "core/book/search_book.h"
#include "core/book/timeline.h"
#include "tests/core/book/merge_book.h"

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

namespace {

Edit state(ImportBook& book, const char* account, const QString& key, Day from, const QString& value) {
    return applied(book,
                   SetAttribute{.account = idOf(book, account), .key = key, .from = from, .value = value});
}

std::string championOn(ImportBook& book, Day day) {
    const auto snapshot = snapshotOf(book);
    return std::string(snapshot->attributeOn(at(*snapshot, "A"), "champion", day));
}

Edit note(
    ImportBook& book, AccountId account, const char* metric, Day day, double value, const QString& text) {
    const auto snapshot = snapshotOf(book);
    return applied(
        book, SetMeasurement{account, snapshot->metricIds[*snapshot->findMetric(metric)], day, value, text});
}

} // namespace

TEST_CASE("what a merged account had before the other had it, it keeps") {
    const auto book = twoAccounts();
    (void)state(*book, "B", u"champion"_s, Day{20'100}, u"there"_s);
    const QStringList before = book->facts();
    const Edit apart = merge(*book, "B", "A");
    const Edit unsaid = state(*book, "A", u"champion"_s, Day{20'400}, u"left"_s);
    CHECK(championOn(*book, Day{20'150}) == "there");
    CHECK(championOn(*book, Day{20'399}) == "there");
    CHECK(championOn(*book, Day{20'400}) == "left");
    const auto snapshot = snapshotOf(*book);
    CHECK(snapshot->findAttribute("champion")->since(at(*snapshot, "A"), Day{20'450}) == Day{20'400});
    // What the part says from that day on is the other's no more.
    const Edit later = applied(
        *book,
        SetAttribute{.account = idOf(*book, "A"), .key = u"champion"_s, .from = Day{20'500}, .value = u""_s});
    CHECK(championOn(*book, Day{20'500}).empty());
    for (const Edit& edit : {later, unsaid, apart}) {
        (void)applied(*book, edit);
    }
    CHECK(book->facts() == before);
}

TEST_CASE("of many parts the first speaks, and the others only of the days before") {
    ImportBook book;
    book.import(ImportKind::Accounts, "account_id,name\nA,a\nB,b\nC,c\n");
    (void)state(book, "A", u"champion"_s, Day{20'300}, u"left"_s);
    (void)state(book, "B", u"champion"_s, Day{20'200}, u"there"_s);
    (void)state(book, "C", u"champion"_s, Day{20'100}, u"left"_s);
    (void)state(book, "C", u"champion"_s, Day{20'250}, u""_s);
    (void)merge(book, "B", "A");
    (void)merge(book, "C", "A");
    CHECK(championOn(book, Day{20'150}) == "left");
    CHECK(championOn(book, Day{20'250}) == "there");
    CHECK(championOn(book, Day{20'300}) == "left");
    // Read again after an edit, as when loaded.
    const auto before = snapshotOf(book);
    (void)state(book, "A", u"segment"_s, Day{20'000}, u"S"_s);
    const auto patched = patchSnapshot(book.book(), before, {});
    requireOk(patched);
    CHECK((*patched)->attributeOn(at(**patched, "A"), "champion", Day{20'150}) == "left");
    CHECK((*patched)->attributeOn(at(**patched, "A"), "champion", Day{20'250}) == "there");
}

TEST_CASE("a merge of an account that others were merged into is undone step by step") {
    ImportBook book;
    book.import(ImportKind::Accounts, "account_id,name\nA,a\nB,b\nD,d\n");
    const AccountId b = idOf(book, "B");
    const QStringList before = book.facts();
    const Edit first = merge(book, "B", "A");
    const Edit second = merge(book, "A", "D");
    const QStringList together = book.facts();
    const Edit third = applied(book, MergeAccount{.account = b});
    CHECK(book.facts() != together);
    (void)applied(book, third); // B goes back to A, which stands for itself no more
    CHECK(book.facts() == together);
    CHECK(at(*snapshotOf(book), "B") == at(*snapshotOf(book), "D"));
    (void)applied(book, second);
    (void)applied(book, first);
    CHECK(book.facts() == before);
}

TEST_CASE("taking accounts apart that would be above themselves then is refused") {
    ImportBook book;
    book.import(ImportKind::Accounts, "account_id,name,parent_id\nX,x,\nA,a,X\nB,b,\n");
    const AccountId a = idOf(book, "A");
    const Edit apart = merge(book, "A", "B");
    (void)state(book, "X", u"parent_id"_s, Day{20'000}, u"A"_s); // which is B by now
    CHECK(refusal(book, apart) == ErrorCode::Conflict);
    (void)state(book, "X", u"parent_id"_s, Day{20'000}, u""_s);
    (void)applied(book, apart);
    const auto snapshot = snapshotOf(book);
    CHECK(analytics::Family(*snapshot, Day{20'000}).parentOf(*snapshot->findAccount(a)) ==
          at(*snapshot, "X"));
}

TEST_CASE("accounts that were above each other on different days come apart") {
    ImportBook book;
    book.import(ImportKind::Accounts, "account_id,name,parent_id\nX,x,\nA,a,X\nB,b,\n");
    (void)state(book, "A", u"parent_id"_s, Day{20'200}, u""_s);
    (void)state(book, "X", u"parent_id"_s, Day{20'000}, u""_s);
    (void)state(book, "X", u"parent_id"_s, Day{20'300}, u"A"_s);
    const QStringList before = book.facts();
    (void)applied(book, merge(book, "A", "B"));
    CHECK(book.facts() == before);
}

TEST_CASE("what a person set stands over an import, whichever of the two it was set on") {
    const auto book = twoAccounts();
    const AccountId a = idOf(*book, "A");
    const AccountId b = idOf(*book, "B");
    (void)book->import(ImportKind::Measurements, head + "A,logins,2024-01-02,1\nA,logins,2024-01-03,2\n");
    (void)note(*book, b, "logins", Day{19'724}, 3, u""_s);
    (void)note(*book, b, "logins", Day{19'725}, 4, u""_s);
    (void)note(*book, a, "logins", Day{19'725}, 5, u""_s);
    (void)merge(*book, "B", "A");
    CHECK(book->facts().contains(u"A logins on 19724 is 3"_s));
    CHECK(book->facts().contains(u"A logins on 19725 is 5"_s)); // of two by hand the account's own
    const auto snapshot = snapshotOf(*book);
    const auto origin = metricOrigin(book->book(), a, snapshot->metricIds[0], Day{19'724});
    requireOk(origin);
    REQUIRE(origin->byHand.size() == 3);
    CHECK(origin->byHand.back().value == 3);
    CHECK(origin->byHand.back().importedValue == 1.0);
}

TEST_CASE("the note beside a measurement is that of the part whose value stands") {
    const auto book = twoAccounts();
    const AccountId a = idOf(*book, "A");
    const AccountId b = idOf(*book, "B");
    (void)book->import(
        ImportKind::Measurements,
        "account_id,metric,date,value,note\nA,logins,2024-01-01,1,own\nB,logins,2024-01-01,2,hidden\n"
        "B,logins,2024-01-02,3,shown\nA,logins,2024-01-03,4,beneath\nA,tickets,2024-01-03,4,\n"
        "B,tickets,2024-01-03,4,hidden\n");
    (void)note(*book, b, "logins", Day{19'725}, 9, u"by hand"_s);
    const Edit apart = merge(*book, "B", "A");
    const auto found = [&] {
        const auto notes = measurementNotes(book->book(), *snapshotOf(*book));
        requireOk(notes);
        QStringList texts;
        for (const MeasurementNote& each : *notes) {
            texts << u"%1 %2 %3"_s.arg(each.account.value).arg(each.day.number).arg(each.note);
        }
        return texts;
    };
    const auto line = [](AccountId account, const QString& text) {
        return u"%1 %2"_s.arg(account.value).arg(text);
    };
    CHECK(found() ==
          QStringList{line(a, u"19723 own"_s), line(a, u"19724 shown"_s), line(a, u"19725 by hand"_s)});
    (void)applied(*book, apart);
    CHECK(found().size() == 6);
}

TEST_CASE("what was written of a merged account is found, with the reasons of its outcomes") {
    const auto book = twoAccounts();
    const AccountId a = idOf(*book, "A");
    (void)book->import(ImportKind::Outcomes,
                       "account_id,date,outcome,reason\nB,2024-01-05,renewed,no exporter\n");
    (void)merge(*book, "B", "A");
    const auto snapshot = snapshotOf(*book);
    const auto all = searchBook(book->book(), *snapshot, u"exporter"_s);
    requireOk(all);
    REQUIRE(all->size() == 1);
    CHECK(all->front().account == a);
    CHECK(searchTimeline(book->book(), *snapshot, u"exporter"_s, a)->size() == 1);
}

TEST_CASE("who of a merged account left and came again was away") {
    const auto book = twoAccounts();
    const AccountId a = idOf(*book, "A");
    const AccountId b = idOf(*book, "B");
    const ContactFacts eve{.name = u"Eve"_s, .cameOn = Day{20'000}, .leftOn = Day{20'100}};
    (void)applied(*book, SetContact{.account = b, .facts = eve});
    (void)merge(*book, "B", "A");
    const ContactId contact = contactsOf(book->book(), a)->front().id;
    const Edit gone =
        applied(*book,
                SetContact{.account = a,
                           .contact = contact,
                           .facts = ContactFacts{.name = u"Eve"_s, .cameOn = Day{20'200}, .leftOn = {}}});
    const auto contacts = contactsOf(book->book(), a);
    requireOk(contacts);
    REQUIRE(contacts->size() == 2);
    CHECK(std::ranges::count(*contacts, std::optional(Day{20'100}), [](const auto& each) {
              return each.facts.leftOn;
          }) == 1);
    (void)applied(*book, gone);
    CHECK(contactsOf(book->book(), a)->size() == 1);
}

TEST_CASE("accounts of a run that is undone go, whichever was merged into which") {
    const bool isFirst = GENERATE(true, false);
    ImportBook book;
    book.import(ImportKind::Accounts, "account_id,name\nO,other\n");
    const QStringList before = book.facts();
    const RunId run = book.import(ImportKind::Accounts, "account_id,name\nX,x\nY,y\nZ,z\n").run;
    (void)merge(book, isFirst ? "X" : "Z", "Y");
    (void)merge(book, "Y", isFirst ? "Z" : "X");
    const auto undone = undoRun(book.book(), run, false, ann);
    requireOk(undone);
    CHECK(undone->accountsRemoved == 3);
    CHECK(book.facts() == before);
}

TEST_CASE("a snapshot knows a merged account no more once undo took it away") {
    ImportBook book;
    book.import(ImportKind::Accounts, "account_id,name\nA,a\n");
    const RunId run = book.import(ImportKind::Accounts, "account_id,name\nB,b\n").run;
    (void)rename(book, "B", u"B2"_s);
    (void)merge(book, "B", "A");
    const auto before = snapshotOf(book);
    REQUIRE(before->findAccount("B2"));
    const auto undone = undoRun(book.book(), run, false, ann);
    requireOk(undone);
    const auto after = patchSnapshot(book.book(), before, undone->changes);
    requireOk(after);
    CHECK((*after)->merged.empty());
    CHECK_FALSE((*after)->findAccount("B"));
    CHECK_FALSE((*after)->findAccount("B2"));
}
