// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

using namespace hb::test;

TEST_CASE("undo takes one run back as if it had never been") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::string before = cli.must({"export", "measurements"});
    const std::string accounts = cli.must({"export", "accounts"});
    cli.write("bad.csv",
              "account_id,metric,date,value\nA1,logins,2026-03-30,99\nA1,logins,2026-03-31,98\nN1,x,2026-03-"
              "31,1\n");
    cli.must({"import", "measurements", "bad.csv", "--create-accounts", "--create-metrics"});
    const std::string after = cli.must({"export", "measurements"});
    REQUIRE(after != before);

    SECTION("a dry run says what would change, and changes nothing") {
        const Row would = cli.rows({"undo", "3", "--dry-run"}).front();
        CHECK(would.at("restored") == "1");
        CHECK(would.at("removed") == "2"); // two measurements, and the name of N1
        CHECK(would.at("accounts_removed") == "1");
        CHECK(would.at("metrics_removed") == "1");
        CHECK(cli.must({"export", "measurements"}) == after);
        CHECK(cli.rows({"runs"}).at(2).at("undone") == "false");
    }
    SECTION("values go back, what was made goes, the run is marked") {
        cli.must({"undo", "3"});
        CHECK(cli.must({"export", "measurements"}) == before);
        CHECK(cli.must({"export", "accounts"}) == accounts);
        CHECK(cli.rows({"runs"}).at(2).at("undone") == "true");
    }
    SECTION("twice is refused") {
        cli.must({"undo", "3"});
        CHECK(cli.on({"undo", "3"}).status == 1);
    }
    SECTION("whatever came after stays") {
        cli.write("later.csv", "account_id,metric,date,value\nA1,logins,2026-03-31,97\nN1,x,2026-04-01,5\n");
        cli.must({"import", "measurements", "later.csv"});
        cli.must({"set", "A1", "tickets", "1", "--date", "2026-03-31"});
        cli.must({"undo", "3"});
        const std::vector<Row> rows = cli.rows({"export", "measurements"});
        CHECK(rowWhere(rows, "account_id", "N1").at("value") == "5"); // the account is still referred to
        CHECK(rowWhere(rows, "value", "97").at("date") == "2026-03-31");
        CHECK(rowWhere(rows, "value", "12").at("date") == "2026-03-30");
        CHECK(rowWhere(rows, "date", "2026-03-31").at("metric") == "logins");
    }
}

TEST_CASE("runs as json: a source that was not named is null") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.must({"import", "measurements", "measurements.csv", "--source", "analytics"});
    const std::string json = cli.must({"runs", "--format", "json"});
    CHECK(json.find("\"source\": null") != std::string::npos);
    CHECK(json.find("\"source\": \"analytics\"") != std::string::npos);
    CHECK(json.find("\"source\": \"\"") == std::string::npos);
}

TEST_CASE("undo of accounts and outcomes") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::string accounts = cli.must({"export", "accounts", "--as-of", exampleDay});
    const std::string outcomes = cli.must({"export", "outcomes"});
    cli.write("a.csv", "account_id,name,owner\nA1,Renamed,Ann\nA2,New,Bob\n");
    cli.write("o.csv", "account_id,date,outcome\nA1,2026-03-01,churned\n");
    cli.must({"import", "accounts", "a.csv", "--date", "2026-03-01"});
    cli.must({"import", "outcomes", "o.csv"});
    CHECK(cli.rows({"score", "--as-of", exampleDay, "--living"}).size() == 1);
    cli.must({"undo", "4"});
    cli.must({"undo", "3"});
    const std::vector<Row> rows = cli.rows({"export", "accounts", "--as-of", exampleDay});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].at("name") == "Contoso");
    CHECK(rows[0].at("owner").empty());
    CHECK(cli.must({"export", "outcomes"}) == outcomes);
    CHECK(cli.must({"export", "accounts", "--as-of", exampleDay}) == accounts);
}
