// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <QString>

#include <optional>

namespace hb::wording {

/// "3 May", with the year where it is not that of `today`: "3 May 2025".
[[nodiscard]] QString dayText(Day day, Day today);
/// "since 3 May", or, where it ends before today, "from 3 May to 30 May".
[[nodiscard]] QString periodText(Day from, Day to, Day today);
[[nodiscard]] QString longDayText(Day day);      ///< "Mon 30 Mar 2026"
[[nodiscard]] QString shortWeekdayText(Day day); ///< "Thu"
[[nodiscard]] QString weekdayText(Day day);      ///< "Thursday"

/// 8: "You are looking at 31 Dec 2025.", or, where that is the book's newest day, "The data ends on 30 Sep
/// 2024: this is how it looked then." Empty where `day` is today.
[[nodiscard]] QString timeBarSentence(Day day, Day today, std::optional<Day> newestMeasurement);

} // namespace hb::wording
