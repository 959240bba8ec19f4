// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

#include <QProcess>

using namespace hb::test;

TEST_CASE("wrong usage exits with 2, says why on standard error and prints nothing") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::vector<std::string> wrong = GENERATE(values<std::vector<std::string>>({
        {},
        {"nonsense"},
        {"score", "--nonsense", "--book", "b.healthbook"},
        {"score", "--book", "b.healthbook", "--as-of", "31.03.2026"},
        {"score", "--book", "b.healthbook", "--as-of", "2026-02-30"},
        {"score", "--book", "b.healthbook", "--as-of", "1899-12-31"},
        {"score", "--book", "b.healthbook", "--format", "xml"},
        {"score"}, // no book
        {"new"},
        {"import", "--book", "b.healthbook"},
        {"import", "contracts", "accounts.csv", "--book", "b.healthbook"},
        {"import", "measurements", "--book", "b.healthbook"},
        {"import", "measurements", "measurements.csv", "--on-error", "explode", "--book", "b.healthbook"},
        {"explain", "--book", "b.healthbook"},
        {"history", "--from", "2026-01-01", "--book", "b.healthbook"},
        {"history", "--from", "2026-02-01", "--to", "2026-01-01", "--book", "b.healthbook"},
        {"history", "--from", "2026-01-01", "--to", "2026-01-02", "--every", "0", "--book", "b.healthbook"},
        {"undo", "seven", "--book", "b.healthbook"},
        {"override",
         "A1",
         "--score",
         "50",
         "--until",
         "2026-04-01",
         "--reason",
         "x",
         "--book",
         "b.healthbook"},
        {"override",
         "A1",
         "--overall",
         "--metric",
         "logins",
         "--score",
         "50",
         "--until",
         "2026-04-01",
         "--reason",
         "x",
         "--book",
         "b.healthbook"},
        {"override",
         "A1",
         "--overall",
         "--score",
         "fifty",
         "--until",
         "2026-04-01",
         "--reason",
         "x",
         "--book",
         "b.healthbook"},
        {"override", "A1", "--overall", "--score", "50", "--until", "2026-04-01", "--book", "b.healthbook"},
        {"set", "A1", "logins", "--book", "b.healthbook"},
    }));
    const Ran ran = cli.run(wrong);
    INFO((wrong.empty() ? "" : wrong[0]) << ": " << ran.err);
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.starts_with("healthbook-cli: "));
}

TEST_CASE("without a command, the help lists them") {
    Cli cli;
    for (const std::string book : {"", "b.healthbook"}) {
        cli.environment = {{"HEALTHBOOK", book}};
        const Ran ran = cli.run({});
        CHECK(ran.status == 2);
        CHECK(ran.err.find("\n  score ") != std::string::npos);
        CHECK(ran.err.find("\n  restore ") != std::string::npos);
    }
    const Ran import = cli.run({"import"});
    CHECK(import.status == 2);
    CHECK(import.err.find("\n  measurements ") != std::string::npos);
    CHECK(import.err.find("\n  restore ") == std::string::npos);
    CHECK(cli.run({"import", "accounts"}).err.find("FILE") != std::string::npos); // an option is missing
}

TEST_CASE("help says which book, and what mappings, scores and explanations hold") {
    const Cli cli;
    const auto help = [&cli](std::vector<std::string> command) {
        command.emplace_back("--help");
        return cli.run(command).out;
    };
    const std::vector<std::vector<std::string>> onBooks = {
        {"score"}, {"import", "accounts"}, {"export"}, {"scorecard", "list"}, {"undo"}, {"check"}};
    for (const std::vector<std::string>& command : onBooks) {
        CHECK(help(command).find("HEALTHBOOK") != std::string::npos);
    }
    CHECK(help({"new"}).find("The book is") == std::string::npos);
    for (const char* kind : {"accounts", "measurements", "outcomes"}) {
        CHECK(help({"import", kind}).find("\"format\": \"healthbook-mapping/1\"") != std::string::npos);
        CHECK(help({"import", kind}).find("no date of their own") == std::string::npos);
    }
    for (const char* column : {"coverage", "trend_change", "effective_share", "points_lost", "reason"}) {
        CHECK(help({"score"}).find(column) != std::string::npos);
    }
    CHECK(help({"explain"}).find("lowered it") != std::string::npos);
    CHECK(help({"export"}).find("all but the scores import again") != std::string::npos);
}

