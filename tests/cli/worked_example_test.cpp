// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

using namespace hb::test;

TEST_CASE("the worked example of scoring.md, from files to numbers") {
    const Cli cli;
    makeWorkedExample(cli);

    SECTION("score") {
        const std::vector<Row> rows = cli.rows({"score", "--as-of", exampleDay});
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].at("account_id") == "A1");
        CHECK(rows[0].at("name") == "Contoso");
        CHECK(rows[0].at("template") == "default");
        CHECK(rows[0].at("version") == "1");
        CHECK_THAT(number(rows[0], "overall"), WithinAbs(45, 1e-9));
        CHECK(rows[0].at("band") == "red");
        CHECK_THAT(number(rows[0], "coverage"), WithinAbs(0.82, 1e-9));
        CHECK_THAT(number(rows[0], "computed"), WithinAbs(45, 1e-9));
        CHECK(rows[0].at("computed_band") == "red");
        CHECK(rows[0].at("trend").empty()); // nothing had been measured 30 days before
        CHECK(rows[0].at("trend_change").empty());
        CHECK(rows[0].at("exception").empty()); // the cap at 55 does not act on 45
        CHECK(rows[0].at("override").empty());
        CHECK(rows[0].at("reason").size() > 0);
    }
    SECTION("the columns are those of formats.md, in their order") {
        CHECK(firstLine(cli.must({"score", "--as-of", exampleDay})) ==
              "account_id,name,template,version,overall,band,coverage,trend,trend_change,computed,computed_"
              "band,"
              "exception,override,reason");
        CHECK(firstLine(cli.must({"score", "--detail", "--as-of", exampleDay})) ==
              "account_id,group,metric,value,observed_on,state,held,score,effective_share,points_lost");
        CHECK(firstLine(cli.must({"explain", "A1", "--as-of", exampleDay})) ==
              "kind,key,cause,value_before,value_after,score_before,score_after,share_before,share_after,"
              "points");
        CHECK(firstLine(cli.must({"runs"})) ==
              "run,at,by,kind,source,file,read,inserted,updated,unchanged,kept_by_hand,rejected,undone");
        CHECK(firstLine(cli.must({"scorecard", "list"})) ==
              "template,name,version,effective_from,default,retired,accounts");
        CHECK(firstLine(cli.must({"history", "--from", exampleDay, "--to", exampleDay})) ==
              "date,red,yellow,green,none,mean,arr_weighted_mean");
        CHECK(firstLine(cli.must({"history", "--from", exampleDay, "--to", exampleDay, "--account", "A1"})) ==
              "date,overall,band,template,version");
    }
    SECTION("detail") {
        const std::vector<Row> rows =
            cli.rows({"score", "--detail", "--account", "A1", "--as-of", exampleDay});
        REQUIRE(rows.size() == 3);
        const Row& logins = rowWhere(rows, "metric", "logins");
        CHECK(logins.at("group") == "usage");
        CHECK(logins.at("value") == "12");
        CHECK(logins.at("observed_on") == "2026-03-30");
        CHECK(logins.at("state") == "present");
        CHECK(logins.at("held") == "false");
        CHECK_THAT(number(logins, "score"), WithinAbs(50 + 7.0 / 15 * 25, 1e-9));
        CHECK_THAT(number(logins, "effective_share"), WithinAbs(0.6, 1e-9));
        CHECK_THAT(number(logins, "points_lost"), WithinAbs(23, 1e-9));
        const Row& adoption = rowWhere(rows, "metric", "adoption");
        CHECK(adoption.at("state") == "stale");
        CHECK(adoption.at("value") == "80"); // a stale last shows its value
        CHECK(adoption.at("observed_on") == "2026-02-01");
        CHECK(adoption.at("score").empty());
        CHECK(number(adoption, "effective_share") == 0);
        CHECK_THAT(number(rowWhere(rows, "metric", "tickets"), "points_lost"), WithinAbs(32, 1e-9));
    }
    SECTION("explain: the points lost sum to 100 - overall") {
        const std::vector<Row> rows = cli.rows({"explain", "A1", "--as-of", exampleDay});
        REQUIRE(rows.size() == 2); // adoption does not count
        double sum = 0;
        for (const Row& row : rows) {
            CHECK(row.at("kind") == "points_lost");
            CHECK(row.at("cause").empty());
            CHECK(row.at("score_before").empty());
            CHECK_FALSE(row.at("score_after").empty());
            sum += number(row, "points");
        }
        CHECK_THAT(sum, WithinAbs(55, 1e-9));
        CHECK(rows[0].at("key") == "tickets"); // the largest first
    }
    SECTION("explain in a table is sentences") {
        const std::string text = cli.must({"explain", "A1", "--as-of", exampleDay, "--format", "table"});
        CHECK(text.find("Open tickets cost 32.0 points") != std::string::npos);
        CHECK(text.find("points_lost") == std::string::npos);
    }
    SECTION("json has the same cells, numbers as numbers and null for what is absent") {
        const std::string json = cli.must({"score", "--as-of", exampleDay, "--format", "json"});
        CHECK(json.find("\"account_id\": \"A1\"") != std::string::npos);
        CHECK(json.find("\"version\": 1,") != std::string::npos);
        CHECK(json.find("\"band\": \"red\"") != std::string::npos);
        CHECK(json.find("\"trend\": null") != std::string::npos);
        const std::string detail = cli.must({"score", "--detail", "--as-of", exampleDay, "--format", "json"});
        CHECK(detail.find("\"held\": false") != std::string::npos);
        CHECK(detail.find("\"value\": 12,") != std::string::npos);
    }
    SECTION("nothing after the day counts") {
        const std::string before = cli.must({"score", "--detail", "--as-of", exampleDay});
        cli.write("later.csv",
                  "account_id,metric,date,value\nA1,adoption,2026-04-01,10\nA1,logins,2026-04-02,0\n");
        cli.must({"import", "measurements", "later.csv"});
        CHECK(cli.must({"score", "--detail", "--as-of", exampleDay}) == before);
    }
}
