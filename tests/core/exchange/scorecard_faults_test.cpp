// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/scorecard_json.h"
#include "tests/core/exchange/scorecard_samples.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

using namespace hb;
using namespace hb::exchange;
using namespace Qt::StringLiterals;

namespace {

const Day today = *parseIsoDay("2026-04-01");

struct Change {
    const char* from;
    const char* to;
    std::string faults; ///< all lines
};

/// The faults of the sample with one part of its text replaced.
std::string faultsAfter(const Change& change) {
    QByteArray json = test::wholeScorecard();
    const qsizetype at = json.indexOf(change.from);
    REQUIRE(at >= 0);
    json.replace(at, qsizetype(qstrlen(change.from)), change.to);
    const auto scorecard = parseScorecard(json, u"card.json"_s, today);
    if (scorecard) {
        return {};
    }
    CHECK(scorecard.error().code == ErrorCode::InvalidInput);
    CHECK(scorecard.error().place == "card.json");
    return scorecard.error().found;
}

void check(const std::vector<Change>& changes) {
    for (const Change& change : changes) {
        INFO(change.from << " -> " << change.to);
        CHECK(faultsAfter(change) == change.faults);
    }
}

} // namespace

TEST_CASE("Faults of a scorecard's outline") {
    check({
        {"healthbook-scorecard/1", "healthbook-scorecard/2", "/format: must be \"healthbook-scorecard/1\""},
        {"\"goals\":", "\"aims\":", "/aims: unknown key\n/metrics/0/goal: there is no goal \"adopt\""},
        {"\"goals\": [{", "\"goals\": [7, {", "/goals/0: must be an object"},
        {"\"key\": \"enterprise\", ", "", "/templates/0/key: is required"},
        {"\"name\": \"Enterprise\"", "\"name\": 5", "/templates/0/name: must be a text"},
        {"\"name\": \"Enterprise\"", "\"name\": \"a\", \"name\": \"b\"", "/templates/0/name: is there twice"},
        {"\"key\": \"enterprise\"",
         "\"key\": \"Enter prise\"",
         "/templates/0/key: must be a key: 1 to 64 of a-z 0-9 _ . -"},
        {"\"key\": \"enterprise\"", "\"key\": \"default\"", "/templates/1/key: \"default\" is there twice"},
        {"\"default\": true",
         "\"default\": false",
         "/templates/1/applies_to: is required\n/templates: exactly one template must have default true, not "
         "0"},
        {"\"default\": true",
         "\"default\": 1",
         "/templates/1/default: must be true or false\n/templates/1/applies_to: is required\n"
         "/templates: exactly one template must have default true, not 0"},
        {"\"default\": true",
         "\"default\": true, \"applies_to\": {\"plan\": [\"x\"]}",
         "/templates/1/applies_to: the default template has none"},
        {"\"rollup\": \"min\",\n",
         "\"default\": true,\n",
         "/templates/0/applies_to: the default template has none\n"
         "/templates: exactly one template must have default true, not 2"},
    });
}

