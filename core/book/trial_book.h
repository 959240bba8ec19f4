// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/job.h"
#include "core/base/result.h"
#include "core/book/import_into_book.h"
#include "core/model/scorecard.h"

#include <QString>

#include <optional>

namespace hb::book {

/// What a new book is made of. A file that is not given is an empty path.
struct NewBookFiles {
    QString accounts;
    QString measurements;
    Day accountsFrom;                   ///< the day from which account values hold
    std::optional<Day> measuredOn = {}; ///< of a wide file without a date column
    Scorecard scorecard;
    bool createMetrics = false; ///< measures of which the scorecard knows nothing are kept, not counted
};

/// A book made to be looked at before it is kept: in a folder for temporary files, whole and ready to be
/// moved.
struct TrialBook {
    QString path;
    ImportReport accounts;
    ImportReport measurements;
    Day day; ///< on which it was scored: today, or where the data ends
    std::size_t accountCount = 0;
    std::size_t scoredCount = 0;   ///< of these, have a band
    std::size_t metricCount = 0;   ///< that the templates count
    std::size_t measuredCount = 0; ///< of these, have a measurement
};

/// Makes the trial book as `path` (which must not exist) with its rejects files beside it, never beside the
/// inputs. On an error or when cancelled nothing is left behind.
[[nodiscard]] Result<TrialBook> makeTrialBook(
    const NewBookFiles& files, const QString& path, Day today, const Person& person, const Job& job = {});

/// Keeps a trial: moves the book to `path` (Conflict where that exists) and its rejects files beside the
/// inputs.
[[nodiscard]] Result<void>
keepTrialBook(const TrialBook& trial, const NewBookFiles& files, const QString& path);

} // namespace hb::book
