// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <QString>

#include <optional>

namespace hb::pages {

/// Which day is meant by a weekday, or by a day without its year.
enum class DayMeant { Next, Last };

/// A day as people type it: "in 2 weeks", "10 d", "tomorrow", "Friday", "3 May", "3 May 2027", 2026-05-03, or
/// as dates are written here. None for anything else.
[[nodiscard]] std::optional<Day> typedDay(const QString& text, Day today, DayMeant meant = DayMeant::Next);

/// When something is due: "today", "in 3 d", "since 3 Mar" once it is over, "on 3 May" where it is far.
[[nodiscard]] QString dueText(Day due, Day today);

} // namespace hb::pages
