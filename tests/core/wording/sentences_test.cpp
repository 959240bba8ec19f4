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
using scoring::Cause;
using scoring::ChangeExplanation;
using scoring::Reason;
using scoring::Scorer;

namespace {

const Day today = day("2026-03-31"); // a Tuesday

Metric named(Metric metric, const std::string& name, const std::string& source) {
    metric.name = name;
    metric.source = source;
    return metric;
}

/// The worked example of scoring.md, with names, and with what was measured a month before.
struct Example {
    Metric logins = named(test::numberMetric("logins", 30), "Logins", "Product analytics");
    Metric adoption = named(test::numberMetric("adoption", 30), "Adoption", "Product analytics");
    Metric tickets = named(test::numberMetric("tickets", 14), "Open tickets", "Support desk");
    TemplateVersion version = test::version(
        {test::group("usage",
                     60,
                     {test::weighted("logins", 70, {{0, 0}, {5, 50}, {20, 75}, {50, 100}}),
                      test::weighted("adoption", 30)}),
         test::group("support", 40, {test::weighted("tickets", 1, {{0, 100}, {5, 60}, {10, 20}, {20, 0}})})});
    test::SnapshotBuilder builder;

    Example() {
        tickets.unit = "tickets";
        tickets.action = "Agree an escalation date.";
        tickets.ownerTeam = "Support";
        builder.account("A1");
        for (const char* measured : {"2026-02-25", "2026-03-22", "2026-03-30"}) {
            builder.measure("A1", "logins", day(measured), 12);
        }
        builder.measure("A1", "adoption", day("2026-02-01"), 80);
        builder.measure("A1", "tickets", day("2026-02-25"), 5).measure("A1", "tickets", day("2026-03-22"), 5);
        builder.measure("A1", "tickets", day("2026-03-29"), 10);
    }

    [[nodiscard]] Scorer scorer() {
        builder.metric(logins).metric(adoption).metric(tickets);
        builder.tmpl(test::defaultTemplate({version}));
        return Scorer(builder.build());
    }
};

QStringList sentencesOf(const Scorer& scorer, const ChangeExplanation& change) {
    QStringList sentences;
    for (const scoring::ChangeLine& line : change.lines) {
        sentences << changeLineSentence(scorer, change, line, today);
    }
    return sentences;
}

Override entered(OverrideTarget target, const std::string& key) {
    Override made;
    made.id = OverrideId{1};
    made.target = target;
    made.key = key;
    made.score = 80;
    made.first = day("2026-03-20");
    made.last = day("2026-04-30");
    made.author = "Ana Lopez";
    made.reason = "migration week";
    return made;
}

} // namespace

TEST_CASE("driverSentence") {
    const test::InEnglish english;
    Example example;
    SECTION("names what costs most, and how that moved over the trend's days") {
        const Scorer scorer = example.scorer();
        const AccountDetail detail = scorer.detail(0, today);
        CHECK(driverSentence(scorer, detail) ==
              u"Open tickets cost 32.0 points, 16.0 more than 30 days ago."_s);
        CHECK(driverShort(scorer, detail) == u"Open tickets cost 32"_s);
        CHECK(helpSentence(scorer, detail) == u"What helps: agree an escalation date (Support)."_s);
    }
    SECTION("says nothing of earlier where there was no score") {
        const Scorer scorer = example.scorer();
        CHECK(driverSentence(scorer, scorer.detail(0, day("2026-02-26"))) == u"Logins cost 16.1 points."_s);
    }
    SECTION("says so where nothing costs points") {
        example.builder.account("A2").measure("A2", "logins", today, 50).measure("A2", "tickets", today, 0);
        const Scorer scorer = example.scorer();
        const AccountDetail detail = scorer.detail(1, today);
        CHECK(driverSentence(scorer, detail) == u"Nothing costs points."_s);
        CHECK(driverShort(scorer, detail).isEmpty());
        CHECK(helpSentence(scorer, detail).isEmpty());
    }
    SECTION("is empty without a score") {
        example.builder.account("A2");
        const Scorer scorer = example.scorer();
        CHECK(driverSentence(scorer, scorer.detail(1, today)).isEmpty());
    }
    SECTION("an exception that costs most is named by its name") {
        example.version.exceptions = {test::capAt(5,
                                                  {{.target = Condition::Target::Overall,
                                                    .test = Condition::Test::ScoreAtMost,
                                                    .key = {},
                                                    .score = 60,
                                                    .values = {}}},
                                                  "Ticket storm")};
        const Scorer scorer = example.scorer();
        CHECK(driverShort(scorer, scorer.detail(0, today)) == u"\"Ticket storm\" costs 40"_s);
    }
}

