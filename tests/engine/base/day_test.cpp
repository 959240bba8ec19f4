// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/day.h"
#include "tests/support/catch.h"

using namespace hb;

TEST_CASE("days are counted from 1970-01-01, on both sides of it") {
    struct Row {
        const char* text;
        int number;
        int weekday; ///< 0 is Monday
    };
    const Row row = GENERATE(Row{"1970-01-01", 0, 3},
                             Row{"1969-12-31", -1, 2},
                             Row{"2000-02-29", 11016, 1},
                             Row{"2000-03-01", 11017, 2},
                             Row{"2026-03-31", 20543, 1},
                             Row{"1900-01-01", -25567, 0},
                             Row{"2199-12-31", 84005, 1});
    CAPTURE(row.text);
    REQUIRE(parseIsoDay(row.text) == Day{row.number});
    CHECK(toIsoText(Day{row.number}) == row.text);
    CHECK(weekday(Day{row.number}) == row.weekday);
}

TEST_CASE("every accepted day is written and read back") {
    for (Day day = firstDay; day <= lastDay; day = day + 13) {
        const YearMonthDay date = toYearMonthDay(day);
        REQUIRE(fromYearMonthDay(date.year, date.month, date.day) == day);
        REQUIRE(parseIsoDay(toIsoText(day)) == day);
    }
}

TEST_CASE("what is no day is none") {
    const char* text = GENERATE("",
                                "2026-3-31",
                                "2026-03-311",
                                "2026/03/31",
                                "2026-03/31",
                                "2026-0a-31",
                                "+026-03-31",
                                " 026-03-31",
                                "2026-00-10",
                                "2026-13-10",
                                "2026-01-00",
                                "2026-04-31",
                                "2026-02-29",
                                "1900-02-29", // divisible by 100 and not by 400
                                "2100-02-29",
                                "1899-12-31",
                                "2200-01-01");
    CAPTURE(text);
    CHECK_FALSE(parseIsoDay(text));
}

TEST_CASE("days are added and subtracted") {
    CHECK(Day{10} + 5 == Day{15});
    CHECK(Day{10} - 25 == Day{-15});
    CHECK(Day{10} - Day{25} == -15);
    CHECK(Day{-1} < Day{0});
}