TEST_CASE("a misspelt command or option is named") {
    const Cli cli;
    CHECK(cli.run({"scroe"}).err.find("scroe") != std::string::npos);
    CHECK(cli.run({"import", "contracts", "x.csv"}).err.find("contracts") != std::string::npos);
    CHECK(cli.run({"score", "--livng"}).err.find("--livng") != std::string::npos);
    CHECK(cli.run({"score", "--as-of", "tomorrow"}).err.find("tomorrow") != std::string::npos);
}

TEST_CASE("what could not be done exits with 1 and leaves the book as it was") {
    const Cli cli;
    makeWorkedExample(cli);
    const std::string before = cli.must({"export", "measurements"});
    const std::vector<std::string> impossible = GENERATE(values<std::vector<std::string>>({
        {"score", "--account", "nobody"},
        {"explain", "nobody"},
        {"history", "--from", "2026-01-01", "--to", "2026-01-02", "--account", "nobody"},
        {"history", "--from", "2026-01-01", "--to", "2026-01-02", "--version", "default:9"},
        {"import", "measurements", "absent.csv"},
        {"import", "measurements", "."},
        {"import", "measurements", "measurements.csv", "--mapping", "absent.json"},
        {"undo", "99"},
        {"set", "nobody", "logins", "3"},
        {"set", "A1", "nothing", "3"},
        {"set", "A1", "logins", "many"},
        {"scorecard", "import", "absent.json"},
        {"scorecard", "import", "accounts.csv"},
        {"restore", "absent.healthbook"},
    }));
    const Ran ran = cli.on(impossible);
    INFO(impossible[0] << ": " << ran.err);
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err.starts_with("healthbook-cli: "));
    CHECK(cli.must({"export", "measurements"}) == before);
}

TEST_CASE("a book that is not there, or is none") {
    const Cli cli;
    cli.write("text.healthbook",
              "this is no book, though it is long enough to have a header of SQLite in it, and more");
    CHECK(cli.on({"score"}).status == 1);
    CHECK_FALSE(cli.exists("b.healthbook"));
    CHECK(cli.run({"score", "--book", "text.healthbook"}).status == 1);
    CHECK(cli.read("text.healthbook").starts_with("this is no book"));
}

TEST_CASE("new and demo refuse a file that exists") {
    const Cli cli;
    cli.write("taken.healthbook", "mine");
    const std::string command = GENERATE("new", "demo");
    const Ran ran = cli.run({command, "taken.healthbook"});
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK(cli.read("taken.healthbook") == "mine");
}

TEST_CASE("new without a scorecard has the starter") {
    const Cli cli;
    REQUIRE(cli.run({"new", "b.healthbook", "--as-of", "2026-01-01"}).status == 0);
    const std::vector<Row> templates = cli.rows({"scorecard", "list"});
    REQUIRE(templates.size() == 1);
    CHECK(templates[0].at("version") == "1");
    CHECK(templates[0].at("default") == "true");
    CHECK(templates[0].at("retired") == "false");
    CHECK(templates[0].at("accounts") == "0");
}

TEST_CASE("global options stand before or after the command, or in the environment") {
    Cli cli;
    makeWorkedExample(cli);
    const std::string after = cli.must({"score", "--as-of", exampleDay, "--format", "json"});
    CHECK(cli.run({"--book", "b.healthbook", "--as-of", exampleDay, "--format", "json", "score"}).out ==
          after);
    CHECK(cli.run({"--format=json", "score", "--book=b.healthbook", "--as-of=" + exampleDay}).out == after);
    CHECK(cli.run({"export", "--book", "b.healthbook", "scores", "--as-of", exampleDay, "--format", "json"})
              .out == after);
    cli.environment = {{"HEALTHBOOK", "b.healthbook"}};
    CHECK(cli.run({"score", "--as-of", exampleDay, "--format", "json"}).out == after);
    CHECK(cli.run({"score", "--book", "other.healthbook"}).status == 1); // the option wins
}

