// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hb {

/// A calendar day without time or zone, counted from 1970-01-01 (negative before). Absence is
/// std::optional<Day>.
struct Day {
    std::int32_t number = 0;

    friend constexpr auto operator<=>(const Day&, const Day&) = default;
    friend constexpr Day operator+(Day day, int days) { return {day.number + days}; }
    friend constexpr Day operator-(Day day, int days) { return {day.number - days}; }
    friend constexpr int operator-(Day later, Day earlier) { return later.number - earlier.number; }
};

struct YearMonthDay {
    int year;
    int month; ///< 1..12
    int day;   ///< 1..31
};

/// The first and the last day that Healthbook accepts: 1900-01-01 and 2199-12-31.
inline constexpr Day firstDay{-25567};
inline constexpr Day lastDay{84005};

[[nodiscard]] YearMonthDay toYearMonthDay(Day day);
/// None where the month has no such day or the year is outside 1900..2199.
[[nodiscard]] std::optional<Day> fromYearMonthDay(int year, int month, int day);
/// Reads exactly `YYYY-MM-DD`, 1900 to 2199.
[[nodiscard]] std::optional<Day> parseIsoDay(std::string_view text);
[[nodiscard]] std::string toIsoText(Day day);
inline constexpr int daysOfWeek = 7;
/// 0 is Monday, 6 is Sunday.
[[nodiscard]] int weekday(Day day);

} // namespace hb
