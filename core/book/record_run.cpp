// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/record_run.h"

#include "core/store/journal.h"

namespace hb::book {

Result<void> recordRun(store::Database& database, RunId run, ChangeSet& changes) {
    const auto record = [&](bool changed, store::ChangeKind kind) -> Result<void> {
        if (changed && changes.accountIds.empty()) {
            return store::recordChange(database, kind, {}, run);
        }
        for (std::size_t i = 0; changed && i < changes.accountIds.size(); ++i) {
            HB_CHECK(store::recordChange(database, kind, changes.accountIds[i], run));
        }
        return {};
    };
    if (changes.scorecard) {
        HB_CHECK(store::recordChange(database, store::ChangeKind::Scorecard, {}, run));
    }
    HB_CHECK(record(changes.accounts, store::ChangeKind::Accounts));
    HB_CHECK(record(changes.measurements, store::ChangeKind::Measurements));
    HB_CHECK(record(changes.outcomes, store::ChangeKind::Outcomes));
    HB_TRY(changes.seq, store::newestChange(database));
    return {};
}

} // namespace hb::book
