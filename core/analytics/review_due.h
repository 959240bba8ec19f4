// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"

#include <optional>

namespace hb::analytics {

/// The same day of a later month, or the month's last.
[[nodiscard]] std::optional<Day> monthsAfter(Day day, int months);
/// The day of the next review where one is made every so many months, counted from the newest version.
[[nodiscard]] std::optional<Day> nextReview(const Template& each, int months);
/// The day of the review that the charter asks for, where that is before `day`; a retired template needs
/// none.
[[nodiscard]] std::optional<Day> reviewDue(const Template& each, Day day);

} // namespace hb::analytics
