// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/snapshot_store.h"

namespace hb::store {

using namespace Qt::StringLiterals;

Result<std::vector<AccountRow>> accounts(Database& database) {
    HB_TRY(Query rows,
           database.query(u"SELECT id, key FROM account WHERE merged_into IS NULL ORDER BY key"_s));
    std::vector<AccountRow> accounts;
    while (rows.next()) {
        accounts.push_back({.id = rows.get<AccountId>(0), .key = rows.get<std::string>(1)});
    }
    HB_CHECK(rows.finished());
    return accounts;
}

Result<std::optional<AccountRow>> findAccount(Database& database, AccountId account) {
    HB_TRY(Query rows, database.query(u"SELECT id, key FROM account WHERE id = ?"_s, account));
    std::optional<AccountRow> found;
    if (rows.next()) {
        found = AccountRow{.id = rows.get<AccountId>(0), .key = rows.get<std::string>(1)};
    }
    HB_CHECK(rows.finished());
    return found;
}

Result<void>
readAttributes(Database& database, const AttributeVisitor& visit, std::optional<AccountId> account) {
    const QString select = u"SELECT account_id, key_id, from_day, value FROM attribute"_s;
    HB_TRY(Query rows,
           account ? database.query(select + u" WHERE account_id = ?"_s, *account) : database.query(select));
    while (rows.next()) {
        visit({.account = rows.get<AccountId>(0),
               .key = rows.get<std::int64_t>(1),
               .from = rows.get<Day>(2),
               .value = rows.get<std::string>(3)});
    }
    return rows.finished();
}

Result<std::vector<AttributeKey>> attributeKeys(Database& database) {
    HB_TRY(Query rows, database.query(u"SELECT id, key FROM attribute_key ORDER BY id"_s));
    std::vector<AttributeKey> keys;
    while (rows.next()) {
        keys.push_back({.id = rows.get<std::int64_t>(0), .key = rows.get<std::string>(1)});
    }
    HB_CHECK(rows.finished());
    return keys;
}

} // namespace hb::store
