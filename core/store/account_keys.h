// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/database.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

// Which ids lead to which account: its own, those it had before, and those of accounts that were merged into
// it. A merged account keeps its rows: what is read of an account is read of all its parts.

namespace hb::store {

struct FormerKey {
    std::string key;
    AccountId account;
};
[[nodiscard]] Result<std::vector<FormerKey>> formerKeys(Database& database);

struct MergedRow {
    AccountId id;
    std::string key;
    AccountId into; ///< may be merged itself
};
/// In the order of their ids.
[[nodiscard]] Result<std::vector<MergedRow>> mergedAccounts(Database& database);

/// The account with this id or one that had it, merged or not; none where nobody has.
[[nodiscard]] Result<std::optional<AccountId>> accountOfKey(Database& database, const QString& key);
[[nodiscard]] Result<std::optional<AccountId>> mergedInto(Database& database, AccountId account);
/// The account that shows the rows of this one: itself, unless it was merged.
[[nodiscard]] Result<AccountId> shownAccount(Database& database, AccountId account);
/// Itself first, then what was merged into it, however deep, in the order of ids.
[[nodiscard]] Result<std::vector<AccountId>> partsOf(Database& database, AccountId account);
/// A condition on the column account_id with one parameter: the row is of that account or of a part of it.
[[nodiscard]] QString isPartOfAccount();

[[nodiscard]] Result<void> setAccountKey(Database& database, AccountId account, const QString& key);
[[nodiscard]] Result<void> addFormerKey(Database& database, AccountId account, const QString& key);
[[nodiscard]] Result<void> removeFormerKey(Database& database, const QString& key);
/// None: it stands for itself.
[[nodiscard]] Result<void>
setMergedInto(Database& database, AccountId account, const std::optional<AccountId>& into);

} // namespace hb::store
