// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/day.h"
#include "tests/core/book/import_book.h"

#include <QDir>

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto accountsText = "account_id,name\nA,Alpha\nB,Beta\n";
constexpr auto measurements = ImportKind::Measurements;

struct Counts {
    std::int64_t read = 0, inserted = 0, updated = 0, unchanged = 0, keptByHand = 0, rejected = 0;
    friend bool operator==(const Counts&, const Counts&) = default;
};

Counts countsOf(const ImportReport& report) {
    return {
        report.read, report.inserted, report.updated, report.unchanged, report.keptByHand, report.rejected};
}

QStringList with(QStringList lines, const QString& word) {
    return lines.filter(word);
}

} // namespace

TEST_CASE("long measurements: taken, or rejected with line, column and what was expected") {
    ImportBook book;
    book.import(ImportKind::Accounts, accountsText);
    const ImportReport report = book.import(measurements,
                                            "account_id,metric,date,value\n"
                                            "A,logins,2024-01-01,5\n"
                                            "A,logins,2024-01-08,x\n"
                                            "Z,logins,2024-01-08,1\n"
                                            "A,nothing,2024-01-08,1\n"
                                            "A,login_change,2024-01-08,1\n"
                                            "A,mood,2024-01-01,good\n"
                                            "A,mood,2024-01-08,3\n"
                                            "B,logins,2024-01-01,-0\n");
    CHECK(countsOf(report) == Counts{.read = 8, .inserted = 3, .rejected = 5});
    REQUIRE(report.rejects.size() == 5);
    CHECK(report.rejects[0].line == 3);
    CHECK(report.rejects[0].column == u"value"_s);
    CHECK(report.rejects[1].line == 4);
    CHECK(report.rejects[1].column == u"account_id"_s);
    CHECK(report.rejects[1].found == u"Z"_s);
    CHECK(report.rejects[3].expected.contains(u"it reads those of logins"_s));
    CHECK(report.rejectFiles == QStringList{book.path(u"file1.csv.rejects.csv"_s)});
    CHECK(with(book.facts(), u" on "_s) ==
          QStringList{u"A logins on 19723 is 5"_s, u"A mood on 19723 is 2"_s, u"B logins on 19723 is 0"_s});
    CHECK(report.changes.measurements);
    CHECK(report.changes.accountIds.size() == 2);

    SECTION("the rejects can be mended and imported again") {
        QByteArray mended = book.read(u"file1.csv.rejects.csv"_s);
        CHECK(mended.count('\n') == 6);
        mended.replace("A,logins,2024-01-08,x", "A,logins,2024-01-08,7");
        const ImportReport again = book.import(measurements, mended);
        CHECK(countsOf(again) == Counts{.read = 5, .inserted = 1, .rejected = 4});
    }
    SECTION("a run without rejects takes the rejects file of the last one away") {
        const ImportReport clean = book.import(measurements, "account_id,metric,date,value\n");
        CHECK(clean.rejectFiles.isEmpty());
        CHECK(clean.staleRejectFiles == QStringList{book.path(u"file1.csv.rejects.csv"_s)});
        CHECK_FALSE(QFile::exists(book.path(u"file1.csv.rejects.csv"_s)));
    }
}

TEST_CASE("the same account, metric and day again: replaced, unchanged, and the last row of a file wins") {
    ImportBook book;
    book.import(ImportKind::Accounts, accountsText);
    const QByteArray header = "account_id,metric,date,value\n";
    CHECK(countsOf(book.import(measurements,
                               header + "A,logins,2024-01-01,5\nA,logins,2024-01-01,5\n"
                                        "A,logins,2024-01-01,6\n")) ==
          Counts{.read = 3, .inserted = 1, .updated = 1, .unchanged = 1});
    CHECK(countsOf(book.import(measurements, header + "A,logins,2024-01-01,6\nA,logins,2024-01-02,1\n")) ==
          Counts{.read = 2, .inserted = 1, .unchanged = 1});
    CHECK(countsOf(book.import(measurements, header + "A,logins,2024-01-01,7\n")) ==
          Counts{.read = 1, .updated = 1});
    CHECK(with(book.facts(), u" on "_s) ==
          QStringList{u"A logins on 19723 is 7"_s, u"A logins on 19724 is 1"_s});
}

