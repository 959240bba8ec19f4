// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"
#include "core/store/journal.h"

#include <QJsonObject>
#include <QString>

#include <optional>

// What apply() asks of each kind of edit, inside its transaction.

namespace hb::store {
class Database;
}

namespace hb::book {

/// What an edit did: the way back, and what the journal and the other connections are told.
struct Done {
    Edit inverse;
    store::ChangeKind kind = store::ChangeKind::Everything;
    std::optional<AccountId> account;
    QString what;
    QJsonObject before = {}; ///< empty where there was nothing
    QJsonObject after = {};
    std::optional<store::ChangeKind> alsoChanges = {};
};

/// Who stands beside a row: the person who acts, now, or the one whose row comes back.
struct Stamp {
    store::PersonId person;
    QString at;
};
[[nodiscard]] Result<Stamp> stampOf(store::Database& database, const Origin& origin, store::PersonId acting);
[[nodiscard]] Result<Origin> originOf(store::Database& database, store::PersonId person, const QString& at);

/// Whether a row is of an account that is not shown where this one is.
[[nodiscard]] Result<bool> isOfAnother(store::Database& database, AccountId row, AccountId account);

// perform_account_edit.cpp
[[nodiscard]] Result<Done> perform(store::Database& database, const AddNote& edit, store::PersonId acting);
[[nodiscard]] Result<Done> perform(store::Database& database, const ChangeNote& edit, store::PersonId acting);
[[nodiscard]] Result<Done> perform(store::Database& database, const PinNote& edit, store::PersonId acting);
[[nodiscard]] Result<Done> perform(store::Database& database, const RemoveNote& edit, store::PersonId acting);
[[nodiscard]] Result<Done>
perform(store::Database& database, const RestoreNote& edit, store::PersonId acting);
[[nodiscard]] Result<Done> perform(store::Database& database, const SetAction& edit, store::PersonId acting);
[[nodiscard]] Result<Done> perform(store::Database& database, const SetOutcome& edit, store::PersonId acting);
// perform_contact_edit.cpp
[[nodiscard]] Result<Done> perform(store::Database& database, const SetContact& edit, store::PersonId acting);
/// A day as the journal has it.
[[nodiscard]] QString isoText(Day day);
[[nodiscard]] tl::unexpected<Error> notFound(const char* what, const char* found);

// perform_key_edit.cpp
[[nodiscard]] Result<Done>
perform(store::Database& database, const RenameAccount& edit, store::PersonId acting);
[[nodiscard]] Result<Done>
perform(store::Database& database, const MergeAccount& edit, store::PersonId acting);

// perform_scorecard_edit.cpp
[[nodiscard]] Result<Done> perform(store::Database& database, const SetDraft& edit, store::PersonId acting);
[[nodiscard]] Result<Done>
perform(store::Database& database, const DescribeMetric& edit, store::PersonId acting);
[[nodiscard]] Result<Done> perform(store::Database& database, const AddMetric& edit, store::PersonId acting);
[[nodiscard]] Result<Done>
perform(store::Database& database, const RemoveMetric& edit, store::PersonId acting);
[[nodiscard]] Result<Done> perform(store::Database& database, const SetGoals& edit, store::PersonId acting);
[[nodiscard]] Result<Done>
perform(store::Database& database, const OrderTemplates& edit, store::PersonId acting);
[[nodiscard]] Result<Done>
perform(store::Database& database, const RetireTemplate& edit, store::PersonId acting);

} // namespace hb::book