TEST_CASE("who acts is --as, HEALTHBOOK_USER or the login") {
    Cli cli;
    makeWorkedExample(cli);
    cli.must({"--as", "Ann", "import", "measurements", "measurements.csv"});
    cli.environment = {{"HEALTHBOOK_USER", "Bob"}};
    cli.must({"import", "measurements", "measurements.csv"});
    const std::vector<Row> runs = cli.rows({"runs"});
    REQUIRE(runs.size() == 4);
    CHECK_FALSE(runs[0].at("by").empty());
    CHECK(runs[2].at("by") == "Ann");
    CHECK(runs[3].at("by") == "Bob");
}

TEST_CASE("an account may be called like a command, or like an option") {
    const Cli cli;
    REQUIRE(cli.run({"new", "b.healthbook", "--scorecard", "scorecard.json"}).status == 1);
    makeWorkedExample(cli);
    cli.write("odd.csv", "account_id,name\nscore,One\n--living,Two\n-5,Three\n");
    cli.must({"import", "accounts", "odd.csv"});
    CHECK(cli.on({"explain", "score"}).status == 0);
    CHECK(cli.on({"set", "score", "logins", "-5"}).status == 0);
    CHECK(cli.on({"set", "-5", "logins", "-5.5e-1"}).status == 0);
    CHECK(cli.run({"--book", "b.healthbook", "explain", "--", "--living"}).status == 0);
    CHECK(cli.rows({"score", "--account", "--living"}).size() == 1);
}

TEST_CASE("help teaches: a sentence and an example a command") {
    const Cli cli;
    const Ran all = cli.run({"--help"});
    CHECK(all.status == 0);
    CHECK(all.err.empty());
    for (const char* command : {"new",
                                "demo",
                                "scorecard",
                                "import",
                                "score",
                                "history",
                                "explain",
                                "override",
                                "set",
                                "runs",
                                "undo",
                                "export",
                                "check",
                                "backup",
                                "restore"}) {
        CHECK(all.out.find(std::string("\n  ") + command) != std::string::npos);
        const Ran one = cli.run({command, "--help"});
        INFO(command);
        CHECK(one.status == 0);
        CHECK(one.out.find("Example:\n  healthbook-cli " + std::string(command)) != std::string::npos);
    }
    CHECK(cli.run({"--version"}).out.starts_with("healthbook-cli "));
}

TEST_CASE("what scripts read is the same in every locale") {
    Cli cli;
    makeWorkedExample(cli);
    const std::vector<std::string> arguments{"score", "--detail", "--as-of", exampleDay, "--format", "csv"};
    const std::string before = cli.must(arguments);
    const std::string locale = GENERATE("C", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8");
    cli.environment = {{"LC_ALL", locale}, {"LANG", locale}, {"LANGUAGE", locale}};
    CHECK(cli.must(arguments) == before);
    CHECK(cli.on({"set", "A1", "logins", "12.5", "--date", exampleDay}).status == 0);
    CHECK(cli.on({"set", "A1", "logins", "12,5", "--date", exampleDay}).status == 1);
    CHECK(cli.run(arguments).err.find("ocale") == std::string::npos);
}

TEST_CASE("results that cannot be written are no success") {
    const Cli cli;
    makeWorkedExample(cli);
    CHECK(cli.run({"--version"}).status == 0);
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(HB_BIN_DIR "/healthbook-cli"),
                  {QStringLiteral("score"),
                   QStringLiteral("--book"),
                   QString::fromStdString(cli.path("b.healthbook"))});
    REQUIRE(process.waitForFinished());
    CHECK(process.exitCode() == 1);
}
