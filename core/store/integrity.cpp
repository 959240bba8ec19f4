// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/integrity.h"

#include "core/store/account_keys.h"
#include "core/store/account_store.h"
#include "core/store/measurement_reader.h"
#include "core/store/native_statement.h"
#include "core/store/scorecard_store.h"
#include "core/store/series_codec.h"
#include "core/store/series_journal.h"
#include "core/store/snapshot_store.h"
#include "core/store/version_json.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostFaults = 1000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Integrity)
};

QString dayText(std::int32_t day) {
    return QString::fromStdString(toIsoText(Day{day}));
}

/// Looks at every chunk: that it can be read, that its runs are in force, that it does not overlap another of
/// its series.
class ChunkCheck {
public:
    ChunkCheck(Database& database, QStringList& faults) : m_database(database), m_faults(faults) {}

    Result<void> prepare() {
        HB_TRY(Query runs,
               m_database.query(u"SELECT id FROM run WHERE kind = 'measurements' AND undone_at IS NULL"_s));
        while (runs.next()) {
            m_runs.insert(runs.get<std::int64_t>(0));
        }
        HB_CHECK(runs.finished());
        HB_TRY(const std::vector<AccountRow> rows, accounts(m_database));
        for (const AccountRow& row : rows) {
            m_accounts.emplace(row.id.value, QString::fromStdString(row.key));
        }
        HB_TRY(const std::vector<MergedRow> merged, mergedAccounts(m_database));
        for (const MergedRow& row : merged) {
            m_accounts.emplace(row.id.value, QString::fromStdString(row.key));
        }
        HB_TRY(Query metrics, m_database.query(u"SELECT id, key FROM metric"_s));
        while (metrics.next()) {
            m_metrics.emplace(metrics.get<std::int64_t>(0), metrics.get<QString>(1));
        }
        return metrics.finished();
    }

    bool visit(const ChunkRow& chunk) {
        const auto count = decodeChunk(
            chunk.points, chunk.firstDay, {.days = m_days, .values = m_values, .runs = m_chunkRuns});
        if (!count) {
            m_faults.push_back(Words::tr("The measurements of %1 from %2 on cannot be read.")
                                   .arg(nameOf(chunk), dayText(chunk.firstDay)));
            return goOn();
        }
        const auto runsEnd = m_chunkRuns.begin() + static_cast<std::ptrdiff_t>(*count);
        if (std::any_of(
                m_chunkRuns.begin(), runsEnd, [&](std::int64_t run) { return !m_runs.contains(run); })) {
            m_faults.push_back(
                Words::tr("A measurement of %1 names an import that is not in force.").arg(nameOf(chunk)));
        }
        m_spans.push_back({chunk.account.value, chunk.metric.value, chunk.firstDay, m_days[*count - 1]});
        return goOn();
    }

    void findOverlaps() {
        std::ranges::sort(m_spans);
        for (std::size_t i = 1; i < m_spans.size() && goOn(); ++i) {
            const Span& before = m_spans[i - 1];
            const Span& after = m_spans[i];
            if (std::tie(before.account, before.metric) == std::tie(after.account, after.metric) &&
                after.first <= before.last) {
                m_faults.push_back(Words::tr("The measurements of %1 are not in the order of days at %2.")
                                       .arg(nameOf({.account = {after.account},
                                                    .metric = {after.metric},
                                                    .firstDay = 0,
                                                    .points = {}}),
                                            dayText(after.first)));
            }
        }
    }

private:
    struct Span {
        std::int64_t account = 0;
        std::int64_t metric = 0;
        std::int32_t first = 0;
        std::int32_t last = 0;
        friend auto operator<=>(const Span&, const Span&) = default;
    };

    [[nodiscard]] bool goOn() const { return m_faults.size() < mostFaults; }
    [[nodiscard]] QString nameOf(const ChunkRow& chunk) const {
        const auto account = m_accounts.find(chunk.account.value);
        const auto metric = m_metrics.find(chunk.metric.value);
        return Words::tr("%1, metric %2")
            .arg(account == m_accounts.end() ? QString::number(chunk.account.value) : account->second,
                 metric == m_metrics.end() ? QString::number(chunk.metric.value) : metric->second);
    }

