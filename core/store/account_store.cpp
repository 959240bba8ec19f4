// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/account_store.h"

#include "core/store/account_payload.h"
#include "core/store/journal.h"

#include <QUuid>

namespace hb::store {

using namespace Qt::StringLiterals;

bool stateAttribute(AttributeHistory& history, Day from, const QString& value) {
    const auto after = history.upper_bound(from);
    if (after != history.begin()) {
        if (std::prev(after)->second == value) {
            return false;
        }
        history.insert_or_assign(from, value);
        return true;
    }
    // Before all others: the earliest value counted so far, or nothing, which is the empty text. It is
    // written even where it says the same: what is stated of a still earlier day must not reach up to this
    // one, nor what is stated of a later day down to it.
    const bool isOther = history.empty() ? !value.isEmpty() : history.begin()->second != value;
    history.emplace(from, value);
    return isOther;
}

Result<QHash<QString, AccountId>> accountIds(Database& database) {
    HB_TRY(Query rows, database.query(u"SELECT key, id FROM account"_s));
    QHash<QString, AccountId> ids;
    while (rows.next()) {
        ids.insert(rows.get<QString>(0), rows.get<AccountId>(1));
    }
    HB_CHECK(rows.finished());
    return ids;
}

AccountWriter::AccountWriter(Database& database, Statements statements)
    : m_database(&database), m_statements(std::move(statements)) {}

Result<AccountWriter> AccountWriter::prepare(Database& database) {
    HB_TRY(Query insertAccount,
           database.prepare(u"INSERT INTO account (key, uuid, created_run) VALUES (?, ?, ?)"_s));
    HB_TRY(Query selectInForce,
           database.prepare(u"SELECT key_id, from_day, value FROM attribute WHERE account_id = ?"_s));
    HB_TRY(
        Query writeInForce,
        database.prepare(uR"(INSERT INTO attribute (account_id, key_id, from_day, value) VALUES (?, ?, ?, ?)
                                ON CONFLICT DO UPDATE SET value = excluded.value)"_s));
    HB_TRY(Query deleteInForce,
           database.prepare(u"DELETE FROM attribute WHERE account_id = ? AND key_id = ? AND from_day = ?"_s));
    HB_TRY(Query findPayload, database.prepare(u"SELECT id FROM payload WHERE hash = ? AND content = ?"_s));
    HB_TRY(Query insertPayload, database.prepare(u"INSERT INTO payload (hash, content) VALUES (?, ?)"_s));
    HB_TRY(Query insertStatement, database.prepare(uR"(
        INSERT INTO statement (account_id, run_id, ordinal, from_day, payload_id) VALUES (?, ?, ?, ?, ?))"_s));
    HB_TRY(Query selectStatements, database.prepare(uR"(
        SELECT from_day, content FROM statement JOIN payload ON payload.id = payload_id JOIN run ON run.id = run_id
        WHERE account_id = ? AND undone_at IS NULL ORDER BY run_id, ordinal)"_s));
    HB_TRY(Query insertKey, database.prepare(u"INSERT INTO attribute_key (key) VALUES (?)"_s));
    AccountWriter writer(database,
                         {std::move(insertAccount),
                          std::move(selectInForce),
                          std::move(writeInForce),
                          std::move(deleteInForce),
                          std::move(findPayload),
                          std::move(insertPayload),
                          std::move(insertStatement),
                          std::move(selectStatements),
                          std::move(insertKey)});
    HB_TRY(Query keys, database.query(u"SELECT key, id FROM attribute_key"_s));
    while (keys.next()) {
        writer.m_keyIds.insert(keys.get<QString>(0), keys.get<std::int64_t>(1));
    }
    HB_CHECK(keys.finished());
    return writer;
}

Result<AccountId> AccountWriter::insert(const QString& key, RunId createdBy) {
    const std::optional<RunId> run = createdBy.isValid() ? std::optional(createdBy) : std::nullopt;
    HB_CHECK(m_statements.insertAccount.run(key, QUuid::createUuid().toString(QUuid::WithoutBraces), run));
    return AccountId{m_database->lastInsertId()};
}

Result<std::int64_t> AccountWriter::keyId(const QString& key) {
    if (const auto known = m_keyIds.constFind(key); known != m_keyIds.cend()) {
        return *known;
    }
    HB_CHECK(m_statements.insertKey.run(key));
    const std::int64_t id = m_database->lastInsertId();
    m_keyIds.insert(key, id);
    return id;
}

Result<std::int64_t> AccountWriter::payloadId(const QString& content) {
    const std::int64_t hash = payloadHash(content);
    HB_CHECK(m_statements.findPayload.run(hash, content));
    if (m_statements.findPayload.next()) {
        const auto id = m_statements.findPayload.get<std::int64_t>(0);
        m_statements.findPayload.finish();
        return id;
    }
    HB_CHECK(m_statements.findPayload.finished());
    HB_CHECK(m_statements.insertPayload.run(hash, content));
    return m_database->lastInsertId();
}

Result<void> AccountWriter::addStatement(
    AccountId account, RunId run, std::int64_t ordinal, Day from, std::span<const StatedAttribute> stated) {
    PayloadValues values;
    for (const StatedAttribute& each : stated) {
        HB_TRY(const std::int64_t key, keyId(each.key));
        values.insert_or_assign(key, each.value);
    }
    HB_TRY(const std::int64_t payload, payloadId(toPayload(values)));
    return m_statements.insertStatement.run(account, run, ordinal, from, payload);
}

Result<AccountWriter::Histories> AccountWriter::inForce(AccountId account) {
    Query& rows = m_statements.selectInForce;
    HB_CHECK(rows.run(account));
    Histories histories;
    while (rows.next()) {
        AttributeHistory& history = histories[rows.get<std::int64_t>(0)];
        history.emplace_hint(history.end(), rows.get<Day>(1), rows.get<QString>(2));
    }
    HB_CHECK(rows.finished());
    return histories;
}

Result<AccountWriter::Histories> AccountWriter::replayed(AccountId account) {
    Query& rows = m_statements.selectStatements;
    HB_CHECK(rows.run(account));
    Histories histories;
    while (rows.next()) {
        const auto from = rows.get<Day>(0);
        for (const auto& [key, value] : fromPayload(rows.get<QString>(1))) {
            stateAttribute(histories[key], from, value);
        }
    }
    HB_CHECK(rows.finished());
    std::erase_if(histories, [](const auto& history) { return history.second.empty(); });
    return histories;
}

Result<bool> AccountWriter::state(
    AccountId account, RunId run, std::int64_t ordinal, Day from, std::span<const StatedAttribute> stated) {
    HB_CHECK(addStatement(account, run, ordinal, from, stated));
    HB_TRY(Histories histories, inForce(account));
    bool changed = false;
    for (const StatedAttribute& each : stated) {
        HB_TRY(const std::int64_t key, keyId(each.key));
        AttributeHistory& history = histories[key];
        const auto held = history.find(from);
        const bool wasThere = held != history.end() && held->second == each.value;
        changed |= stateAttribute(history, from, each.value);
        const auto now = history.find(from);
        if (now != history.end() && !wasThere) {
            HB_CHECK(m_statements.writeInForce.run(account, key, from, now->second));
        }
    }
    return changed;
}

Result<void> AccountWriter::stateFirst(
    AccountId account, RunId run, std::int64_t ordinal, Day from, std::span<const StatedAttribute> stated) {
    HB_CHECK(addStatement(account, run, ordinal, from, stated));
    for (const StatedAttribute& each : stated) {
        HB_TRY(const std::int64_t key, keyId(each.key));
        HB_CHECK(m_statements.writeInForce.run(account, key, from, each.value));
    }
    return {};
}

Result<AccountWriter::Rebuilt> AccountWriter::rebuild(AccountId account) {
    HB_TRY(const Histories before, inForce(account));
    HB_TRY(Histories after, replayed(account));
    Rebuilt rebuilt;
    for (const auto& [key, history] : before) {
        for (const auto& [from, value] : history) {
            if (!after.contains(key) || !after[key].contains(from)) {
                HB_CHECK(m_statements.deleteInForce.run(account, key, from));
                ++rebuilt.removed;
            }
        }
    }
    for (const auto& [key, history] : after) {
        const auto held = before.find(key);
        for (const auto& [from, value] : history) {
            const bool isThere =
                held != before.end() && held->second.contains(from) && held->second.at(from) == value;
            if (!isThere) {
                HB_CHECK(m_statements.writeInForce.run(account, key, from, value));
                ++rebuilt.restored;
            }
        }
    }
    return rebuilt;
}

Result<std::vector<AccountId>> accountsNotAsStated(Database& database) {
    HB_TRY(AccountWriter writer, AccountWriter::prepare(database));
    HB_TRY(Query rows, database.query(u"SELECT id FROM account ORDER BY id"_s));
    std::vector<AccountId> wrong;
    while (rows.next()) {
        const auto account = rows.get<AccountId>(0);
        HB_TRY(const AccountWriter::Histories inForce, writer.inForce(account));
        HB_TRY(const AccountWriter::Histories replayed, writer.replayed(account));
        if (inForce != replayed) {
            wrong.push_back(account);
        }
    }
    HB_CHECK(rows.finished());
    return wrong;
}

} // namespace hb::store
