// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/database.h"

#include <QString>

#include <optional>
#include <vector>

// Who changed what: the people, the journal of their changes, and the change log by which other connections
// keep up. All is written in the transaction of the change itself.

namespace hb::store {

using PersonId = Id<struct PersonTable>;

/// The moment as the book keeps it: UTC, ISO 8601, to the second.
[[nodiscard]] QString utcNow();
/// The day on which such a moment was where this program runs: what people call its day. None where the text
/// is no moment.
[[nodiscard]] std::optional<Day> localDay(const QString& stamp);
/// The first moment of a day here: what is older in text was before it.
[[nodiscard]] QString firstStampOf(Day day);

/// The row of a person, made on first use.
[[nodiscard]] Result<PersonId> personId(Database& database, const QString& name, const QString& login);

/// One change by a person; `before` and `after` are JSON objects, or empty where there was nothing.
struct JournalEntry {
    PersonId person;
    QString what; ///< "set_measurement"
    std::optional<AccountId> account;
    QString before;
    QString after;
};
[[nodiscard]] Result<void> writeJournal(Database& database, const JournalEntry& entry);

enum class ChangeKind {
    Everything,
    Measurements,
    Accounts,
    Scorecard,
    Overrides,
    Reviews,
    Notes,
    Outcomes,
    Settings,
    Views,
    Drafts,
    Contacts,
    Actions
};

struct Change {
    std::int64_t seq = 0;
    ChangeKind kind = ChangeKind::Everything;
    std::optional<AccountId> account; ///< none: any account may be concerned
    RunId run;
};

/// Says what this transaction changed. For a few accounts (up to `manyAccounts`) write a change each; for
/// more one without account.
[[nodiscard]] Result<void>
recordChange(Database& database, ChangeKind kind, std::optional<AccountId> account = {}, RunId run = {});
inline constexpr std::size_t manyAccounts = 500;

/// The changes after `seq`, in order.
[[nodiscard]] Result<std::vector<Change>> changesAfter(Database& database, std::int64_t seq);
[[nodiscard]] Result<std::int64_t> newestChange(Database& database);

} // namespace hb::store
