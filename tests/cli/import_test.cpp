// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

using namespace hb::test;

namespace {

const std::string header = "account_id,metric,date,value\n";

} // namespace

TEST_CASE("import says what it did and exits with 3 where rows were rejected") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("m.csv",
              header + "A1,logins,2026-03-30,12\n"     // unchanged
                       "A1,logins,2026-03-29,7\n"      // inserted
                       "A1,adoption,2026-02-01,81\n"   // updated
                       "A1,logins,30.03.2026,3\n"      // rejected
                       "A9,logins,2026-03-30,3\n"      // rejected
                       "A1,logins,2026-03-28,lots\n"); // rejected
    const Ran ran = cli.on({"import", "measurements", "m.csv", "--format", "json"});
    CHECK(ran.status == 3);
    CHECK(ran.out.starts_with(
        "{\"run\": 3, \"read\": 6, \"inserted\": 1, \"updated\": 1, \"unchanged\": 1, \"kept_by_hand\": 0, "
        "\"rejected\": 3, \"rejects\": ["));
    CHECK(ran.out.find("\"line\": 5, \"column\": \"date\", \"found\": \"30.03.2026\"") != std::string::npos);
    CHECK(ran.out.find("\"line\": 6, \"column\": \"account_id\", \"found\": \"A9\"") != std::string::npos);
    CHECK(ran.out.find("\"line\": 7, \"column\": \"value\", \"found\": \"lots\"") != std::string::npos);

    SECTION("the rejects file has the rows as they were, and why") {
        const std::vector<Row> rejects = readCsv(cli.read("m.csv.rejects.csv"));
        REQUIRE(rejects.size() == 3);
        CHECK(firstLine(cli.read("m.csv.rejects.csv")) ==
              "account_id,metric,date,value,reject_line,reject_column,reject_found,reject_expected");
        CHECK(rejects[0].at("date") == "30.03.2026");
        CHECK(rejects[0].at("reject_line") == "5");
        CHECK(rejects[0].at("reject_column") == "date");
    }
    SECTION("mended, it imports again") {
        std::string mended = cli.read("m.csv.rejects.csv");
        mended.replace(mended.find("30.03.2026"), 10, "2026-03-27");
        mended.replace(mended.find("A9"), 2, "A1");
        mended.replace(mended.find("lots"), 4, "33");
        cli.write("mended.csv", mended);
        const std::vector<Row> counts = cli.rows({"import", "measurements", "mended.csv"});
        REQUIRE(counts.size() == 1);
        CHECK(counts[0].at("read") == "3");
        CHECK(counts[0].at("inserted") == "2"); // 2026-03-30 of A1 was there
        CHECK(counts[0].at("updated") == "1");
        CHECK(counts[0].at("rejected") == "0");
    }
    SECTION("as csv a row of counts, the rejects as sentences beside it") {
        const Ran again = cli.on({"import", "measurements", "m.csv", "--rejects", "other.csv"});
        CHECK(again.status == 3);
        CHECK(firstLine(again.out) == "run,read,inserted,updated,unchanged,kept_by_hand,rejected");
        CHECK(again.err.find("m.csv, line 5, column date: found \"30.03.2026\"") != std::string::npos);
        CHECK(cli.exists("other.csv"));
    }
}

TEST_CASE("import --on-error abort takes nothing and exits with 1") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::string before = cli.must({"export", "measurements"});
    cli.write("m.csv", header + "A1,logins,2026-03-29,7\nA1,logins,never,3\n");
    const Ran ran = cli.on({"import", "measurements", "m.csv", "--on-error", "abort", "--format", "json"});
    CHECK(ran.status == 1);
    CHECK(ran.out.find("\"run\": null") != std::string::npos);
    CHECK(cli.must({"export", "measurements"}) == before);
    CHECK(cli.rows({"runs"}).size() == 2);
}

