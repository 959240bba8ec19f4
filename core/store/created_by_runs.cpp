// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/created_by_runs.h"

#include "core/store/database.h"

namespace hb::store {

using namespace Qt::StringLiterals;

Result<std::vector<CreatedAccount>> accountsOfUndoneRuns(Database& database) {
    HB_TRY(Query rows,
           database.query(u"SELECT account.id, account.key FROM account JOIN run ON run.id = created_run "
                          "WHERE undone_at IS NOT NULL ORDER BY account.id"_s));
    std::vector<CreatedAccount> accounts;
    while (rows.next()) {
        accounts.push_back({rows.get<AccountId>(0), rows.get<QString>(1)});
    }
    HB_CHECK(rows.finished());
    return accounts;
}

Result<std::vector<MetricId>> metricsOfUndoneRuns(Database& database) {
    HB_TRY(Query rows,
           database.query(u"SELECT metric.id FROM metric JOIN run ON run.id = created_run "
                          "WHERE undone_at IS NOT NULL ORDER BY metric.id"_s));
    std::vector<MetricId> metrics;
    while (rows.next()) {
        metrics.push_back(rows.get<MetricId>(0));
    }
    HB_CHECK(rows.finished());
    return metrics;
}

} // namespace hb::store
