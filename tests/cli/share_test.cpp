// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

using namespace hb::test;

TEST_CASE("share writes a copy that is read by every command and changed by none") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::string scores = cli.must({"score", "--as-of", exampleDay});
    const Ran shared = cli.on({"share", "to-read.healthbook", "--as-of", exampleDay, "--as", "Ana Lopez"});
    REQUIRE(shared.status == 0);
    CHECK(shared.err.find("as of 2026-03-31") != std::string::npos);
    const std::string before = cli.read("to-read.healthbook");
    const auto onCopy = [&cli](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--book", "to-read.healthbook"});
        return cli.run(arguments);
    };
    CHECK(onCopy({"score", "--as-of", exampleDay}).out == scores);
    CHECK(onCopy({"check"}).status == 0);
    cli.write("m.csv", "account_id,metric,date,value\nA1,logins,2026-03-31,3\n");
    cli.write("s.json", exampleScorecard());
    for (const std::vector<std::string>& writing :
         {std::vector<std::string>{"set", "A1", "logins", "5", "--date", exampleDay},
          {"override", "A1", "--overall", "--score", "80", "--until", "2026-12-31", "--reason", "x"},
          {"note", "A1", "called"},
          {"import", "measurements", "m.csv"},
          {"scorecard", "import", "s.json"},
          {"undo", "1"}}) {
        const Ran refused = onCopy(writing);
        INFO(writing.front() << ": " << refused.err);
        CHECK(refused.status == 1);
        CHECK(refused.err.find("a copy of 2026-03-31, to read") != std::string::npos);
    }
    CHECK(cli.read("to-read.healthbook") == before);
    CHECK_FALSE(cli.exists("to-read.healthbook-wal"));
    CHECK_FALSE(cli.exists("m.csv.rejects.csv"));

    SECTION("it is not written over another file") {
        CHECK(cli.on({"share", "to-read.healthbook"}).status == 1);
        CHECK(cli.read("to-read.healthbook") == before);
    }
    SECTION("a copy of a copy is the file itself") {
        CHECK(onCopy({"share", "more.healthbook"}).status == 1);
        CHECK_FALSE(cli.exists("more.healthbook"));
    }
}
