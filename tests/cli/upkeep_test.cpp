// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

#include <QFile>

#include <algorithm>

using namespace hb::test;

TEST_CASE("check says nothing of a sound book, and a line a fault of another") {
    const Cli cli;
    makeWorkedExample(cli);
    const Ran sound = cli.on({"check"});
    CHECK(sound.status == 0);
    CHECK(sound.out.empty());
    CHECK(cli.must({"check", "--format", "json"}) == "[]\n");

    // The value 12.0 of a chunk, little-endian, becomes one that no chunk can hold: another version of its
    // format.
    std::string book = cli.read("b.healthbook");
    const std::string twelve("\x00\x00\x00\x00\x00\x00\x28\x40", 8);
    const std::size_t at = book.find(twelve);
    REQUIRE(at != std::string::npos);
    book.replace(at, 8, "\x00\x00\x00\x00\x00\x00\xf0\x7f", 8); // infinity
    cli.write("b.healthbook", book);
    const Ran broken = cli.on({"check"});
    INFO(broken.err);
    CHECK(broken.status == 3);
    CHECK(std::ranges::count(broken.out, '\n') >= 1);
}

TEST_CASE("a closed book is one file") {
    const Cli cli;
    makeWorkedExample(cli);
    cli.must({"score"});
    CHECK_FALSE(cli.exists("b.healthbook-wal"));
    CHECK_FALSE(cli.exists("b.healthbook-shm"));
    CHECK_FALSE(cli.exists("b.healthbook-journal"));
}

TEST_CASE("backup and restore") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::string before = cli.must({"score", "--as-of", exampleDay});
    cli.must({"backup", "copy.healthbook"});
    CHECK(cli.run({"score", "--book", "copy.healthbook", "--as-of", exampleDay}).out == before);
    CHECK(cli.on({"backup", "copy.healthbook"}).status == 1); // it exists

    cli.must({"set", "A1", "logins", "50", "--date", exampleDay});
    REQUIRE(cli.must({"score", "--as-of", exampleDay}) != before);
    cli.must({"restore", "copy.healthbook"});
    CHECK(cli.must({"score", "--as-of", exampleDay}) == before);

    SECTION("what is no book is not put back") {
        cli.write("no.healthbook", "nothing of the kind");
        CHECK(cli.on({"restore", "no.healthbook"}).status == 1);
        CHECK(cli.must({"score", "--as-of", exampleDay}) == before);
    }
    SECTION("a lost book comes back") {
        REQUIRE(QFile::remove(QString::fromStdString(cli.path("b.healthbook"))));
        cli.must({"restore", "copy.healthbook"});
        CHECK(cli.must({"score", "--as-of", exampleDay}) == before);
    }
}

TEST_CASE("a book that may not be written can be read") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::string before = cli.must({"score", "--as-of", exampleDay});
    REQUIRE(QFile::setPermissions(QString::fromStdString(cli.path("b.healthbook")), QFileDevice::ReadOwner));
    CHECK(cli.must({"score", "--as-of", exampleDay}) == before);
    CHECK(cli.must({"explain", "A1", "--as-of", exampleDay}).size() > 0);
}

TEST_CASE("the demo is the same for every run with the same day") {
    const Cli cli;
    REQUIRE(cli.run({"demo", "one.healthbook", "--as-of", exampleDay}).status == 0);
    REQUIRE(cli.run({"demo", "two.healthbook", "--as-of", exampleDay}).status == 0);
    const auto out = [&](const std::string& book, std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--book", book, "--as-of", exampleDay});
        const Ran ran = cli.run(arguments);
        REQUIRE(ran.status == 0);
        return ran.out;
    };
    for (const char* what : {"accounts", "measurements", "outcomes", "scores"}) {
        const std::string one = out("one.healthbook", {"export", what});
        CHECK(one == out("two.healthbook", {"export", what}));
        CHECK(readCsv(one).size() > 1);
    }
    CHECK(readCsv(out("one.healthbook", {"score"})).size() == 200);
    CHECK(cli.run({"check", "--book", "one.healthbook"}).out.empty());
}
