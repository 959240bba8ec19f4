// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/exchange/table.h"
#include "ui/pages/stale_scores/stale_round.h"

#include <span>

namespace hb::pages {

/// A round as a table, a row a question in their order: the level that held, when it was set, and what was
/// answered. What is gone from the book is left out. Looks at each account: for a job.
[[nodiscard]] Result<exchange::Table>
staleTable(const session::Moment& moment, std::span<const StaleQuestion> questions, const Job& job);

} // namespace hb::pages
