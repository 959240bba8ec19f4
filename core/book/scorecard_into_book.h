// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/book/book.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>

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

struct PublishRequest {
    std::string key;   ///< of the template whose draft is published
    Day effectiveFrom; ///< first day of the new version, not before that of the newest
    std::string reason;
    Day today;
};

/// Makes the draft of a template a version of it, and the draft goes. All or nothing: NotFound without such a
/// draft; InvalidInput without a reason, with a day before the newest version's, or with faults
/// (scorecardWith). A draft that scores as its template does makes no version: names and charter alone are
/// taken. A retired template comes into use again, as if it had never been retired.
[[nodiscard]] Result<ScorecardReport>
publishDraft(Book& book, const PublishRequest& request, const Person& person);

/// The book's scorecard as it stands, every version of every template.
[[nodiscard]] Result<Scorecard> readScorecard(Book& book);

} // namespace hb::book