TEST_CASE("Faults of goals and metrics") {
    check({
        {"\"parent\": null",
         "\"parent\": \"adopt\"",
         "/goals/0/parent: is in a cycle\n/goals/1/parent: is in a cycle"},
        {"\"parent\": \"nrr\"", "\"parent\": \"nr\"", "/goals/1/parent: there is no goal \"nr\""},
        {"\"parent\": null", "\"parent\": 3", "/goals/0/parent: must be a text or null"},
        {"\"key\": \"adopt\"",
         "\"key\": \"nrr\"",
         "/goals/1/key: \"nrr\" is there twice\n/goals/1/parent: is in a cycle\n/metrics/0/goal: there is no "
         "goal \"adopt\""},
        {"\"goal\": \"adopt\"", "\"goal\": \"adapt\"", "/metrics/0/goal: there is no goal \"adapt\""},
        {"\"key\": \"login_change\"",
         "\"key\": \"logins\"",
         "/metrics/1/key: \"logins\" is there twice\n/metrics/1/series: must be another metric\n"
         "/templates/1/groups/0/metrics/0/metric: there is no metric \"login_change\""},
        {"\"valid_days\": 30", "\"valid_days\": 3651", "/metrics/0/valid_days: must be 0..3650"},
        {"\"valid_days\": 30", "\"valid_days\": 1e300", "/metrics/0/valid_days: is too large for an integer"},
        {"\"valid_days\": 30", "\"valid_days\": 1.5", "/metrics/0/valid_days: must be an integer"},
        {"\"valid_days\": 30", "\"valid_days\": \"30\"", "/metrics/0/valid_days: must be a number"},
        {"\"valid_days\": 30", "\"kind\": \"text\"", "/metrics/0/kind: must be one of number, level"},
        {"\"valid_days\": 30", "\"better\": \"more\"", "/metrics/0/better: must be one of higher, lower"},
        {"\"valid_days\": 30", "\"actionable\": \"yes\"", "/metrics/0/actionable: must be true or false"},
        {"\"valid_days\": 30",
         "\"window_days\": 7",
         "/metrics/0/window_days: must be 0 for last and days_since"},
        {"\"valid_days\": 30",
         "\"empty_is_zero\": true",
         "/metrics/0/empty_is_zero: is for sum and count alone"},
        {"\"valid_days\": 30", "\"levels\": []", "/metrics/0/levels: is for level metrics alone"},
        {"\"valid_days\": 30",
         "\"aggregation\": \"median\"",
         "/metrics/0/aggregation: must be one of last, mean, sum, min, max, count, change_pct, days_since"},
        {"\"window_days\": 28", "\"window_days\": 0", "/metrics/1/window_days: must be 1..3650"},
        {", \"window_days\": 28", "", "/metrics/1/window_days: must be 1..3650"},
        {"\"series\": \"logins\"",
         "\"series\": \"logouts\"",
         "/metrics/1/series: there is no metric \"logouts\""},
        {"\"series\": \"logins\"", "\"series\": \"exec\"", "/metrics/1/series: must be a number metric"},
        {"\"better\": \"lower\"",
         "\"series\": \"login_change\"",
         "/metrics/2/series: must be a metric without series"},
        {"\"kind\": \"level\"",
         "\"kind\": \"level\", \"series\": \"logins\"",
         "/metrics/3/series: is for number metrics alone"},
        {"\"kind\": \"level\"",
         "\"kind\": \"level\", \"aggregation\": \"mean\", \"window_days\": 3",
         "/metrics/3/aggregation: must be last for a level metric"},
        {"{\"level\": 1, \"label\": \"None\", \"score\": 0, \"help\": \"Nobody.\"}, ",
         "",
         "/metrics/3/levels: must have at least 2 levels\n/templates/0/groups/0/metrics/1/levels/1: the "
         "metric has no such level"},
        {"\"level\": 2", "\"level\": 1", "/metrics/3/levels/1/level: is there twice"},
        {"\"level\": 2", "\"level\": -2", "/metrics/3/levels/1/level: must be >= 0"},
        {"\"label\": \"Sponsor\", \"score\": 100",
         "\"label\": \"Sponsor\", \"score\": 101",
         "/metrics/3/levels/1/score: must be 0..100"},
        {"\"label\": \"Sponsor\", ", "", "/metrics/3/levels/1/label: is required"},
    });
}

