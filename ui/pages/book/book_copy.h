// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/accounts_model.h"

#include <QString>

#include <vector>

class QMimeData;

namespace hb::pages {

/// The page in words: the headline, then the accounts that need a person, a line each.
[[nodiscard]] QString bookText(const session::BookSession& session, const models::AccountsModel& model);
/// The accounts with every column, for a spreadsheet: tab-separated and as an HTML table. Scores are not
/// rounded.
[[nodiscard]] QMimeData* bookTable(const session::BookSession& session,
                                   const models::AccountsModel& model,
                                   const std::vector<AccountIndex>& accounts);

} // namespace hb::pages
