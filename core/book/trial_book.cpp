// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/trial_book.h"

#include "core/book/book.h"
#include "core/book/move_file.h"
#include "core/ingest/reject_writer.h"
#include "core/model/known_attributes.h"
#include "core/scoring/scorer.h"
#include "core/store/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace hb::book {

namespace {

constexpr int freshDays = 14;

/// The metrics that the newest versions count, in their order.
std::vector<std::string> countedMetrics(const Scorecard& scorecard) {
    std::vector<std::string> keys;
    for (const Template& each : scorecard.templates) {
        for (const Group& group : each.versions.back().groups) {
            for (const GroupMetric& used : group.metrics) {
                if (group.weight > 0 && used.weight > 0 &&
                    std::ranges::find(keys, used.metric) == keys.end()) {
                    keys.push_back(used.metric);
                }
            }
        }
    }
    return keys;
}

bool isMeasured(const Snapshot& snapshot, const std::string& key) {
    const auto metric = snapshot.findMetric(key);
    if (!metric) {
        return false;
    }
    const std::string& series = snapshot.scorecard->metrics[*metric].rule.series;
    const auto read = series.empty() ? metric : snapshot.findMetric(series);
    return read && std::ranges::any_of(snapshot.series[*read].blocks,
                                       [](const auto& block) { return block && !block->days.empty(); });
}

void countScores(Day today, TrialBook& trial) {
    const Snapshot& snapshot = *trial.snapshot;
    const std::optional<Day> newest = snapshot.newestMeasurement;
    trial.day = newest && today - *newest > freshDays ? *newest : today;
    const auto scores = scoring::Scorer(trial.snapshot).scoreBook(trial.day);
    for (AccountIndex account = 0; account < scores.size(); ++account) {
        if (snapshot.isChurned(account, trial.day)) {
            ++trial.churnedCount;
            continue;
        }
        ++trial.accountCount;
        ++trial.bands[static_cast<std::size_t>(scores[account].shown.band)];
    }
    trial.scoredCount = trial.accountCount - trial.bands[static_cast<std::size_t>(Band::None)];
    for (const std::string& key : countedMetrics(*snapshot.scorecard)) {
        ++trial.metricCount;
        if (isMeasured(snapshot, key)) {
            ++trial.measuredCount;
        } else {
            trial.silent.push_back(key);
        }
    }
}

void findNewMetrics(const Scorecard& given, TrialBook& trial) {
    for (const Metric& metric : trial.snapshot->scorecard->metrics) {
        if (std::ranges::find(given.metrics, metric.key, &Metric::key) == given.metrics.end()) {
            trial.newMetrics.push_back(metric.key);
        }
    }
}

/// The job of one file within that of all: bytes of all files, reading and writing half of a file each.
Job partOf(const Job& whole, const QString& file, std::int64_t before, std::int64_t total) {
    Job part{.stop = whole.stop, .progress = {}};
    if (whole.progress) {
        const QFileInfo info(file);
        part.progress = [report = whole.progress,
                         name = info.fileName().toStdString(),
                         size = static_cast<double>(info.size()),
                         before,
                         total](std::int64_t done, std::int64_t of, std::string_view phase) {
            const double share = of > 0 ? static_cast<double>(done) / static_cast<double>(of) : 0;
            const double half = phase == "writing" ? 1 + share : share;
            report(before + static_cast<std::int64_t>(size * half / 2), total, name);
        };
    }
    return part;
}

std::vector<NewBookFile> inOrder(const NewBookFiles& files) {
    std::vector<NewBookFile> ordered = files.files;
    std::ranges::stable_sort(ordered, {}, &NewBookFile::kind);
    return ordered;
}

/// Weekly exports repeat the name and owner in every row: what is known of accounts is no measure, unless the
/// scorecard says so.
ingest::ColumnMapping withoutAttributes(const Scorecard& scorecard) {
    ingest::ColumnMapping mapping;
    for (const std::string_view key : attribute::known) {
        const QString name = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
        const bool isMetric = std::ranges::any_of(scorecard.metrics, [&name](const Metric& metric) {
            return ingest::foldedColumnName(QString::fromStdString(metric.key)) ==
                   ingest::foldedColumnName(name);
        });
        if (!isMetric) {
            mapping.columns.emplace_back(name, QString());
        }
    }
    return mapping;
}

ImportRequest requestFor(const NewBookFile& file, const NewBookFiles& all, const QString& rejects) {
    const bool accounts = file.kind == ImportKind::Accounts;
    ImportRequest request;
    request.kind = file.kind;
    request.files = {file.path};
    request.date = accounts ? all.accountsFrom : file.day.value_or(all.accountsFrom);
    request.dateGiven = accounts || file.day.has_value();
    request.source = QFileInfo(file.path).fileName();
    request.createMetrics = all.createMetrics;
    request.createAccounts =
        file.kind == ImportKind::Measurements &&
        std::ranges::find(all.files, ImportKind::Accounts, &NewBookFile::kind) == all.files.end();
    request.rejectsFile = rejects;
    if (file.kind == ImportKind::Measurements) {
        request.mapping = withoutAttributes(all.scorecard);
    }
    return request;
}

QString trialRejects(const QString& book, std::size_t file) {
    return QStringLiteral("%1.%2.rejects.csv").arg(book).arg(file);
}

Result<void>
importAll(const NewBookFiles& files, Book& book, const Person& person, const Job& job, TrialBook& trial) {
    const std::vector<NewBookFile> ordered = inOrder(files);
    std::int64_t total = 0;
    for (const NewBookFile& file : ordered) {
        total += QFileInfo(file.path).size();
    }
    std::int64_t before = 0;
    for (const NewBookFile& file : ordered) {
        const ImportRequest request = requestFor(file, files, trialRejects(trial.path, trial.files.size()));
        HB_TRY(ImportReport report,
               importIntoBook(book, request, person, partOf(job, file.path, before, total)));
        const bool mended = std::ranges::find(ordered, file.path, &NewBookFile::mends) != ordered.end();
        trial.files.push_back({.file = file, .report = std::move(report), .isMended = mended});
        before += QFileInfo(file.path).size();
    }
    return {};
}

Result<void>
fill(const NewBookFiles& files, Day today, const Person& person, const Job& job, TrialBook& trial) {
    HB_TRY(Book book, Book::create(trial.path, files.scorecard));
    HB_CHECK(importAll(files, book, person, job, trial));
    HB_TRY(trial.snapshot, loadSnapshot(book, {.stop = job.stop, .progress = {}}));
    if (job.stopped()) {
        return cancelled();
    }
    countScores(today, trial);
    findNewMetrics(files.scorecard, trial);
    return {};
}

/// One of the files that were read; mended rejects are inputs as well.
bool isInput(const TrialBook& trial, const QString& path) {
    const QString found = QFileInfo(path).canonicalFilePath(); // empty where nothing is
    return !found.isEmpty() && std::ranges::any_of(trial.files, [&found](const FileReport& file) {
        return QFileInfo(file.file.path).canonicalFilePath() == found;
    });
}

/// A name for rejects in the folder of the book that nothing has yet, nor will have.
QString freeRejectsPath(const QString& file, const QString& book) {
    const QDir folder = QFileInfo(book).absoluteDir();
    const QString name = QFileInfo(file).fileName();
    QFileInfo path(folder.filePath(rejectsPathOf(name)));
    for (int number = 2;
         path.exists() || path.isSymLink() || path.filePath() == QFileInfo(book).absoluteFilePath();
         ++number) {
        path.setFile(folder.filePath(rejectsPathOf(QStringLiteral("%1.%2").arg(name).arg(number))));
    }
    return path.filePath();
}

/// Writes what was left out of each file, but over none of the inputs; `written` says what stands even where
/// this fails.
Result<void> keepRejects(const TrialBook& trial, const QString& book, QStringList& written) {
    for (const FileReport& file : trial.files) {
        if (file.isMended || file.report.rejectFiles.isEmpty()) {
            continue;
        }
        QString path = rejectsPathOf(QFileInfo(file.file.path).absoluteFilePath());
        if (isInput(trial, path) || written.contains(path) || !saveRejects(file, path)) {
            path = freeRejectsPath(file.file.path, book);
            HB_CHECK(saveRejects(file, path));
        }
        written.append(path);
    }
    return {};
}

/// The rejects first: once the book stands, nothing can fail any more.
Result<QStringList> keepAll(const TrialBook& trial, const QString& path, const Job& job) {
    QStringList written;
    Result<void> kept = keepRejects(trial, path, written);
    if (kept) {
        kept = moveFile(trial.path, path, job);
    }
    if (!kept) {
        std::ranges::for_each(written, [](const QString& file) { QFile::remove(file); });
        return failure(std::move(kept).error());
    }
    return written;
}

} // namespace

