// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace hb::test;

namespace {

const std::string header = "account_id,metric,date,value\n";
const std::string badAccounts = "account_id,name,arr\nB1,Bad,much\n";

} // namespace

TEST_CASE("rejects never replace the book, its companions, the mapping or another input") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("bad.csv", badAccounts);
    cli.write("bad.csv.rejects.csv", badAccounts);
    cli.write("bad.csv.rejects.2.csv", badAccounts);
    cli.write("map.json", R"({"format": "healthbook-mapping/1"})");
    REQUIRE(symlink(cli.path("b.healthbook").c_str(), cli.path("link.csv").c_str()) == 0);
    REQUIRE(symlink("b.healthbook-journal", cli.path("nowhere.csv").c_str()) == 0);
    const std::string before = cli.must({"export", "measurements"});
    const std::vector<std::string> dangerous = GENERATE(values<std::vector<std::string>>({
        {"--rejects", "b.healthbook"},
        {"--rejects", "./b.healthbook"},
        {"--rejects", "link.csv"},
        {"--rejects", "b.healthbook-wal"},
        {"--rejects", "b.healthbook-shm"},
        {"--rejects", "b.healthbook-journal"},
        {"--rejects", "nowhere.csv"},
        {"--rejects", "bad.csv"},
        {"--rejects", "map.json", "--mapping", "map.json"},
        {"bad.csv.rejects.csv"},
        {"bad.csv.rejects.2.csv", "--rejects", "bad.csv.rejects.csv"},
        {"--rejects", "b.healthbook", "--dry-run"},
    }));
    std::vector<std::string> arguments{"import", "accounts", "bad.csv"};
    arguments.insert(arguments.end(), dangerous.begin(), dangerous.end());
    const Ran ran = cli.on(arguments);
    INFO(dangerous.back() << ": " << ran.err);
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("the file for rejected rows") != std::string::npos);
    CHECK(cli.must({"export", "measurements"}) == before);
    CHECK(cli.read("bad.csv") == badAccounts);
    CHECK(cli.read("bad.csv.rejects.csv") == badAccounts);
    CHECK(cli.read("map.json") == R"({"format": "healthbook-mapping/1"})");
    CHECK_FALSE(cli.exists("b.healthbook-journal"));
    CHECK(cli.rows({"runs"}).size() == 2);
}

TEST_CASE("rejects into a pipe go through it: it is not replaced by a file") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("bad.csv", badAccounts);
    const std::string pipe = cli.path("pipe");
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    const int reader = open(pipe.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    REQUIRE(reader >= 0);
    const Ran ran = cli.on({"import", "accounts", "bad.csv", "--rejects", "pipe"});
    CHECK(ran.status == 3);
    std::array<char, 4096> room{};
    const ssize_t size = read(reader, room.data(), room.size());
    close(reader);
    REQUIRE(size > 0);
    CHECK(firstLine(std::string(room.data(), static_cast<std::size_t>(size))) ==
          "account_id,name,arr,reject_line,reject_column,reject_found,reject_expected");
    struct stat info{};
    REQUIRE(stat(pipe.c_str(), &info) == 0);
    CHECK(S_ISFIFO(info.st_mode));
}

TEST_CASE("rejects are mended and imported again by the same command") {
    const Cli cli;
    makeWorkedExample(cli);
    std::string input;
    std::string mend;
    std::vector<std::string> more;
    SECTION("with a separator that only its sep= line tells") {
        input = "sep=^\naccount_id^name^arr\nB1^Bad^much\n";
    }
    SECTION("with separators of others in its header") {
        input = "account_id,name,arr,\"a;b;c;d;e;f;g;h;i;j;k;l;m\"\nB1,Bad,much,x\n";
    }
    SECTION("in an encoding that was told") {
        input = "account_id,name,arr\nB1,B\xC3\xA4"
                "d,much\n"; // also valid as UTF-8, and then another name
        more = {"--encoding", "windows-1252"};
    }
    SECTION("in an encoding that was found out") {
        input = "account_id,name,arr\nB1,B\xE4"
                "d,much\n";
    }
    SECTION("in UTF-16 by its byte order mark") {
        input = std::string("\xFF\xFE", 2);
        for (const char c : std::string("account_id,name,arr\nB1,B\xE4"
                                        "d,much\n")) {
            input += c;
            input += '\0';
        }
    }
    cli.write("in.csv", input);
    std::vector<std::string> arguments{"import", "accounts", "in.csv", "--date", exampleDay};
    arguments.insert(arguments.end(), more.begin(), more.end());
    REQUIRE(cli.on(arguments).status == 3);
    std::string rejects = cli.read("in.csv.rejects.csv");
    const bool wide = rejects.find(std::string("m\0u", 3)) != std::string::npos;
    const std::string bad = wide ? std::string("m\0u\0c\0h\0", 8) : "much";
    const std::string good = wide ? std::string("1\0", 2) : "1";
    rejects.replace(rejects.find(bad), bad.size(), good);
    cli.write("mended.csv", rejects);
    arguments[2] = "mended.csv";
    const Ran again = cli.on(arguments);
    INFO(again.err);
    CHECK(again.status == 0);

    const Cli direct; // as if it had been right from the start
    makeWorkedExample(direct);
    input.replace(input.find(bad), bad.size(), good);
    direct.write("in.csv", input);
    arguments[2] = "in.csv";
    REQUIRE(direct.on(arguments).status == 0);
    CHECK(cli.must({"export", "accounts", "--as-of", exampleDay}) ==
          direct.must({"export", "accounts", "--as-of", exampleDay}));
}

