// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <QString>

namespace hb::store {
class Database;
}

// What the checks of edits share. `what` is what could not be done.

namespace hb::book {

[[nodiscard]] tl::unexpected<Error> invalid(const char* what, const QString& found, const char* expected);
[[nodiscard]] Result<void> checkDay(const char* what, Day day);
[[nodiscard]] Result<void> checkAccount(store::Database& database, const char* what, AccountId account);
/// At most `longestText` bytes of UTF-8.
[[nodiscard]] Result<void> checkLength(const char* what, const QString& text);

} // namespace hb::book
