// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/sentences.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace Qt::StringLiterals;
using namespace hb;
using namespace hb::wording;
using hb::test::day;
using scoring::AccountDetail;
using scoring::Scorer;

namespace {

const Day today = day("2026-03-31");

Metric summed() {
    Metric metric = test::aggregated("escalations", Aggregation::Sum, 90);
    metric.name = "Escalations";
    return metric;
}

/// Logins by their last value, their change, escalations by their sum and contacts by their age.
Scorer scorer() {
    Metric logins = test::numberMetric("logins", 30);
    logins.name = "Logins";
    logins.unit = "logins";
    logins.source = "Product analytics";
    Metric change = test::aggregated("login_change", Aggregation::ChangePct, 28);
    change.rule.series = "logins";
    Metric contact = test::aggregated("contact", Aggregation::DaysSince, 0);
    test::SnapshotBuilder builder;
    builder.metric(logins).metric(change).metric(summed()).metric(contact);
    Template tmpl = test::defaultTemplate({test::version({test::group("all",
                                                                      1,
                                                                      {test::weighted("logins", 3),
                                                                       test::weighted("login_change", 1),
                                                                       test::weighted("escalations", 0),
                                                                       test::weighted("contact", 0)})},
                                                         4,
                                                         day("2026-01-01"))});
    tmpl.name = "Enterprise";
    builder.tmpl(tmpl).account("A1").account("A2");
    for (const char* measured : {"2026-02-10", "2026-02-17", "2026-03-10", "2026-03-30"}) {
        builder.measure("A1", "logins", day(measured), 60);
    }
    builder.measure("A1", "escalations", day("2026-01-12"), 1)
        .measure("A1", "escalations", day("2026-03-02"), 1);
    builder.measure("A1", "contact", day("2026-03-20"), 1);
    return Scorer(builder.build());
}

} // namespace

TEST_CASE("measuredSentence") {
    const test::InEnglish english;
    const Scorer scores = scorer();
    const AccountDetail detail = scores.detail(0, today);
    SECTION("of a last value names day and source") {
        CHECK(measuredSentence(scores, detail, 0) ==
              u"60 logins, measured on Mon 30 Mar 2026 (Product analytics)."_s);
    }
    SECTION("of a change names both windows and whose measurements they are") {
        CHECK(measuredSentence(scores, detail, 1) ==
              u"The mean of 2 measurements from Tue 10 Mar 2026 to Mon 30 Mar 2026, against that of "
              "2 measurements from Tue 10 Feb 2026 to Tue 17 Feb 2026. It is worked out from Logins."_s);
    }
    SECTION("of a window counts what is in it") {
        CHECK(measuredSentence(scores, detail, 2) ==
              u"The sum of 2 measurements from Mon 12 Jan 2026 to Mon 2 Mar 2026."_s);
        CHECK(measuredSentence(scores, scores.detail(0, day("2026-04-20")), 2) ==
              u"The sum of 1 measurement on Mon 2 Mar 2026."_s);
        CHECK(measuredSentence(scores, scores.detail(0, day("2026-12-31")), 2) ==
              u"No measurement in the 90 days to Thu 31 Dec 2026."_s);
    }
    SECTION("of an age names the day that it counts from") {
        CHECK(measuredSentence(scores, detail, 3) == u"Counted from the last one, on Fri 20 Mar 2026."_s);
    }
    SECTION("says that there is none, and who should send it") {
        CHECK(measuredSentence(scores, scores.detail(1, today), 0) ==
              u"Never measured here; it comes from Product analytics."_s);
        CHECK(measuredSentence(scores, scores.detail(1, today), 3) == u"Never measured here."_s);
    }
}

TEST_CASE("scoredSentence") {
    const test::InEnglish english;
    const Scorer scores = scorer();
    const AccountDetail detail = scores.detail(0, today);
    CHECK(scoredSentence(scores, detail, 0) ==
          u"It scores 60.0 and has 75% of the whole, by Enterprise v4, in force since Thu 1 Jan 2026."_s);
    CHECK(
        scoredSentence(scores, detail, 2) ==
        u"It scores 2.0 and is only shown: its weight is 0 in Enterprise v4, in force since Thu 1 Jan 2026."_s);
    CHECK(scoredSentence(scores, scores.detail(0, day("2025-12-31")), 0) ==
          u"It has no score and does not count."_s);
}

TEST_CASE("importedSentence and handValueSentence") {
    const test::InEnglish english;
    CHECK(importedSentence({.number = 7,
                            .by = u"Ana Lopez"_s,
                            .on = day("2026-03-30"),
                            .file = u"usage.csv"_s,
                            .note = {}}) == u"Imported by Ana Lopez on Mon 30 Mar 2026: usage.csv, run 7."_s);
    CHECK(importedSentence({.number = 8,
                            .by = u"Ana Lopez"_s,
                            .on = day("2026-03-30"),
                            .file = {},
                            .note = u"an estimate"_s}) ==
          u"Imported by Ana Lopez on Mon 30 Mar 2026: run 8. It says: \"an estimate\"."_s);
    CHECK(importedSentence({.number = 9, .by = u"Ana Lopez"_s, .on = {}, .file = {}, .note = {}}) ==
          u"Imported by Ana Lopez: run 9."_s);
    NamedHandValue value{
        .author = u"Ana Lopez"_s, .day = day("2026-03-01"), .value = 2, .note = {}, .importedValue = {}};
    CHECK(handValueSentence(summed(), value, today) == u"Ana Lopez set 2 on 1 Mar."_s);
    value.note = u"sponsor came back"_s;
    value.importedValue = 3;
    CHECK(handValueSentence(summed(), value, today) ==
          u"Ana Lopez set 2 on 1 Mar: \"sponsor came back\". An import says 3 for that day."_s);
}
