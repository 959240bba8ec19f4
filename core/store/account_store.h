// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/database.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <map>
#include <optional>
#include <span>
#include <vector>

// Accounts and their attributes. Every run that says something about an account leaves a statement; what is
// in force is by definition the replay of an account's statements in the order of (run, ordinal), so that a
// run can be taken out exactly.

namespace hb::store {

struct StatedAttribute {
    QString key;
    QString value; ///< empty: cleared

    friend bool operator==(const StatedAttribute&, const StatedAttribute&) = default;
};

/// The values of one attribute of one account by the day from which each holds.
using AttributeHistory = std::map<Day, QString>;

/// Takes one statement into a history: the value is written where it differs from the one that holds on that
/// day; before the first day it is always written. Answers whether the value on that day is now another.
bool stateAttribute(AttributeHistory& history, Day from, const QString& value);

/// The ids of all accounts, merged ones too, by key.
[[nodiscard]] Result<QHash<QString, AccountId>> accountIds(Database& database);

/// Writes accounts with statements that are prepared once; made for one transaction.
class AccountWriter {
public:
    [[nodiscard]] static Result<AccountWriter> prepare(Database& database);

    /// A new account without attributes. Conflict where the key exists.
    [[nodiscard]] Result<AccountId> insert(const QString& key, RunId createdBy);
    /// What `run` says about an account as its statement number `ordinal` (increasing within the run).
    /// Answers whether any value on that day is now another.
    [[nodiscard]] Result<bool> state(AccountId account,
                                     RunId run,
                                     std::int64_t ordinal,
                                     Day from,
                                     std::span<const StatedAttribute> stated);
    /// The same for an account that has no statement yet; saves looking.
    [[nodiscard]] Result<void> stateFirst(AccountId account,
                                          RunId run,
                                          std::int64_t ordinal,
                                          Day from,
                                          std::span<const StatedAttribute> stated);
    /// Makes what is in force the replay of the statements of runs that are not undone. Answers how many
    /// attribute rows that restored or rewrote, and how many it removed.
    struct Rebuilt {
        std::int64_t restored = 0;
        std::int64_t removed = 0;
    };
    [[nodiscard]] Result<Rebuilt> rebuild(AccountId account);

private:
    using Histories = std::map<std::int64_t, AttributeHistory>; // by key id
    struct Statements {
        Query insertAccount, selectInForce, writeInForce, deleteInForce, findPayload, insertPayload,
            insertStatement, selectStatements, insertKey;
    };
    AccountWriter(Database& database, Statements statements);
    [[nodiscard]] Result<std::int64_t> keyId(const QString& key);
    [[nodiscard]] Result<std::int64_t> payloadId(const QString& content);
    [[nodiscard]] Result<void> addStatement(AccountId account,
                                            RunId run,
                                            std::int64_t ordinal,
                                            Day from,
                                            std::span<const StatedAttribute> stated);
    [[nodiscard]] Result<Histories> inForce(AccountId account);
    [[nodiscard]] Result<Histories> replayed(AccountId account);
    friend Result<std::vector<AccountId>> accountsNotAsStated(Database& database);

    Database* m_database;
    Statements m_statements;
    QHash<QString, std::int64_t> m_keyIds;
};

/// The accounts about which a run says something.
[[nodiscard]] Result<std::vector<AccountId>> accountsStatedBy(Database& database, RunId run);
/// Takes a run's statements out; rebuild() each account afterwards.
[[nodiscard]] Result<void> deleteStatementsOf(Database& database, RunId run);
/// The latest statement by hand about one attribute from one day, of a run that is not undone.
[[nodiscard]] Result<std::optional<RunId>>
latestHandStatement(Database& database, AccountId account, const QString& key, Day from);
struct HandStatement {
    Day from;
    StatedAttribute stated;
};
/// What a hand run says about an account; none where it says nothing.
[[nodiscard]] Result<std::optional<HandStatement>>
handStatement(Database& database, AccountId account, RunId run);
/// The values of one attribute as they are in force.
[[nodiscard]] Result<AttributeHistory>
attributeHistory(Database& database, AccountId account, const QString& key);
/// Whether anything but its attributes refers to an account: statements, measurements, outcomes, what a
/// person left, an account that was merged into it.
[[nodiscard]] Result<bool> isAccountReferred(Database& database, AccountId account);
/// The keys of accounts that others name as their parent, on any day, by this or a former id.
[[nodiscard]] Result<QSet<QString>> parentKeys(Database& database);
/// Deletes an account with its attributes and former ids; nothing else may refer to it.
[[nodiscard]] Result<void> deleteAccount(Database& database, AccountId account);
/// The accounts whose attributes are not the replay of their statements: none in a sound book.
[[nodiscard]] Result<std::vector<AccountId>> accountsNotAsStated(Database& database);

} // namespace hb::store
