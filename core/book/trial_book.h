// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/book/import_into_book.h"
#include "core/model/scorecard.h"
#include "core/model/snapshot.h"

#include <QString>
#include <QStringList>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace hb::book {

struct NewBookFile {
    QString path;
    ImportKind kind = ImportKind::Accounts;
    std::optional<Day> day = {}; ///< of measurements without a date column
    QString mends = {};          ///< of a rejects file: the file whose rejected rows it holds

    friend bool operator==(const NewBookFile&, const NewBookFile&) = default;
};

/// What a new book is made of: accounts are read first, then measurements, then outcomes, each kind in the
/// order of the list and each file as a run of its own. Without an accounts file the measurements make them.
struct NewBookFiles {
    std::vector<NewBookFile> files;
    Day accountsFrom; ///< the day from which account values hold
    Scorecard scorecard;
    bool createMetrics = true; ///< measures of which the scorecard knows nothing are kept, not counted
};

/// What one file gave.
struct FileReport {
    NewBookFile file;
    ImportReport report;
    bool isMended = false; ///< another file mends it, so that its rejects are no longer to be mended
};

/// A book made to be looked at before it is kept: in a folder for temporary files, whole and ready to be
/// moved.
struct TrialBook {
    QString path;
    std::vector<FileReport> files; ///< in the order in which they were read
    std::shared_ptr<const Snapshot> snapshot;
    Day day;                                  ///< on which it was scored: today, or where the data ends
    std::size_t accountCount = 0;             ///< those that have not left
    std::size_t churnedCount = 0;             ///< those that have
    std::array<std::size_t, 4> bands{};       ///< of accountCount, by Band
    std::size_t scoredCount = 0;              ///< of accountCount, have a band
    std::size_t metricCount = 0;              ///< that the templates count
    std::size_t measuredCount = 0;            ///< of these, have a measurement
    std::vector<std::string> silent = {};     ///< keys of those that have none
    std::vector<std::string> newMetrics = {}; ///< keys of those that the scorecard lacked
};

/// Makes the trial book as `path` (which must not exist) with its rejects files beside it, never beside the
/// inputs. On an error or when cancelled nothing is left behind. Its progress is in bytes of the inputs, the
/// phase the name of the file at hand.
[[nodiscard]] Result<TrialBook> makeTrialBook(
    const NewBookFiles& files, const QString& path, Day today, const Person& person, const Job& job = {});

/// Removes a trial that nobody keeps.
void dropTrialBook(const TrialBook& trial);

/// Keeps a trial: moves the book to `path` (Conflict where something stands there) and its rejects files
/// beside the inputs, or, where that cannot be, beside the book under names that are free; gives the rejects
/// files written. On an error,
/// or when cancelled, the trial is as it was and nothing stands at `path`.
[[nodiscard]] Result<QStringList>
keepTrialBook(const TrialBook& trial, const QString& path, const Job& job = {});

/// Writes the rejects of one file of the trial to `path`, over what stands there.
[[nodiscard]] Result<void> saveRejects(const FileReport& file, const QString& path);

/// FILE.rejects.csv beside a file.
[[nodiscard]] QString rejectsPathOf(const QString& file);

} // namespace hb::book