QString rejectsPathOf(const QString& file) {
    return ingest::RejectWriter::defaultPath(file);
}

Result<TrialBook> makeTrialBook(
    const NewBookFiles& files, const QString& path, Day today, const Person& person, const Job& job) {
    TrialBook trial;
    trial.path = path;
    if (Result<void> made = fill(files, today, person, job, trial); !made) {
        trial.files.resize(files.files.size()); // the file that failed may have left rejects
        dropTrialBook(trial);
        return failure(std::move(made).error());
    }
    return trial;
}

void dropTrialBook(const TrialBook& trial) {
    store::removeFiles(trial.path);
    for (std::size_t file = 0; file < trial.files.size(); ++file) {
        QFile::remove(trialRejects(trial.path, file));
    }
}

Result<void> saveRejects(const FileReport& file, const QString& path) {
    return copyFile(file.report.rejectFiles.value(0), path);
}

Result<QStringList> keepTrialBook(const TrialBook& trial, const QString& path, const Job& job) {
    if (QFileInfo::exists(path)) {
        return failure({.code = ErrorCode::Conflict,
                        .what = "Could not keep the book",
                        .found = "There is a file " + QFileInfo(path).fileName().toStdString() + " already",
                        .hint = "Nothing was changed: keep the book under another name",
                        .place = {}});
    }
    HB_TRY(QStringList written, keepAll(trial, path, job));
    dropTrialBook(trial);
    return written;
}

} // namespace hb::book