TEST_CASE("Faults of a template") {
    check({
        {"{\"segment\": [\"\", \"Enterprise\"]}", "{}", "/templates/0/applies_to: must not be empty"},
        {"[\"\", \"Enterprise\"]", "[]", "/templates/0/applies_to/segment: must have at least 1 value"},
        {"[\"\", \"Enterprise\"]", "\"Enterprise\"", "/templates/0/applies_to/segment: must be an array"},
        {"[\"\", \"Enterprise\"]",
         "[\"Enterprise\", 5, true]",
         "/templates/0/applies_to/segment/1: must be a text\n/templates/0/applies_to/segment/2: must be a "
         "text"},
        {"\"segment\": [\"\", \"Enterprise\"]",
         "\"a/b~c\": 1",
         "/templates/0/applies_to/a~1b~0c: must be an array"},
        {"\"kind\": \"letters\"",
         "\"kind\": \"stars\"",
         "/templates/0/scheme/kind: must be one of ryg, letters, numeric"},
        {"\"from\": 0,", "\"from\": 1,", "/templates/0/scheme/ranges/0/from: must be 0 for the first range"},
        {"\"from\": 90",
         "\"from\": 70.5",
         "/templates/0/scheme/ranges/2/from: must be more than the range before"},
        {"\"from\": 90", "\"from\": 100", "/templates/0/scheme/ranges/2/from: must be < 100"},
        {"\"colour\": \"yellow\"",
         "\"colour\": \"amber\"",
         "/templates/0/scheme/ranges/1/colour: must be one of red, yellow, green"},
        {", {\"from\": 70.5, \"label\": \"C\", \"colour\": \"yellow\"},\n              {\"from\": 90, "
         "\"label\": \"A\", \"colour\": "
         "\"green\", \"help\": \"Fine.\"}",
         "",
         "/templates/0/scheme/ranges: must have 2..12 ranges"},
        {"\"min_coverage\": 0.25", "\"min_coverage\": 1.01", "/templates/0/min_coverage: must be 0..1"},
        {"\"min_coverage\": 0.25",
         "\"min_coverage\": 0.1234567",
         "/templates/0/min_coverage: must have at most 6 decimals"},
        {"\"days\": 14", "\"days\": 0", "/templates/0/trend/days: must be 1..3650"},
        {"\"threshold\": 2.5", "\"threshold\": -1", "/templates/0/trend/threshold: must be 0..100"},
        {"\"2026-01-01\"",
         "\"1.1.2026\"",
         "/templates/0/effective_from: must be a day as YYYY-MM-DD, 1900 to 2199"},
        {"\"2026-01-01\"", "20260101", "/templates/0/effective_from: must be a text"},
        {"\"review_months\": 6",
         "\"review_months\": 121",
         "/templates/0/charter/review_months: must be 0..120"},
        {"\"rollup\": \"min\",\n", "\"rollup\": \"max\",\n", "/templates/0/rollup: must be one of mean, min"},
    });
}

