// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/contact.h"
#include "core/store/database.h"
#include "core/store/journal.h"

#include <QString>

#include <optional>
#include <vector>

namespace hb::store {

/// A person at a customer.
struct ContactRow {
    ContactId id; ///< not valid in a new one
    AccountId account;
    QString name;
    ContactRole role = ContactRole::Other;
    QString email;
    QString note;
    Day cameOn;
    std::optional<Day> leftOn;
    PersonId person; ///< who entered the row
    QString author;  ///< the person's name, when read
    QString at;
};

/// In the order in which they were entered.
[[nodiscard]] Result<std::vector<ContactRow>> contacts(Database& database, AccountId account);
[[nodiscard]] Result<std::optional<ContactRow>> findContact(Database& database, ContactId id);
/// Conflict where a given id is taken.
[[nodiscard]] Result<ContactId> insertContact(Database& database, const ContactRow& row);
/// All but account, person and moment of a contact that is there.
[[nodiscard]] Result<void> updateContact(Database& database, const ContactRow& row);
[[nodiscard]] Result<void> deleteContact(Database& database, ContactId id);

} // namespace hb::store
