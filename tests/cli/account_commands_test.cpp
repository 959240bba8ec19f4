// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

using namespace hb::test;

TEST_CASE("note, action, timeline and journal") {
    Cli cli;
    makeWorkedExample(cli);
    cli.environment = {{"HEALTHBOOK_USER", "Ana Lopez"}};
    cli.must({"note", "A1", "They said \"maybe\" 🎉", "--kind", "call", "--date", "2026-03-20"});
    cli.must({"action",
              "A1",
              "Show the export",
              "--owner",
              "Ben",
              "--due",
              "2026-03-25",
              "--metric",
              "logins",
              "--as-of",
              "2026-03-21"});

    SECTION("what was written down stands in the timeline, until the day that is asked for") {
        const std::vector<Row> rows = cli.rows({"timeline", "A1", "--as-of", exampleDay});
        const Row& note = rowWhere(rows, "kind", "call");
        CHECK(note.at("date") == "2026-03-20");
        CHECK(note.at("by") == "Ana Lopez");
        CHECK(note.at("text") == "They said \"maybe\" 🎉");
        CHECK(note.at("pinned") == "false");
        CHECK(rowWhere(rows, "kind", "action_created").at("date") == "2026-03-21");
        CHECK(cli.rows({"timeline", "A1", "--as-of", "2026-03-20"}).size() == 1);
        CHECK(cli.must({"timeline", "A1", "--as-of", exampleDay, "--format", "json"}).find("maybe") !=
              std::string::npos);
    }
    SECTION("an action that was due before the day is the reason") {
        CHECK(cli.rows({"score", "--as-of", "2026-03-26"}).front().at("reason") == "action_overdue");
        CHECK(cli.rows({"score", "--as-of", "2026-03-25"}).front().at("reason") != "action_overdue");
    }
    SECTION("the journal has all of it, and can be narrowed") {
        const std::vector<Row> rows = cli.rows({"journal", "--account", "A1"});
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].at("what") == "set_action");
        CHECK(rows[0].at("sentence") == "Action added: Show the export");
        CHECK(rows[1].at("account_id") == "A1");
        CHECK(cli.rows({"journal", "--by", "ana"}).size() == 2);
        CHECK(cli.rows({"journal", "--by", "nobody"}).empty());
        CHECK(cli.rows({"journal", "--text", "maybe"}).size() == 1);
        CHECK(cli.rows({"journal", "--to", "2001-01-01"}).empty());
        CHECK(cli.rows({"journal", "--from", "2001-01-01"}).size() == 2);
    }
    SECTION("a search finds what was written about any account, newest first") {
        cli.must({"override",
                  "A1",
                  "--overall",
                  "--score",
                  "70",
                  "--until",
                  "2026-04-15",
                  "--reason",
                  "The café export is under way",
                  "--as-of",
                  "2026-03-22"});
        const std::vector<Row> rows = cli.rows({"search", "export", "--as-of", exampleDay});
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].at("kind") == "override_entered");
        CHECK(rows[0].at("account_id") == "A1");
        CHECK(rows[0].at("by") == "Ana Lopez");
        CHECK(rows[1].at("kind") == "action_created");
        CHECK(rows[1].at("date") == "2026-03-21");
        CHECK(cli.rows({"search", "CAFE exp", "--as-of", exampleDay}).size() == 1);
        CHECK(cli.rows({"search", "🎉"}).front().at("kind") == "call");
        CHECK(cli.rows({"search", "'; DROP TABLE note; --"}).empty());
        CHECK(cli.must({"search", "maybe", "--format", "json"}).find("maybe") != std::string::npos);
    }
    SECTION("refused with a sentence") {
        CHECK(cli.on({"note", "A1", "  "}).status == 1);
        CHECK(cli.on({"note", "A1", "x", "--kind", "shout"}).status == 2);
        CHECK(cli.on({"note", "A9", "x"}).status == 1);
        CHECK(cli.on({"action", "A1", "x", "--metric", "nothing"}).status == 1);
        CHECK(cli.on({"journal", "--account", "A9"}).status == 1);
    }
}
