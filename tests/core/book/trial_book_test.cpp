// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book.h"
#include "core/book/trial_book.h"
#include "core/exchange/leave_out_metrics.h"
#include "core/exchange/rename_metrics.h"
#include "core/exchange/scorecard_json.h"
#include "tests/core/ingest/table_on_disk.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFileInfo>

using namespace hb;
using namespace hb::book;
using namespace Qt::StringLiterals;

namespace {

Day day(const char* text) {
    return *parseIsoDay(text);
}

/// A folder with the files of a small company, and the trials that are made of them.
struct Company {
    test::TablesOnDisk disk;
    QTemporaryDir trials;
    Day today = day("2026-03-30");
    NewBookFiles files;

    Company() {
        files.scorecard = exchange::starterScorecard(today);
        files.accountsFrom = today;
    }
    void add(const QString& name, ImportKind kind, const QByteArray& bytes) {
        files.files.push_back({.path = disk.file(bytes, name), .kind = kind});
    }
    void addAccounts() {
        add(u"accounts.csv"_s,
            ImportKind::Accounts,
            "account_id,name,owner\nA,Acme,Ana\nB,Binford,Ben\n,Nobody,Ana\nC,Cogs,Ana\n");
    }
    void addMeasures() {
        add(u"measures.csv"_s,
            ImportKind::Measurements,
            "account_id,metric,date,value\nA,seats_active_pct,2026-03-29,80\nB,seats_active_pct,2026-03-29,"
            "10\n"
            "A,urgent_tickets,2026-03-29,0\nB,urgent_tickets,2026-03-29,4\nB,spend,2026-03-02,12\n");
    }
    Result<TrialBook> make(const Job& job = {}) const {
        return makeTrialBook(
            files, trials.filePath(u"trial.healthbook"_s), today, {.name = u"Ana"_s, .login = u"ana"_s}, job);
    }
    QStringList left() const { return QDir(trials.path()).entryList(QDir::Files); }
};

} // namespace

TEST_CASE("A trial book says what a book would be") {
    Company company;
    company.addMeasures(); // the order of the list is not that of the reading
    company.addAccounts();
    company.add(u"outcomes.csv"_s,
                ImportKind::Outcomes,
                "account_id,date,outcome\nC,2026-03-05,churned\nA,2026-03-05,renewed\n");
    company.files.scorecard =
        exchange::withoutMetrics(company.files.scorecard, {"csm_sentiment", "usage", "contact"});
    const Result<TrialBook> trial = company.make();
    REQUIRE(trial.has_value());
    REQUIRE(trial->files.size() == 3);
    CHECK(trial->files[0].report.read == 4);
    CHECK(trial->files[0].report.rejected == 1);
    CHECK(trial->files[1].report.inserted == 5);
    CHECK(trial->files[2].report.inserted == 2);
    CHECK(trial->accountCount == 2);
    CHECK(trial->churnedCount == 1);
    CHECK(trial->scoredCount == 2);
    CHECK(trial->bands == std::array<std::size_t, 4>{1, 0, 1, 0});
    CHECK(trial->metricCount == 2);
    CHECK(trial->measuredCount == 2);
    CHECK(trial->newMetrics == std::vector<std::string>{"spend"});
    CHECK(trial->day == company.today);
}

TEST_CASE("A trial counts the metrics that nothing measures, and opens where the data ends") {
    Company company;
    company.today = day("2026-06-30");
    company.addMeasures();
    const Result<TrialBook> trial = company.make();
    REQUIRE(trial.has_value());
    CHECK(trial->day == day("2026-03-29"));
    CHECK(trial->accountCount == 2); // made of the measurements
    CHECK(trial->measuredCount == 2);
    CHECK(trial->silent == std::vector<std::string>{"usage", "contact", "csm_sentiment"});
    CHECK(trial->scoredCount == 0); // 45 of 100 points are not half
}

