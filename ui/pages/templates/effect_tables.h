// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/book/draft_effect.h"
#include "core/exchange/table.h"
#include "ui/session/book_session.h"

// What a draft would change, as tables.

namespace hb::pages {

/// Who changes band, all of them, largest ARR first. Explains each: for a job.
[[nodiscard]] Result<exchange::Table>
moversTable(const session::Moment& moment, const book::DraftEffect& effect, const Job& job);
/// How many go from which band to which, those who stay too; amounts in a column a currency.
[[nodiscard]] exchange::Table cellsTable(const analytics::Movement& movement);
/// How many are in each band before and after.
[[nodiscard]] exchange::Table bandsTable(const analytics::Movement& movement);

} // namespace hb::pages
