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