TEST_CASE("Faults of groups") {
    check({
        {"\"weight\": 60", "\"weight\": -60", "/templates/0/groups/0/weight: must be >= 0"},
        {"\"weight\": 60", "\"weight\": null", "/templates/0/groups/0/weight: must be a number"},
        {"\"weight\": 60",
         "\"weight\": 0",
         "/templates/0/groups: nothing could count: no group of weight > 0 has a metric of weight > 0"},
        {"\"key\": \"care\"", "\"key\": \"usage\"", "/templates/0/groups/1/key: \"usage\" is there twice"},
        {"\"metrics\": [{\"metric\": \"tickets\", \"weight\": 0, \"curve\": [[-1,100],[9,0]]}]",
         "\"metrics\": []",
         "/templates/0/groups/1/metrics: must have at least 1 metric\n"
         "/templates/0/exceptions/0/when/0/metric: the template has no metric \"tickets\""},
        {"\"metrics\": [{\"metric\": \"tickets\", \"weight\": 0, \"curve\": [[-1,100],[9,0]]}]",
         "\"metric\": []",
         "/templates/0/groups/1/metrics: is required\n/templates/0/groups/1/metric: unknown key\n"
         "/templates/0/exceptions/0/when/0/metric: the template has no metric \"tickets\""},
        {"{\"metric\": \"tickets\", \"weight\": 0",
         "{\"metric\": \"ticket\", \"weight\": 0",
         "/templates/0/groups/1/metrics/0/metric: there is no metric \"ticket\"\n"
         "/templates/0/exceptions/0/when/0/metric: the template has no metric \"tickets\""},
        {"{\"metric\": \"tickets\", \"weight\": 0",
         "{\"metric\": \"logins\", \"weight\": 0",
         "/templates/0/groups/1/metrics/0/metric: \"logins\" is in this template twice\n"
         "/templates/0/exceptions/0/when/0/metric: the template has no metric \"tickets\""},
        {"\"curve\": [[0,0],[5,50],[20.125,75]], ",
         "",
         "/templates/0/groups/0/metrics/0/curve: is required for a number metric, with at least 2 points"},
        {"[[0,0],[5,50],[20.125,75]]",
         "[[0,0]]",
         "/templates/0/groups/0/metrics/0/curve: must have at least 2 points"},
        {"[5,50]", "[0,50]", "/templates/0/groups/0/metrics/0/curve/1/0: must be more than the value before"},
        {"[5,50]", "[5,150]", "/templates/0/groups/0/metrics/0/curve/1/1: must be 0..100"},
        {"[5,50]",
         "[5.1234567,50]",
         "/templates/0/groups/0/metrics/0/curve/1/0: must have at most 6 decimals"},
        {"[5,50]", "[5]", "/templates/0/groups/0/metrics/0/curve/1: must be [value, score]"},
        {"\"levels\": {\"1\": 10}",
         "\"levels\": {\"7\": 10}",
         "/templates/0/groups/0/metrics/1/levels/7: the metric has no such level"},
        {"\"levels\": {\"1\": 10}",
         "\"levels\": {\"01\": 10}",
         "/templates/0/groups/0/metrics/1/levels/01: must be the number of a level"},
        {"\"levels\": {\"1\": 10}",
         "\"levels\": {\"1\": 110}",
         "/templates/0/groups/0/metrics/1/levels/1: must be 0..100"},
        {"\"levels\": {\"1\": 10}",
         "\"curve\": [[0,0],[1,1]]",
         "/templates/0/groups/0/metrics/1/curve: is for number metrics alone"},
        {"\"when_stale\": \"keep\"",
         "\"levels\": {\"1\": 1}",
         "/templates/0/groups/0/metrics/0/levels: is for level metrics alone"},
        {"\"when_stale\": \"keep\"",
         "\"when_stale\": \"drop\"",
         "/templates/0/groups/0/metrics/0/when_stale: must be \"exclude\", \"keep\" or {\"decay_to\": "
         "score}"},
        {"\"decay_to\": 50",
         "\"decay_to\": -1",
         "/templates/0/groups/0/metrics/1/when_stale/decay_to: must be 0..100"},
        {"\"kind\": \"level\", \"valid_days\": 90",
         "\"kind\": \"level\"",
         "/templates/0/groups/0/metrics/1/when_stale/decay_to: needs a metric with valid_days > 0"},
        {"\"when_missing\": {\"score\": 40}",
         "\"when_missing\": {\"score\": 400}",
         "/templates/0/groups/0/metrics/0/when_missing/score: must be 0..100"},
        {"\"when_missing\": {\"score\": 40}",
         "\"when_missing\": 40",
         "/templates/0/groups/0/metrics/0/when_missing: must be \"exclude\" or {\"score\": score}"},
    });
}