TEST_CASE("same_day joins the rows of one file, not those of several") {
    ImportBook book;
    book.import(ImportKind::Accounts, accountsText);
    ImportRequest request = ImportBook::request(measurements);
    const QByteArray rows = "account_id,metric,date,value\nA,tickets,2024-01-01,3\nA,tickets,2024-01-01,5\n"
                            "A,tickets,2024-01-01,0\nB,tickets,2024-01-01,4\n";
    const auto [join, expected] = GENERATE(table<ingest::SameDay, const char*>({
        {ingest::SameDay::Last, "0"},
        {ingest::SameDay::Sum, "8"},
        {ingest::SameDay::Count, "3"},
        {ingest::SameDay::Max, "5"},
    }));
    request.mapping.sameDay[u"tickets"_s] = join;
    book.limits.rowsAtOnce = static_cast<std::size_t>(GENERATE(1, 1000));
    const ImportReport report = book.import(request, {rows});
    CHECK(report.inserted == 2);
    CHECK(report.updated + report.unchanged == 2);
    CHECK(with(book.facts(), u"A tickets"_s) ==
          QStringList{u"A tickets on 19723 is "_s + QLatin1StringView(expected)});

    SECTION("a second file of the same run states the day anew") {
        book.import(request, {rows, "account_id,metric,date,value\nA,tickets,2024-01-01,9\n"});
        const QString value = join == ingest::SameDay::Count ? u"1"_s : u"9"_s;
        CHECK(with(book.facts(), u"A tickets"_s) == QStringList{u"A tickets on 19723 is "_s + value});
    }
}

TEST_CASE("wide measurements count cells") {
    ImportBook book;
    book.import(ImportKind::Accounts, accountsText);
    const QByteArray text = "account_id,date,logins,tickets,strange\n"
                            "A,2024-01-01,5,,1\n"
                            "B,2024-01-01,x,2,1\n"
                            "Z,2024-01-01,1,2,1\n";
    SECTION("an unknown column is one finding") {
        const ImportReport report = book.import(measurements, text);
        CHECK(countsOf(report) == Counts{.read = 6, .inserted = 2, .rejected = 4});
        CHECK(report.rejects.front().line == 1);
        CHECK(report.rejects.front().column == u"strange"_s);
    }
    SECTION("--create-metrics makes it a metric, --create-accounts the account") {
        ImportRequest request = ImportBook::request(measurements);
        request.createMetrics = true;
        request.createAccounts = true;
        const ImportReport report = book.import(request, {text});
        CHECK(countsOf(report) == Counts{.read = 8, .inserted = 7, .rejected = 1});
        CHECK(report.changes.scorecard);
        CHECK(report.changes.accounts);
        CHECK(book.facts().contains(u"Z strange on 19723 is 1"_s));
        CHECK(book.facts().contains(u"account Z"_s));
        SECTION("and undo takes them away again") {
            const auto undone = undoRun(book.book(), report.run, false, ann);
            requireOk(undone);
            CHECK(undone->removed == 7);
            CHECK(undone->accountsRemoved == 1);
            CHECK(undone->metricsRemoved == 1);
            CHECK(with(book.facts(), u" on "_s).isEmpty());
            CHECK_FALSE(book.facts().contains(u"account Z"_s));
            CHECK_FALSE(book.facts().contains(u"metric strange"_s));
        }
    }
}

