// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/action.h"
#include "core/store/database.h"
#include "core/store/journal.h"

#include <QString>

#include <optional>
#include <vector>

namespace hb::store {

/// A next step of an account.
struct ActionRow {
    ActionId id; ///< not valid in a new one
    AccountId account;
    QString title;
    QString owner;
    std::optional<Day> due;
    QString metric; ///< a key, or empty
    Day createdOn;
    ActionStatus status = ActionStatus::Open;
    std::optional<Day> closedOn;
    QString closeReason;
    PersonId person; ///< who entered the row
    QString author;  ///< the person's name, when read
    QString at;
};

/// Of one account or of all, by account, then as entered.
[[nodiscard]] Result<std::vector<ActionRow>> actions(Database& database,
                                                     std::optional<AccountId> account = {});
[[nodiscard]] Result<std::optional<ActionRow>> findAction(Database& database, ActionId id);
/// Conflict where a given id is taken.
[[nodiscard]] Result<ActionId> insertAction(Database& database, const ActionRow& row);
/// All but account, person and moment of an action that is there.
[[nodiscard]] Result<void> updateAction(Database& database, const ActionRow& row);
[[nodiscard]] Result<void> deleteAction(Database& database, ActionId id);

} // namespace hb::store
