// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/audit.h"
#include "core/exchange/table.h"
#include "core/model/snapshot.h"

namespace hb::pages {

/// Everything that the question asks for, a row a change. For the reader's thread.
[[nodiscard]] Result<exchange::Table>
auditTable(book::Book& book, const Snapshot& snapshot, book::AuditQuestion question, Day today);

} // namespace hb::pages