TEST_CASE("a clean import again takes the rejects file of the last one away") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.write("m.csv", header + "A1,logins,never,7\n");
    REQUIRE(cli.on({"import", "measurements", "m.csv"}).status == 3);
    REQUIRE(cli.exists("m.csv.rejects.csv"));
    cli.write("m.csv", header + "A1,logins,2026-03-29,7\n");
    SECTION("where it is one of ours") {
        const Ran dry = cli.on({"import", "measurements", "m.csv", "--dry-run"});
        CHECK(dry.status == 0);
        CHECK(cli.exists("m.csv.rejects.csv"));
        const Ran ran = cli.on({"import", "measurements", "m.csv"});
        CHECK(ran.status == 0);
        CHECK_FALSE(cli.exists("m.csv.rejects.csv"));
        CHECK(ran.err.find("m.csv.rejects.csv") != std::string::npos);
    }
    SECTION("not where it is somebody's") {
        cli.write("m.csv.rejects.csv", "mine,reject_line\n1,2\n");
        CHECK(cli.on({"import", "measurements", "m.csv"}).status == 0);
        CHECK(cli.exists("m.csv.rejects.csv"));
    }
    SECTION("not where the rejects would have gone elsewhere") {
        CHECK(cli.on({"import", "measurements", "m.csv", "--rejects", "r.csv"}).status == 0);
        CHECK(cli.exists("m.csv.rejects.csv"));
    }
}

TEST_CASE("what is rejected is said as often as it was found, with what to do about it") {
    const Cli cli;
    makeWorkedExample(cli);
    SECTION("a wide row with a bad date is one finding, though it counts its cells") {
        cli.write("w.csv", "account_id,date,logins,adoption,tickets\nA1,never,1,2,3\n");
        const Ran ran = cli.on({"import", "measurements", "w.csv", "--format", "json"});
        CHECK(ran.out.find("\"rejected\": 3") != std::string::npos);
        CHECK(ran.err.find("more") == std::string::npos);
        CHECK(ran.err.find("Rejected rows to mend and import again: w.csv.rejects.csv") != std::string::npos);
    }
    SECTION("rows of one kind are counted in one line") {
        std::string rows = header;
        for (int i = 0; i < 25; ++i) {
            rows += "A1,logins,never,1\n";
        }
        cli.write("m.csv", rows);
        const Ran ran = cli.on({"import", "measurements", "m.csv"});
        CHECK(ran.err.starts_with("m.csv, line 2 and 24 more, column date: found \"never\", expected "));
        CHECK(ran.err.find("--create") == std::string::npos);
    }
    SECTION("accounts and metrics that the book lacks: one hint each, at the end") {
        cli.write("m.csv",
                  header + "N1,logins,2026-03-29,7\nN2,logins,2026-03-29,7\nA1,clicks,2026-03-29,7\n");
        const Ran ran = cli.on({"import", "measurements", "m.csv"});
        for (const std::string option : {"--create-accounts", "--create-metrics"}) {
            const std::size_t at = ran.err.find(option);
            REQUIRE(at != std::string::npos);
            CHECK(ran.err.find(option, at + 1) == std::string::npos);
            CHECK(at > ran.err.find("Rejected rows"));
        }
    }
}

TEST_CASE("a text that begins with U+FFFE is rejected: the book could not keep it") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::string bad = "\xEF\xBF\xBE"
                            "abc";
    cli.write("a.csv",
              "account_id,name,Memo\nB1," + bad + ",\n" + bad + ",Two,\nB3,Three," + bad + "\nB4,Four,x" +
                  bad + "\n");
    const Row accounts = readCsv(cli.on({"import", "accounts", "a.csv", "--format", "csv"}).out).at(0);
    CHECK(accounts.at("rejected") == "3");
    CHECK(accounts.at("inserted") == "1");
    CHECK(readCsv(cli.read("a.csv.rejects.csv")).at(0).at("reject_expected") ==
          "a text that does not begin with U+FFFE, which is no character");
    CHECK(rowWhere(cli.rows({"export", "accounts"}), "account_id", "B4").at("name") == "Four");
    cli.write("m.csv",
              "account_id,metric,date,value,note\nA1,logins,2026-03-01,1," + bad + "\n" + bad +
                  ",logins,2026-03-01,1,\nA1," + bad + ",2026-03-01,1,\n");
    const Ran measurements = cli.on(
        {"import", "measurements", "m.csv", "--create-accounts", "--create-metrics", "--format", "csv"});
    CHECK(readCsv(measurements.out).at(0).at("rejected") == "3");
    cli.write("o.csv", "account_id,date,outcome,reason\nA1,2026-03-01,renewed," + bad + "\n");
    CHECK(readCsv(cli.on({"import", "outcomes", "o.csv", "--format", "csv"}).out).at(0).at("rejected") ==
          "1");
    cli.write("h.csv", "account_id,name," + bad + "\nA1,Contoso,x\n");
    CHECK(cli.on({"import", "accounts", "h.csv"}).status == 1);
}