TEST_CASE("changeSentence") {
    const test::InEnglish english;
    Example example;
    SECTION("gives the parts, value and weight of a metric together, largest first") {
        const Scorer scorer = example.scorer();
        const ChangeExplanation change = explainChange(scorer, 0, day("2026-03-01"), today);
        CHECK(changeSentence(scorer, change, today) ==
              u"Down 19.3 since 1 Mar: Open tickets \u221216.0, Adoption \u22124.6, Logins +1.3."_s);
        CHECK(sentencesOf(scorer, change) ==
              QStringList{u"The weight of Logins rose as others changed: +1.3."_s,
                          u"Adoption went stale on 4 Mar; the other metrics now count for more: \u22124.6."_s,
                          u"Open tickets went from 5 to 10: \u221216.0."_s});
    }
    SECTION("keeps metrics of one name apart, and a metric from the override that it is called after") {
        example.logins.name = "Usage";
        example.adoption.name = "Usage";
        example.tickets.name = "Override";
        example.builder.override("A1", entered(OverrideTarget::Overall, ""));
        const Scorer scorer = example.scorer();
        CHECK(changeSentence(scorer, explainChange(scorer, 0, day("2026-03-01"), day("2026-03-19")), today) ==
              u"Down 2.6 from 1 Mar to 19 Mar: Usage \u22123.1, Override +1.2, Usage \u22120.8."_s);
        CHECK(changeSentence(scorer, explainChange(scorer, 0, day("2026-03-01"), today), today) ==
              u"Up 15.7 since 1 Mar: Override +35.0, Override \u221216.0, 2 others \u22123.3."_s);
    }
    SECTION("says which way time runs") {
        const Scorer scorer = example.scorer();
        const ChangeExplanation change = explainChange(scorer, 0, today, day("2026-03-01"));
        CHECK(changeSentence(scorer, change, today)
                  .startsWith(u"Up 19.3 from 31 Mar back to 1 Mar: Open tickets +16.0"_s));
    }
    SECTION("says where nothing changed") {
        const Scorer scorer = example.scorer();
        CHECK(changeSentence(scorer, explainChange(scorer, 0, day("2026-03-30"), today), today) ==
              u"No change since 30 Mar."_s);
    }
    SECTION("says which day lacks data") {
        const Scorer scorer = example.scorer();
        CHECK(changeSentence(scorer, explainChange(scorer, 0, day("2026-01-01"), today), today) ==
              u"There was not enough data for a score on 1 Jan."_s);
    }
    SECTION("a held score says what it now counts as") {
        example.version.groups[0].metrics[1].whenStale = {.rule = WhenStale::Rule::DecayTo, .target = 50};
        const Scorer scorer = example.scorer();
        const ChangeExplanation change = explainChange(scorer, 0, day("2026-03-01"), today);
        CHECK(sentencesOf(scorer, change)
                  .contains(u"Adoption went stale on 4 Mar, now counted as 52: \u22125.0."_s));
    }
    SECTION("an override says who set it") {
        example.builder.override("A1", entered(OverrideTarget::Metric, "tickets"));
        const Scorer scorer = example.scorer();
        const ChangeExplanation change = explainChange(scorer, 0, day("2026-03-01"), today);
        REQUIRE(sentencesOf(scorer, change).size() == 3);
        CHECK(sentencesOf(scorer, change)[2].startsWith(u"Ana Lopez set Open tickets to 80: +8.0"_s));
    }
}

