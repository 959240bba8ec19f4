// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"

#include <cstdint>

// The time between two days that the book is compared over.

namespace hb::analytics {

/// Two days: how it was on `from`, how it is on `to`. Precondition of whoever takes one: from < to.
struct Period {
    Day from;
    Day to;

    friend bool operator==(const Period&, const Period&) = default;
};

enum class PeriodKind : std::uint8_t {
    ThisQuarter, ///< from the last day before the calendar quarter
    LastQuarter, ///< the whole calendar quarter before this one
    Days30,
    Months12,
    TwoDays, ///< any two
};

/// The period of that kind for whoever looks on `day`; of TwoDays the last 90 days, as a beginning. On the
/// first day of a quarter its first day alone is what *this quarter* has.
[[nodiscard]] Period periodOn(Day day, PeriodKind kind);

} // namespace hb::analytics
