// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/snapshot_attributes.h"
#include "core/book/snapshot_parts.h"
#include "core/book/snapshot_series.h"
#include "core/exchange/scorecard_json.h"
#include "core/store/account_keys.h"
#include "core/store/action_store.h"
#include "core/store/draft_store.h"
#include "core/store/hand_store.h"
#include "core/store/journal.h"
#include "core/store/outcome_store.h"
#include "core/store/scorecard_store.h"
#include "core/store/setting_store.h"
#include "core/store/snapshot_store.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace hb::book {

Result<void> readOverrides(store::Database& database, const Places& places, Snapshot& snapshot) {
    HB_TRY(const std::vector<store::OverrideRow> rows, store::overrides(database));
    snapshot.overrides.clear();
    for (const store::OverrideRow& row : rows) {
        snapshot.overrides.push_back({.id = row.id,
                                      .account = places.of(row.account).value(),
                                      .target = row.target,
                                      .key = row.key.toStdString(),
                                      .score = row.score,
                                      .first = row.first,
                                      .last = row.last,
                                      .author = row.author.toStdString(),
                                      .reason = row.reason.toStdString()});
    }
    std::ranges::stable_sort(snapshot.overrides, {}, &Override::account);
    return {};
}

Result<void> readOutcomes(store::Database& database, const Places& places, Snapshot& snapshot) {
    HB_TRY(std::vector<store::OutcomeRow> rows, store::outcomes(database));
    // An account's own come first, and stand where one of its parts has the same.
    std::ranges::stable_partition(
        rows, [&](const store::OutcomeRow& row) { return places.accounts.contains(row.account.value); });
    std::set<std::tuple<AccountIndex, Day, OutcomeKind>> known;
    snapshot.outcomes.clear();
    for (const store::OutcomeRow& row : rows) {
        const AccountIndex account = places.of(row.account).value();
        if (places.parts.contains(account) && !known.emplace(account, row.day, row.kind).second) {
            continue;
        }
        snapshot.outcomes.push_back({.account = account,
                                     .day = row.day,
                                     .kind = row.kind,
                                     .arrChangeCents = row.arrChangeCents,
                                     .reason = row.reason.toStdString()});
    }
    std::ranges::stable_sort(
        snapshot.outcomes, {}, [](const Outcome& each) { return std::pair(each.account, each.day); });
    return {};
}

Result<void> readActions(store::Database& database, const Places& places, Snapshot& snapshot) {
    HB_TRY(const std::vector<store::ActionRow> rows, store::actions(database));
    snapshot.actions.clear();
    for (const store::ActionRow& row : rows) {
        snapshot.actions.push_back({.id = row.id,
                                    .account = places.of(row.account).value(),
                                    .title = row.title.toStdString(),
                                    .owner = row.owner.toStdString(),
                                    .due = row.due,
                                    .metric = row.metric.toStdString(),
                                    .createdOn = row.createdOn,
                                    .status = row.status,
                                    .closedOn = row.closedOn,
                                    .closeReason = row.closeReason.toStdString()});
    }
    std::ranges::sort(
        snapshot.actions, {}, [](const Action& each) { return std::pair(each.account, each.id); });
    return {};
}

Result<void> readReviews(store::Database& database, const Places& places, Snapshot& snapshot) {
    HB_TRY(const std::vector<store::ReviewRow> rows, store::reviews(database));
    snapshot.reviews.clear();
    for (const store::ReviewRow& row : rows) {
        // Who looked at an account before it was merged has not looked at what came together.
        if (const auto own = places.accounts.find(row.account.value); own != places.accounts.end()) {
            snapshot.reviews.push_back(
                {.account = own->second, .person = row.name, .day = row.day, .reasons = row.reasons});
        }
    }
    std::ranges::stable_sort(snapshot.reviews, {}, &Review::account);
    return {};
}

Result<void> readDrafts(store::Database& database, Snapshot& snapshot) {
    HB_TRY(std::vector<store::DraftRow> rows, store::drafts(database));
    snapshot.drafts.clear();
    for (store::DraftRow& row : rows) {
        snapshot.drafts.push_back(
            {.draft = std::move(row.draft), .author = row.author.toStdString(), .at = row.at.toStdString()});
    }
    return {};
}

