// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/timeline.h"

#include "core/book/timeline_rows.h"
#include "core/scoring/scorer.h"
#include "core/store/account_history.h"
#include "core/store/account_keys.h"
#include "core/store/account_store.h"
#include "core/store/journal.h"
#include "core/store/outcome_store.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace hb::book {

using store::RunKind;
using store::RunStamp;

namespace {

/// Everything of one account, as it is read.
class Collector {
public:
    Collector(store::Database& database, const Snapshot& snapshot, AccountIndex account)
        : m_database(database), m_snapshot(snapshot), m_account(account),
          m_id((*snapshot.accounts)[account].id) {}

    Result<std::vector<TimelineItem>> collect() {
        HB_CHECK(addHandRows());
        HB_CHECK(addAttributes());
        HB_CHECK(addOutcomes());
        HB_CHECK(addMeasurementImports());
        HB_CHECK(addImports());
        HB_CHECK(addMerges());
        addVersions();
        return std::move(m_items);
    }
    Result<std::vector<TimelineItem>> collectOutcomes() {
        HB_CHECK(addOutcomes());
        return std::move(m_items);
    }

private:
    Result<void> addHandRows() {
        HB_TRY(const std::vector<store::NoteRow> notes, store::notes(m_database, m_id));
        for (const store::NoteRow& row : notes) {
            m_items.push_back(itemOf(row));
        }
        HB_TRY(const std::vector<store::HandValueRow> values, store::handValues(m_database, m_id));
        for (const store::HandValueRow& row : values) {
            m_items.push_back(itemOf(row, metricKey(m_snapshot, row.metric)));
        }
        HB_TRY(const Closings closings, closingsOf(m_database, m_id));
        HB_TRY(const std::vector<store::OverrideRow> overrides, store::overrides(m_database, m_id));
        for (const store::OverrideRow& row : overrides) {
            addItems(row, closings, m_items);
        }
        HB_TRY(const std::vector<store::ActionRow> actions, store::actions(m_database, m_id));
        for (const store::ActionRow& row : actions) {
            addItems(row, closings, m_items);
        }
        HB_TRY(const std::vector<store::ContactRow> contacts, store::contacts(m_database, m_id));
        for (const store::ContactRow& row : contacts) {
            addItems(row, closings, m_items);
        }
        return {};
    }

    /// The statements are replayed, so that every value in force has the run that stated it.
    Result<void> addAttributes() {
        HB_TRY(const auto statements, store::attributeStatements(m_database, m_id));
        std::map<QString, store::AttributeHistory> histories;
        std::map<std::pair<QString, Day>, RunId> statedBy;
        for (const store::AttributeStatement& each : statements) {
            store::AttributeHistory& history = histories[each.key];
            const bool wasEmpty = history.empty();
            const bool changed = store::stateAttribute(history, each.from, each.value);
            if (changed || wasEmpty) {
                statedBy[{each.key, each.from}] = each.run;
            }
            m_imports[each.run] += changed ? 1 : 0;
        }
        for (const auto& [key, history] : histories) {
            HB_CHECK(addSteps(key, history, statedBy));
        }
        return {};
    }

    /// What an account came with is no change, unless a person stated it.
    Result<void> addSteps(const QString& key,
                          const store::AttributeHistory& history,
                          const std::map<std::pair<QString, Day>, RunId>& statedBy) {
        QString before;
        bool isFirst = true;
        for (const auto& [from, value] : history) {
            const auto run = statedBy.find({key, from});
            const bool changed = value != before;
            if (run != statedBy.end() && changed) {
                HB_TRY(const RunStamp stamp, stampOf(run->second));
                if (!isFirst || stamp.kind == RunKind::Hand) {
                    TimelineItem item = itemOfRun(TimelineKind::Attribute, from, stamp);
                    item.subject = key.toStdString();
                    item.before = before.toStdString();
                    item.after = value.toStdString();
                    m_items.push_back(std::move(item));
                }
            }
            before = value;
            isFirst = false;
        }
        return {};
    }

