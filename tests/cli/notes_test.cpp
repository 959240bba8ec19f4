// SPDX-License-Identifier: GPL-3.0-or-later
// What commands say beside their results, on standard error.
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace hb::test;

namespace {

const std::string header = "account_id,metric,date,value\n";

bool says(const Ran& ran, const std::string& text) {
    return ran.err.find(text) != std::string::npos;
}

/// Of a text on standard error.
long linesOf(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
}

} // namespace

TEST_CASE("where the data ends long before today, it is said, once") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::string note =
        "healthbook-cli: The data ends on 2020-02-03; --as-of 2020-02-03 shows how it looked then.\n";
    cli.write("old.csv", header + "A1,logins,2020-02-03,5\n");
    cli.must({"undo", "2"}); // of the measurements
    cli.must({"import", "measurements", "old.csv"});
    CHECK(cli.on({"score"}).err == note);
    CHECK(cli.on({"explain", "A1"}).err.ends_with(note));
    CHECK_FALSE(says(cli.on({"score", "--as-of", "2026-03-31"}), "The data ends"));
    CHECK_FALSE(says(cli.on({"export", "measurements"}), "The data ends"));
}

TEST_CASE("explain says what is missing where there is not enough data, and no score") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("new.csv", "account_id,name\nA2,Fresh\n");
    cli.must({"import", "accounts", "new.csv"});
    cli.write("few.csv", header + "A2,logins,2026-03-30,1000\n");
    cli.must({"import", "measurements", "few.csv"});
    const std::string text = cli.must({"explain", "A2", "--as-of", exampleDay, "--format", "table"});
    CHECK(text.starts_with("Not enough data: "));
    CHECK(text.find("Missing: ") != std::string::npos);
    CHECK(text.find("no data)") == std::string::npos);
    CHECK(text.find("Nothing costs points") == std::string::npos);
}

TEST_CASE("a dry run says that nothing was written, and an undo that it changed nothing") {
    const Cli cli;
    makeWorkedExample(cli);
    CHECK(says(cli.on({"import", "measurements", "measurements.csv", "--dry-run"}),
               "Dry run: nothing was written."));
    cli.must({"import", "measurements", "measurements.csv"}); // run 3 states what run 2 does
    const Ran would = cli.on({"undo", "2", "--dry-run"});
    CHECK(says(would, "Nothing would change: other imports state the same values."));
    CHECK(says(would, "Dry run: nothing was written."));
    const Ran undone = cli.on({"undo", "2"});
    CHECK(undone.err == "Nothing changed: other imports state the same values.\n");
    CHECK(cli.on({"undo", "3"}).err.empty());
}

TEST_CASE("many rejected rows of one kind are one line") {
    const Cli cli;
    makeWorkedExample(cli);
    std::string rows = header;
    for (int i = 0; i < 1235; ++i) {
        rows += "A1,new_mrr,2026-03-30,1\n";
    }
    cli.write("m.csv", rows + "A1,logins,never,1\n");
    const Ran ran = cli.on({"import", "measurements", "m.csv", "--rejects", "out.csv"});
    CHECK(ran.status == 3);
    CHECK(says(ran, "m.csv, line 2 and 1,234 more, column metric: found \"new_mrr\", expected "));
    CHECK(says(ran, "m.csv, line 1237, column date: found \"never\", expected "));
    CHECK(linesOf(ran.err) == 4); // with the rejects file, and what to do about the metrics
}

TEST_CASE("kinds of rejected rows beyond twenty are counted") {
    const Cli cli;
    makeWorkedExample(cli);
    std::string wide = "account_id,date";
    std::string row = "\nA1,2026-03-30";
    for (int i = 0; i < 25; ++i) {
        wide += ",unknown" + std::to_string(i);
        row += ",1";
    }
    cli.write("wide.csv", wide + row + "\n");
    const Ran ran = cli.on({"import", "measurements", "wide.csv", "--dry-run"});
    CHECK(says(ran, "\nand 5 more\n"));
}

TEST_CASE("measurements are not taken for accounts") {
    const Cli cli;
    makeWorkedExample(cli);
    const Ran ran = cli.on({"import", "accounts", "measurements.csv"});
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK(says(ran, "measurements.csv"));
    CHECK(says(ran, "found the columns metric and value"));
    CHECK(says(ran, "Import it as measurements."));
    cli.write("map.json", R"({"format": "healthbook-mapping/1", "columns": {"metric": null}})");
    CHECK_FALSE(
        says(cli.on({"import", "accounts", "measurements.csv", "--mapping", "map.json"}), "found the"));
}

TEST_CASE("new accounts without a column name: the column that may be it is named") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("crm.csv", "account_id,account_name,owner\nN1,Northwind,Ann\nN2,Fabrikam,Ben\n");
    const Ran ran = cli.on({"import", "accounts", "crm.csv"});
    CHECK(ran.status == 3);
    CHECK(says(
        ran,
        "crm.csv, line 2 and 1 more, column account_id: found \"N1\", expected an account of the book; a "
        "new one needs a column called name\n"));
    CHECK(says(ran, "Its column account_name may be it: rename it to name, or say so in a mapping.\n"));
    cli.write("map.json", R"({"format": "healthbook-mapping/1", "columns": {"account_name": "name"}})");
    cli.must({"import", "accounts", "crm.csv", "--mapping", "map.json"});
}

TEST_CASE("a misspelt word of a mapping is named, with its file") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("map.json",
              R"({"format": "healthbook-mapping/1", "columns": {"Customer": "acount_id", "Name": "name"}})");
    cli.write("crm.csv", "Customer,Name,logins,date\nN1,Northwind,3,2026-03-30\n");
    const std::string kind = GENERATE("accounts", "measurements", "outcomes");
    const Ran ran = cli.on({"import", kind, "crm.csv", "--mapping", "map.json"});
    CHECK(ran.status == 1);
    CHECK(says(ran,
               "The mapping map.json names acount_id, which Healthbook does not know: check the spelling."));
}

TEST_CASE("an import without its kind, and an account by another name, are understood") {
    const Cli cli;
    makeWorkedExample(cli);
    const Ran import = cli.run({"import", "crm.csv"});
    CHECK(import.status == 2);
    CHECK(says(import, "\"crm.csv\" is not known here: accounts, measurements or outcomes?"));
    for (const char* key : {"a1", "Contoso", " contoso"}) {
        const Ran ran = cli.on({"explain", key});
        CHECK(ran.status == 1);
        CHECK(says(ran, "Did you mean A1 (Contoso)?"));
    }
    cli.write("twin.csv", "account_id,name\nA2,Contoso\n");
    cli.must({"import", "accounts", "twin.csv"});
    CHECK_FALSE(says(cli.on({"explain", "Contoso"}), "Did you mean"));
}
