// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/book_session.h"

#include <cstddef>
#include <optional>
#include <vector>

// Whose accounts are compared, where it is not all of them.

namespace hb::pages {

/// The accounts, churned ones too, for which a test holds on the day, by index.
[[nodiscard]] std::vector<AccountIndex>
accountsAmong(const Snapshot& snapshot, const session::AttributeTest& test, Day day);
[[nodiscard]] bool anyAmong(const Snapshot& snapshot, const session::AttributeTest& test, Day day);

/// The accounts of who looks: those they own or, of a manager, those of their team; none where they have
/// none.
[[nodiscard]] std::optional<session::AttributeTest> ownAccounts(const session::BookSession& session);
/// What a book is compared by first: of a manager the own accounts.
[[nodiscard]] std::optional<session::AttributeTest> firstScope(const session::BookSession& session);

/// "All accounts", "My team's accounts", "Enterprise", "No segment".
[[nodiscard]] QString scopeTitle(const session::BookSession& session,
                                 const std::optional<session::AttributeTest>& scope);
/// "manager is Maria Ortiz", "no segment".
[[nodiscard]] QString scopeWords(const session::AttributeTest& scope);
/// "24 of 60 accounts are compared: manager is Maria Ortiz."
[[nodiscard]] QString
scopeNote(const Snapshot& snapshot, const session::AttributeTest& scope, Day day, std::size_t compared);
/// Nobody has it on the day: all are compared instead.
[[nodiscard]] QString nobodyNote(const session::AttributeTest& scope, Day day, Day today);

/// A value that living accounts have on a day.
struct ScopeValue {
    QString value; ///< empty: none
    int accounts = 0;
};
/// Of most accounts first, of as many by name.
[[nodiscard]] std::vector<ScopeValue> scopeValues(const Snapshot& snapshot, const QString& key, Day day);

} // namespace hb::pages
