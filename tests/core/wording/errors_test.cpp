// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/error_sentence.h"
#include "core/wording/headline_sentence.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace Qt::StringLiterals;
using namespace hb;
using namespace hb::wording;

TEST_CASE("errorSentence") {
    SECTION("says what failed and what to do") {
        CHECK(
            errorSentence({.what = "Could not save: the disk is full",
                           .hint = "Your last change is kept in memory. Free some space, then try again."}) ==
            u"Could not save: the disk is full. Your last change is kept in memory. Free some space, then try again."_s);
    }
    SECTION("names the place once") {
        CHECK(errorSentence(
                  {.what = "Could not open the book", .found = "no such file", .place = "a.healthbook"}) ==
              u"Could not open the book (a.healthbook): no such file."_s);
        CHECK(errorSentence({.what = "Could not open a.healthbook.", .place = "a.healthbook"}) ==
              u"Could not open a.healthbook."_s);
    }
    SECTION("says what was found and expected") {
        CHECK(errorSentence({.what = "Could not read the day",
                             .found = "31/02/2026",
                             .expected = "a day as YYYY-MM-DD"}) ==
              u"Could not read the day: found 31/02/2026, expected a day as YYYY-MM-DD."_s);
        CHECK(errorSentence({.what = "The table has no header", .expected = "account_id, name"}) ==
              u"The table has no header: expected is account_id, name."_s);
    }
    SECTION("lists several faults, a line each") {
        CHECK(errorSentence(
                  {.what = "The scorecard was not taken", .found = "/a: must be >= 0\n/b: must be text"}) ==
              u"The scorecard was not taken:\n/a: must be >= 0\n/b: must be text"_s);
    }
}

TEST_CASE("rejectedRowsSentence") {
    const test::InEnglish english;
    RejectedRows rows{.read = 412,
                      .rejected = 3,
                      .line = 214,
                      .column = u"renewal_date"_s,
                      .found = u"31/02/2026"_s,
                      .expected = u"a day"_s};
    CHECK(rejectedRowsSentence(rows) ==
          u"409 of 412 rows are in. 3 were left out. Row 214, renewal_date: \"31/02/2026\" is not a day."_s);
    rows.rejected = 1;
    rows.column.clear();
    CHECK(rejectedRowsSentence(rows) ==
          u"411 of 412 rows are in. 1 was left out. Row 214: \"31/02/2026\" is not a day."_s);
    CHECK(rejectedRowsSentence({.read = 1, .column = {}, .found = {}, .expected = {}}) ==
          u"1 of 1 row is in."_s);
}

TEST_CASE("headlineSentence") {
    const test::InEnglish english;
    BookHeadline headline{.accounts = 60,
                          .needYou = 7,
                          .newlyRed = 3,
                          .onTrack = 34,
                          .red = 0,
                          .noData = 3,
                          .atRisk = u"$410k"_s,
                          .nextRenewal = u"Contoso in 12 days"_s,
                          .redSince = test::day("2026-03-23")};
    SECTION("says who needs you and what is new") {
        CHECK(headlineSentence(headline) ==
              u"7 of your 60 accounts need you. 3 turned red since Monday last week, $410k that is not "
              u"green renews within 90 days."_s);
    }
    SECTION("leaves out what the data lacks or what did not happen") {
        headline.atRisk.clear();
        CHECK(headlineSentence(headline) ==
              u"7 of your 60 accounts need you. 3 turned red since Monday last week."_s);
        headline.newlyRed = 0;
        CHECK(headlineSentence(headline) == u"7 of your 60 accounts need you."_s);
        headline.atRisk = u"$410k"_s;
        CHECK(headlineSentence(headline) ==
              u"7 of your 60 accounts need you. $410k that is not green renews within 90 days."_s);
    }
    SECTION("bends with one") {
        headline.needYou = 1;
        headline.newlyRed = 0;
        headline.atRisk.clear();
        CHECK(headlineSentence(headline) == u"1 of your 60 accounts needs you."_s);
        headline.accounts = 1;
        CHECK(headlineSentence(headline) == u"1 of your 1 account needs you."_s);
    }
    SECTION("is calm on a calm day") {
        headline.needYou = 0;
        CHECK(headlineSentence(headline) ==
              u"Nothing needs you today. 34 of your 60 accounts are on track; the next renewal is "
              u"Contoso in 12 days."_s);
        headline.nextRenewal.clear();
        CHECK(headlineSentence(headline) ==
              u"Nothing needs you today. 34 of your 60 accounts are on track."_s);
        headline.red = 9;
        CHECK(headlineSentence(headline) ==
              u"Nothing needs you today. 34 of your 60 accounts are on track, 9 are red."_s);
        headline.noData = 60;
        CHECK(headlineSentence(headline) == u"Not enough data: none of your 60 accounts has a score yet."_s);
    }
}
