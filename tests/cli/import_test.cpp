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

TEST_CASE("each kind comes from a pipe too") {
    Cli cli;
    makeWorkedExample(cli);
    cli.input = "account_id,name,parent_id\nP1,Piped,P2\nP2,Parent,\nP3,Lost,P9\n";
    const Ran accounts =
        cli.on({"import", "accounts", "/dev/stdin", "--rejects", "r.csv", "--format", "csv"});
    INFO(accounts.err);
    CHECK(accounts.status == 3);
    CHECK(readCsv(accounts.out).at(0).at("inserted") == "2");
    CHECK(readCsv(cli.read("r.csv")).at(0).at("account_id") == "P3");
    cli.input = header + "P1,logins,2026-03-29,7\n";
    CHECK(cli.rows({"import", "measurements", "/dev/stdin", "--rejects", "r.csv"}).at(0).at("inserted") ==
          "1");
    cli.input = "account_id,date,outcome\nP1,2026-03-29,renewed\n";
    CHECK(cli.rows({"import", "outcomes", "/dev/stdin", "--rejects", "r.csv"}).at(0).at("inserted") == "1");
}

TEST_CASE("a custom attribute has one spelling: the one that was there first") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("one.csv", "account_id,name,NPS Tier\nA1,Contoso,gold\n");
    cli.write("two.csv", "account_id,nps_tier\nA1,silver\n");
    const auto names = [&cli] { return firstLine(cli.must({"export", "accounts", "--as-of", exampleDay})); };
    SECTION("that of the accounts") {
        cli.must({"import", "accounts", "one.csv", "--date", "2026-02-01"});
        cli.must({"import", "accounts", "two.csv", "--date", "2026-03-01"});
        CHECK(names().ends_with(",champion,NPS Tier"));
        const std::string before = cli.must({"export", "accounts", "--as-of", exampleDay});
        CHECK(before.find("silver") != std::string::npos);
        cli.write("again.csv", before);
        CHECK(cli.rows({"import", "accounts", "again.csv", "--date", exampleDay}).at(0).at("unchanged") ==
              "1");
    }
    SECTION("not that of a run that was undone") {
        cli.must({"import", "accounts", "one.csv", "--date", "2026-02-01"});
        cli.must({"undo", "3"});
        cli.must({"import", "accounts", "two.csv", "--date", "2026-03-01"});
        CHECK(names().ends_with(",champion,nps_tier"));
    }
    SECTION("else that of a template, which then finds its accounts") {
        std::string scorecard = exampleScorecard();
        const std::size_t end = scorecard.rfind("]}");
        const std::size_t begin = scorecard.find("{\"key\": \"default\"");
        std::string vip = scorecard.substr(begin, end - begin);
        vip.replace(vip.find("\"key\": \"default\""), 16, "\"key\": \"vip\"");
        vip.replace(vip.find("\"default\": true"), 15, "\"applies_to\": {\"nps_tier\": [\"gold\"]}");
        scorecard.insert(begin, vip + ", ");
        cli.write("vip.json", scorecard);
        cli.must({"scorecard", "import", "vip.json", "--as-of", "2026-01-01"});
        cli.must({"import", "accounts", "one.csv", "--date", "2026-02-01"});
        CHECK(names().ends_with(",champion,nps_tier"));
        CHECK(cli.rows({"score", "--as-of", exampleDay}).at(0).at("template") == "vip");
    }
}

TEST_CASE("the name is the id where the mapping says so, whatever else the file has") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("map.json", R"({"format": "healthbook-mapping/1", "key": "name"})");
    cli.write("crm.csv", "account_id,name,owner\n00017, Globex ,Ann\n");
    cli.must({"import", "accounts", "crm.csv", "--mapping", "map.json"});
    const std::string accounts = cli.must({"export", "accounts"});
    CHECK(accounts.find("\nGlobex,Globex,Ann,") != std::string::npos);
    CHECK(accounts.find("00017") == std::string::npos);
    cli.write("wide.csv", "account_id,name,date,logins\n00017,Globex,2026-03-29,7\n");
    const Row counts = cli.rows({"import", "measurements", "wide.csv", "--mapping", "map.json"}).at(0);
    CHECK(counts.at("read") == "1");
    CHECK(counts.at("inserted") == "1");
    cli.write("ids.csv", header + "Globex,logins,2026-03-30,8\n");
    CHECK(cli.rows({"import", "measurements", "ids.csv", "--mapping", "map.json"}).at(0).at("inserted") ==
          "1");
}

TEST_CASE("a mapping that names metrics the book lacks is refused with their paths") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("map.json", R"({"format": "healthbook-mapping/1",
        "same_day": {"logins": "sum", "clicks": "sum"}, "levels": {"mood": {"fine": 1}}})");
    const Ran ran = cli.on({"import", "measurements", "measurements.csv", "--mapping", "map.json"});
    CHECK(ran.status == 1);
    CHECK(ran.err.find("map.json") != std::string::npos);
    CHECK(ran.err.find("/same_day/clicks: is no metric of the book") != std::string::npos);
    CHECK(ran.err.find("/levels/mood: is no metric of the book") != std::string::npos);
    CHECK(ran.err.find("/same_day/logins") == std::string::npos);
    cli.must({"import", "measurements", "measurements.csv", "--mapping", "map.json", "--create-metrics"});
    cli.must({"import", "accounts", "accounts.csv", "--mapping", "map.json"});
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
