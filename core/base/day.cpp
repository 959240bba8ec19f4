// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/day.h"

#include <array>
#include <chrono>

namespace hb {

namespace {

std::chrono::sys_days toSysDays(Day day) {
    return std::chrono::sys_days{std::chrono::days{day.number}};
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

YearMonthDay toYearMonthDay(Day day) {
    const std::chrono::year_month_day date{toSysDays(day)};
    return {static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::optional<Day> fromYearMonthDay(int year, int month, int day) {
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return Day{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

std::optional<Day> parseIsoDay(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    return fromYearMonthDay(*year, *month, *day);
}

std::string toIsoText(Day day) {
    const YearMonthDay date = toYearMonthDay(day);
    std::string text = "0000-00-00";
    const auto put = [&text](std::size_t at, int width, int value) {
        for (int i = width - 1; i >= 0; --i) {
            text[at + static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
            value /= 10;
        }
    };
    put(0, 4, date.year);
    put(5, 2, date.month);
    put(8, 2, date.day);
    return text;
}

int weekday(Day day) {
    return static_cast<int>(std::chrono::weekday{toSysDays(day)}.iso_encoding()) - 1;
}

} // namespace hb