TEST_CASE("Faults of exceptions") {
    check({
        {"\"cap_at\": 55", "\"cap_at\": 155", "/templates/0/exceptions/0/cap_at: must be 0..100"},
        {", \"cap_at\": 55", "", "/templates/0/exceptions/0: must have exactly one of cap_at, raise_to"},
        {"\"cap_at\": 55",
         "\"cap_at\": 55, \"raise_to\": 60",
         "/templates/0/exceptions/0: must have exactly one of cap_at, raise_to"},
        {"[{\"metric\": \"tickets\", \"score_at_most\": 20}, {\"group\": \"usage\", \"absent\": true}]",
         "[]",
         "/templates/0/exceptions/0/when: must have at least 1 condition"},
        {"\"score_at_most\": 20",
         "\"score_at_most\": 200",
         "/templates/0/exceptions/0/when/0/score_at_most: must be 0..100"},
        {"\"score_at_most\": 20",
         "\"score_at_most\": 20, \"absent\": true",
         "/templates/0/exceptions/0/when/0: must have exactly one of score_at_most, score_at_least, absent"},
        {", \"score_at_most\": 20",
         "",
         "/templates/0/exceptions/0/when/0: must have exactly one of score_at_most, score_at_least, absent"},
        {"{\"metric\": \"tickets\", \"score_at_most\": 20}",
         "{\"metric\": \"exec\", \"in\": [\"x\"]}",
         "/templates/0/exceptions/0/when/0: must have exactly one of score_at_most, score_at_least, absent"},
        {"{\"metric\": \"tickets\", \"score",
         "{\"metric\": \"login_change\", \"score",
         "/templates/0/exceptions/0/when/0/metric: the template has no metric \"login_change\""},
        {"\"group\": \"usage\"",
         "\"group\": \"change\"",
         "/templates/0/exceptions/0/when/1/group: the template has no group \"change\""},
        {"\"group\": \"usage\"",
         "\"group\": \"usage\", \"overall\": true",
         "/templates/0/exceptions/0/when/1: must have exactly one of metric, group, overall, attribute"},
        {"\"absent\": true", "\"absent\": false", "/templates/0/exceptions/0/when/1/absent: must be true"},
        {"\"overall\": true, \"score_at_least\": 70",
         "\"overall\": true, \"absent\": true",
         "/templates/0/exceptions/1/when/1: must have exactly one of score_at_most, score_at_least"},
        {"\"in\": [\"\", \"loyal\"]",
         "\"in\": [\"loyal\", false]",
         "/templates/0/exceptions/1/when/2/in/1: must be a text"},
        {"\"in\": [\"\", \"loyal\"]",
         "\"in\": []",
         "/templates/0/exceptions/1/when/2/in: must have at least 1 value"},
        {"\"in\": [\"\", \"loyal\"]",
         "\"score_at_most\": 5",
         "/templates/0/exceptions/1/when/2: must have in and no other test"},
    });
}

