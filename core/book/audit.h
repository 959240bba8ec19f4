// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/book/book.h"
#include "core/model/audit_entry.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

// Every change by a person: nothing in a book can be edited without a trace.

namespace hb::book {

/// What of the journal is asked for; what is empty does not narrow it.
struct AuditQuestion {
    QString text = {};   ///< stands in a value before or after the change
    QString person = {}; ///< in the name of who made it
    std::optional<AccountId> account = {};
    std::optional<Day> from = {}; ///< the day it was here when it was changed
    std::optional<Day> to = {};
    std::int64_t before = 0; ///< the last entry of the page before; 0: the newest
    int most = 200;          ///< entries of a page
};

struct AuditPage {
    std::vector<AuditEntry> entries; ///< newest first
    bool hasMore = false;
};
[[nodiscard]] Result<AuditPage> readAudit(Book& book, const AuditQuestion& question);

} // namespace hb::book
