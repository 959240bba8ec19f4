// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/import_into_book.h"

#include "core/book/import_into_book_parts.h"
#include "core/book/record_run.h"
#include "core/store/run_store.h"
#include "core/store/scorecard_store.h"
#include "core/store/transaction.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace hb::book {

using namespace Qt::StringLiterals;

namespace {

store::RunKind toRunKind(ImportKind kind) {
    switch (kind) {
    case ImportKind::Accounts:
        return store::RunKind::Accounts;
    case ImportKind::Measurements:
        return store::RunKind::Measurements;
    case ImportKind::Outcomes:
        break;
    }
    return store::RunKind::Outcomes;
}

/// The file that a path leads to, whether it is there or not; empty for a pipe or a device, which keeps
/// nothing that could be lost.
QString settledPath(const QString& path) {
    constexpr int mostLinks = 40;
    QFileInfo info(path);
    for (int i = 0; i < mostLinks && info.isSymLink() && !info.exists(); ++i) {
        info.setFile(info.symLinkTarget());
    }
    if (info.exists()) {
        return info.isFile() ? info.canonicalFilePath() : QString();
    }
    return QFileInfo(info.absolutePath()).canonicalFilePath() + u'/' + info.fileName();
}

/// A rejects file replaces what stands there: never the book, or what is read.
Result<void> checkRejectsPaths(const QString& book, const ImportRequest& request) {
    if (!writesRejects(request)) {
        return {};
    }
    QSet<QString> kept;
    for (const QLatin1StringView end : store::fileEnds) {
        kept.insert(settledPath(book) + end);
    }
    for (const QString& file : request.files + QStringList{request.mappingFile}) {
        kept.insert(file.isEmpty() ? QString() : settledPath(file));
    }
    kept.remove(QString());
    for (qsizetype i = 0; i < request.files.size(); ++i) {
        const QString path = rejectsPath(request, static_cast<std::size_t>(i));
        if (kept.contains(settledPath(path))) {
            return failure({.code = ErrorCode::InvalidInput,
                            .what = "Could not import",
                            .found = path.toStdString() + " as the file for rejected rows",
                            .expected = "a file that is not the book, its mapping or one to import",
                            .hint = "Name another file for the rejects"});
        }
    }
    return {};
}

/// Faults of the mapping that only the book shows.
Result<void> checkMapping(store::Database& database, const ImportRequest& request) {
    const ingest::ColumnMapping& mapping = request.mapping;
    if (request.kind != ImportKind::Measurements || request.createMetrics ||
        (mapping.sameDay.isEmpty() && mapping.levels.isEmpty())) {
        return {};
    }
    HB_TRY(const Scorecard scorecard, store::readScorecard(database));
    QStringList faults;
    const auto check = [&](const QString& member, QStringList metrics) {
        metrics.sort();
        for (const QString& metric : metrics) {
            const std::string key = metric.toStdString();
            if (std::ranges::find(scorecard.metrics, key, &Metric::key) == scorecard.metrics.end()) {
                faults.append(member + metric + u": is no metric of the book"_s);
            }
        }
    };
    check(u"/same_day/"_s, mapping.sameDay.keys());
    check(u"/levels/"_s, mapping.levels.keys());
    if (faults.isEmpty()) {
        return {};
    }
    return failure({.code = ErrorCode::InvalidInput,
                    .what = "Could not read the mapping",
                    .found = faults.join(u'\n').toStdString(),
                    .place = request.mappingFile.toStdString()});
}

Result<void> checkRequest(Book& book, const ImportRequest& request) {
    if (request.files.isEmpty()) {
        return failure(
            {.code = ErrorCode::InvalidInput, .what = "Could not import", .expected = "at least one file"});
    }
    HB_CHECK(checkRejectsPaths(book.path(), request));
    return checkMapping(book.database(), request);
}

Result<RunId> beginRun(store::Database& database, const ImportRequest& request, const Person& person) {
    HB_TRY(const store::PersonId by, store::personId(database, person.name, person.login));
    QStringList names;
    for (const QString& file : request.files) {
        names.push_back(QFileInfo(file).fileName());
    }
    const bool onOneDay = request.kind == ImportKind::Accounts || request.dateGiven;
    return store::insertRun(database,
                            {.kind = toRunKind(request.kind),
                             .person = by,
                             .source = request.source,
                             .file = names.join(u", "_s),
                             .effectiveDay = onOneDay ? std::optional(request.date) : std::nullopt});
}

Result<void> importFiles(ImportRun& run) {
    HB_CHECK(run.loadAccounts());
    switch (run.request.kind) {
    case ImportKind::Accounts:
        return importAccounts(run);
    case ImportKind::Measurements:
        return importMeasurements(run);
    case ImportKind::Outcomes:
        break;
    }
    return importOutcomes(run);
}

/// Tells other connections, and whoever asked for the import, what is new.
Result<void> recordChanges(ImportRun& run) {
    ChangeSet& changes = run.report.changes;
    const bool anything = run.report.inserted + run.report.updated + run.report.keptByHand > 0;
    changes.measurements = anything && run.request.kind == ImportKind::Measurements;
    changes.outcomes = anything && run.request.kind == ImportKind::Outcomes;
    changes.accounts = run.accountsChanged;
    changes.scorecard = run.scorecardChanged;
    changes.accountIds.assign(run.touched().begin(), run.touched().end());
    return recordRun(run.database(), run.run, changes);
}

} // namespace

Result<ImportReport>
importIntoBook(Book& book, const ImportRequest& request, const Person& person, const Job& job) {
    return importIntoBookWithin({}, book, request, person, job);
}

Result<ImportReport> importIntoBookWithin(const ImportLimits& limits,
                                          Book& book,
                                          const ImportRequest& request,
                                          const Person& person,
                                          const Job& job) {
    HB_CHECK(checkRequest(book, request));
    store::Database& database = book.database();
    ImportReport report;
    HB_CHECK(book.checkWritable());
    HB_TRY(store::Transaction transaction, store::Transaction::beginBulk(database));
    HB_TRY(const RunId number, beginRun(database, request, person));
    ImportRun run(book, request, limits, job, number, report);
    HB_CHECK(importFiles(run));
    report.aborted = request.onError == OnError::Abort && report.rejected > 0;
    if (report.aborted || request.dryRun) {
        HB_CHECK(run.rejects.commit());
        return report;
    }
    report.run = number;
    HB_CHECK(store::setRunCounts(database,
                                 number,
                                 {report.read,
                                  report.inserted,
                                  report.updated,
                                  report.unchanged,
                                  report.keptByHand,
                                  report.rejected}));
    HB_CHECK(recordChanges(run));
    if (job.stopped()) {
        return cancelled();
    }
    HB_CHECK(run.rejects.commit());
    HB_CHECK(transaction.commit());
    run.rejects.removeStale();
    return report;
}

Result<std::vector<RunRow>> importRuns(Book& book) {
    HB_TRY(const auto runs, store::importRuns(book.database()));
    std::vector<RunRow> rows;
    for (const store::Run& run : runs) {
        rows.push_back({.run = run.id,
                        .at = run.at,
                        .by = run.by,
                        .kind = store::toText(run.kind),
                        .source = run.source,
                        .file = run.file,
                        .read = run.counts.read,
                        .inserted = run.counts.inserted,
                        .updated = run.counts.updated,
                        .unchanged = run.counts.unchanged,
                        .keptByHand = run.counts.keptByHand,
                        .rejected = run.counts.rejected,
                        .undone = run.undone});
    }
    return rows;
}

} // namespace hb::book
