// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

using namespace hb::test;

namespace {

/// Exports of a book on a day: what must be the same in a copy.
struct Exports {
    std::string accounts, measurements, outcomes;

    friend bool operator==(const Exports&, const Exports&) = default;
};

Exports exportsOf(const Cli& cli, const std::string& day) {
    return {.accounts = cli.must({"export", "accounts", "--as-of", day}),
            .measurements = cli.must({"export", "measurements"}),
            .outcomes = cli.must({"export", "outcomes"})};
}

void fill(const Cli& cli) {
    makeWorkedExample(cli);
    cli.write("crm.csv",
              "account_id,name,owner,arr,currency,renewal_date,parent_id,champion,Data Centre\n"
              "A1,\"Contoso, \"\"Ltd\"\"\",Ann,120000.50,EUR,2026-09-30,,ok,Berlin\n"
              "\"B,2\",=SUM(A1:A9),\"Line\nbreak\",,,,A1,,\n"
              "C3,Ünïcødé 😀,@owner,12,USD,,,,+1\n");
    cli.must({"import", "accounts", "crm.csv", "--date", "2026-02-01"});
    cli.write("notes.csv",
              "account_id,metric,date,value,note\n"
              "A1,logins,2026-03-28,0.1,\"Said \"\"no\"\", twice\"\n"
              "\"B,2\",tickets,2026-03-01,1e-7,\n"
              "C3,adoption,2026-03-01,1e20,big\n"
              "C3,adoption,2026-03-02,0.30000000000000004,\n");
    cli.must({"import", "measurements", "notes.csv"});
    cli.must({"set", "C3", "tickets", "4", "--date", "2026-03-03", "--note", "by hand"});
    cli.write("outcomes.csv",
              "account_id,date,outcome,arr_change,reason\n"
              "A1,2026-01-31,renewed,,\nA1,2026-03-01,expanded,1500.25,\"More seats, more sites\"\n"
              "C3,2026-03-15,churned,-12,\n");
    cli.must({"import", "outcomes", "outcomes.csv"});
}

} // namespace

TEST_CASE("what is exported imports into a new book to the same values") {
    const Cli cli;
    fill(cli);
    const Exports before = exportsOf(cli, exampleDay);
    const std::string scorecard = cli.must({"scorecard", "export"});
    const std::string scores = cli.must({"export", "scores", "--as-of", exampleDay});

    const Cli copy;
    copy.write("s.json", scorecard);
    copy.write("a.csv", before.accounts);
    copy.write("m.csv", before.measurements);
    copy.write("o.csv", before.outcomes);
    REQUIRE(copy.run({"new", "b.healthbook", "--scorecard", "s.json"}).status == 0);
    copy.must({"import", "accounts", "a.csv", "--date", exampleDay});
    copy.must({"import", "measurements", "m.csv"});
    copy.must({"import", "outcomes", "o.csv"});
    CHECK(exportsOf(copy, exampleDay) == before);
    CHECK(copy.must({"export", "scores", "--as-of", exampleDay}) == scores);
}

TEST_CASE("export accounts has the known columns first, and every attribute as of the day") {
    const Cli cli;
    fill(cli);
    CHECK(firstLine(cli.must({"export", "accounts"})) ==
          "account_id,name,owner,manager,segment,lifecycle_stage,region,product,service_level,arr,currency,"
          "renewal_date,"
          "parent_id,status,champion,Data Centre");
    const Row then = rowWhere(cli.rows({"export", "accounts", "--as-of", "2026-01-15"}), "account_id", "A1");
    CHECK(then.at("name") == "Contoso");
    CHECK(then.at("arr") == "120000.5"); // the earliest value, where the day is before all
    const Row now = rowWhere(cli.rows({"export", "accounts", "--as-of", exampleDay}), "account_id", "A1");
    CHECK(now.at("name") == "Contoso, \"Ltd\"");
    CHECK(now.at("Data Centre") == "Berlin");
}

TEST_CASE("amounts are exact to the cent, however large") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("crm.csv", "account_id,name,arr\nA1,Contoso,90000000000000.01\n");
    cli.write("o.csv", "account_id,date,outcome,arr_change\nA1,2026-03-01,expanded,-90000000000000.03\n");
    cli.must({"import", "accounts", "crm.csv"});
    cli.must({"import", "outcomes", "o.csv"});
    CHECK(cli.rows({"export", "accounts"}).at(0).at("arr") == "90000000000000.01");
    CHECK(cli.rows({"export", "outcomes"}).at(0).at("arr_change") == "-90000000000000.03");
    CHECK(cli.must({"export", "accounts", "--format", "json"}).find("\"arr\": 90000000000000.01,") !=
          std::string::npos);
    CHECK(cli.must({"export", "outcomes", "--format", "table"}).find("-90000000000000.03") !=
          std::string::npos);
}

