// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/outcome.h"
#include "core/store/database.h"

#include <QString>

#include <optional>
#include <vector>

namespace hb::store {

/// What a run says of an outcome; account, day and kind are its key. A field that the file does not have is
/// not stated and leaves what other runs say.
struct StatedOutcome {
    AccountId account;
    Day day;
    OutcomeKind kind = OutcomeKind::Renewed;
    bool statesArrChange = false;
    std::optional<std::int64_t> arrChangeCents;
    bool statesReason = false;
    QString reason;
    std::int64_t ordinal = 0; ///< increasing within a run
};

/// One outcome in force: field by field what the highest run says that states it.
struct OutcomeRow {
    AccountId account;
    Day day;
    OutcomeKind kind = OutcomeKind::Renewed;
    std::optional<std::int64_t> arrChangeCents;
    QString reason;

    friend bool operator==(const OutcomeRow&, const OutcomeRow&) = default;
};

enum class Upserted { Inserted, Updated, Unchanged };

/// Writes outcomes with statements that are prepared once; made for one transaction.
class OutcomeWriter {
public:
    [[nodiscard]] static Result<OutcomeWriter> prepare(Database& database);
    [[nodiscard]] Result<Upserted> state(const StatedOutcome& outcome, RunId run);

private:
    OutcomeWriter(Query select, Query write) : m_select(std::move(select)), m_write(std::move(write)) {}
    [[nodiscard]] Result<std::optional<OutcomeRow>> inForce(const StatedOutcome& key);
    Query m_select;
    Query m_write;
};

/// All outcomes in force, or those of one account, by account, day, and then as first stated.
[[nodiscard]] Result<std::vector<OutcomeRow>> outcomes(Database& database,
                                                       std::optional<AccountId> account = {});
/// What a person states of an outcome: the run by hand (that run, or the last there is) with its facts; none
/// where nobody states it.
struct HandOutcome {
    RunId run;
    std::optional<std::int64_t> arrChangeCents;
    QString reason;
};
[[nodiscard]] Result<std::optional<HandOutcome>>
handOutcome(Database& database, AccountId account, Day day, OutcomeKind kind, RunId run = {});
[[nodiscard]] Result<void> deleteOutcomesOf(Database& database, RunId run);

} // namespace hb::store
