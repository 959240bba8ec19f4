// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/override.h"
#include "core/store/database.h"

#include <QString>

#include <functional>
#include <string>
#include <vector>

// What a snapshot is made of besides measurements, scorecard and outcomes.

namespace hb::store {

struct AccountRow {
    AccountId id;
    std::string key;
};
/// Those that are not merged into another, by key, as bytes compare.
[[nodiscard]] Result<std::vector<AccountRow>> accounts(Database& database);
/// None where the account is gone.
[[nodiscard]] Result<std::optional<AccountRow>> findAccount(Database& database, AccountId account);

struct AttributeRow {
    AccountId account;
    std::int64_t key = 0; ///< an id of attributeKeys()
    Day from;
    std::string value;
};
using AttributeVisitor = std::function<void(const AttributeRow&)>;
/// Shows all attributes in force, or those of one account, by account, key and day.
[[nodiscard]] Result<void>
readAttributes(Database& database, const AttributeVisitor& visit, std::optional<AccountId> account = {});
struct AttributeKey {
    std::int64_t id = 0;
    std::string key;
};
[[nodiscard]] Result<std::vector<AttributeKey>> attributeKeys(Database& database);

} // namespace hb::store