    Result<void> addOutcomes() {
        std::map<std::pair<Day, OutcomeKind>, RunId> last;
        HB_TRY(const auto statements, store::outcomeStatements(m_database, m_id));
        for (const store::OutcomeStatement& each : statements) {
            last[{each.day, each.kind}] = each.run;
            ++m_imports[each.run];
        }
        HB_TRY(std::vector<store::OutcomeRow> rows, store::outcomes(m_database, m_id));
        std::ranges::stable_partition(rows,
                                      [this](const store::OutcomeRow& row) { return row.account == m_id; });
        std::set<std::pair<Day, OutcomeKind>> known;
        for (const store::OutcomeRow& row : rows) {
            if (!known.emplace(row.day, row.kind).second) {
                continue; // of a part, and its own stands
            }
            HB_TRY(const RunStamp stamp, stampOf(last[{row.day, row.kind}]));
            TimelineItem item = itemOfRun(TimelineKind::Outcome, row.day, stamp);
            item.outcome = row.kind;
            item.arrChangeCents = row.arrChangeCents;
            item.text = row.reason.toStdString();
            m_items.push_back(std::move(item));
        }
        return {};
    }

    Result<void> addMeasurementImports() {
        HB_TRY(const std::vector<AccountId> parts, store::partsOf(m_database, m_id));
        for (const AccountId part : parts) {
            HB_TRY(const auto runs, store::measurementRuns(m_database, part));
            for (const auto& [run, count] : runs) {
                m_imports[run] += count;
            }
        }
        return {};
    }

    Result<void> addImports() {
        for (const auto& [run, count] : m_imports) {
            HB_TRY(const RunStamp stamp, stampOf(run));
            const std::optional<Day> day = store::localDay(stamp.at);
            if (count == 0 || stamp.kind == RunKind::Hand || !day) {
                continue;
            }
            TimelineItem item = itemOfRun(TimelineKind::Import, *day, stamp);
            item.subject = stamp.file.toStdString();
            item.text = stamp.source.toStdString();
            item.number = count;
            m_items.push_back(std::move(item));
        }
        return {};
    }

    Result<void> addMerges() {
        HB_TRY(std::vector<TimelineItem> merges, mergeItems(m_database, m_id));
        std::ranges::move(merges, std::back_inserter(m_items));
        return {};
    }

    /// Versions from whose first day on the account is scored by them, and was not before.
    void addVersions() {
        // Not owned: it lives as long as this call.
        const scoring::Scorer scorer(std::shared_ptr<const Snapshot>(std::shared_ptr<void>(), &m_snapshot));
        std::set<Day> days;
        for (const Template& each : m_snapshot.scorecard->templates) {
            for (const TemplateVersion& version : each.versions) {
                days.insert(version.effectiveFrom);
            }
        }
        for (const Day day : days) {
            const scoring::CompiledVersion& before = scorer.versionOf(m_account, day - 1);
            const scoring::CompiledVersion& after = scorer.versionOf(m_account, day);
            const Template& owner = m_snapshot.scorecard->templates[after.templateIndex];
            const TemplateVersion& version = owner.versions[after.versionIndex];
            if (&before == &after || version.effectiveFrom != day) {
                continue;
            }
            TimelineItem item{.kind = TimelineKind::Version, .account = m_id, .day = day};
            item.subject = owner.key;
            item.text = version.reason;
            item.number = version.number;
            m_items.push_back(std::move(item));
        }
    }

    [[nodiscard]] TimelineItem itemOfRun(TimelineKind kind, Day day, const RunStamp& stamp) const {
        TimelineItem item{.kind = kind, .account = m_id, .day = day};
        item.at = stamp.at.toStdString();
        item.person = stamp.by.toStdString();
        item.isByHand = stamp.kind == RunKind::Hand;
        item.run = stamp.id;
        return item;
    }
    Result<RunStamp> stampOf(RunId run) {
        const auto known = m_stamps.find(run);
        if (known != m_stamps.end()) {
            return known->second;
        }
        HB_TRY(RunStamp stamp, store::runStamp(m_database, run));
        return m_stamps.emplace(run, std::move(stamp)).first->second;
    }

    store::Database& m_database;
    const Snapshot& m_snapshot;
    AccountIndex m_account;
    AccountId m_id;
    std::vector<TimelineItem> m_items;
    std::map<RunId, std::int64_t> m_imports; ///< how much each run stated of the account
    std::map<RunId, RunStamp> m_stamps;
};

} // namespace

Result<std::vector<TimelineItem>>
timelineOf(Book& book, const Snapshot& snapshot, AccountIndex account, Day until) {
    HB_TRY(const store::Transaction oneState, store::Transaction::beginRead(book.database()));
    HB_TRY(std::vector<TimelineItem> items, Collector(book.database(), snapshot, account).collect());
    std::erase_if(items, [until](const TimelineItem& item) { return item.day > until; });
    sortNewestFirst(items);
    return items;
}

Result<std::vector<TimelineItem>>
outcomeItems(store::Database& database, const Snapshot& snapshot, AccountIndex account) {
    return Collector(database, snapshot, account).collectOutcomes();
}

} // namespace hb::book
