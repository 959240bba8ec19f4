// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/snapshot_attributes.h"
#include "core/book/snapshot_parts.h"
#include "core/store/account_keys.h"
#include "core/store/journal.h"
#include "core/store/scorecard_store.h"
#include "core/store/setting_store.h"
#include "core/store/snapshot_store.h"
#include "core/store/transaction.h"

#include <algorithm>

namespace hb::book {

namespace {

using store::ChangeKind;

/// Of the changes to measurements and accounts, the accounts; none where one may concern any account.
void addAccount(ChangeSet& set, bool& many, const store::Change& change) {
    if (!change.account) {
        many = true;
    } else if (std::ranges::find(set.accountIds, *change.account) == set.accountIds.end()) {
        set.accountIds.push_back(*change.account);
    }
    many = many || set.accountIds.size() > store::manyAccounts;
}

void addChange(ChangeSet& set, bool& many, const store::Change& change) {
    set.seq = change.seq;
    switch (change.kind) {
    case ChangeKind::Everything:
        set.everything = true;
        break;
    case ChangeKind::Measurements:
        set.measurements = true;
        addAccount(set, many, change);
        break;
    case ChangeKind::Accounts:
        set.accounts = true;
        addAccount(set, many, change);
        break;
    case ChangeKind::Scorecard:
        set.scorecard = true;
        break;
    case ChangeKind::Overrides:
        set.overrides = true;
        break;
    case ChangeKind::Reviews:
        set.reviews = true;
        break;
    case ChangeKind::Notes:
        set.notes = true;
        break;
    case ChangeKind::Outcomes:
        set.outcomes = true;
        break;
    case ChangeKind::Settings:
        set.settings = true;
        break;
    case ChangeKind::Views:
        set.views = true;
        break;
    case ChangeKind::Drafts:
        set.drafts = true;
        break;
    case ChangeKind::Contacts:
        set.contacts = true;
        break;
    case ChangeKind::Actions:
        set.actions = true;
        break;
    }
}

Result<ChangeSet> changesWithin(store::Database& database, std::int64_t seq) {
    HB_TRY(const std::vector<store::Change> changes, store::changesAfter(database, seq));
    ChangeSet set;
    set.seq = seq;
    bool many = false;
    for (const store::Change& change : changes) {
        addChange(set, many, change);
    }
    if (many) {
        set.accountIds.clear();
    }
    return set;
}

/// Whether the snapshot has exactly the accounts and metrics of the book, as far as the changes could have
/// touched them.
Result<bool> hasSameRows(store::Database& database,
                         const Snapshot& snapshot,
                         const Places& places,
                         const ChangeSet& changes) {
    if (changes.accounts && changes.accountIds.empty()) {
        HB_TRY(const std::vector<store::AccountRow> rows, store::accounts(database));
        if (!std::ranges::equal(rows, *snapshot.accounts, {}, &store::AccountRow::id, &Account::id)) {
            return false;
        }
        HB_TRY(const std::vector<store::MergedRow> merged, store::mergedAccounts(database));
        if (!std::ranges::equal(merged, snapshot.merged, {}, &store::MergedRow::id, &MergedAccount::id)) {
            return false;
        }
    }
    for (const AccountId id : changes.accountIds) {
        HB_TRY(const auto row, store::findAccount(database, id));
        if (!row || !places.of(id)) {
            return false;
        }
    }
    if (changes.scorecard) {
        HB_TRY(std::vector<MetricId> ids, store::metricIds(database));
        return std::ranges::is_permutation(ids, snapshot.metricIds);
    }
    return true;
}

/// Reads the scorecard again and puts the series into its order.
Result<void> patchScorecard(store::Database& database, Snapshot& snapshot) {
    HB_TRY(Scorecard scorecard, store::readScorecard(database));
    HB_TRY(std::vector<MetricId> ids, store::metricIds(database));
    std::vector<SeriesColumn> series;
    for (const MetricId id : ids) {
        const auto at = std::ranges::find(snapshot.metricIds, id) - snapshot.metricIds.begin();
        series.push_back(snapshot.series[static_cast<std::size_t>(at)]);
    }
    snapshot.series = std::move(series);
    snapshot.metricIds = std::move(ids);
    snapshot.scorecard = std::make_shared<const Scorecard>(std::move(scorecard));
    return {};
}

Result<void> patchMeasurements(store::Database& database,
                               const Places& places,
                               const ChangeSet& changes,
                               Snapshot& snapshot) {
    if (changes.accountIds.empty()) {
        HB_TRY(snapshot.series, loadSeries(database, places, {}));
    } else {
        HB_TRY(snapshot.series, patchSeries(database, places, snapshot.series, changes.accountIds));
    }
    setMeasuredDays(snapshot);
    return {};
}

Result<void>
patchAccounts(store::Database& database, const Places& places, const ChangeSet& changes, Snapshot& snapshot) {
    AttributeColumns attributes{.columns = snapshot.attributes, .texts = snapshot.texts};
    if (changes.accountIds.empty()) {
        HB_TRY(attributes, loadAttributes(database, places));
    } else {
        HB_TRY(attributes, patchAttributes(database, places, attributes, changes.accountIds));
    }
    snapshot.attributes = std::move(attributes.columns);
    snapshot.texts = std::move(attributes.texts);
    return {};
}

Result<void> patchParts(store::Database& database, const ChangeSet& changes, Snapshot& snapshot) {
    if (changes.scorecard) {
        HB_CHECK(patchScorecard(database, snapshot));
    }
    const Places places = placesOf(snapshot);
    if (changes.measurements) {
        HB_CHECK(patchMeasurements(database, places, changes, snapshot));
    }
    if (changes.accounts) {
        HB_CHECK(patchAccounts(database, places, changes, snapshot));
    }
    if (changes.overrides) {
        HB_CHECK(readOverrides(database, places, snapshot));
    }
    if (changes.outcomes) {
        HB_CHECK(readOutcomes(database, places, snapshot));
    }
    if (changes.actions) {
        HB_CHECK(readActions(database, places, snapshot));
    }
    if (changes.reviews) {
        HB_CHECK(readReviews(database, places, snapshot));
    }
    if (changes.drafts) {
        HB_CHECK(readDrafts(database, snapshot));
    }
    HB_TRY(snapshot.settings, store::readSettings(database));
    return {};
}

} // namespace

Result<ChangeSet> changesSince(Book& book, std::int64_t seq) {
    return changesWithin(book.database(), seq);
}

Result<std::shared_ptr<const Snapshot>>
patchSnapshot(Book& book, const std::shared_ptr<const Snapshot>& before, const ChangeSet& changes) {
    store::Database& database = book.database();
    HB_TRY(const store::Transaction oneState, store::Transaction::beginRead(database));
    // What the caller knows may be older than the book by now, and the snapshot must not miss what came
    // between.
    HB_TRY(ChangeSet all, changesWithin(database, before->lastChange));
    all.everything = all.everything || changes.everything;
    if (all.isEmpty()) {
        return before;
    }
    HB_TRY(const bool isSame, hasSameRows(database, *before, placesOf(*before), all));
    if (all.everything || !isSame) {
        return loadWithin(database, {});
    }
    auto snapshot = std::make_shared<Snapshot>(*before);
    HB_CHECK(patchParts(database, all, *snapshot));
    snapshot->lastChange = all.seq;
    return snapshot;
}

} // namespace hb::book
