// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/outcome.h"
#include "core/store/database.h"
#include "core/store/run_store.h"

#include <QString>

#include <cstdint>
#include <map>
#include <vector>

// What runs, imports and statements by hand alike, have said of one account.

namespace hb::store {

/// Who made a run, and when; of any kind.
struct RunStamp {
    RunId id;
    RunKind kind = RunKind::Hand;
    QString at;
    QString by;
    QString source;
    QString file;
};
/// NotFound where there is none.
[[nodiscard]] Result<RunStamp> runStamp(Database& database, RunId run);

struct AttributeStatement {
    RunId run;
    Day from;
    QString key;
    QString value; ///< empty: cleared
};
/// Of runs that are not undone, in the order in which they were stated.
[[nodiscard]] Result<std::vector<AttributeStatement>> attributeStatements(Database& database,
                                                                          AccountId account);

struct OutcomeStatement {
    RunId run;
    Day day;
    OutcomeKind kind = OutcomeKind::Renewed;
};
/// By day and kind; those of its parts first, then by run.
[[nodiscard]] Result<std::vector<OutcomeStatement>> outcomeStatements(Database& database, AccountId account);

/// The runs that stated a measurement of the account last, with how many.
[[nodiscard]] Result<std::map<RunId, std::int64_t>> measurementRuns(Database& database, AccountId account);

} // namespace hb::store
