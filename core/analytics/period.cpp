// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/period.h"

namespace hb::analytics {

namespace {

/// The last day before the calendar quarter of `day`.
Day beforeQuarter(Day day) {
    const YearMonthDay date = toYearMonthDay(day);
    const int firstMonth = (date.month - 1) / 3 * 3 + 1;
    return fromYearMonthDay(date.year, firstMonth, 1).value_or(firstDay) - 1;
}

/// The same day a year before; of 29 February the 28th.
Day yearBefore(Day day) {
    const YearMonthDay date = toYearMonthDay(day);
    if (const auto same = fromYearMonthDay(date.year - 1, date.month, date.day)) {
        return *same;
    }
    return day - 366;
}

} // namespace

Period periodOn(Day day, PeriodKind kind) {
    switch (kind) {
    case PeriodKind::ThisQuarter:
        return {beforeQuarter(day), day};
    case PeriodKind::LastQuarter: {
        const Day end = beforeQuarter(day);
        return {beforeQuarter(end), end};
    }
    case PeriodKind::Days30:
        return {day - 30, day};
    case PeriodKind::Months12:
        return {yearBefore(day), day};
    case PeriodKind::TwoDays:
        break;
    }
    return {day - 90, day};
}

} // namespace hb::analytics
