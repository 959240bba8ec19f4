// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/snapshot_attributes.h"
#include "core/book/snapshot_parts.h"
#include "core/book/snapshot_series.h"
#include "core/exchange/scorecard_json.h"
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

namespace hb::book {

Result<void> readOverrides(store::Database& database, const Places& places, Snapshot& snapshot) {
    HB_TRY(const std::vector<store::OverrideRow> rows, store::overrides(database));
    snapshot.overrides.clear();
    for (const store::OverrideRow& row : rows) {
        snapshot.overrides.push_back({.id = row.id,
                                      .account = places.accounts.at(row.account.value),
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
    HB_TRY(const std::vector<store::OutcomeRow> rows, store::outcomes(database));
    snapshot.outcomes.clear();
    for (const store::OutcomeRow& row : rows) {
        snapshot.outcomes.push_back({.account = places.accounts.at(row.account.value),
                                     .day = row.day,
                                     .kind = row.kind,
                                     .arrChangeCents = row.arrChangeCents,
                                     .reason = row.reason.toStdString()});
    }
    std::ranges::stable_sort(snapshot.outcomes, {}, &Outcome::account);
    return {};
}

Result<void> readActions(store::Database& database, const Places& places, Snapshot& snapshot) {
    HB_TRY(const std::vector<store::ActionRow> rows, store::actions(database));
    snapshot.actions.clear();
    for (const store::ActionRow& row : rows) {
        snapshot.actions.push_back({.id = row.id,
                                    .account = places.accounts.at(row.account.value),
                                    .title = row.title.toStdString(),
                                    .owner = row.owner.toStdString(),
                                    .due = row.due,
                                    .metric = row.metric.toStdString(),
                                    .createdOn = row.createdOn,
                                    .status = row.status,
                                    .closedOn = row.closedOn,
                                    .closeReason = row.closeReason.toStdString()});
    }
    std::ranges::stable_sort(snapshot.actions, {}, &Action::account);
    return {};
}

Result<void> readReviews(store::Database& database, const Places& places, Snapshot& snapshot) {
    HB_TRY(const std::vector<store::ReviewRow> rows, store::reviews(database));
    snapshot.reviews.clear();
    for (const store::ReviewRow& row : rows) {
        snapshot.reviews.push_back({.account = places.accounts.at(row.account.value),
                                    .person = row.name,
                                    .day = row.day,
                                    .reasons = row.reasons});
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

Result<void> readAccountsAndScorecard(store::Database& database, Snapshot& snapshot) {
    HB_TRY(std::vector<store::AccountRow> rows, store::accounts(database));
    std::vector<Account> accounts;
    accounts.reserve(rows.size());
    for (store::AccountRow& row : rows) {
        accounts.push_back({.id = row.id, .key = std::move(row.key)});
    }
    snapshot.accounts = std::make_shared<const std::vector<Account>>(std::move(accounts));
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
