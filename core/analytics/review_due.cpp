// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/review_due.h"

#include <algorithm>

namespace hb::analytics {

namespace {
constexpr int monthsInYear = 12;
}

std::optional<Day> monthsAfter(Day day, int months) {
    const YearMonthDay from = toYearMonthDay(day);
    const int month = from.month - 1 + months;
    for (int last = from.day; last > 0; --last) {
        if (const auto found =
                fromYearMonthDay(from.year + month / monthsInYear, month % monthsInYear + 1, last)) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<Day> nextReview(const Template& each, int months) {
    if (months == 0 || each.versions.empty()) {
        return std::nullopt;
    }
    const auto newest = std::ranges::max_element(each.versions, {}, &TemplateVersion::effectiveFrom);
    return monthsAfter(newest->effectiveFrom, months);
}

std::optional<Day> reviewDue(const Template& each, Day day) {
    const std::optional<Day> next =
        each.retiredOn ? std::nullopt : nextReview(each, each.charter.reviewMonths);
    return next && *next < day ? next : std::nullopt;
}

} // namespace hb::analytics
