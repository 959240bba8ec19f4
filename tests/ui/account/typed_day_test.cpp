// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"
#include "ui/pages/account/outcome_form.h"
#include "ui/pages/account/typed_day.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace hb::pages {

using test::day;

TEST_CASE("A day as people type it") {
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const Day today = day("2026-03-30"); // a Monday
    const auto typed = [today](const QString& text) { return typedDay(text, today); };

    SECTION("from today on") {
        CHECK(typed(u"today"_s) == today);
        CHECK(typed(u" Tomorrow "_s) == today + 1);
        CHECK(typed(u"in 2 weeks"_s) == today + 14);
        CHECK(typed(u"In 3  days"_s) == today + 3);
        CHECK(typed(u"10d"_s) == today + 10);
        CHECK(typed(u"3 weeks ago"_s) == today - 21);
        CHECK(typed(u"in 1 month"_s) == day("2026-04-30"));
        CHECK(typed(u"next week"_s) == today + 7);
    }
    SECTION("by the day of the week: the next one, never today") {
        CHECK(typed(u"Friday"_s) == day("2026-04-03"));
        CHECK(typed(u"mon"_s) == day("2026-04-06"));
        CHECK(typedDay(u"fri"_s, today, DayMeant::Last) == day("2026-03-27"));
    }
    SECTION("as a date, the next one where the year is left out") {
        CHECK(typed(u"2026-05-03"_s) == day("2026-05-03"));
        CHECK(typed(u"3 May 2027"_s) == day("2027-05-03"));
        CHECK(typed(u"3 May"_s) == day("2026-05-03"));
        CHECK(typed(u"May 3"_s) == day("2026-05-03"));
        CHECK(typed(u"3 Feb"_s) == day("2027-02-03"));
        CHECK(typedDay(u"3 Feb"_s, today, DayMeant::Last) == day("2026-02-03"));
        CHECK(typed(u"5/3/26"_s) == day("2026-05-03"));
    }
    SECTION("anything else is no day") {
        for (const QString& text : {u""_s,
                                    u"soon"_s,
                                    u"in two weeks"_s,
                                    u"31 Feb"_s,
                                    u"2026-02-30"_s,
                                    u"in 99999 days"_s,
                                    u"in 5000 years"_s,
                                    u"<script>"_s,
                                    u"غدا 🎉"_s,
                                    QString(1'000'000, u'9')}) {
            CHECK_FALSE(typed(text).has_value());
        }
    }
    SECTION("is said as it is due") {
        CHECK(dueText(today, today) == u"today"_s);
        CHECK(dueText(today + 3, today) == u"in 3 d"_s);
        CHECK(dueText(day("2026-03-03"), today) == u"since 3 Mar"_s);
        CHECK(dueText(day("2027-03-03"), today) == u"3 Mar 2027"_s);
    }
    QLocale::setDefault(before);
}

TEST_CASE("An amount as people type it") {
    CHECK(typedCents(u"12000"_s) == 1'200'000);
    CHECK(typedCents(u"-5k"_s) == -500'000);
    CHECK(typedCents(u"−$1.2M"_s) == -120'000'000);
    CHECK(typedCents(u"+ € 99.5"_s) == 9'950);
    for (const QString& text : {u""_s, u"lots"_s, u"k"_s, u"1e30"_s, u"9999999999999999"_s, u"5 k k"_s}) {
        CHECK_FALSE(typedCents(text).has_value());
    }
}

} // namespace hb::pages
