// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

using namespace hb::test;

TEST_CASE(
    "history of the book: counts, means over accounts with a band, by ARR those in the book's currency") {
    const Cli cli;
    makeWorkedExample(cli); // A1 has 45 on the day
    cli.write("crm.csv",
              "account_id,name,arr,currency\nA1,Contoso,300,\nA2,Two,100,USD\nA3,Three,900,EUR\nA4,Four,,"
              "\nA5,Silent,500,USD\n");
    cli.must({"import", "accounts", "crm.csv", "--date", "2026-01-01"});
    cli.write("more.csv",
              "account_id,metric,date,value\n"
              "A2,logins,2026-03-31,50\nA2,tickets,2026-03-31,0\n"   // 100
              "A3,logins,2026-03-31,5\nA3,tickets,2026-03-31,5\n"    // 54
              "A4,logins,2026-03-31,20\nA4,tickets,2026-03-31,0\n"); // 85
    cli.must({"import", "measurements", "more.csv"});
    const std::vector<Row> days = cli.rows({"history", "--from", "2026-03-29", "--to", exampleDay});
    REQUIRE(days.size() == 3);
    const Row& last = days[2];
    CHECK(last.at("date") == exampleDay);
    CHECK(last.at("red") == "1");
    CHECK(last.at("yellow") == "1");
    CHECK(last.at("green") == "2");
    CHECK(last.at("none") == "1");
    CHECK_THAT(number(last, "mean"), WithinAbs((45.0 + 100 + 54 + 85) / 4, 1e-9));
    CHECK_THAT(number(last, "arr_weighted_mean"), WithinAbs((300 * 45.0 + 100 * 100) / 400, 1e-9));
    CHECK(days[0].at("none") == "5"); // tickets alone is 40% of the score, 50% is needed
    CHECK(days[0].at("mean").empty());
    CHECK(days[0].at("arr_weighted_mean").empty());
}

TEST_CASE("history of an account, every so many days, and with a chosen version") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::vector<Row> days = cli.rows(
        {"history", "--from", "2026-03-27", "--to", "2026-04-02", "--every", "2", "--account", "A1"});
    REQUIRE(days.size() == 4);
    CHECK(days[0].at("date") == "2026-03-27");
    CHECK(days[0].at("overall").empty());
    CHECK(days[0].at("band") == "none");
    CHECK(days[1].at("date") == "2026-03-29");
    CHECK(number(days[1], "overall") == 20); // given, though below the coverage that a band needs
    CHECK(days[1].at("band") == "none");
    CHECK(days[2].at("date") == exampleDay);
    CHECK_THAT(number(days[2], "overall"), WithinAbs(45, 1e-9));
    CHECK(days[2].at("template") == "default");
    CHECK(days[2].at("version") == "1");

    std::string second = exampleScorecard();
    second.replace(second.find("\"weight\": 60"), 12, "\"weight\": 40");
    second.replace(second.find("2026-01-01"), 10, "2026-03-31");
    cli.write("second.json", second);
    cli.must({"scorecard", "import", "second.json", "--as-of", exampleDay});
    const Row now = cli.rows({"score", "--as-of", exampleDay}).front();
    CHECK(now.at("version") == "2");
    const double half = 0.5 * (50 + 7.0 / 15 * 25) + 0.5 * 20;
    CHECK_THAT(number(now, "overall"), WithinAbs(half, 1e-9));
    const std::vector<std::string> two{
        "history", "--from", "2026-03-30", "--to", exampleDay, "--account", "A1"};
    CHECK(cli.rows(two).at(0).at("version") == "1");
    CHECK(cli.rows(two).at(1).at("version") == "2");
    std::vector<std::string> chosen = two;
    chosen.insert(chosen.end(), {"--version", "default:2"});
    CHECK(cli.rows(chosen).at(0).at("version") == "2");
    CHECK_THAT(number(cli.rows(chosen).at(0), "overall"), WithinAbs(half, 1e-9));
    chosen.back() = "default:1";
    CHECK_THAT(number(cli.rows(chosen).at(1), "overall"), WithinAbs(45, 1e-9));
    for (const std::string none : {"default:1x", "default:1 ", "default:", "default", "default:+1"}) {
        chosen.back() = none;
        INFO(none);
        const Ran ran = cli.on(chosen);
        CHECK(ran.status == 1);
    }
}
