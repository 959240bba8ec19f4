// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/journal.h"

#include <QString>

#include <optional>
#include <vector>

namespace hb::store {

/// Hand is a person's statement about an attribute: it takes its place in the order of runs and is not listed
/// with them.
enum class RunKind { Accounts, Measurements, Outcomes, Hand };
[[nodiscard]] QString toText(RunKind kind);
[[nodiscard]] RunKind runKindOf(const QString& text);

struct RunCounts {
    std::int64_t read = 0, inserted = 0, updated = 0, unchanged = 0, keptByHand = 0, rejected = 0;
};

struct NewRun {
    RunKind kind = RunKind::Measurements;
    PersonId person;
    QString source;
    QString file;
    std::optional<Day> effectiveDay;
};

struct Run {
    RunId id;
    RunKind kind = RunKind::Measurements;
    QString at;
    QString by; ///< name of the person
    QString source;
    QString file;
    std::optional<Day> effectiveDay;
    RunCounts counts;
    bool undone = false;
};

/// A new run; its id is above that of every run before.
[[nodiscard]] Result<RunId> insertRun(Database& database, const NewRun& run);
[[nodiscard]] Result<void> setRunCounts(Database& database, RunId run, const RunCounts& counts);
/// Marks a run as taken back, or with no person as in force again.
[[nodiscard]] Result<void> setRunUndone(Database& database, RunId run, std::optional<PersonId> by);
/// The runs but those by hand, newest first.
[[nodiscard]] Result<std::vector<Run>> importRuns(Database& database);
/// NotFound where there is no such run, or it is one by hand.
[[nodiscard]] Result<Run> findRun(Database& database, RunId run);

} // namespace hb::store