TEST_CASE("changeLineSentence: the parts of value and weight say different things") {
    const test::InEnglish english;
    test::SnapshotBuilder builder;
    builder.metric(named(test::numberMetric("a", 30), "Logins", ""))
        .metric(named(test::numberMetric("b", 30), "Adoption", ""))
        .measure("A1", "a", day("2026-01-01"), 80)
        .measure("A1", "b", day("2026-01-01"), 40);
    TemplateVersion first =
        test::version({test::group("g", 1, {test::weighted("a", 1), test::weighted("b", 1)})});
    const auto sentences = [&](const char* from, const char* to) {
        const Scorer scorer(builder.build());
        return sentencesOf(scorer, explainChange(scorer, 0, day(from), day(to)));
    };
    SECTION("of one that went stale and is held while another no longer counts") {
        first.groups[0].metrics[0].whenStale = {.rule = WhenStale::Rule::DecayTo, .target = 0};
        builder.tmpl(test::defaultTemplate({first}));
        CHECK(
            sentences("2026-01-10", "2026-03-15") ==
            QStringList{u"Logins went stale on 1 Feb, now counted as 0: \u221260.0."_s,
                        u"Logins now counts for more: +5.0."_s,
                        u"Adoption went stale on 1 Feb; the other metrics now count for more: \u22125.0."_s});
        CHECK(sentences("2026-03-15", "2026-01-10") ==
              QStringList{u"Logins came back: +60.0."_s,
                          u"Logins now counts for less: \u22125.0."_s,
                          u"Adoption came back: +5.0."_s});
    }
    SECTION("of a new version with other weights and curves, and with a metric less") {
        TemplateVersion second = test::version(
            {test::group("g", 1, {test::weighted("a", 4), test::weighted("b", 1)})}, 2, day("2026-01-15"));
        TemplateVersion third = test::version(
            {test::group("g", 1, {test::weighted("a", 1, {{0, 0}, {160, 100}})})}, 3, day("2026-01-20"));
        builder.tmpl(test::defaultTemplate({first, second, third}));
        CHECK(sentences("2026-01-10", "2026-01-15") ==
              QStringList{u"Logins counts for more in version 2: +4.2."_s,
                          u"Adoption counts for less in version 2: +7.8."_s});
        CHECK(sentences("2026-01-15", "2026-01-20") ==
              QStringList{u"Logins, now scored by version 3: \u221227.0."_s,
                          u"Logins counts for more in version 3: +0.8."_s,
                          u"Adoption is no longer part of the score: +4.2."_s});
    }
}

TEST_CASE("changeHeadline") {
    const test::InEnglish english;
    Example example;
    SECTION("names what bears most of the change") {
        const Scorer scorer = example.scorer();
        CHECK(changeHeadline(scorer, explainChange(scorer, 0, day("2026-03-01"), today), today) ==
              u"Down 19.3 since 1 Mar, most of it Open tickets (\u221216.0)."_s);
    }
    SECTION("names it alone where nothing else moved") {
        const Scorer scorer = example.scorer();
        CHECK(changeHeadline(scorer, explainChange(scorer, 0, day("2026-03-28"), today), today) ==
              u"Down 16.0 since 28 Mar, all of it Open tickets."_s);
    }
    SECTION("is the whole sentence where others made up for it, or nothing changed") {
        example.builder.measure("A1", "logins", day("2026-03-31"), 50);
        const Scorer scorer = example.scorer();
        const ChangeExplanation change = explainChange(scorer, 0, day("2026-03-28"), today);
        CHECK(changeHeadline(scorer, change, today) == changeSentence(scorer, change, today));
        const ChangeExplanation none = explainChange(scorer, 0, day("2026-03-22"), day("2026-03-23"));
        CHECK(changeHeadline(scorer, none, today) == changeSentence(scorer, none, today));
    }
    SECTION("says which day lacks data") {
        const Scorer scorer = example.scorer();
        CHECK(changeHeadline(scorer, explainChange(scorer, 0, day("2026-01-01"), today), today) ==
              u"There was not enough data for a score on 1 Jan."_s);
    }
}

TEST_CASE("coverageSentence") {
    const test::InEnglish english;
    Example example;
    SECTION("names what is missing with its source") {
        const Scorer scorer = example.scorer();
        CHECK(coverageSentence(scorer, scorer.detail(0, today)) ==
              u"82% of this score is fresh. Missing: Adoption (Product analytics)."_s);
        CHECK(coverageSentence(scorer, scorer.detail(0, day("2026-03-01"))) ==
              u"All of this score is fresh."_s);
    }
    SECTION("says what is needed where that is not enough") {
        example.version.minCoverage = 0.9;
        example.adoption.source.clear();
        example.builder.account("A2").measure("A2", "tickets", today, 5);
        const Scorer scorer = example.scorer();
        CHECK(
            coverageSentence(scorer, scorer.detail(1, today)) ==
            u"Not enough data: 40% of this score is fresh, 90% is needed. Missing: Adoption, Logins (Product analytics)."_s);
    }
}

