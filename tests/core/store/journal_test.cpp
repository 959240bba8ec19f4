// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal.h"
#include "tests/core/store/local_zone.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::store;
using namespace hb::test;
using namespace Qt::StringLiterals;

TEST_CASE("localDay and firstStampOf") {
    SECTION("in UTC a stamp says its day itself") {
        const LocalZone zone("UTC0");
        CHECK(localDay(u"2026-03-30T23:59:59Z"_s) == day("2026-03-30"));
        CHECK(firstStampOf(day("2026-03-30")) == u"2026-03-30T00:00:00Z"_s);
    }
    SECTION("east of it the day has begun before") {
        const LocalZone zone("XYZ-13");
        CHECK(localDay(u"2026-03-30T10:59:59Z"_s) == day("2026-03-30"));
        CHECK(localDay(u"2026-03-30T11:00:00Z"_s) == day("2026-03-31"));
        CHECK(firstStampOf(day("2026-03-31")) == u"2026-03-30T11:00:00Z"_s);
    }
    SECTION("west of it the day lasts longer") {
        const LocalZone zone("XYZ8");
        CHECK(localDay(u"2026-03-30T07:59:59Z"_s) == day("2026-03-29"));
        CHECK(firstStampOf(day("2026-03-30")) == u"2026-03-30T08:00:00Z"_s);
    }
    SECTION("a day that summer time shortens has its first moment too") {
        const LocalZone zone("XYZ3ABC,M9.1.0/0,M4.1.0/0"); // the clock goes from 0:00 to 1:00
        CHECK(localDay(firstStampOf(day("2026-09-06"))) == day("2026-09-06"));
    }
    SECTION("what is no moment has no day") {
        CHECK_FALSE(localDay({}).has_value());
        CHECK_FALSE(localDay(u"yesterday"_s).has_value());
    }
}
