// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/trial_book.h"

#include "core/book/book.h"
#include "core/scoring/scorer.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <set>
#include <utility>

namespace hb::book {

namespace {

constexpr int freshDays = 14;

QString rejectsPath(const QString& book, QStringView kind) {
    return QStringLiteral("%1.%2.rejects.csv").arg(book, kind);
}

ImportRequest requestFor(const NewBookFiles& files, ImportKind kind, const QString& book) {
    ImportRequest request;
    request.kind = kind;
    const bool accounts = kind == ImportKind::Accounts;
    request.files = {accounts ? files.accounts : files.measurements};
    request.date = accounts ? files.accountsFrom : files.measuredOn.value_or(files.accountsFrom);
    request.dateGiven = accounts || files.measuredOn.has_value();
    request.source = QFileInfo(request.files.front()).fileName();
    request.createMetrics = files.createMetrics;
    request.createAccounts = !accounts && files.accounts.isEmpty();
    request.rejectsFile = rejectsPath(book, accounts ? u"accounts" : u"measurements");
    return request;
}

/// The keys of the metrics that the newest versions count.
std::set<std::string> countedMetrics(const Scorecard& scorecard) {
    std::set<std::string> keys;
    for (const Template& each : scorecard.templates) {
        for (const Group& group : each.versions.back().groups) {
            for (const GroupMetric& used : group.metrics) {
                if (group.weight > 0 && used.weight > 0) {
                    keys.insert(used.metric);
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

void countScores(const std::shared_ptr<const Snapshot>& snapshot, Day today, TrialBook& trial) {
    const std::optional<Day> newest = snapshot->newestMeasurement;
    trial.day = newest && today - *newest > freshDays ? *newest : today;
    const auto scores = scoring::Scorer(snapshot).scoreBook(trial.day);
    trial.accountCount = scores.size();
    trial.scoredCount = static_cast<std::size_t>(
        std::ranges::count_if(scores, [](const auto& score) { return score.shown.band != Band::None; }));
    for (const std::string& key : countedMetrics(*snapshot->scorecard)) {
        ++trial.metricCount;
        trial.measuredCount += isMeasured(*snapshot, key) ? 1U : 0U;
    }
}

Result<TrialBook>
fill(const NewBookFiles& files, const QString& path, Day today, const Person& person, const Job& job) {
    TrialBook trial;
    trial.path = path;
    HB_TRY(Book book, Book::create(path, files.scorecard));
    if (!files.accounts.isEmpty()) {
        HB_TRY(trial.accounts,
               importIntoBook(book, requestFor(files, ImportKind::Accounts, path), person, job));
    }
    if (!files.measurements.isEmpty()) {
        HB_TRY(trial.measurements,
               importIntoBook(book, requestFor(files, ImportKind::Measurements, path), person, job));
    }
    HB_TRY(const std::shared_ptr<const Snapshot> snapshot, loadSnapshot(book, job));
    countScores(snapshot, today, trial);
    return trial;
}

void removeTrial(const QString& path) {
    for (const QString& left : {path,
                                path + QStringLiteral("-wal"),
                                path + QStringLiteral("-shm"),
                                rejectsPath(path, u"accounts"),
                                rejectsPath(path, u"measurements")}) {
        QFile::remove(left);
    }
}

Error couldNotMove(const QString& path, const QString& why) {
    return {.code = ErrorCode::Io,
            .what = "Could not write " + path.toStdString(),
            .found = why.toStdString(),
            .expected = {},
            .hint = "Choose another folder",
            .place = {}};
}

} // namespace

Result<TrialBook> makeTrialBook(
    const NewBookFiles& files, const QString& path, Day today, const Person& person, const Job& job) {
    Result<TrialBook> trial = fill(files, path, today, person, job);
    if (!trial) {
        removeTrial(path);
    }
    return trial;
}

Result<void> keepTrialBook(const TrialBook& trial, const NewBookFiles& files, const QString& path) {
    if (QFile::exists(path)) {
        return failure({.code = ErrorCode::Conflict,
                        .what = "Could not keep the book",
                        .found = path.toStdString() + " exists",
                        .expected = "a new name",
                        .hint = "Choose another name",
                        .place = {}});
    }
    for (const auto& [kind, input] :
         {std::pair(u"accounts", files.accounts), std::pair(u"measurements", files.measurements)}) {
        const QString to = input + QStringLiteral(".rejects.csv");
        QFile rejects(rejectsPath(trial.path, kind));
        if (rejects.exists() && ((QFile::exists(to) && !QFile::remove(to)) || !rejects.copy(to))) {
            return failure(couldNotMove(to, rejects.errorString()));
        }
    }
    QFile book(trial.path);
    if (!book.rename(path)) {
        return failure(couldNotMove(path, book.errorString()));
    }
    removeTrial(trial.path);
    return {};
}

} // namespace hb::book