    Database& m_database;
    QStringList& m_faults;
    std::unordered_set<std::int64_t> m_runs;
    std::unordered_map<std::int64_t, QString> m_accounts;
    std::unordered_map<std::int64_t, QString> m_metrics;
    std::vector<Span> m_spans;
    std::array<std::int32_t, maxChunkPoints> m_days{};
    std::array<double, maxChunkPoints> m_values{};
    std::array<std::int64_t, maxChunkPoints> m_chunkRuns{};
};

Result<void> checkChunks(Database& database, QStringList& faults, const Job& job) {
    ChunkCheck check(database, faults);
    HB_CHECK(check.prepare());
    HB_CHECK(readChunks(database, [&](const ChunkRow& chunk) { return check.visit(chunk); }, job));
    check.findOverlaps();
    return {};
}

Result<void> checkJournal(Database& database, QStringList& faults) {
    HB_TRY(auto rows,
           NativeStatement::prepare(database, "SELECT run_id, data FROM series_journal ORDER BY run_id"));
    std::vector<PointBefore> entries;
    std::int64_t lastFaulty = 0;
    HB_TRY(bool more, rows.step());
    while (more && faults.size() < mostFaults) {
        const std::int64_t run = rows.integer(0);
        if (run != lastFaulty && !decodeJournal(rows.bytes(1), entries)) {
            faults.push_back(
                Words::tr("Import %1 can no longer be undone: what stood before it cannot be read.")
                    .arg(run));
            lastFaulty = run;
        }
        HB_TRY(more, rows.step());
    }
    return {};
}

/// Values that only another program can have written.
Result<void> checkValues(Database& database, QStringList& faults) {
    HB_TRY(Query rows, database.query(uR"(
        SELECT 'metric ' || key || ': aggregation ' || aggregation FROM metric WHERE aggregation NOT IN
            ('last', 'mean', 'sum', 'min', 'max', 'count', 'change_pct', 'days_since')
        UNION ALL SELECT 'override ' || id || ': score ' || score FROM override WHERE score NOT BETWEEN 0 AND 100
        UNION ALL SELECT 'settings: ' || value FROM setting WHERE key = 'book' AND NOT json_valid(value))"_s));
    while (rows.next()) {
        faults.push_back(Words::tr("A value that Healthbook never writes: %1.").arg(rows.get<QString>(0)));
    }
    return rows.finished();
}

Result<void> checkVersions(Database& database, QStringList& faults) {
    HB_TRY(Query rows, database.query(uR"(SELECT key, number, content FROM template_version
                                          JOIN template ON template.id = template_id ORDER BY key, number)"_s));
    while (rows.next()) {
        if (!fromVersionJson(rows.get<QString>(2))) {
            faults.push_back(Words::tr("Version %2 of template %1 cannot be read.")
                                 .arg(rows.get<QString>(0), rows.get<QString>(1)));
        }
    }
    HB_CHECK(rows.finished());
    HB_TRY(Query empty, database.query(uR"(SELECT key FROM template
        WHERE NOT EXISTS (SELECT 1 FROM template_version WHERE template_id = template.id))"_s));
    while (empty.next()) {
        faults.push_back(Words::tr("Template %1 has no version.").arg(empty.get<QString>(0)));
    }
    return empty.finished();
}

Result<void> checkAttributes(Database& database, QStringList& faults) {
    HB_TRY(const std::vector<AccountId> wrong, accountsNotAsStated(database));
    for (const AccountId id : wrong) {
        HB_TRY(const auto account, findAccount(database, id));
        faults.push_back(
            Words::tr("The attributes of %1 are not what was stated.")
                .arg(account ? QString::fromStdString(account->key) : QString::number(id.value)));
        if (faults.size() >= mostFaults) {
            break;
        }
    }
    return {};
}

} // namespace

Result<QStringList> contentFaults(Database& database, const Job& job) {
    QStringList faults;
    HB_CHECK(checkChunks(database, faults, job));
    HB_CHECK(checkJournal(database, faults));
    HB_CHECK(checkVersions(database, faults));
    HB_CHECK(checkValues(database, faults));
    HB_CHECK(checkAttributes(database, faults));
    return faults;
}

} // namespace hb::store
