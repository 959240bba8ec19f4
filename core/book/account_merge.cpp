// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/account_merge.h"

#include "core/analytics/family.h"
#include "core/book/check_edit.h"
#include "core/store/account_keys.h"
#include "core/store/contact_store.h"
#include "core/store/hand_store.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace hb::book {

namespace {

void countMeasurements(const Snapshot& snapshot, AccountIndex from, AccountIndex into, MergeEffect& effect) {
    std::set<std::int32_t> shared;
    for (const SeriesColumn& column : snapshot.series) {
        const Points comes = column.of(from);
        effect.measurements += static_cast<std::int64_t>(comes.size());
        std::ranges::set_intersection(comes.days, column.of(into).days, std::inserter(shared, shared.end()));
    }
    effect.sharedDays = static_cast<std::int64_t>(shared.size());
}

} // namespace

Result<MergeEffect>
mergeEffect(Book& book, const Snapshot& snapshot, AccountIndex from, AccountIndex into, Day day) {
    store::Database& database = book.database();
    HB_TRY(const store::Transaction oneState, store::Transaction::beginRead(database));
    const AccountId account = (*snapshot.accounts)[from].id;
    HB_CHECK(checkEdit(database, MergeAccount{.account = account, .into = (*snapshot.accounts)[into].id}));
    HB_TRY(const std::vector<store::NoteRow> notes, store::notes(database, account));
    HB_TRY(const std::vector<store::ContactRow> contacts, store::contacts(database, account));
    MergeEffect effect;
    effect.notes = static_cast<std::int64_t>(notes.size());
    effect.contacts = static_cast<std::int64_t>(contacts.size());
    effect.openActions = std::ranges::count(snapshot.actionsOf(from), ActionStatus::Open, &Action::status);
    effect.overrides = static_cast<std::int64_t>(snapshot.overridesOf(from).size());
    effect.outcomes = static_cast<std::int64_t>(snapshot.outcomesOf(from).size());
    const analytics::Family family(snapshot, day);
    const auto children = family.childrenOf(from);
    effect.children = std::ranges::count_if(children, [into](AccountIndex child) { return child != into; });
    countMeasurements(snapshot, from, into, effect);
    return effect;
}

Result<std::optional<AccountId>> mergedAccount(Book& book, const QString& key) {
    HB_TRY(const auto account, store::accountOfKey(book.database(), key));
    if (!account) {
        return std::nullopt;
    }
    HB_TRY(const auto into, store::mergedInto(book.database(), *account));
    return into ? account : std::nullopt;
}

} // namespace hb::book
