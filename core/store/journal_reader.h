// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/database.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace hb::store {

/// What of the journal is asked for; what is empty does not narrow it.
struct JournalFilter {
    QString text;   ///< stands in a value before or after
    QString person; ///< in the name of who did it
    std::optional<AccountId> account = {};
    std::optional<Day> from = {}; ///< the day it was here at that moment
    std::optional<Day> to = {};
    std::int64_t before = 0; ///< the id of an entry: only older ones
    int most = 200;
};

struct JournalRow {
    std::int64_t id = 0;
    QString at;
    QString by;
    QString what;
    std::optional<AccountId> account;
    QString accountKey; ///< empty where it is of no account, or of one that is gone
    QString before;     ///< a JSON object, or empty
    QString after;
};

/// Newest first.
[[nodiscard]] Result<std::vector<JournalRow>> journalRows(Database& database, const JournalFilter& filter);
/// The entries of one account of the kinds by which something ends, oldest first: set_override_end,
/// set_action, set_contact.
[[nodiscard]] Result<std::vector<JournalRow>> closingRows(Database& database, AccountId account);
/// How it and its parts were merged and taken apart, newest first: merge_account.
[[nodiscard]] Result<std::vector<JournalRow>> mergeRows(Database& database, AccountId account);

} // namespace hb::store
