// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/period.h"
#include "tests/support/catch.h"

using namespace hb;
using analytics::Period;
using analytics::PeriodKind;
using analytics::periodOn;

namespace {

Day day(const char* iso) {
    return parseIsoDay(iso).value();
}

} // namespace

TEST_CASE("periodOn") {
    SECTION("this quarter begins with how it stood at the end of the last one") {
        CHECK(periodOn(day("2026-03-30"), PeriodKind::ThisQuarter) ==
              Period{day("2025-12-31"), day("2026-03-30")});
        CHECK(periodOn(day("2026-04-01"), PeriodKind::ThisQuarter) ==
              Period{day("2026-03-31"), day("2026-04-01")});
    }
    SECTION("last quarter is whole, over the turn of the year too") {
        CHECK(periodOn(day("2026-02-10"), PeriodKind::LastQuarter) ==
              Period{day("2025-09-30"), day("2025-12-31")});
    }
    SECTION("12 months from a 29 February begin on the 28th") {
        CHECK(periodOn(day("2024-02-29"), PeriodKind::Months12).from == day("2023-02-28"));
    }
    SECTION("every kind goes forward on every day") {
        for (int at = 0; at < 800; ++at) {
            const Day on = day("2023-12-25") + at;
            for (const PeriodKind kind : {PeriodKind::ThisQuarter,
                                          PeriodKind::LastQuarter,
                                          PeriodKind::Days30,
                                          PeriodKind::Months12,
                                          PeriodKind::TwoDays}) {
                const Period period = periodOn(on, kind);
                CHECK(period.from < period.to);
                CHECK(period.to <= on);
            }
        }
    }
}