TEST_CASE("overrideSentence") {
    const test::InEnglish english;
    Example example;
    SECTION("of the whole score") {
        example.builder.override("A1", entered(OverrideTarget::Overall, ""));
        const Scorer scorer = example.scorer();
        CHECK(overrideSentence(scorer, scorer.detail(0, today), today) ==
              u"Set to 80 by Ana Lopez until 30 Apr: \"migration week\". Computed: 45.0, red."_s);
        CHECK(overrideSentence(scorer, scorer.detail(0, day("2026-03-01")), today).isEmpty());
    }
    SECTION("of a group, by its name") {
        example.builder.override("A1", entered(OverrideTarget::Group, "support"));
        const Scorer scorer = example.scorer();
        CHECK(overrideSentence(scorer, scorer.detail(0, today), today) ==
              u"support set to 80 by Ana Lopez until 30 Apr: \"migration week\". Computed: 45.0, red."_s);
    }
}

TEST_CASE("exceptionSentence") {
    const test::InEnglish english;
    Example example;
    example.version.exceptions = {test::capAt(40,
                                              {{.target = Condition::Target::Attribute,
                                                .test = Condition::Test::In,
                                                .key = "champion",
                                                .score = 0,
                                                .values = {"left"}}},
                                              "Champion left")};
    example.builder.attribute("A1", "champion", day("2026-01-01"), "active");
    example.builder.attribute("A1", "champion", day("2026-03-03"), "left");
    const Scorer scorer = example.scorer();
    CHECK(exceptionSentence(scorer, scorer.detail(0, today)) ==
          u"Capped at 40.0 by \"Champion left\". Without that it would be 45.0."_s);
    CHECK(exceptionSentence(scorer, scorer.detail(0, day("2026-03-01"))).isEmpty());
}

TEST_CASE("staleSentence") {
    const test::InEnglish english;
    Example example;
    constexpr std::size_t adoption = 1;
    SECTION("of a metric that no longer counts") {
        const Scorer scorer = example.scorer();
        CHECK(staleSentence(scorer, scorer.detail(0, today), adoption) ==
              u"Adoption is 58 days old and valid for 30: it no longer counts."_s);
        CHECK(staleSentence(scorer, scorer.detail(0, day("2026-03-01")), adoption).isEmpty());
    }
    SECTION("of one that is held") {
        example.version.groups[0].metrics[1].whenStale = {.rule = WhenStale::Rule::Keep, .target = 0};
        const Scorer scorer = example.scorer();
        CHECK(staleSentence(scorer, scorer.detail(0, today), adoption) ==
              u"Adoption is 58 days old and valid for 30: it counts as 80."_s);
    }
}

TEST_CASE("reasonText") {
    const test::InEnglish english;
    Example example;
    example.builder.attribute("A1", "renewal_date", day("2026-01-01"), "2026-05-04");
    example.builder.attribute("A1", "champion", day("2026-01-01"), "active");
    example.builder.attribute("A1", "champion", day("2026-03-03"), "left");
    example.builder.account("A2");
    for (int week = 0; week < 10; ++week) {
        example.builder.measure("A2", "tickets", today - 7 * week, 20)
            .measure("A2", "logins", today - 7 * week, 0);
    }
    const Scorer scorer = example.scorer();
    const auto text = [&](Reason reason) { return reasonText(scorer, 0, today, reason); };

    SECTION("says since when") {
        CHECK(text(Reason::NewlyRed) == u"Turned red on Sun"_s);
        CHECK(reasonText(scorer, 0, day("2026-03-29"), Reason::NewlyRed) == u"Turned red today"_s);
        CHECK(text(Reason::ChampionLeft) == u"Champion left 3 Mar"_s);
        CHECK(reasonText(scorer, 1, today, Reason::RedLeftAlone) == u"Red for 9 weeks, no action"_s);
        CHECK(reasonText(scorer, 1, today + 40, Reason::GoneSilent) == u"Silent since 31 Mar"_s);
    }
    SECTION("says how much") {
        CHECK(text(Reason::FallingFast) == u"Fell 19.3 in 30 days"_s);
        CHECK(text(Reason::RenewalAtRisk) == u"Renews in 34 d, not green"_s);
        CHECK(reasonText(scorer, 0, day("2026-05-04"), Reason::RenewalAtRisk) ==
              u"Renews today, not green"_s);
    }
    SECTION("says what") {
        CHECK(text(Reason::Stale) == u"Adoption went stale"_s);
        CHECK(reasonText(scorer, 1, today + 40, Reason::Stale) == u"Logins and 1 other went stale"_s);
        CHECK(text(Reason::ReadyToGrow) == u"Ready to grow"_s);
    }
}
