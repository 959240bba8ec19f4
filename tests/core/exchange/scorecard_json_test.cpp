// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/scorecard_json.h"
#include "tests/core/exchange/scorecard_samples.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <set>

using namespace hb;
using namespace hb::exchange;
using namespace Qt::StringLiterals;

namespace {

const Day today = *parseIsoDay("2026-04-01");

Scorecard parsed(const QByteArray& json) {
    auto scorecard = parseScorecard(json, u"card.json"_s, today);
    if (!scorecard) {
        FAIL(scorecard.error().what << "\n" << scorecard.error().found << "\n" << scorecard.error().place);
    }
    return *std::move(scorecard);
}

QByteArray fileContent(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sharedData() {
    const QString beside = QStringLiteral(HB_SOURCE_DIR "/../shared/data");
    return QFileInfo::exists(beside) ? beside : u"/work/shared/data"_s;
}

/// Export, import, export again.
void checkRoundTrip(const Scorecard& scorecard, Versions versions) {
    const QByteArray first = toJson(scorecard, versions);
    CHECK(toJson(parsed(first), versions) == first);
    CHECK(QJsonDocument::fromJson(first).isObject());
}

} // namespace

TEST_CASE("parseScorecard") {
    const Scorecard card = parsed(test::wholeScorecard());

    SECTION("reads every part of the format") {
        REQUIRE(card.goals.size() == 2);
        CHECK(card.goals[1] == Goal{.key = "adopt", .name = "Adoption", .parent = "nrr"});
        REQUIRE(card.metrics.size() == 4);
        CHECK(card.metrics[0].rule.validDays == 30);
        CHECK(card.metrics[1].rule.series == "logins");
        CHECK(card.metrics[1].rule.aggregation == Aggregation::ChangePct);
        CHECK(card.metrics[2].rule.emptyIsZero);
        CHECK(card.metrics[2].better == Better::Lower);
        CHECK(card.metrics[3].rule.levels[0] ==
              Level{.level = 1, .label = "None", .score = 0, .help = "Nobody."});

        const TemplateVersion& version = card.templates[0].versions.at(0);
        CHECK(version.number == 1);
        CHECK(version.effectiveFrom == *parseIsoDay("2026-01-01"));
        CHECK(version.appliesTo ==
              std::vector<AttributeFilter>{{.attribute = "segment", .values = {"", "Enterprise"}}});
        CHECK(version.rollup == Rollup::Min);
        CHECK(version.scheme.kind == SchemeKind::Letters);
        CHECK(version.scheme.ranges[1].from == 70.5);
        CHECK(version.minCoverage == 0.25);
        CHECK(version.trend == TrendRule{.days = 14, .threshold = 2.5});
        CHECK(card.templates[0].charter.reviewMonths == 6);

        const Group& usage = version.groups.at(0);
        CHECK(usage.rollup == Rollup::Min);
        CHECK(usage.metrics[0].curve[2] == CurvePoint{.value = 20.125, .score = 75});
        CHECK(usage.metrics[0].whenStale.rule == WhenStale::Rule::Keep);
        CHECK(usage.metrics[0].whenMissing == 40.0);
        CHECK(usage.metrics[1].levels == std::vector<LevelScore>{{.level = 1, .score = 10}});
        CHECK(usage.metrics[1].whenStale == WhenStale{.rule = WhenStale::Rule::DecayTo, .target = 50});

        const ScoreException& loved = version.exceptions.at(1);
        CHECK(loved.effect == ScoreException::Effect::RaiseTo);
        CHECK(loved.when[0].target == Condition::Target::AnyMetric);
        CHECK(loved.when[1].target == Condition::Target::Overall);
        CHECK(loved.when[2].values == std::vector<std::string>{"", "loyal"});
        CHECK(version.exceptions[0].when[1].test == Condition::Test::Absent);
    }
    SECTION("freezes the rules of the metrics used and of the series they read") {
        const std::vector<FrozenMetric>& frozen = card.templates[1].versions[0].metrics;
        REQUIRE(frozen.size() == 2);
        CHECK(frozen[0] == FrozenMetric{.key = "login_change", .rule = card.metrics[1].rule});
        CHECK(frozen[1] == FrozenMetric{.key = "logins", .rule = card.metrics[0].rule});
    }
    SECTION("gives what is left out its default") {
        const Template& everyone = card.templates[1];
        CHECK(everyone.isDefault);
        CHECK(everyone.charter == Charter{});
        const TemplateVersion& version = everyone.versions[0];
        CHECK(version.effectiveFrom == today);
        CHECK(version.scheme == redYellowGreenScheme());
        CHECK(version.minCoverage == 0.5);
        CHECK(version.trend == TrendRule{.days = 30, .threshold = 3});
        CHECK(version.exceptions.empty());
        CHECK(version.groups[0].metrics[0].whenStale == WhenStale{});
        CHECK(card.metrics[1].actionable);
    }
    SECTION("puts the default template last wherever it stands") {
        const QByteArray text = toJson(card, Versions::Newest);
        QJsonObject object = QJsonDocument::fromJson(text).object();
        const QJsonArray templates = object.value("templates"_L1).toArray();
        object.insert("templates"_L1, QJsonArray{templates[1], templates[0]});
        CHECK(parsed(QJsonDocument(object).toJson()) == card);
    }
    SECTION("a byte order mark may lead") {
        CHECK(parsed("\xEF\xBB\xBF" + test::wholeScorecard()) == card);
    }
    SECTION("is sound by scorecardFaults, too") {
        CHECK(scorecardFaults(card).isEmpty());
    }
}

TEST_CASE("toJson") {
    const Scorecard card = parsed(test::wholeScorecard());

    SECTION("reads back as the same scorecard") {
        CHECK(parsed(toJson(card, Versions::Newest)) == card);
        CHECK(parsed(toJson(card, Versions::All)) == card);
    }
    SECTION("is byte-identical after an import") {
        checkRoundTrip(card, Versions::Newest);
        checkRoundTrip(card, Versions::All);
    }
    SECTION("has a fixed key order and writes the defaults") {
        const QByteArray text = toJson(card, Versions::Newest);
        CHECK(text.startsWith(
            "{\n  \"format\": \"healthbook-scorecard/1\",\n  \"goals\": [\n"
            "    {\"key\": \"nrr\", \"name\": \"Net revenue retention\", \"parent\": null},\n"));
        CHECK(text.contains(R"(
      "key": "login_change",
      "name": "Login change",
      "unit": "",
      "kind": "number",
      "better": "higher",
      "series": "logins",
      "valid_days": 0,
      "aggregation": "change_pct",
      "window_days": 28,
      "empty_is_zero": false,
      "category": "",
      "source": "",
      "owner_team": "",
      "action": "",
      "goal": "",
      "actionable": true,
      "help": ""
    })"));
        CHECK(text.contains(R"({"metric": "login_change", "weight": 1, "curve": [[-50, 0], [0, 100]], )"
                            R"("when_stale": "exclude", "when_missing": "exclude"})"));
        CHECK(text.contains(R"("levels": {"1": 10}, "when_stale": {"decay_to": 50})"));
        CHECK(text.contains(R"("trend": {"days": 30, "threshold": 3})"));
        CHECK(text.endsWith("\n}\n"));
    }
    SECTION("writes numbers without exponents") {
        Scorecard large = card;
        large.templates[1].versions[0].groups[0].metrics[0].curve = {{.value = -0.000001, .score = 0},
                                                                     {.value = 1e21, .score = 99.999999}};
        const QByteArray text = toJson(large, Versions::Newest);
        CHECK(text.contains("[[-0.000001, 0], [1000000000000000000000, 99.999999]]"));
        CHECK(parsed(text) == large);
    }
    SECTION("gives values to match, which have no order of their own, a fixed one") {
        Scorecard other = card;
        other.templates[0].versions[0].appliesTo = {{.attribute = "segment", .values = {"b", "a", "b"}},
                                                    {.attribute = "plan", .values = {"x"}}};
        CHECK(toJson(other, Versions::Newest)
                  .contains("\"applies_to\": {\n        \"plan\": [\"x\"],\n        \"segment\": [\"a\", "
                            "\"b\"]\n      }"));
    }
    SECTION("leaves retired templates to the export of all versions") {
        Scorecard retired = card;
        retired.templates[0].retiredOn = *parseIsoDay("2026-03-01");
        CHECK_FALSE(toJson(retired, Versions::Newest).contains("enterprise"));
        CHECK(toJson(retired, Versions::All).contains(R"("retired_on": "2026-03-01")"));
        CHECK(parsed(toJson(retired, Versions::All)) == retired);
    }
    SECTION("keeps a former default beside the one in force") {
        Scorecard former = card;
        Template old = former.templates[1];
        old.key = "old";
        old.retiredOn = today;
        former.templates.insert(former.templates.begin() + 1, old);
        CHECK(parsed(toJson(former, Versions::All)) == former);
    }
    SECTION("all versions keep what each froze") {
        Scorecard history = card;
        TemplateVersion second = history.templates[0].versions[0];
        second.number = 2;
        second.effectiveFrom = today;
        second.reason = "Logins count more";
        second.groups[0].weight = 80.25;
        history.templates[0].versions.push_back(second);
        TemplateVersion& first = history.templates[0].versions[0];
        first.reason = "The first";
        first.metrics[0].rule.validDays = 14;
        first.metrics[1].rule.levels.push_back(
            {.level = 3, .label = "Gone", .score = 70, .help = "Was once"});
        CHECK(scorecardFaults(history).isEmpty());
        CHECK(parsed(toJson(history, Versions::All)) == history);
        checkRoundTrip(history, Versions::All);
        const Scorecard newest = parsed(toJson(history, Versions::Newest));
        REQUIRE(newest.templates[0].versions.size() == 1);
        CHECK(newest.templates[0].versions[0].number == 1);
        CHECK(newest.templates[0].versions[0].groups == second.groups);
    }
}

TEST_CASE("The scorecards that come with Healthbook") {
    const Scorecard starter = starterScorecard(today);
    const Scorecard extended = extendedScorecard(today);

    SECTION("are sound and hold from the day asked for") {
        for (const Scorecard& card : {starter, extended}) {
            CHECK(scorecardFaults(card).isEmpty());
            REQUIRE(card.templates.size() == 1);
            CHECK(card.templates[0].versions[0].effectiveFrom == today);
            CHECK(card.templates[0].name.find("a hypothesis: validate it on your own renewals") !=
                  std::string::npos);
            checkRoundTrip(card, Versions::Newest);
        }
    }
    SECTION("the starter has five metrics, each in a group of its own, with the weights agreed") {
        REQUIRE(starter.metrics.size() == 5);
        std::vector<std::pair<std::string, double>> weights;
        for (const Group& group : starter.templates[0].versions[0].groups) {
            REQUIRE(group.metrics.size() == 1);
            weights.emplace_back(group.metrics[0].metric, group.weight);
        }
        CHECK(weights == std::vector<std::pair<std::string, double>>{{"seats_active_pct", 25},
                                                                     {"usage", 15},
                                                                     {"contact", 25},
                                                                     {"urgent_tickets", 20},
                                                                     {"csm_sentiment", 15}});
        CHECK(starter.metrics[4].rule.validDays == 90);
        for (const ScoreException& exception : starter.templates[0].versions[0].exceptions) {
            CHECK(exception.effect == ScoreException::Effect::CapAt);
            CHECK((exception.score >= 50 && exception.score < 75));
        }
    }
    SECTION("the extended one has twelve in six groups, where NPS and overdue invoices do not count") {
        REQUIRE(extended.metrics.size() == 12);
        CHECK(extended.templates[0].versions[0].groups.size() == 6);
        std::set<std::string> uncounted;
        for (const Group& group : extended.templates[0].versions[0].groups) {
            for (const GroupMetric& use : group.metrics) {
                if (use.weight == 0) {
                    uncounted.insert(use.metric);
                }
            }
        }
        CHECK(uncounted == std::set<std::string>{"nps", "invoices_overdue"});
    }
    SECTION("every metric says what it means, whence it comes and what helps") {
        for (const Scorecard& card : {starter, extended}) {
            for (const Metric& metric : card.metrics) {
                INFO(metric.key);
                CHECK_FALSE(metric.help.empty());
                CHECK_FALSE(metric.source.empty());
                CHECK_FALSE(metric.ownerTeam.empty());
                CHECK_FALSE(metric.action.empty());
                CHECK_FALSE(metric.goal.empty());
                for (const Level& level : metric.rule.levels) {
                    CHECK_FALSE(level.help.empty());
                }
            }
        }
    }
    SECTION("are canonical but for the day, which is that of import") {
        for (const QString& name : {u"starter"_s, u"extended"_s}) {
            const QByteArray json = fileContent(u":/scorecards/%1.json"_s.arg(name));
            QByteArray exported = toJson(parsed(json), Versions::Newest);
            CHECK(exported.replace("      \"effective_from\": \"2026-04-01\",\n", "") == json);
        }
    }
    SECTION("metrics of both are the same metric, so that one can follow the other") {
        for (const Metric& metric : starter.metrics) {
            CHECK(std::find(extended.metrics.begin(), extended.metrics.end(), metric) !=
                  extended.metrics.end());
        }
    }
}

TEST_CASE("Scorecards of real books") {
    for (const QString& book : {u"ravenstack"_s, u"telco"_s}) {
        const QByteArray json = fileContent(sharedData() + u"/%1/book/scorecard.json"_s.arg(book));
        if (json.isEmpty()) {
            WARN("skipped: the shared data are not here");
            continue;
        }
        checkRoundTrip(parsed(json), Versions::Newest);
        checkRoundTrip(parsed(json), Versions::All);
    }
}

TEST_CASE("Scorecards with naughty names") {
    const QByteArray json = fileContent(sharedData() + u"/naughty-strings/blns.json"_s);
    if (json.isEmpty()) {
        WARN("skipped: the shared data are not here");
        return;
    }
    Scorecard card = parsed(test::wholeScorecard());
    const QJsonArray strings = QJsonDocument::fromJson(json).array();
    REQUIRE(strings.size() > 500);
    for (const QJsonValue& value : strings) {
        const std::string text = value.toString().toStdString();
        card.metrics[0].name = text;
        card.templates[0].versions[0].appliesTo[0].values = {text};
        card.templates[0].versions[0].groups[0].name = text;
        CHECK(parsed(toJson(card, Versions::All)) == card);
    }
}