TEST_CASE("The name and owner in a wide file are no measures") {
    Company company;
    company.add(u"weekly.csv"_s,
                ImportKind::Measurements,
                "account_id,Name,date,Owner,seats_active_pct,spend\nA,Acme,2026-03-29,Ana,80,3\n");
    const Result<TrialBook> trial = company.make();
    REQUIRE(trial.has_value());
    CHECK(trial->files[0].report.rejected == 0);
    CHECK(trial->newMetrics == std::vector<std::string>{"spend"});
}

TEST_CASE("A trial that is stopped or fails leaves nothing behind") {
    Company company;
    company.addAccounts();
    company.addMeasures();
    SECTION("stopped while it reads") {
        std::stop_source stop;
        QStringList phases;
        const Job job{
            .stop = stop.get_token(), .progress = [&](std::int64_t, std::int64_t, std::string_view phase) {
                phases.append(QString::fromUtf8(phase.data(), static_cast<qsizetype>(phase.size())));
                stop.request_stop();
            }};
        const Result<TrialBook> trial = company.make(job);
        REQUIRE_FALSE(trial.has_value());
        CHECK(trial.error().code == ErrorCode::Cancelled);
        CHECK(phases.value(0) == u"accounts.csv");
    }
    SECTION("a file that is gone") {
        QFile::remove(company.files.files.back().path);
        const Result<TrialBook> trial = company.make();
        REQUIRE_FALSE(trial.has_value());
        CHECK(trial.error().code == ErrorCode::NotFound);
    }
    CHECK(company.left().isEmpty());
}

TEST_CASE("A trial is kept where nothing stands, with what was left out beside its file") {
    Company company;
    company.addAccounts();
    const Result<TrialBook> trial = company.make();
    REQUIRE(trial.has_value());
    const QString rejects = company.disk.path(u"accounts.csv.rejects.csv"_s);
    CHECK_FALSE(QFileInfo::exists(rejects)); // not before it is kept
    SECTION("what stands there is not touched") {
        const QString taken = company.disk.file("mine", u"taken.healthbook"_s);
        const Result<QStringList> kept = keepTrialBook(*trial, taken);
        REQUIRE_FALSE(kept.has_value());
        CHECK(kept.error().code == ErrorCode::Conflict);
        CHECK(test::bytesOf(taken) == "mine");
        CHECK(QFileInfo::exists(trial->path));
    }
    SECTION("it moves, and the folder of trials is empty") {
        const QString path = company.disk.path(u"new.healthbook"_s);
        const Result<QStringList> kept = keepTrialBook(*trial, path);
        REQUIRE(kept.has_value());
        CHECK(*kept == QStringList{rejects});
        CHECK(test::bytesOf(rejects).contains(",Nobody,Ana,4,account_id"));
        CHECK(Book::open(path).has_value());
        CHECK(company.left().isEmpty());
    }
    SECTION("where nothing can be written beside the input, the rejects go beside the book") {
        REQUIRE(QDir().mkpath(rejects)); // a folder of that name
        const QString path = company.trials.filePath(u"new.healthbook"_s);
        const Result<QStringList> kept = keepTrialBook(*trial, path);
        REQUIRE(kept.has_value());
        CHECK(*kept == QStringList{company.trials.filePath(u"accounts.csv.rejects.csv"_s)});
    }
    SECTION("beside the book they go over nothing that stands there") {
        REQUIRE(QDir().mkpath(rejects)); // a folder of that name
        const QString path = company.disk.path(u"new.healthbook"_s);
        const Result<QStringList> kept = keepTrialBook(*trial, path);
        REQUIRE(kept.has_value());
        CHECK(*kept == QStringList{company.disk.path(u"accounts.csv.2.rejects.csv"_s)});
    }
    SECTION("where the rejects cannot be written, no book stands") {
        QFile::remove(trial->files[0].report.rejectFiles.first());
        const QString path = company.disk.path(u"new.healthbook"_s);
        CHECK_FALSE(keepTrialBook(*trial, path).has_value());
        CHECK_FALSE(QFileInfo::exists(path));
        CHECK(QFileInfo::exists(trial->path));
    }
    SECTION("where the book cannot be moved, no rejects stand") {
        const QString path = company.disk.path(u"no/new.healthbook"_s);
        CHECK_FALSE(keepTrialBook(*trial, path).has_value());
        CHECK_FALSE(QFileInfo::exists(rejects));
        CHECK(QFileInfo::exists(trial->files[0].report.rejectFiles.first()));
    }
    SECTION("a folder that is not there is a fault, and the trial stands") {
        const Result<QStringList> kept = keepTrialBook(*trial, company.disk.path(u"no/new.healthbook"_s));
        REQUIRE_FALSE(kept.has_value());
        CHECK(kept.error().code == ErrorCode::Io);
        CHECK(QFileInfo::exists(trial->path));
    }
    SECTION("dropped, nothing is left") {
        dropTrialBook(*trial);
        CHECK(company.left().isEmpty());
    }
}

