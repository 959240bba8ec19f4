// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/exchange/table.h"
#include "ui/models/accounts_model.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace hb::pages {

/// The page in words: the headline, then the accounts that need a person, a line each.
[[nodiscard]] QString bookText(const session::BookSession& session, const models::AccountsModel& model);
/// What a table of the page is made of, in any thread.
struct CopiedBook {
    models::HeldBook book;
    models::Names names;
    models::BookLayout layout;
    std::vector<AccountIndex> accounts; ///< in the order of the table
    QStringList columns;                ///< by id; none: every one, and the band
};
/// The accounts, a row each, scores not rounded.
[[nodiscard]] Result<exchange::Table> bookTable(const CopiedBook& copied, const Job& job);
/// "My accounts, Segment: Enterprise"; empty: all. `mine` is what the scope is called.
[[nodiscard]] QString filterWords(const session::Filter& filter, const QString& mine);

} // namespace hb::pages
