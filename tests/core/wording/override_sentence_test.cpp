// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/override_sentence.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace Qt::StringLiterals;
using namespace hb;
using namespace hb::wording;
using hb::test::day;

namespace {

const Day today = day("2026-03-31");

Override entered(OverrideTarget target, const std::string& key, Day first, Day last) {
    return {.id = {},
            .account = 0,
            .target = target,
            .key = key,
            .score = 80,
            .first = first,
            .last = last,
            .author = "Ana Lopez",
            .reason = "migration week"};
}

scoring::Scorer scorerWith(const Override& one) {
    Metric tickets = test::numberMetric("tickets");
    tickets.name = "Open tickets";
    test::SnapshotBuilder builder;
    builder.metric(tickets)
        .tmpl(test::defaultTemplate({test::version({test::group("all", 1, {test::weighted("tickets", 1)})})}))
        .measure("A", "tickets", today, 45)
        .override("A", one);
    return scoring::Scorer(builder.build());
}

QString scoresOf(const Override& one) {
    const scoring::Scorer scorer = scorerWith(one);
    return overrideScoresText(
        scorer, scorer.detail(0, today), analytics::accountOverrides(scorer, 0, today).front());
}

QString timeOf(Day first, Day last) {
    const scoring::Scorer scorer = scorerWith(entered(OverrideTarget::Overall, "", first, last));
    return overrideTimeText(analytics::accountOverrides(scorer, 0, today).front(), today);
}

} // namespace

TEST_CASE("The range of a score in words") {
    const test::InEnglish english;
    const std::vector<Range> ranges = redYellowGreenScheme().ranges;
    CHECK(rangeText(ranges, 0) == u"red, under 50"_s);
    CHECK(rangeText(ranges, 50) == u"yellow, 50 to under 75"_s);
    CHECK(rangeText(ranges, 74.96) == u"yellow, 50 to under 75"_s);
    CHECK(rangeText(ranges, 75) == u"green, 75 or more"_s);
    const std::vector<Range> letters{{.from = 0, .label = "F", .colour = Band::Red, .help = {}},
                                     {.from = 80, .label = "B", .colour = Band::Green, .help = {}}};
    CHECK(rangeText(letters, 81) == u"B, 80 or more"_s);
}

TEST_CASE("What an override would do, in words") {
    const test::InEnglish english;
    const std::vector<Range> ranges = redYellowGreenScheme().ranges;
    scoring::TrackScore red, green, none;
    red.score = 45;
    red.band = Band::Red;
    green.score = 80;
    green.band = Band::Green;
    const Day last = day("2026-04-30");
    CHECK(overrideEffectSentence({.before = red, .after = green}, ranges, last, today) ==
          u"Shown 80.0 green in place of 45.0 red until 30 Apr."_s);
    CHECK(overrideEffectSentence({.before = none, .after = green}, ranges, last, today) ==
          u"Shown 80.0 green in place of no data until 30 Apr."_s);
    CHECK(overrideEffectSentence({.before = red, .after = red}, ranges, last, today) ==
          u"The score stays 45.0 red: this alone changes nothing of it."_s);
}

TEST_CASE("An override as it is listed") {
    const test::InEnglish english;
    CHECK(scoresOf(entered(OverrideTarget::Overall, "", today, today)) ==
          u"The score: 80.0 green, computed 45.0 red"_s);
    CHECK(scoresOf(entered(OverrideTarget::Metric, "tickets", today, today)) ==
          u"Open tickets: 80.0 green, computed 45.0 red"_s);
    CHECK(scoresOf(entered(OverrideTarget::Overall, "", today - 9, today - 2)) == u"The score: 80.0 green"_s);
    CHECK(timeOf(today - 11, today + 19) ==
          u"Ana Lopez, since 20 Mar (11 days), until 19 Apr (19 days left)"_s);
    CHECK(timeOf(today, today) == u"Ana Lopez, since today, until today"_s);
    CHECK(timeOf(today - 1, today + 1) == u"Ana Lopez, since 30 Mar (1 day), until 1 Apr (1 day left)"_s);
    CHECK(timeOf(today + 1, today + 3) == u"Ana Lopez, from 1 Apr until 3 Apr"_s);
    CHECK(timeOf(today - 11, today - 4) == u"Ana Lopez, 20 Mar to 27 Mar"_s);
    CHECK(timeOf(today, today - 1) == u"Ana Lopez, entered for 31 Mar, ended before it acted"_s);
}
