// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

using namespace hb::test;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("report team: one file with what the team owns, and what was written is said") {
    const Cli cli;
    cli.must({"demo", "demo.healthbook", "--as-of", exampleDay});
    const std::vector<std::string> asked{"report",
                                         "team",
                                         "support",
                                         "--book",
                                         "demo.healthbook",
                                         "--as-of",
                                         exampleDay,
                                         "--out",
                                         "page.html"};
    const Ran ran = cli.run(asked);
    CAPTURE(ran.err);
    REQUIRE(ran.status == 0);
    CHECK(ran.out.empty());
    CHECK(has(ran.err, "Wrote what Support owns, "));
    const std::string page = cli.read("page.html");
    CHECK(has(page, "<title>Support: what can we do?</title>"));
    CHECK(has(page, "demo as of Tue 31 Mar 2026"));
    CHECK(has(page, ": red in "));
    CHECK(has(page, "What helps: "));
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "http:"));
    CHECK_FALSE(has(page, "https:"));

    const Ran again = cli.run(
        {"report", "team", "Support", "--book", "demo.healthbook", "--as-of", exampleDay, "--out", "2.html"});
    REQUIRE(again.status == 0);
    CHECK(cli.read("2.html") == page); // the same book and day give the same bytes
}

TEST_CASE("report team: a team that owns nothing is refused with those that do") {
    const Cli cli;
    cli.must({"demo", "demo.healthbook", "--as-of", exampleDay});
    const Ran ran = cli.run({"report", "team", "Cooks", "--book", "demo.healthbook", "--out", "page.html"});
    CHECK(ran.status == 1);
    CHECK(has(ran.err, "Cooks"));
    CHECK(has(ran.err, "Customer Success, Finance, Sales, Support"));
    CHECK_FALSE(cli.exists("page.html"));
}

TEST_CASE("report team: what it needs is asked for") {
    const Cli cli;
    makeWorkedExample(cli);
    CHECK(cli.on({"report", "team"}).status == 2);
    CHECK(cli.on({"report", "team", "Support"}).status == 2);
    CHECK(cli.on({"report"}).status == 2);
    const Ran nobody = cli.on({"report", "team", "Support", "--out", "page.html"});
    CHECK(nobody.status == 1);
}