TEST_CASE("import --dry-run counts and changes nothing") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::string before = cli.must({"export", "measurements"});
    cli.write("m.csv", header + "A1,logins,2026-03-29,7\nA1,logins,2026-03-30,12\n");
    const std::vector<Row> counts = cli.rows({"import", "measurements", "m.csv", "--dry-run"});
    REQUIRE(counts.size() == 1);
    CHECK(counts[0].at("run").empty());
    CHECK(counts[0].at("inserted") == "1");
    CHECK(counts[0].at("unchanged") == "1");
    CHECK(cli.must({"export", "measurements"}) == before);
    CHECK(cli.rows({"runs"}).size() == 2);
    CHECK_FALSE(cli.exists("m.csv.rejects.csv"));
}

TEST_CASE("wide files, unknown columns, --create-accounts and --create-metrics") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("wide.csv", "Account ID,logins,tickets,Page Views\nA1,14,,5\nB2,9,1,6\n");
    SECTION("without them, what is unknown is rejected") {
        const Ran ran =
            cli.on({"import", "measurements", "wide.csv", "--date", exampleDay, "--format", "csv"});
        CHECK(ran.status == 3);
        const Row counts = readCsv(ran.out).front();
        CHECK(counts.at("inserted") == "1");
        CHECK(number(counts, "read") == number(counts, "inserted") + number(counts, "rejected"));
    }
    SECTION("with them, it is made") {
        const std::vector<Row> counts = cli.rows({"import",
                                                  "measurements",
                                                  "wide.csv",
                                                  "--date",
                                                  exampleDay,
                                                  "--create-accounts",
                                                  "--create-metrics"});
        CHECK(counts[0].at("inserted") == "5"); // an empty cell is no measurement
        CHECK(counts[0].at("read") == "5");
        const std::vector<Row> all = cli.rows({"export", "measurements"});
        CHECK(rowWhere(all, "metric", "page_views").at("date") == exampleDay);
        CHECK(cli.rows({"score"}).size() == 2);
    }
}

TEST_CASE("the same day again: replaced, unchanged, or kept by hand") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.must({"set", "A1", "logins", "3", "--date", "2026-03-30", "--note", "They told me"});
    const std::vector<Row> counts = cli.rows({"import", "measurements", "measurements.csv"});
    CHECK(counts[0].at("kept_by_hand") == "1");
    CHECK(counts[0].at("unchanged") == "2");
    const std::vector<Row> all = cli.rows({"export", "measurements"});
    const Row& logins = rowWhere(all, "metric", "logins");
    CHECK(logins.at("value") == "3");
    CHECK(logins.at("note") == "They told me");
}

TEST_CASE("several files are one run") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("one.csv", header + "A1,logins,2026-03-01,1\n");
    cli.write("two.csv", header + "A1,logins,2026-03-02,2\nA1,logins,2026-03-03,x\n");
    const Ran ran = cli.on({"import", "measurements", "one.csv", "two.csv", "--source", "analytics"});
    CHECK(ran.status == 3);
    const std::vector<Row> runs = cli.rows({"runs"});
    REQUIRE(runs.size() == 3);
    CHECK(runs[2].at("kind") == "measurements");
    CHECK(runs[2].at("source") == "analytics");
    CHECK(runs[2].at("inserted") == "2");
    CHECK(runs[2].at("rejected") == "1");
    CHECK(cli.exists("two.csv.rejects.csv"));
    CHECK_FALSE(cli.exists("one.csv.rejects.csv"));
}

TEST_CASE("a mapping tells how columns and forms read") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("export.csv", "Kunde;Stand;Anmeldungen\nA1;28.03.2026;1.234,5\n");
    cli.write("mapping.json", R"({"format": "healthbook-mapping/1",
        "columns": {"Kunde": "account_id", "Stand": "date", "Anmeldungen": "logins"},
        "date_format": "dd.MM.yyyy", "decimal": ",", "thousands": "."})");
    const std::vector<Row> counts =
        cli.rows({"import", "measurements", "export.csv", "--mapping", "mapping.json"});
    CHECK(counts[0].at("inserted") == "1");
    CHECK(rowWhere(cli.rows({"export", "measurements"}), "date", "2026-03-28").at("value") == "1234.5");
}
