// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/exchange/table.h"

#include <QString>

namespace hb::exchange {

/// What a sheet of XLSX holds, with the head.
inline constexpr std::size_t mostXlsxRows = 1'048'576;
inline constexpr qsizetype mostXlsxColumns = 16'384;
inline constexpr qsizetype longestXlsxText = 32'767;

struct XlsxReport {
    int cutTexts = 0; ///< texts that were longer than a cell holds, and are cut there
};

/// Writes a sheet: a head that stays in sight, numbers, shares, amounts and days typed and with their
/// formats, text always as text and never as a formula; what the table is of stands in a second one. A
/// number of XLSX is a double: amounts above 9e15 cents are rounded there. InvalidInput for more rows or
/// columns than a sheet holds. The file is whole or not there.
[[nodiscard]] Result<XlsxReport> writeXlsx(const Table& table, const QString& path, const Job& job = {});

} // namespace hb::exchange