TEST_CASE("accounts: parents may come later, unknown and cyclic ones are rejected") {
    ImportBook book;
    SECTION("a parent later in the file") {
        CHECK(
            countsOf(book.import(ImportKind::Accounts, "account_id,name,parent_id\nA,Alpha,B\nB,Beta,\n")) ==
            Counts{.read = 2, .inserted = 2});
        CHECK(book.facts().contains(u"A parent_id from 20000: B"_s));
    }
    SECTION("an unknown one, and one whose own row is rejected") {
        const ImportReport report =
            book.import(ImportKind::Accounts, "account_id,name,parent_id\nA,Alpha,B\nB,,\nC,Gamma,A\n");
        CHECK(countsOf(report) == Counts{.read = 3, .rejected = 3});
        CHECK(report.rejects[0].column == u"parent_id"_s);
        CHECK(report.rejects[1].column == u"name"_s);
    }
    SECTION("the row that closes a cycle") {
        const ImportReport report = book.import(
            ImportKind::Accounts, "account_id,name,parent_id\nA,Alpha,B\nB,Beta,C\nC,Gamma,A\nD,Delta,D\n");
        CHECK(report.rejected == 4); // without C nothing of A and B stands either
        CHECK(report.rejects[2].found == u"A"_s);
        book.import(ImportKind::Accounts, "account_id,name\nA,a\nB,b\nC,c\n");
        const ImportReport known = book.import(ImportKind::Accounts, "account_id,parent_id\nA,B\nB,C\nC,A\n");
        CHECK(countsOf(known) == Counts{.read = 3, .updated = 2, .rejected = 1});
        CHECK(known.rejects[0].line == 4);
        CHECK(countsOf(book.import(ImportKind::Accounts, "account_id,parent_id\nC,A\n")).rejected == 1);
    }
    SECTION("a cycle that would only close on a later day, or on an earlier one") {
        ImportRequest request = ImportBook::request(ImportKind::Accounts);
        const auto on = [&](int day, const QByteArray& rows) {
            request.date = Day{day};
            return countsOf(book.import(request, {"account_id,name,parent_id\n" + rows}));
        };
        CHECK(on(20'000, "A,Alpha,\nB,Beta,\n").inserted == 2);
        CHECK(on(20'100, "A,Alpha,B\n").updated == 1);
        CHECK(on(20'050, "B,Beta,A\n").rejected == 1); // on day 20,100 each would be the other's parent
        CHECK(on(20'100, "A,Alpha,\n").updated == 1);
        CHECK(on(20'050, "B,Beta,A\n").updated == 1);
    }
}

TEST_CASE("accounts: name for new ones alone, an absent column leaves, an empty cell clears") {
    ImportBook book;
    CHECK(countsOf(book.import(ImportKind::Accounts, "account_id,name,segment\nA,Alpha,SMB\nB,,SMB\n")) ==
          Counts{.read = 2, .inserted = 1, .rejected = 1});
    CHECK(countsOf(book.import(ImportKind::Accounts, "account_id,owner\nA,Eve\nC,Eve\n")) ==
          Counts{.read = 2, .updated = 1, .rejected = 1});
    CHECK(countsOf(book.import(ImportKind::Accounts, "account_id,owner\nA,Eve\nA,\n")) ==
          Counts{.read = 2, .updated = 1, .unchanged = 1});
    CHECK(book.facts().contains(u"A segment from 20000: SMB"_s));
    CHECK_FALSE(book.facts().contains(u"A owner from 20000: Eve"_s));
}

TEST_CASE("outcomes are keyed by account, date and outcome") {
    ImportBook book;
    book.import(ImportKind::Accounts, accountsText);
    const QByteArray text = "account_id,date,outcome,arr_change,reason\nA,2024-01-01,renewed,10.5,good\n"
                            "A,2024-01-01,expanded,,\nZ,2024-01-01,churned,,\n";
    CHECK(countsOf(book.import(ImportKind::Outcomes, text)) ==
          Counts{.read = 3, .inserted = 2, .rejected = 1});
    CHECK(countsOf(book.import(ImportKind::Outcomes, text)) ==
          Counts{.read = 3, .unchanged = 2, .rejected = 1});
    const ImportReport report =
        book.import(ImportKind::Outcomes, "account_id,date,outcome,reason\nA,2024-01-01,renewed,\n");
    CHECK(countsOf(report) == Counts{.read = 1, .updated = 1});
    CHECK(book.facts().contains(u"A outcome 19723 0 1050 "_s));
    const auto undone = undoRun(book.book(), report.run, false, ann);
    requireOk(undone);
    CHECK(undone->restored == 1);
    CHECK(book.facts().contains(u"A outcome 19723 0 1050 good"_s));
}

TEST_CASE("nothing is kept in a dry run, an aborted one, a cancelled one, or where a file cannot be read") {
    ImportBook book;
    book.import(ImportKind::Accounts, accountsText);
    const QStringList before = book.facts();
    const QByteArray text = "account_id,metric,date,value\nA,logins,2024-01-01,5\nA,logins,2024-01-02,x\n";
    ImportRequest request = ImportBook::request(measurements);
    SECTION("dry run: counts, but no rejects file unless it is named") {
        request.dryRun = true;
        const ImportReport report = book.import(request, {text});
        CHECK(countsOf(report) == Counts{.read = 2, .inserted = 1, .rejected = 1});
        CHECK_FALSE(report.run.isValid());
        CHECK(report.rejectFiles.isEmpty());
        request.rejectsFile = book.path(u"mine.csv"_s);
        CHECK(book.import(request, {text, text}).rejectFiles ==
              QStringList{book.path(u"mine.csv"_s), book.path(u"mine.2.csv"_s)});
    }
    SECTION("on-error abort: the rejects file is written") {
        request.onError = OnError::Abort;
        const ImportReport report = book.import(request, {text});
        CHECK(report.aborted);
        CHECK_FALSE(report.run.isValid());
        CHECK(report.rejectFiles.size() == 1);
    }
    SECTION("cancelled") {
        std::stop_source stop;
        stop.request_stop();
        const auto report = book.tryImport(request, {text}, {.stop = stop.get_token(), .progress = {}});
        REQUIRE_FALSE(report);
        CHECK(report.error().code == ErrorCode::Cancelled);
        CHECK(book.read(u"file1.csv.rejects.csv"_s).isEmpty());
    }
    SECTION("the second file cannot be read") {
        const auto report = book.tryImport(request, {text, QByteArray("account_id\0", 11)});
        REQUIRE_FALSE(report);
        CHECK(report.error().code == ErrorCode::InvalidInput);
        CHECK_FALSE(QFile::exists(book.path(u"file1.csv.rejects.csv"_s)));
    }
    SECTION("the rejects would overwrite an input") {
        request.rejectsFile = book.path(u"file1.csv"_s);
        CHECK_FALSE(book.tryImport(request, {text}));
    }
    CHECK(book.facts() == before);
    CHECK(importRuns(book.book())->size() == 1);
}

TEST_CASE("runs are listed with their counts, and undone once") {
    ImportBook book;
    book.import(ImportKind::Accounts, accountsText);
    ImportRequest request = ImportBook::request(measurements);
    request.source = u"warehouse"_s;
    const ImportReport report =
        book.import(request, {"account_id,metric,date,value\nA,logins,2024-01-01,5\n"});
    CHECK(report.run.isValid());
    const QStringList before = book.facts();
    const auto dry = undoRun(book.book(), report.run, true, ann);
    requireOk(dry);
    CHECK(dry->removed == 1);
    CHECK(book.facts() == before);
    REQUIRE(undoRun(book.book(), report.run, false, ann));
    const auto again = undoRun(book.book(), report.run, false, ann);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Conflict);
    CHECK(undoRun(book.book(), RunId{99}, false, ann).error().code == ErrorCode::NotFound);
    const auto runs = importRuns(book.book());
    requireOk(runs);
    REQUIRE(runs->size() == 2);
    const RunRow& newest = runs->front().run == report.run ? runs->front() : runs->back();
    CHECK(newest.by == u"Ann"_s);
    CHECK(newest.kind == u"measurements"_s);
    CHECK(newest.source == u"warehouse"_s);
    CHECK(newest.file == u"file1.csv"_s);
    CHECK(newest.inserted == 1);
    CHECK(newest.undone);
}
