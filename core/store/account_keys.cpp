// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/account_keys.h"

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

QString partsQuery() {
    return uR"(WITH RECURSIVE part (id) AS (
                   VALUES (?) UNION SELECT account.id FROM account JOIN part ON merged_into = part.id)
               SELECT id FROM part)"_s;
}

} // namespace

Result<std::vector<FormerKey>> formerKeys(Database& database) {
    HB_TRY(Query rows, database.query(u"SELECT key, account_id FROM former_key ORDER BY key"_s));
    std::vector<FormerKey> keys;
    while (rows.next()) {
        keys.push_back({.key = rows.get<std::string>(0), .account = rows.get<AccountId>(1)});
    }
    HB_CHECK(rows.finished());
    return keys;
}

Result<std::vector<MergedRow>> mergedAccounts(Database& database) {
    HB_TRY(Query rows,
           database.query(
               u"SELECT id, key, merged_into FROM account WHERE merged_into IS NOT NULL ORDER BY id"_s));
    std::vector<MergedRow> merged;
    while (rows.next()) {
        merged.push_back(
            {.id = rows.get<AccountId>(0), .key = rows.get<std::string>(1), .into = rows.get<AccountId>(2)});
    }
    HB_CHECK(rows.finished());
    return merged;
}

Result<std::optional<AccountId>> accountOfKey(Database& database, const QString& key) {
    HB_TRY(Query rows,
           database.query(uR"(
        WITH wanted (key) AS (VALUES (?))
        SELECT id FROM account, wanted WHERE account.key = wanted.key
        UNION ALL SELECT account_id FROM former_key, wanted WHERE former_key.key = wanted.key)"_s,
                          key));
    const std::optional<AccountId> found = rows.next() ? std::optional(rows.get<AccountId>(0)) : std::nullopt;
    HB_CHECK(rows.finished());
    return found;
}

Result<std::optional<AccountId>> mergedInto(Database& database, AccountId account) {
    HB_TRY(Query rows, database.query(u"SELECT merged_into FROM account WHERE id = ?"_s, account));
    const std::optional<AccountId> into = rows.next() ? rows.get<std::optional<AccountId>>(0) : std::nullopt;
    HB_CHECK(rows.finished());
    return into;
}

Result<AccountId> shownAccount(Database& database, AccountId account) {
    HB_TRY(std::optional<AccountId> into, mergedInto(database, account));
    while (into) {
        account = *into;
        HB_TRY(into, mergedInto(database, account));
    }
    return account;
}

Result<std::vector<AccountId>> partsOf(Database& database, AccountId account) {
    HB_TRY(Query rows, database.query(partsQuery() + u" ORDER BY id"_s, account));
    std::vector<AccountId> parts{account};
    while (rows.next()) {
        if (const auto part = rows.get<AccountId>(0); part != account) {
            parts.push_back(part);
        }
    }
    HB_CHECK(rows.finished());
    return parts;
}

QString isPartOfAccount() {
    return u"account_id IN ("_s + partsQuery() + u")"_s;
}

Result<void> setAccountKey(Database& database, AccountId account, const QString& key) {
    HB_CHECK(database.query(u"UPDATE account SET key = ? WHERE id = ?"_s, key, account));
    return {};
}

Result<void> addFormerKey(Database& database, AccountId account, const QString& key) {
    HB_CHECK(database.query(u"INSERT INTO former_key (key, account_id) VALUES (?, ?)"_s, key, account));
    return {};
}

Result<void> removeFormerKey(Database& database, const QString& key) {
    HB_CHECK(database.query(u"DELETE FROM former_key WHERE key = ?"_s, key));
    return {};
}

Result<void> setMergedInto(Database& database, AccountId account, const std::optional<AccountId>& into) {
    HB_CHECK(database.query(u"UPDATE account SET merged_into = ? WHERE id = ?"_s, into, account));
    return {};
}

} // namespace hb::store