void setMeasuredDays(Snapshot& snapshot) {
    const DayRange range = measuredDays(snapshot.series);
    snapshot.oldestMeasurement = range.oldest;
    snapshot.newestMeasurement = range.newest;
}

namespace {

/// Which account shows the rows of another, and under which further ids it is known.
Result<void> readFurtherKeys(store::Database& database, Snapshot& snapshot) {
    HB_TRY(const std::vector<store::MergedRow> merged, store::mergedAccounts(database));
    HB_TRY(const std::vector<store::FormerKey> former, store::formerKeys(database));
    std::unordered_map<std::int64_t, AccountId> into;
    for (const store::MergedRow& row : merged) {
        into.emplace(row.id.value, row.into);
    }
    Places places = placesOf(snapshot);
    for (const store::MergedRow& row : merged) {
        AccountId shown = row.into;
        for (auto next = into.find(shown.value); next != into.end(); next = into.find(shown.value)) {
            shown = next->second;
        }
        const AccountIndex account = places.accounts.at(shown.value);
        snapshot.merged.push_back({.id = row.id, .into = account});
        snapshot.furtherKeys.push_back({.key = row.key, .account = account});
    }
    places = placesOf(snapshot);
    for (const store::FormerKey& each : former) {
        snapshot.furtherKeys.push_back({.key = each.key, .account = places.of(each.account).value()});
    }
    std::ranges::sort(snapshot.furtherKeys, {}, &FurtherKey::key);
    return {};
}

Result<void> readAccountsAndScorecard(store::Database& database, Snapshot& snapshot) {
    HB_TRY(std::vector<store::AccountRow> rows, store::accounts(database));
    std::vector<Account> accounts;
    accounts.reserve(rows.size());
    for (store::AccountRow& row : rows) {
        accounts.push_back({.id = row.id, .key = std::move(row.key)});
    }
    snapshot.accounts = std::make_shared<const std::vector<Account>>(std::move(accounts));
    HB_CHECK(readFurtherKeys(database, snapshot));
    HB_TRY(Scorecard scorecard, store::readScorecard(database));
    if (const QStringList faults = exchange::scorecardFaults(scorecard); !faults.isEmpty()) {
        return failure({.code = ErrorCode::Corrupt,
                        .what = "The scorecard of the book is damaged",
                        .found = faults.first().toStdString(),
                        .hint = "Restore a backup of the book"});
    }
    snapshot.scorecard = std::make_shared<const Scorecard>(std::move(scorecard));
    HB_TRY(snapshot.metricIds, store::metricIds(database));
    return {};
}

} // namespace

Result<std::shared_ptr<const Snapshot>> loadWithin(store::Database& database, const Job& job) {
    auto snapshot = std::make_shared<Snapshot>();
    HB_TRY(snapshot->lastChange, store::newestChange(database));
    HB_CHECK(readAccountsAndScorecard(database, *snapshot));
    const Places places = placesOf(*snapshot);
    HB_TRY(snapshot->series, loadSeries(database, places, job));
    setMeasuredDays(*snapshot);
    HB_TRY(AttributeColumns attributes, loadAttributes(database, places));
    snapshot->attributes = std::move(attributes.columns);
    snapshot->texts = std::move(attributes.texts);
    HB_CHECK(readOverrides(database, places, *snapshot));
    HB_CHECK(readOutcomes(database, places, *snapshot));
    HB_CHECK(readActions(database, places, *snapshot));
    HB_CHECK(readReviews(database, places, *snapshot));
    HB_CHECK(readDrafts(database, *snapshot));
    HB_TRY(snapshot->settings, store::readSettings(database));
    if (job.stopped()) {
        return cancelled();
    }
    return snapshot;
}

Result<std::shared_ptr<const Snapshot>> loadSnapshot(Book& book, const Job& job) {
    HB_TRY(const store::Transaction oneState, store::Transaction::beginRead(book.database()));
    return loadWithin(book.database(), job);
}

} // namespace hb::book
