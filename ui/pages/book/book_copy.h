// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/table.h"
#include "ui/models/accounts_model.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace hb::pages {

/// The page in words: the headline, then the accounts that need a person, a line each.
[[nodiscard]] QString bookText(const session::BookSession& session, const models::AccountsModel& model);
/// The accounts, a row each, scores not rounded: with the columns of those ids, or with every column and the
/// band where none is named.
[[nodiscard]] exchange::Table bookTable(const session::BookSession& session,
                                        const models::AccountsModel& model,
                                        const std::vector<AccountIndex>& accounts,
                                        const QStringList& columns);

} // namespace hb::pages
