// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli.h"
#include "tests/support/catch.h"

#include <QFileInfo>

using namespace hb::test;

namespace {

/// A book of companies that nobody here wrote, converted to our formats.
struct RealBook {
    std::string name;
    std::string day;
    std::string red, yellow, green, none;
};

std::string folderOf(const RealBook& book) {
    for (const char* place : {HB_SOURCE_DIR "/../shared/data/", "/work/shared/data/"}) {
        const std::string folder = place + book.name + "/book/";
        if (QFileInfo::exists(QString::fromStdString(folder + "scorecard.json"))) {
            return folder;
        }
    }
    return {};
}

} // namespace

TEST_CASE("real books import without a reject and score to the known counts") {
    const RealBook book = GENERATE(RealBook{"ravenstack", "2024-09-30", "8", "166", "280", "46"},
                                   RealBook{"telco", "2018-09-30", "3972", "1777", "1294", "0"});
    const std::string folder = folderOf(book);
    if (folder.empty()) {
        WARN("skipped: the data of " << book.name << " is not on this computer");
        return;
    }
    const Cli cli;
    REQUIRE(cli.run({"new", "b.healthbook", "--scorecard", folder + "scorecard.json"}).status == 0);
    cli.must({"import", "accounts", folder + "accounts.csv", "--date", "2018-01-01", "--rejects", "r.csv"});
    cli.must(
        {"import", "measurements", folder + "measurements.csv", "--create-metrics", "--rejects", "r.csv"});
    cli.must({"import", "outcomes", folder + "outcomes.csv", "--rejects", "r.csv"});

    const Row day = cli.rows({"history", "--from", book.day, "--to", book.day}).front();
    CHECK(day.at("red") == book.red);
    CHECK(day.at("yellow") == book.yellow);
    CHECK(day.at("green") == book.green);
    CHECK(day.at("none") == book.none);

    std::map<std::string, double> lost;
    const std::vector<Row> scores = cli.rows({"score", "--as-of", book.day});
    for (const Row& row : cli.rows({"score", "--detail", "--as-of", book.day})) {
        lost[row.at("account_id")] += row.at("points_lost").empty() ? 0 : number(row, "points_lost");
    }
    std::map<std::string, int> counts;
    for (const Row& row : scores) {
        ++counts[row.at("band")];
        if (!row.at("overall").empty() && row.at("exception").empty()) {
            CHECK_THAT(lost[row.at("account_id")], WithinAbs(100 - number(row, "overall"), 1e-9));
        }
    }
    CHECK(std::to_string(counts["red"]) == book.red);
    CHECK(std::to_string(counts["green"]) == book.green);
    CHECK(cli.must({"check"}).empty());
}
