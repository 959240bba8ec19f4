// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/account_payload.h"
#include "core/store/account_store.h"

namespace hb::store {

using namespace Qt::StringLiterals;

namespace {

Result<QString> attributeKey(Database& database, std::int64_t id) {
    HB_TRY(Query rows, database.query(u"SELECT key FROM attribute_key WHERE id = ?"_s, id));
    const QString key = rows.next() ? rows.get<QString>(0) : QString();
    HB_CHECK(rows.finished());
    return key;
}

} // namespace

Result<std::vector<AccountId>> accountsStatedBy(Database& database, RunId run) {
    HB_TRY(Query rows,
           database.query(u"SELECT DISTINCT account_id FROM statement WHERE run_id = ? ORDER BY account_id"_s,
                          run));
    std::vector<AccountId> accounts;
    while (rows.next()) {
        accounts.push_back(rows.get<AccountId>(0));
    }
    HB_CHECK(rows.finished());
    return accounts;
}

Result<void> deleteStatementsOf(Database& database, RunId run) {
    HB_CHECK(database.query(u"DELETE FROM statement WHERE run_id = ?"_s, run));
    return {};
}

Result<std::optional<RunId>>
latestHandStatement(Database& database, AccountId account, const QString& key, Day from) {
    HB_TRY(Query rows,
           database.query(uR"(
        SELECT run_id, content FROM statement JOIN payload ON payload.id = payload_id JOIN run ON run.id = run_id
        WHERE account_id = ? AND from_day = ? AND kind = 'hand' AND undone_at IS NULL ORDER BY run_id DESC)"_s,
                          account,
                          from));
    HB_TRY(Query keys, database.query(u"SELECT id FROM attribute_key WHERE key = ?"_s, key));
    const std::int64_t keyId = keys.next() ? keys.get<std::int64_t>(0) : 0;
    HB_CHECK(keys.finished());
    std::optional<RunId> latest;
    while (!latest && rows.next()) {
        if (fromPayload(rows.get<QString>(1)).contains(keyId)) {
            latest = rows.get<RunId>(0);
        }
    }
    HB_CHECK(rows.finished());
    return latest;
}

Result<std::optional<HandStatement>> handStatement(Database& database, AccountId account, RunId run) {
    HB_TRY(Query rows,
           database.query(uR"(
        SELECT from_day, content FROM statement JOIN payload ON payload.id = payload_id JOIN run ON run.id = run_id
        WHERE account_id = ? AND run_id = ? AND kind = 'hand')"_s,
                          account,
                          run));
    if (!rows.next()) {
        HB_CHECK(rows.finished());
        return std::nullopt;
    }
    const PayloadValues values = fromPayload(rows.get<QString>(1));
    if (values.empty()) {
        return std::nullopt;
    }
    HB_TRY(QString key, attributeKey(database, values.begin()->first));
    return HandStatement{.from = rows.get<Day>(0),
                         .stated = {.key = std::move(key), .value = values.begin()->second}};
}

Result<AttributeHistory> attributeHistory(Database& database, AccountId account, const QString& key) {
    HB_TRY(Query rows,
           database.query(uR"(
        SELECT from_day, value FROM attribute JOIN attribute_key ON id = key_id WHERE account_id = ? AND key = ?)"_s,
                          account,
                          key));
    AttributeHistory history;
    while (rows.next()) {
        history.emplace(rows.get<Day>(0), rows.get<QString>(1));
    }
    HB_CHECK(rows.finished());
    return history;
}

Result<bool> isAccountReferred(Database& database, AccountId account) {
    HB_TRY(Query rows,
           database.query(uR"(
        WITH wanted (id) AS (VALUES (?))
        SELECT EXISTS (SELECT 1 FROM statement, wanted WHERE account_id = wanted.id)
            OR EXISTS (SELECT 1 FROM series_chunk, wanted WHERE account_id = wanted.id)
            OR EXISTS (SELECT 1 FROM hand_value, wanted WHERE account_id = wanted.id)
            OR EXISTS (SELECT 1 FROM measurement_note, wanted WHERE account_id = wanted.id)
            OR EXISTS (SELECT 1 FROM outcome, wanted WHERE account_id = wanted.id)
            OR EXISTS (SELECT 1 FROM override, wanted WHERE account_id = wanted.id)
            OR EXISTS (SELECT 1 FROM note, wanted WHERE account_id = wanted.id)
            OR EXISTS (SELECT 1 FROM contact, wanted WHERE account_id = wanted.id)
            OR EXISTS (SELECT 1 FROM action, wanted WHERE account_id = wanted.id)
            OR EXISTS (SELECT 1 FROM review, wanted WHERE account_id = wanted.id)
            OR EXISTS (SELECT 1 FROM account, wanted WHERE merged_into = wanted.id))"_s,
                          account));
    const bool isReferred = rows.next() && rows.get<bool>(0);
    HB_CHECK(rows.finished());
    return isReferred;
}

Result<QSet<QString>> parentKeys(Database& database) {
    HB_TRY(Query rows, database.query(uR"(
        WITH named (key) AS (
            SELECT DISTINCT value FROM attribute JOIN attribute_key ON id = key_id WHERE key = 'parent_id')
        SELECT key FROM named
        UNION SELECT account.key FROM former_key JOIN named USING (key) JOIN account ON id = account_id)"_s));
    QSet<QString> keys;
    while (rows.next()) {
        keys.insert(rows.get<QString>(0));
    }
    HB_CHECK(rows.finished());
    return keys;
}

Result<void> deleteAccount(Database& database, AccountId account) {
    HB_CHECK(database.query(u"DELETE FROM attribute WHERE account_id = ?"_s, account));
    HB_CHECK(database.query(u"DELETE FROM former_key WHERE account_id = ?"_s, account));
    HB_CHECK(database.query(u"DELETE FROM account WHERE id = ?"_s, account));
    return {};
}

} // namespace hb::store
