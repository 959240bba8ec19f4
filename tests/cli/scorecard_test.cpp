// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/draft_scorecard.h"
#include "core/book/edits.h"
#include "core/book/scorecard_into_book.h"
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace hb::test;

TEST_CASE("scorecard export of what was imported from an export is byte-identical") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::string versions = GENERATE("", "--all-versions");
    std::vector<std::string> exporting{"scorecard", "export"};
    if (!versions.empty()) {
        exporting.push_back(versions);
    }
    const std::string first = cli.must(exporting);
    CHECK(first.find("healthbook-scorecard/1") != std::string::npos);
    const Cli copy;
    copy.write("s.json", first);
    REQUIRE(copy.run({"new", "b.healthbook", "--scorecard", "s.json"}).status == 0);
    CHECK(copy.must(exporting) == first);
}

TEST_CASE("scorecard import makes versions only where scoring differs") {
    const Cli cli;
    makeWorkedExample(cli);
    const auto list = [&] { return cli.rows({"scorecard", "list", "--as-of", "2026-12-31"}); };

    SECTION("nothing different, nothing made") {
        const Ran ran = cli.on({"scorecard", "import", "scorecard.json", "--format", "csv"});
        CHECK(ran.status == 0);
        CHECK(readCsv(ran.out).empty());
        CHECK(list().at(0).at("version") == "1");
    }
    SECTION("a name changes in place") {
        std::string renamed = exampleScorecard();
        renamed.replace(renamed.find("Everyone"), 8, "All of them");
        cli.write("renamed.json", renamed);
        cli.must({"scorecard", "import", "renamed.json"});
        CHECK(list().at(0).at("version") == "1");
        CHECK(list().at(0).at("name") == "All of them");
    }
    SECTION("a weight makes a version; a day not later than the newest's becomes today") {
        std::string other = exampleScorecard();
        other.replace(other.find("\"weight\": 60"), 12, "\"weight\": 50");
        cli.write("other.json", other);
        cli.must({"scorecard", "import", "other.json", "--as-of", exampleDay});
        CHECK(list().at(0).at("version") == "2");
        CHECK(list().at(0).at("effective_from") == exampleDay);
    }
    SECTION("--effective-from names the day") {
        std::string other = exampleScorecard();
        other.replace(other.find("\"weight\": 60"), 12, "\"weight\": 50");
        cli.write("other.json", other);
        cli.must(
            {"scorecard", "import", "other.json", "--effective-from", "2026-05-01", "--as-of", exampleDay});
        CHECK(list().at(0).at("effective_from") == "2026-05-01");
    }
    SECTION("a second template is tried before the default, and --prune retires it") {
        std::string two = exampleScorecard();
        two.replace(two.find("\"templates\": ["),
                    14,
                    R"("templates": [{"key": "big", "name": "Big", "applies_to": {"segment": ["Enterprise"]},
                       "groups": [{"key": "g", "name": "G", "weight": 1, "metrics": [
                         {"metric": "logins", "weight": 1, "curve": [[0,0],[10,100]]}]}]},)");
        cli.write("two.json", two);
        cli.must({"scorecard", "import", "two.json", "--as-of", "2026-02-01"});
        REQUIRE(list().size() == 2);
        CHECK(list().at(0).at("template") == "big");
        CHECK(list().at(0).at("accounts") == "0");
        CHECK(list().at(1).at("default") == "true");
        CHECK(list().at(1).at("accounts") == "1");
        cli.must({"scorecard", "import", "scorecard.json", "--prune", "--as-of", exampleDay});
        CHECK(rowWhere(list(), "template", "big").at("retired") == "true");
        CHECK(rowWhere(list(), "template", "default").at("retired") == "false");
    }
}

TEST_CASE("a scorecard with faults is refused whole, every fault with its path") {
    const Cli cli;
    makeWorkedExample(cli);
    std::string bad = exampleScorecard();
    bad.replace(bad.find("\"weight\": 60"), 12, "\"weight\": -6");
    bad.replace(bad.find("\"cap_at\": 55"), 12, "\"cap_at\": 555");
    cli.write("bad.json", bad);
    const Ran ran = cli.on({"scorecard", "import", "bad.json"});
    CHECK(ran.status == 1);
    CHECK(ran.err.find("/templates/0/groups/0/weight") != std::string::npos);
    CHECK(ran.err.find("/templates/0/exceptions/0/cap_at") != std::string::npos);
    CHECK(cli.rows({"scorecard", "list"}).at(0).at("version") == "1");
    CHECK(cli.run({"new", "c.healthbook", "--scorecard", "bad.json"}).status == 1);
    CHECK_FALSE(cli.exists("c.healthbook"));
}

