// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

using namespace hb::test;

namespace {

void makeTwoAccounts(const Cli& cli) {
    makeWorkedExample(cli);
    cli.write("more.csv", "account_id,metric,date,value\nB1,logins,2026-03-30,99\nB1,logins,2026-03-02,5\n");
    cli.must({"import", "measurements", "more.csv", "--create-accounts"});
}

} // namespace

TEST_CASE("account rename: files may name either id, and a taken one is refused") {
    const Cli cli;
    makeTwoAccounts(cli);
    cli.must({"account", "rename", "A1", "O'Neil \"🦉\""});
    CHECK(cli.rows({"score", "--as-of", exampleDay}).size() == 2);
    cli.write("old.csv", "account_id,metric,date,value\nA1,logins,2026-03-31,1\n");
    cli.must({"import", "measurements", "old.csv"});
    CHECK(rowWhere(cli.rows({"export", "measurements"}), "date", "2026-03-31").at("account_id") ==
          "O'Neil \"🦉\"");
    CHECK(cli.on({"account", "rename", "B1", "A1"}).status == 1);
    CHECK(cli.on({"account", "rename", "B1", " "}).status == 1);
    CHECK(cli.on({"account", "rename", "nobody", "N"}).status == 1);
}

TEST_CASE("account merge: counted first, then one account, and apart again as before") {
    const Cli cli;
    makeTwoAccounts(cli);
    const std::string measurements = cli.must({"export", "measurements"});
    const std::string accounts = cli.must({"export", "accounts"});
    const std::string scores = cli.must({"score", "--as-of", exampleDay, "--format", "csv"});

    const Row would = cli.rows({"account", "merge", "B1", "A1", "--dry-run"}).front();
    CHECK(would.at("account_id") == "B1");
    CHECK(would.at("into") == "A1");
    CHECK(would.at("measurements") == "2");
    CHECK(cli.must({"export", "measurements"}) == measurements);

    cli.must({"account", "merge", "B1", "A1"});
    CHECK(cli.rows({"score", "--as-of", exampleDay}).size() == 1);
    CHECK(cli.on({"account", "merge", "B1", "A1"}).status == 1); // B1 leads to A1 now
    CHECK(cli.must({"check"}).empty());
    cli.must({"account", "split", "B1"});
    CHECK(cli.must({"export", "measurements"}) == measurements);
    CHECK(cli.must({"export", "accounts"}) == accounts);
    CHECK(cli.must({"score", "--as-of", exampleDay, "--format", "csv"}) == scores);
    CHECK(cli.on({"account", "split", "B1"}).status == 1);
}

TEST_CASE("what stands of merged and renamed accounts is found, and exports import into a new book") {
    const Cli cli;
    makeTwoAccounts(cli);
    cli.write("crm.csv", "account_id,name,parent_id\nA1,Contoso,\nB1,Contoso UK,\nC1,Child,A1\nD1,Of B,B1\n");
    cli.must({"import", "accounts", "crm.csv", "--date", "2026-02-01"});
    cli.write("notes.csv",
              "account_id,metric,date,value,note\nB1,logins,2026-03-02,5,their pilot\n"
              "B1,logins,2026-03-30,99,hidden\nA1,logins,2026-03-30,7,own\n");
    cli.must({"import", "measurements", "notes.csv"});
    cli.must({"note", "B1", "the exporter is late", "--date", "2026-03-05"});
    cli.must({"account", "merge", "B1", "A1"});
    cli.must({"account", "rename", "A1", "A9"});

    const std::vector<Row> found = cli.rows({"search", "exporter"});
    REQUIRE(found.size() == 1);
    CHECK(found.front().at("account_id") == "A9");
    CHECK(found.front().at("name") == "Contoso");
    const std::vector<Row> accounts = cli.rows({"export", "accounts"});
    CHECK(rowWhere(accounts, "account_id", "C1").at("parent_id") == "A9");
    CHECK(rowWhere(accounts, "account_id", "D1").at("parent_id") == "A9");
    const std::vector<Row> measurements = cli.rows({"export", "measurements"});
    CHECK(rowWhere(measurements, "date", "2026-03-02").at("note") == "their pilot");
    CHECK(rowWhere(measurements, "value", "7").at("note") == "own");

    cli.write("accounts.csv", cli.must({"export", "accounts", "--format", "csv"}));
    cli.write("scorecard.json", cli.must({"scorecard", "export"}));
    REQUIRE(cli.run({"new", "new.healthbook", "--scorecard", "scorecard.json"}).status == 0);
    const Ran imported = cli.run({"import", "accounts", "accounts.csv", "--book", "new.healthbook"});
    INFO(imported.err);
    CHECK(imported.status == 0);
    CHECK(
        rowWhere(readCsv(cli.run({"export", "accounts", "--format", "csv", "--book", "new.healthbook"}).out),
                 "account_id",
                 "C1")
            .at("parent_id") == "A9");
}