TEST_CASE("attributes whose names hold separators import again") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::string odd = GENERATE("a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;p;q",
                                     "a\tb\tc\td\te\tf\tg\th\ti\tj\tk\tl\tm\tn\to\tp\tq",
                                     "a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q");
    cli.write("crm.csv", "account_id,name,\"" + odd + "\"\nA1,Contoso,x;y\n");
    cli.must({"import", "accounts", "crm.csv", "--date", exampleDay});
    const std::string before = cli.must({"export", "accounts", "--as-of", exampleDay});
    cli.write("again.csv", before);
    CHECK(cli.rows({"import", "accounts", "again.csv", "--date", exampleDay}).at(0).at("unchanged") == "1");
    CHECK(cli.rows({"export", "accounts", "--as-of", exampleDay}).at(0).at(odd) == "x;y");
}

TEST_CASE("an export of accounts restores that day") {
    const Cli cli;
    fill(cli);
    const std::string before = cli.must({"export", "accounts", "--as-of", exampleDay});
    cli.write("before.csv", before);
    cli.write("change.csv", "account_id,owner,champion,arr\nA1,Zoe,,1\nC3,,present,\n");
    cli.must({"import", "accounts", "change.csv", "--date", exampleDay});
    CHECK(cli.must({"export", "accounts", "--as-of", exampleDay}) != before);
    cli.must({"import", "accounts", "before.csv", "--date", exampleDay});
    CHECK(cli.must({"export", "accounts", "--as-of", exampleDay}) == before);
}

TEST_CASE("numbers are the shortest that read back, never with an exponent") {
    const Cli cli;
    fill(cli);
    const std::string csv = cli.must({"export", "measurements", "--format", "csv"});
    CHECK(csv.find(",0.1,") != std::string::npos);
    CHECK(csv.find(",0.0000001,") != std::string::npos);
    CHECK(csv.find(",100000000000000000000,") != std::string::npos);
    CHECK(csv.find(",0.30000000000000004,") != std::string::npos);
    const std::string json = cli.must({"export", "measurements", "--format", "json"});
    CHECK(json.find("\"value\": 0.0000001,") != std::string::npos);
    CHECK(json.find("\"note\": null") != std::string::npos);
    CHECK(json.find("Said \\\"no\\\", twice") != std::string::npos);
}

TEST_CASE("an import of what was exported changes nothing in the same book") {
    const Cli cli;
    fill(cli);
    const Exports before = exportsOf(cli, exampleDay);
    cli.write("a.csv", before.accounts);
    cli.write("m.csv", before.measurements);
    cli.write("o.csv", before.outcomes);
    const Row accounts = cli.rows({"import", "accounts", "a.csv", "--date", exampleDay}).front();
    CHECK(accounts.at("unchanged") == accounts.at("read"));
    const Row measurements = cli.rows({"import", "measurements", "m.csv"}).front();
    CHECK(number(measurements, "unchanged") + number(measurements, "kept_by_hand") ==
          number(measurements, "read"));
    CHECK(measurements.at("kept_by_hand") == "1");
    const Row outcomes = cli.rows({"import", "outcomes", "o.csv"}).front();
    CHECK(outcomes.at("unchanged") == outcomes.at("read"));
    CHECK(exportsOf(cli, exampleDay) == before);
}

TEST_CASE("churned accounts leave the living book") {
    const Cli cli;
    fill(cli);
    CHECK(cli.rows({"score", "--as-of", exampleDay}).size() == 3);
    CHECK(cli.rows({"score", "--as-of", exampleDay, "--living"}).size() == 2);
    CHECK(cli.rows({"score", "--as-of", "2026-03-14", "--living"}).size() == 3);
    const std::vector<Row> days =
        cli.rows({"history", "--from", "2026-03-14", "--to", "2026-03-15", "--living"});
    const auto total = [](const Row& row) {
        return number(row, "red") + number(row, "yellow") + number(row, "green") + number(row, "none");
    };
    CHECK(total(days.at(0)) == 3);
    CHECK(total(days.at(1)) == 2);
}