TEST_CASE("scorecard lint finds what is planted in the demo, and says so by its exit status") {
    const Cli cli;
    REQUIRE(cli.run({"demo", "b.healthbook", "--as-of", "2026-03-31"}).status == 0);
    const Ran ran = cli.on({"scorecard", "lint", "--as-of", "2026-03-31", "--format", "csv"});
    CHECK(ran.status == 3);
    const auto rows = readCsv(ran.out);
    const auto has = [&](const char* finding, const char* about, const char* other) {
        return std::ranges::any_of(rows, [&](const auto& row) {
            return row.at("finding") == finding && row.at("about") == about && row.at("other") == other;
        });
    };
    CHECK(has("says_the_same", "seats_active_pct", "features_used_pct"));
    CHECK(has("often_absent", "invoices_overdue", ""));
    CHECK_FALSE(has("often_absent", "nps", ""));
    for (const auto& row : rows) {
        CHECK_FALSE(row.at("what").empty());
        CHECK_FALSE(row.at("mend").empty());
    }
    const Ran json = cli.on({"scorecard", "lint", "--as-of", "2026-03-31", "--format", "json"});
    CHECK(json.status == 3);
    CHECK(json.out.find("\"says_the_same\"") != std::string::npos);
}

TEST_CASE("scorecard lint without findings says so") {
    const Cli cli;
    cli.write("sound.json", R"({"format": "healthbook-scorecard/1",
        "metrics": [{"key": "m", "name": "M", "kind": "number", "action": "Call", "owner_team": "Support",
                     "help": "What it is", "source": "CRM"},
                    {"key": "n", "name": "N", "kind": "number", "action": "Call", "owner_team": "Support",
                     "help": "What it is", "source": "CRM"},
                    {"key": "o", "name": "O", "kind": "number", "action": "Call", "owner_team": "Support",
                     "help": "What it is", "source": "CRM"}],
        "templates": [{"key": "default", "name": "All", "default": true, "groups": [{"key": "g", "name": "G", "weight": 1, "metrics": [
            {"metric": "m", "weight": 1, "curve": [[0, 0], [100, 100]]},
            {"metric": "n", "weight": 1, "curve": [[0, 0], [100, 100]]},
            {"metric": "o", "weight": 1, "curve": [[0, 0], [100, 100]]}]}]}]})");
    const Ran made = cli.run({"new", "b.healthbook", "--scorecard", "sound.json"});
    INFO(made.err);
    REQUIRE(made.status == 0);
    const Ran ran = cli.on({"scorecard", "lint", "--format", "csv"});
    INFO(ran.out);
    CHECK(ran.status == 0);
    CHECK(ran.err.find("No findings.") != std::string::npos);
}

TEST_CASE("scorecard publish makes the draft of a template its next version") {
    const Cli cli;
    makeWorkedExample(cli);
    const auto list = [&] { return cli.rows({"scorecard", "list", "--as-of", "2026-12-31"}); };
    const auto publish = [&](std::vector<std::string> more) {
        std::vector<std::string> all{
            "scorecard", "publish", "default", "--as-of", exampleDay, "--format", "csv"};
        all.insert(all.end(), more.begin(), more.end());
        return cli.on(all);
    };
    const auto draft = [&](double weight) {
        auto book = hb::book::Book::open(QString::fromStdString(cli.path("b.healthbook")));
        REQUIRE(book.has_value());
        const auto scorecard = hb::book::readScorecard(*book);
        REQUIRE(scorecard.has_value());
        const hb::Template& only = scorecard->templates.front();
        hb::Draft shaped = hb::book::draftOf(only, only.versions.back(), scorecard->metrics);
        shaped.version.groups.front().weight = weight;
        const hb::book::SetDraft edit{.key = shaped.key, .draft = shaped};
        REQUIRE(hb::book::apply(*book, edit, {.name = QStringLiteral("Ana"), .login = QStringLiteral("ana")})
                    .has_value());
    };

    SECTION("with its day and reason; the draft is gone then") {
        draft(50);
        const Ran ran = publish({"--effective-from", "2026-05-01", "--reason", "Usage tells less"});
        INFO(ran.err);
        REQUIRE(ran.status == 0);
        CHECK(readCsv(ran.out).at(0).at("change") == "new_version");
        CHECK(readCsv(ran.out).at(0).at("version") == "2");
        CHECK(list().at(0).at("version") == "2");
        CHECK(list().at(0).at("effective_from") == "2026-05-01");
        CHECK(cli.must({"scorecard", "export", "--all-versions"}).find("Usage tells less") !=
              std::string::npos);
        CHECK(publish({"--reason", "Again"}).status == 1);
    }
    SECTION("today unless a day is given") {
        draft(50);
        REQUIRE(publish({"--reason", "R"}).status == 0);
        CHECK(list().at(0).at("effective_from") == exampleDay);
    }
    SECTION("refuses one that is not ready, with its places, and keeps it") {
        draft(-1);
        const Ran ran = publish({"--reason", "R"});
        CHECK(ran.status == 1);
        CHECK(ran.err.find("/groups/0/weight: must be >= 0") != std::string::npos);
        CHECK(list().at(0).at("version") == "1");
        draft(50);
        CHECK(publish({"--reason", "R"}).status == 0);
    }
    SECTION("wants a reason") {
        draft(50);
        CHECK(publish({}).status == 2);
        CHECK(publish({"--reason", "  "}).status == 1);
        CHECK(list().at(0).at("version") == "1");
    }
}
