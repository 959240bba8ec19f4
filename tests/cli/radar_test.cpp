// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace hb::test;

TEST_CASE("radar: a row a person and figure, with its count and the accounts behind it") {
    const Cli cli;
    cli.must({"demo", "demo.healthbook", "--as-of", exampleDay});
    const std::vector<std::string> asked{"radar", "--book", "demo.healthbook", "--as-of", exampleDay};
    const auto run = [&](const std::vector<std::string>& more) {
        std::vector<std::string> arguments = asked;
        arguments.insert(arguments.end(), more.begin(), more.end());
        const Ran ran = cli.run(arguments);
        CAPTURE(ran.err);
        REQUIRE(ran.status == 0);
        return ran.out;
    };
    const std::vector<Row> rows = readCsv(run({}));
    CHECK(rows.size() == 7 * 6); // the book and six owners, six figures each
    std::vector<std::string> standingOut;
    for (const Row& row : rows) {
        if (row.at("stands_out") == "true") {
            standingOut.push_back(row.at("person"));
        }
        CHECK(row.at("value").empty() == (number(row, "cases") < 5));
        CHECK((!row.at("accounts").empty() ? !row.at("value").empty() : true));
        CHECK_FALSE(row.at("what").empty());
    }
    CHECK(standingOut == std::vector<std::string>{"Ben Okafor", "Emma Lindqvist"});
    const Row& gap = rowWhere(rows, "person", "Ben Okafor");
    CHECK(gap.at("figure") == "own_minus_measured");
    CHECK(gap.at("cases") == std::to_string(1 + std::ranges::count(gap.at("accounts"), ';')));

    // The figure is the mean of the accounts that it names.
    double sum = 0;
    for (const Row& account : readCsv(run({"--accounts"}))) {
        CHECK_THAT(number(account, "difference"),
                   WithinAbs(number(account, "own") - number(account, "measured"), 1e-9));
        sum += account.at("owner") == "Ben Okafor" ? number(account, "difference") : 0;
    }
    CHECK_THAT(number(gap, "value"), WithinAbs(sum / number(gap, "cases"), 1e-9));

    const std::string words = run({"--format", "table"});
    CHECK(firstLine(words) == "The own scores of 2 of 6 people stand further above the numbers than chance "
                              "explains: Ben Okafor and Emma Lindqvist.");
    for (const std::string blame : {"lenient", "wrong", "gaming", "kind"}) {
        CHECK(words.find(blame) == std::string::npos);
    }
}

TEST_CASE("radar: a book of one account has too little to say, and says so") {
    const Cli cli;
    makeWorkedExample(cli);
    for (const Row& row : cli.rows({"radar", "--as-of", exampleDay})) {
        CHECK(row.at("value").empty());
        CHECK(row.at("what").starts_with("Not enough to say: "));
    }
    CHECK(
        cli.must({"radar", "--format", "table", "--as-of", exampleDay}).starts_with("Not enough to compare"));
}
