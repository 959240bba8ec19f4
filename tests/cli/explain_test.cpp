// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

using namespace hb::test;

TEST_CASE("explain --since: exact lines with their causes") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("before.csv",
              "account_id,metric,date,value\nA1,logins,2026-02-10,20\nA1,tickets,2026-02-20,0\n");
    cli.must({"import", "measurements", "before.csv"});
    // 2026-03-01: usage is 0.7 x 75 + 0.3 x 80 = 76.5, tickets 100: 85.9. 2026-03-31: 45, adoption stale.
    const std::vector<Row> lines =
        cli.rows({"explain", "A1", "--since", "2026-03-01", "--as-of", exampleDay});
    double sum = 0;
    for (const Row& line : lines) {
        CHECK((line.at("kind") == "value" || line.at("kind") == "weight"));
        CHECK(number(line, "points") != 0);
        sum += number(line, "points");
    }
    CHECK_THAT(sum, WithinAbs(45 - 85.9, 1e-9));
    const Row& tickets = rowWhere(lines, "key", "tickets");
    CHECK(tickets.at("kind") == "value");
    CHECK(tickets.at("cause") == "value");
    CHECK(tickets.at("value_before") == "0");
    CHECK(tickets.at("value_after") == "10");
    CHECK(tickets.at("score_before") == "100");
    CHECK(tickets.at("score_after") == "20");
    CHECK_THAT(number(tickets, "share_before"), WithinAbs(0.4, 1e-12));
    CHECK_THAT(number(tickets, "points"), WithinAbs(0.4 * -80, 1e-9));
    const Row& adoption = rowWhere(lines, "key", "adoption");
    CHECK(adoption.at("kind") == "weight");
    CHECK(adoption.at("cause") == "went_stale");
    CHECK(adoption.at("score_after").empty());
    CHECK(number(adoption, "share_after") == 0);

    SECTION("as sentences") {
        const std::string text =
            cli.must({"explain", "A1", "--since", "2026-03-01", "--as-of", exampleDay, "--format", "table"});
        CHECK(text.starts_with("Down 40.9 since"));
    }
    SECTION("a day after --as-of is wrong usage") {
        const Ran ran = cli.on({"explain", "A1", "--since", exampleDay, "--as-of", "2026-03-01"});
        CHECK(ran.status == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err == "healthbook-cli: --since must not be after --as-of.\n");
    }
    SECTION("no lines where a day lacks data, and it is said which") {
        const Ran ran =
            cli.on({"explain", "A1", "--since", "2026-01-05", "--as-of", exampleDay, "--format", "csv"});
        CHECK(ran.status == 0);
        CHECK(readCsv(ran.out).empty());
        CHECK(ran.err.find("2026-01-05") != std::string::npos);
    }
}

TEST_CASE("explain: an exception has a line of its own") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("good.csv",
              "account_id,metric,date,value\nA1,logins,2026-03-31,50\nA1,adoption,2026-03-31,100\n");
    cli.must({"import", "measurements", "good.csv"}); // 68 without the cap at 55
    const Row score = cli.rows({"score", "--as-of", exampleDay}).front();
    CHECK(number(score, "overall") == 55);
    CHECK(score.at("exception") == "Ticket storm");
    const std::vector<Row> lines = cli.rows({"explain", "A1", "--as-of", exampleDay});
    double sum = 0;
    for (const Row& line : lines) {
        sum += number(line, "points");
    }
    CHECK_THAT(sum, WithinAbs(45, 1e-9));
    CHECK(lines.back().at("kind") == "exceptions");
    CHECK(lines.back().at("key").empty());
    CHECK_THAT(number(lines.back(), "points"), WithinAbs(13, 1e-9));
}
