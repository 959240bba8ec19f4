// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

using namespace hb::test;

namespace {

Row score(const Cli& cli, const std::string& day, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"score", "--as-of", day};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return cli.rows(arguments).front();
}

void enter(const Cli& cli, const std::vector<std::string>& target, const std::string& value) {
    std::vector<std::string> arguments{"override",
                                       "A1",
                                       "--score",
                                       value,
                                       "--until",
                                       "2026-04-10",
                                       "--reason",
                                       "I know them",
                                       "--as-of",
                                       exampleDay};
    arguments.insert(arguments.end(), target.begin(), target.end());
    cli.must(arguments);
}

} // namespace

TEST_CASE("override: a metric, a group or the whole, shown beside what was computed") {
    const Cli cli;
    makeWorkedExample(cli);
    SECTION("a metric counts with its score") {
        enter(cli, {"--metric", "adoption"}, "80");
        const Row row = score(cli, exampleDay);
        const double usage = 0.7 * (50 + 7.0 / 15 * 25) + 0.3 * 80;
        CHECK_THAT(number(row, "overall"), WithinAbs(0.6 * usage + 0.4 * 20, 1e-9));
        CHECK_THAT(number(row, "coverage"), WithinAbs(1, 1e-9));
        CHECK_THAT(number(row, "computed"), WithinAbs(45, 1e-9));
        CHECK(row.at("override") == "metric:adoption");
        const std::vector<Row> detail = cli.rows({"score", "--detail", "--as-of", exampleDay});
        CHECK(rowWhere(detail, "metric", "adoption").at("state") == "overridden");
        CHECK(rowWhere(detail, "metric", "adoption").at("held") == "false");
    }
    SECTION("all three at once, named in order") {
        enter(cli, {"--metric", "adoption"}, "80");
        enter(cli, {"--group", "usage"}, "90");
        enter(cli, {"--overall"}, "70");
        const Row row = score(cli, exampleDay);
        CHECK(number(row, "overall") == 70);
        CHECK(row.at("band") == "yellow");
        CHECK(row.at("override") == "overall;group:usage;metric:adoption");
        const Row computed = score(cli, exampleDay, {"--computed"});
        CHECK_THAT(number(computed, "overall"), WithinAbs(45, 1e-9));
        CHECK(computed.at("band") == "red");
        CHECK_THAT(number(computed, "coverage"), WithinAbs(0.82, 1e-9));
        double points = 0;
        std::vector<std::string> kinds;
        for (const Row& line : cli.rows({"explain", "A1", "--as-of", exampleDay})) {
            points += number(line, "points");
            kinds.push_back(line.at("kind"));
        }
        CHECK_THAT(points, WithinAbs(30, 1e-9));
        CHECK(kinds == std::vector<std::string>{"points_lost",
                                                "points_lost",
                                                "points_lost",
                                                "group_overrides",
                                                "exceptions",
                                                "overall_override"});
        const std::vector<Row> detail = cli.rows({"score", "--detail", "--computed", "--as-of", exampleDay});
        CHECK(rowWhere(detail, "metric", "adoption").at("state") == "stale");
    }
    SECTION("it is live on its days alone") {
        enter(cli, {"--overall"}, "70");
        CHECK(score(cli, "2026-03-30").at("override").empty());
        CHECK(score(cli, "2026-04-10").at("override") == "overall");
        CHECK(score(cli, "2026-04-11").at("override").empty());
    }
    SECTION("the change from one to the next is explained to the point") {
        enter(cli, {"--metric", "adoption"}, "80");
        enter(cli, {"--overall"}, "70");
        double points = 0;
        for (const Row& line : cli.rows({"explain", "A1", "--since", "2026-03-30", "--as-of", exampleDay})) {
            points += number(line, "points");
        }
        const double change =
            number(score(cli, exampleDay), "overall") - number(score(cli, "2026-03-30"), "overall");
        CHECK_THAT(points, WithinAbs(change, 1e-9));
    }
}

