// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/days.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace Qt::StringLiterals;
using namespace hb;
using namespace hb::wording;
using hb::test::day;

TEST_CASE("days in words") {
    const test::InEnglish english;
    CHECK(dayText(day("2026-05-03"), day("2026-03-30")) == u"3 May"_s);
    CHECK(dayText(day("2025-05-03"), day("2026-03-30")) == u"3 May 2025"_s);
    CHECK(longDayText(day("2026-03-30")) == u"Mon 30 Mar 2026"_s);
    CHECK(weekdayText(day("2026-03-30")) == u"Monday"_s);
}

TEST_CASE("timeBarSentence") {
    const test::InEnglish english;
    const Day today = day("2026-03-30");
    CHECK(timeBarSentence(today, today, today).isEmpty());
    CHECK(timeBarSentence(day("2025-12-31"), today, today) == u"You are looking at 31 Dec 2025."_s);
    CHECK(timeBarSentence(day("2024-09-30"), today, day("2024-09-30")) ==
          u"The data ends on 30 Sep 2024: this is how it looked then."_s);
    CHECK(timeBarSentence(day("2024-09-29"), today, day("2024-09-30")) ==
          u"You are looking at 29 Sep 2024."_s);
}
