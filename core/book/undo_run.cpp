// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/import_into_book.h"
#include "core/book/record_run.h"
#include "core/store/account_store.h"
#include "core/store/created_by_runs.h"
#include "core/store/journal.h"
#include "core/store/outcome_store.h"
#include "core/store/run_store.h"
#include "core/store/scorecard_store.h"
#include "core/store/series_undo.h"
#include "core/store/transaction.h"

#include <map>
#include <set>
#include <tuple>

namespace hb::book {

using namespace Qt::StringLiterals;

namespace {

/// One run while it is taken out.
class Undo {
public:
    Undo(store::Database& database, const store::Run& run, const Job& job)
        : m_database(database), m_run(run), m_job(job) {}

    Result<UndoReport> takeOut(const Person& person) {
        HB_TRY(const store::PersonId by, store::personId(m_database, person.name, person.login));
        HB_CHECK(store::setRunUndone(m_database, m_run.id, by));
        HB_CHECK(undoMeasurements());
        HB_CHECK(undoOutcomes());
        HB_CHECK(undoStatements());
        HB_CHECK(removeAccounts());
        HB_CHECK(removeMetrics());
        HB_CHECK(store::writeJournal(m_database,
                                     {.person = by,
                                      .what = u"undo_run"_s,
                                      .account = {},
                                      .before = {},
                                      .after = u"{\"run\":%1}"_s.arg(m_run.id.value)}));
        HB_CHECK(recordChanges());
        return std::move(m_report);
    }

private:
    Result<void> undoMeasurements() {
        if (m_run.kind != store::RunKind::Measurements) {
            return {};
        }
        HB_TRY(const store::SeriesUndone undone, store::undoSeries(m_database, m_run.id, m_job));
        m_report.restored += undone.counts.restored;
        m_report.removed += undone.counts.removed;
        m_touched.insert(undone.accounts.begin(), undone.accounts.end());
        m_report.changes.measurements = true;
        return {};
    }

    Result<void> undoOutcomes() {
        if (m_run.kind != store::RunKind::Outcomes) {
            return {};
        }
        using Key = std::tuple<AccountId, Day, OutcomeKind>;
        const auto inForce = [this]() -> Result<std::map<Key, store::OutcomeRow>> {
            HB_TRY(const auto rows, store::outcomes(m_database));
            std::map<Key, store::OutcomeRow> byKey;
            for (const store::OutcomeRow& row : rows) {
                byKey.emplace(Key{row.account, row.day, row.kind}, row);
            }
            return byKey;
        };
        HB_TRY(const auto before, inForce());
        HB_CHECK(store::deleteOutcomesOf(m_database, m_run.id));
        HB_TRY(const auto after, inForce());
        for (const auto& [key, row] : before) {
            const auto left = after.find(key);
            m_report.removed += left == after.end() ? 1 : 0;
            m_report.restored += left != after.end() && left->second != row ? 1 : 0;
            if (left == after.end() || left->second != row) {
                m_touched.insert(row.account);
            }
        }
        m_report.changes.outcomes = true;
        return {};
    }

    /// Imports of any kind may have made accounts, each with a statement.
    Result<void> undoStatements() {
        HB_TRY(const auto accounts, store::accountsStatedBy(m_database, m_run.id));
        if (accounts.empty()) {
            return {};
        }
        HB_CHECK(store::deleteStatementsOf(m_database, m_run.id));
        HB_TRY(auto writer, store::AccountWriter::prepare(m_database));
        std::int64_t done = 0;
        for (const AccountId account : accounts) {
            if (m_job.stopped()) {
                return cancelled();
            }
            HB_TRY(const auto rebuilt, writer.rebuild(account));
            m_report.restored += rebuilt.restored;
            m_report.removed += rebuilt.removed;
            if (rebuilt.restored + rebuilt.removed > 0) {
                m_touched.insert(account);
                m_report.changes.accounts = true;
            }
            if (++done % 1024 == 0) {
                m_job.report(done, static_cast<std::int64_t>(accounts.size()), "accounts");
            }
        }
        return {};
    }

    Result<void> removeAccounts() {
        HB_TRY(std::vector<store::CreatedAccount> left, store::accountsOfUndoneRuns(m_database));
        if (left.empty()) {
            return {};
        }
        HB_TRY(const auto parents, store::parentKeys(m_database));
        // One into which another was merged is referred to until that one is gone.
        for (std::size_t before = left.size() + 1; left.size() < before;) {
            before = left.size();
            std::vector<store::CreatedAccount> kept;
            for (store::CreatedAccount& account : left) {
                HB_TRY(const bool referred, store::isAccountReferred(m_database, account.id));
                if (referred || parents.contains(account.key)) {
                    kept.push_back(std::move(account));
                    continue;
                }
                HB_CHECK(store::deleteAccount(m_database, account.id));
                ++m_report.accountsRemoved;
                m_report.changes.accounts = true;
            }
            left = std::move(kept);
        }
        return {};
    }

    Result<void> removeMetrics() {
        HB_TRY(const auto candidates, store::metricsOfUndoneRuns(m_database));
        for (const MetricId metric : candidates) {
            HB_TRY(const bool referred, store::isMetricReferred(m_database, metric));
            if (!referred) {
                HB_CHECK(store::deleteMetric(m_database, metric));
                ++m_report.metricsRemoved;
                m_report.changes.scorecard = true;
            }
        }
        return {};
    }

    Result<void> recordChanges() {
        ChangeSet& changes = m_report.changes;
        // Rows of accounts or metrics that are gone cannot be patched one by one.
        const bool few = m_touched.size() <= store::manyAccounts &&
                         m_report.accountsRemoved + m_report.metricsRemoved == 0;
        if (few) {
            changes.accountIds.assign(m_touched.begin(), m_touched.end());
        }
        return recordRun(m_database, m_run.id, changes);
    }

    store::Database& m_database;
    const store::Run& m_run;
    const Job& m_job;
    UndoReport m_report;
    std::set<AccountId> m_touched;
};

} // namespace

Result<UndoReport> undoRun(Book& book, RunId run, bool dryRun, const Person& person, const Job& job) {
    HB_CHECK(book.checkWritable());
    store::Database& database = book.database();
    HB_TRY(store::Transaction transaction, store::Transaction::beginBulk(database));
    HB_TRY(const store::Run found, store::findRun(database, run));
    if (found.undone) {
        return failure({.code = ErrorCode::Conflict,
                        .what = "Could not undo the import",
                        .found = "run " + std::to_string(run.value) + ", which is undone already",
                        .expected = "a run that is not undone"});
    }
    HB_TRY(UndoReport report, Undo(database, found, job).takeOut(person));
    if (!dryRun) {
        HB_CHECK(transaction.commit());
    }
    return report;
}

} // namespace hb::book
