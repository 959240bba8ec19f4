// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/audit.h"
#include "core/model/snapshot.h"

#include <QString>

namespace hb::pages {

/// Writes everything that the question asks for to a CSV file; how many changes there were. What a
/// spreadsheet would run as a formula is neutralised. For the reader's thread; the file is whole or not
/// there.
[[nodiscard]] Result<qlonglong> exportAudit(
    book::Book& book, const Snapshot& snapshot, book::AuditQuestion question, Day today, const QString& path);

} // namespace hb::pages