TEST_CASE("Mended rows stand for those that were left out") {
    Company company;
    company.addAccounts();
    const QString accounts = company.files.files.front().path;
    const QString mended = company.disk.file("account_id,name,owner,reject_line,reject_column,reject_found,"
                                             "reject_expected\nN,Nobody,Ana,4,account_id,,an id\n",
                                             u"accounts.csv.rejects.csv"_s);
    company.files.files.push_back(
        {.path = mended, .kind = ImportKind::Accounts, .day = {}, .mends = accounts});
    const Result<TrialBook> trial = company.make();
    REQUIRE(trial.has_value());
    CHECK(trial->accountCount == 4);
    CHECK(trial->files[0].isMended);
    CHECK_FALSE(trial->files[1].isMended);
    const QByteArray before = test::bytesOf(mended);
    const Result<QStringList> kept = keepTrialBook(*trial, company.disk.path(u"new.healthbook"_s));
    REQUIRE(kept.has_value());
    CHECK(kept->isEmpty());
    CHECK(test::bytesOf(mended) == before);
}

TEST_CASE("Mended rows that are imported again keep their file, wherever the book goes") {
    Company company;
    const QString mended = company.disk.file("account_id,name,owner\n,Nobody,Ana\n", u"a.csv.rejects.csv"_s);
    const QDir other(company.trials.filePath(u"other"_s));
    REQUIRE(QDir().mkpath(other.path()));
    QFile file(other.filePath(u"a.csv"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("account_id,name,owner\nA,Acme,Ana\n,Someone,Ana\n");
    file.close();
    REQUIRE(QDir().mkpath(file.fileName() + u".rejects.csv"_s)); // nothing can be written beside it
    company.files.files = {{.path = mended, .kind = ImportKind::Accounts},
                           {.path = file.fileName(), .kind = ImportKind::Accounts}};
    const QByteArray before = test::bytesOf(mended);
    const Result<TrialBook> trial = company.make();
    REQUIRE(trial.has_value());
    const Result<QStringList> kept = keepTrialBook(*trial, company.disk.path(u"new.healthbook"_s));
    REQUIRE(kept.has_value());
    CHECK(*kept == QStringList{mended + u".rejects.csv"_s, company.disk.path(u"a.csv.2.rejects.csv"_s)});
    CHECK(test::bytesOf(mended) == before);
}

TEST_CASE("Rejects of files of one name in two folders are both kept") {
    Company company;
    const QString here = company.disk.file("account_id,name\nA,Acme\n,Here,\n", u"a.csv"_s);
    const QString folder = company.trials.filePath(u"other"_s);
    REQUIRE(QDir().mkpath(folder + u"/a.csv.rejects.csv"_s));
    const QString there = folder + u"/a.csv"_s;
    REQUIRE(QFile::copy(here, there));
    company.files.files = {{.path = there, .kind = ImportKind::Accounts},
                           {.path = here, .kind = ImportKind::Accounts}};
    const Result<TrialBook> trial = company.make();
    REQUIRE(trial.has_value());
    const Result<QStringList> kept = keepTrialBook(*trial, company.disk.path(u"new.healthbook"_s));
    REQUIRE(kept.has_value());
    REQUIRE(kept->size() == 2);
    CHECK(kept->first() != kept->last());
    for (const QString& path : *kept) {
        CHECK(QFileInfo(path).isFile());
    }
}