TEST_CASE("an override that breaks the rules is refused") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::vector<std::string> wrong = GENERATE(values<std::vector<std::string>>({
        {"--overall", "--score", "101", "--until", "2026-04-10", "--reason", "x"},
        {"--overall", "--score", "-1", "--until", "2026-04-10", "--reason", "x"},
        {"--overall", "--score", "0.1234567", "--until", "2026-04-10", "--reason", "x"}, // 7 decimals
        {"--overall", "--score", "50", "--until", "2026-06-30", "--reason", "x"},        // 91 days
        {"--overall", "--score", "50", "--until", "2026-03-30", "--reason", "x"},
        {"--overall", "--score", "50", "--until", "2026-04-10", "--reason", " "},
        {"--overall", "--score", "50", "--until", "2026-04-10", "--from", "2026-03-30", "--reason", "x"},
        {"--metric", "nothing", "--score", "50", "--until", "2026-04-10", "--reason", "x"},
    }));
    std::vector<std::string> arguments{"override", "A1", "--as-of", exampleDay};
    arguments.insert(arguments.end(), wrong.begin(), wrong.end());
    const Ran ran = cli.on(arguments);
    INFO(ran.err);
    CHECK((ran.status == 1 || ran.status == 2));
    CHECK(score(cli, exampleDay).at("override").empty());
}

TEST_CASE("an override has at most 6 decimals, and is said with all of them") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::vector<std::string> rest{
        "--overall", "--until", "2026-04-10", "--reason", "x", "--as-of", exampleDay};
    std::vector<std::string> arguments{"override", "A1", "--score", "12.1234567"};
    arguments.insert(arguments.end(), rest.begin(), rest.end());
    const Ran refused = cli.on(arguments);
    CHECK(refused.status == 1);
    CHECK(refused.err.find("12.1234567") != std::string::npos);
    CHECK(refused.err.find("at most 6 decimals") != std::string::npos);
    arguments[3] = "12.123456";
    const Ran taken = cli.on(arguments);
    CHECK(taken.status == 0);
    CHECK(taken.err.find("12.123456 ") != std::string::npos);
    CHECK(score(cli, exampleDay).at("overall") == "12.123456");
}

TEST_CASE("an override of 90 days is the longest") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.must({"override",
              "A1",
              "--overall",
              "--score",
              "50",
              "--until",
              "2026-06-29",
              "--reason",
              "x",
              "--as-of",
              exampleDay});
    CHECK(score(cli, "2026-06-29").at("override") == "overall");
}

TEST_CASE("set takes numbers, and levels by number or label") {
    const Cli cli;
    cli.write("s.json", R"({"format": "healthbook-scorecard/1",
        "metrics": [{"key": "usage", "name": "Usage"},
            {"key": "usage_change", "name": "Usage change", "series": "usage", "aggregation": "change_pct", "window_days": 7},
            {"key": "mood", "name": "Mood", "kind": "level", "levels": [
                {"level": 1, "label": "At risk", "score": 0}, {"level": 2, "label": "Good", "score": 90}]}],
        "templates": [{"key": "default", "name": "All", "default": true, "groups": [{"key": "g", "name": "G", "weight": 1,
            "metrics": [{"metric": "mood", "weight": 1}, {"metric": "usage", "weight": 1, "curve": [[0,0],[10,100]]}]}]}]})");
    REQUIRE(cli.run({"new", "b.healthbook", "--scorecard", "s.json", "--as-of", "2026-01-01"}).status == 0);
    cli.write("a.csv", "account_id,name\nA1,One\n");
    cli.must({"import", "accounts", "a.csv"});
    const auto value = [&](const std::string& metric) {
        const std::vector<Row> rows = cli.rows({"score", "--detail", "--as-of", exampleDay});
        return rowWhere(rows, "metric", metric).at("value");
    };
    cli.must({"set", "A1", "mood", "at RISK", "--as-of", exampleDay});
    CHECK(value("mood") == "1");
    cli.must({"set", "A1", "mood", "2", "--date", exampleDay});
    CHECK(value("mood") == "2");
    cli.must({"set", "A1", "usage", "+2.5e0", "--date", "2026-03-01"});
    CHECK(value("usage") == "2.5");
    CHECK(cli.on({"set", "A1", "mood", "3"}).status == 1);
    CHECK(cli.on({"set", "A1", "mood", "1.5"}).status == 1);
    CHECK(cli.on({"set", "A1", "mood", "terrible"}).status == 1);
    CHECK(cli.on({"set", "A1", "usage", "nan"}).status == 1);
    CHECK(cli.on({"set", "A1", "usage", "0x10"}).status == 1);
    CHECK(cli.on({"set", "A1", "usage_change", "5"}).status == 1); // it reads another's measurements
    CHECK(value("mood") == "2");
}
