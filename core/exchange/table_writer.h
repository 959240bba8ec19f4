// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/exchange/table.h"

#include <QString>

// A table as text. Text that a spreadsheet would run as a formula is neutralised, as plainCell says; numbers
// stay numbers, a share is 0..1, a day is YYYY-MM-DD. The head of a column of amounts names their currency;
// where there are several, a column after it does.

namespace hb::exchange {

/// Tab-separated, for the clipboard; a tab or line end inside a text is a blank.
[[nodiscard]] QString toTabs(const Table& table);
/// The same as an HTML table, which keeps the columns in mails and documents.
[[nodiscard]] QString toHtml(const Table& table);
/// A CSV file, whole or not there.
[[nodiscard]] Result<void> writeCsv(const Table& table, const QString& path, const Job& job = {});

} // namespace hb::exchange
