// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <cstdint>

namespace hb::wording {

/// 10: what failed, what was found and expected, what to do: "Could not save: the disk is full. Free some
/// space, then try again." Several things found (lines of `found`) stand on lines of their own.
[[nodiscard]] QString errorSentence(const Error& error);

/// What an import took and the first row it left out.
struct RejectedRows {
    std::int64_t read = 0;
    std::int64_t rejected = 0;
    std::int64_t line = 0; ///< of the first one
    QString column;
    QString found;
    QString expected;
};
/// 9: "409 of 412 rows are in. 3 were left out. Row 214, renewal_date: \"31/02/2026\" is not a day."
[[nodiscard]] QString rejectedRowsSentence(const RejectedRows& rows);
/// "\"31/02/2026\" is not a day as YYYY-MM-DD" of one rejected cell, without a full stop.
[[nodiscard]] QString notAsExpected(const QString& found, const QString& expected);

} // namespace hb::wording
