// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <QString>

#include <optional>

namespace hb::pages {

/// A day as people type it: "in 2 weeks", "10 d", "tomorrow", "Friday" (the next one), "3 May", "3 May 2027",
/// 2026-05-03, or as dates are written here. A day without a year is the next such day, or the last one where
/// `isPast`. None for anything else.
[[nodiscard]] std::optional<Day> typedDay(const QString& text, Day today, bool isPast = false);

/// When something is due: "today", "in 3 d", "since 3 Mar" once it is over, "on 3 May" where it is far.
[[nodiscard]] QString dueText(Day due, Day today);

} // namespace hb::pages
