// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/book/book.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace hb::book {

struct ScorecardImport {
    std::optional<Day> effectiveFrom; ///< of new versions, in place of the file's
    bool prune = false;               ///< retires templates that the file lacks
    Day today;
    QString reason;
};

struct ScorecardReport {
    QStringList newVersions; ///< "enterprise v4"
    QStringList retired;
    bool descriptionsChanged = false;
    ChangeSet changes;
};

/// Takes a scorecard in as formats.md says: compares by meaning, publishes new versions only where scoring
/// differs. All or nothing.
[[nodiscard]] Result<ScorecardReport>
importScorecard(Book& book, const Scorecard& file, const ScorecardImport& options, const Person& person);
/// The book's scorecard as it stands, every version of every template.
[[nodiscard]] Result<Scorecard> readScorecard(Book& book);

} // namespace hb::book