TEST_CASE("Faults of versions") {
    const QByteArray groups =
        R"("groups": [{"key": "g", "name": "G", "weight": 1, "metrics": [{"metric": "m", "weight": 1, "curve": [[0,0],[1,1]]}]}])";
    const auto faults = [&](const QByteArray& versions, const QByteArray& top = {}) {
        const auto read = parseScorecard(
            R"({"format": "healthbook-scorecard/1", "metrics": [{"key": "m", "name": "M"}],
                "templates": [{"key": "t", "name": "T", "default": true, )" +
                top + R"("versions": [)" + versions + "]}]}",
            u"f"_s,
            today);
        return read ? std::string() : read.error().found;
    };
    const QByteArray first = R"({"number": 1, "effective_from": "2026-01-01", )" + groups + "}";

    SECTION("a template may say all in its versions") {
        CHECK(faults(first).empty());
    }
    SECTION("numbers run from 1") {
        CHECK(faults(first + "," + first) ==
              "/templates/0/versions/1/number: must be 2: versions are numbered from 1");
    }
    SECTION("there is one at least") {
        CHECK(faults("") == "/templates/0/versions: must have at least 1 version");
    }
    SECTION("a number and a day are required") {
        CHECK(faults("{" + groups + "}") == "/templates/0/versions/0/number: is "
                                            "required\n/templates/0/versions/0/effective_from: is required");
    }
    SECTION("the last agrees with the template") {
        CHECK(faults(first, groups + ",").empty());
        CHECK(faults(first, groups + R"(, "min_coverage": 0.75, )") ==
              "/templates/0/versions: the last must say what the template says");
    }
    SECTION("the frozen rules are held to the rules of metrics") {
        const QByteArray second =
            R"(, {"number": 2, "effective_from": "2026-02-01", )" + groups + R"(, "metrics": [)";
        CHECK(faults(first + second + R"({"key": "m", "aggregation": "sum"}]})") ==
              "/templates/0/versions/1/metrics/0/window_days: must be 1..3650");
        CHECK(faults(first + second + R"({"key": "x"}]})") ==
              "/templates/0/versions/1/metrics/0/key: there is no metric \"x\"\n"
              "/templates/0/versions/1/groups/0/metrics/0/metric: the version has no rule of \"m\"");
    }
}

TEST_CASE("A text that is not JSON") {
    const auto error = [](const QByteArray& json) {
        const auto read = parseScorecard(json, u"card.json"_s, today);
        REQUIRE_FALSE(read.has_value());
        return read.error();
    };
    SECTION("is refused with line and column") {
        const Error fault = error("{\"format\": \"h\",\n  \"góals\" [1]}");
        CHECK(fault.place == "card.json, line 2, column 11");
        CHECK(fault.expected == "a colon");
        CHECK(fault.found == "[");
    }
    SECTION("whatever is wrong with it") {
        CHECK(error("").expected == "a value");
        CHECK(error("{} x").expected == "the end of the text");
        CHECK(error("[1,]").expected == "a value");
        CHECK(error("[01]").expected == "a number without leading zeros");
        CHECK(error("[-]").expected == "a digit");
        CHECK(error("[1e999]").expected == "a number that a double can hold");
        CHECK(error("[\"\\ud800\"]").expected == "both halves of a surrogate pair");
        CHECK(error("[\"\\udc00\\ud800\"]").expected == "both halves of a surrogate pair");
        CHECK(error("[\"\\u0000\"]").expected == "a character other than U+0000");
        CHECK(error("[\"\xff\"]").found == "byte 0xFF");
        CHECK(error("[\"\xed\xa0\x80\"]").expected == "UTF-8 text");
        CHECK(error("[\"a\nb\"]").found == "byte 0x0A");
        CHECK(error("{'a': 1}").expected == "a key in quotes");
        CHECK(error(QByteArray(100000, '[')).expected == "at most 64 levels of nesting");
        CHECK(error("{\"a\": 1").expected == "a comma or a closing brace");
    }
    SECTION("JSON that is no object is one fault") {
        CHECK(error("[1]").found == "/: must be an object");
    }
}

TEST_CASE("Many faults") {
    SECTION("are all told") {
        QByteArray json = test::wholeScorecard();
        json.replace("\"weight\": 60", "\"weight\": -1")
            .replace("\"cap_at\": 55", "\"cap_at\": 101")
            .replace("\"days\": 14", "\"days\": 0");
        const auto read = parseScorecard(json, u"f"_s, today);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().found ==
              "/templates/0/trend/days: must be 1..3650\n/templates/0/groups/0/weight: must be >= 0\n"
              "/templates/0/exceptions/0/cap_at: must be 0..100");
    }
    SECTION("are cut off at 200") {
        QByteArray goals;
        for (int i = 0; i < 300; ++i) {
            goals += "0,";
        }
        const auto read = parseScorecard(
            test::wholeScorecard().replace("\"goals\": [", "\"goals\": [" + goals), u"f"_s, today);
        REQUIRE_FALSE(read.has_value());
        CHECK(QString::fromStdString(read.error().found).count(u'\n') == 200);
        CHECK(QString::fromStdString(read.error().found).endsWith(u"\nand 100 more"_s));
    }
}

TEST_CASE("scorecardFaults") {
    Scorecard card = *parseScorecard(test::wholeScorecard(), u"f"_s, today);
    SECTION("names the places that a file of it would have") {
        card.templates[0].versions[0].groups[0].weight = -1;
        card.metrics[0].rule.validDays = -1;
        CHECK(scorecardFaults(card) == QStringList{u"/metrics/0/valid_days: must be 0..3650"_s,
                                                   u"/templates/0/groups/0/weight: must be >= 0"_s});
    }
    SECTION("of several versions, the one at fault") {
        TemplateVersion second = card.templates[0].versions[0];
        second.number = 2;
        second.minCoverage = 2;
        card.templates[0].versions.push_back(second);
        CHECK(scorecardFaults(card) == QStringList{u"/templates/0/versions/1/min_coverage: must be 0..1"_s});
    }
    SECTION("finds what no file can say") {
        card.templates[0].versions[0].groups[0].weight = std::numeric_limits<double>::quiet_NaN();
        CHECK(scorecardFaults(card) == QStringList{u"/templates/0/groups/0/weight: must be >= 0"_s});
    }
    SECTION("an empty one has no default template") {
        CHECK(scorecardFaults({}) ==
              QStringList{u"/templates: exactly one template must have default true, not 0"_s});
    }
}
