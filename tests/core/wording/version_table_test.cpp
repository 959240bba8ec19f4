// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/version_table.h"
#include "tests/core/wording/two_versions.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;
using namespace hb;
using test::group;
using test::named;
using test::weighted;
using wording::VersionRow;

namespace {

struct Example : test::TwoVersions {
    [[nodiscard]] std::vector<wording::VersionPart> table() const {
        return wording::versionTable(before, after, metrics);
    }
    /// What differs, as "part | what | left | right".
    [[nodiscard]] QStringList differing() const {
        QStringList lines;
        for (const wording::VersionPart& part : table()) {
            for (const VersionRow& row : part.rows) {
                if (row.differs()) {
                    lines << QStringList{part.title, row.what, row.left, row.right}.join(u" | "_s);
                }
            }
        }
        return lines;
    }
};

} // namespace

TEST_CASE("Version table: two that are the same") {
    const Example example;
    CHECK(example.differing().isEmpty());
    const auto table = example.table();
    QStringList titles;
    for (const wording::VersionPart& part : table) {
        titles << part.title;
    }
    CHECK(titles == QStringList{u"Product usage"_s,
                                u"Support"_s,
                                u"Exceptions"_s,
                                u"Scheme"_s,
                                u"The whole score"_s,
                                u"Applies to"_s});
    const VersionRow logins{
        .what = u"Logins"_s, .left = u"weight 60"_s, .right = u"weight 60"_s, .isMetric = true};
    CHECK(std::ranges::find(table[0].rows, logins) != table[0].rows.end());
    CHECK(wording::sameText(table).startsWith(u"4 metrics and "_s));
}

TEST_CASE("Version table: weights, curves and rules side by side") {
    Example example;
    example.use(0, 0).weight = 70;
    example.use(0, 0).curve[2].score = 70;
    example.use(1, 1).levels = {{1, 10}};
    example.use(1, 1).whenMissing = 40;
    example.after.groups[1].rollup = Rollup::Min;
    CHECK(
        example.differing() ==
        QStringList{
            u"Product usage | Logins: weight | 60 | 70"_s,
            u"Product usage | Logins: curve | 0 gives 0, 5 gives 50, 20 gives 75 | 0 gives 0, 5 gives 50, 20 gives 70"_s,
            u"Support | Scores as | the mean of its metrics | its lowest metric"_s,
            u"Support | NPS: Low | 0 | 10"_s,
            u"Support | NPS: when missing | does not count | counts as 40"_s});
    CHECK(wording::sameText(example.table()).startsWith(u"2 metrics and "_s));
}

TEST_CASE("Version table: a rule that a version holds is compared with the book's") {
    Example example;
    MetricRule rule = example.metrics[0].rule;
    rule.validDays = 60;
    example.after.metrics = {{"logins", rule}};
    CHECK(example.differing() ==
          QStringList{
              u"Product usage | Logins: how long it is valid | valid for 30 days | valid for 60 days"_s});
}

TEST_CASE("Version table: metrics and groups come, go and move") {
    Example example;
    SECTION("a metric joins, one leaves, one moves") {
        auto& usage = example.after.groups[0].metrics;
        auto& support = example.after.groups[1].metrics;
        usage.push_back(support[1]);
        support = {weighted("csat", 30)};
        CHECK(example.differing() == QStringList{u"Product usage | NPS: group | Support | Product usage"_s,
                                                 u"Support | csat |  | weight 30"_s,
                                                 u"Support | Open tickets | weight 1 | "_s});
    }
    SECTION("a group is new, one is gone") {
        example.after.groups[1] = named(group("care", 20, {weighted("tickets", 1)}), "Care");
        CHECK(example.differing() == QStringList{u"Care | Name |  | Care"_s,
                                                 u"Care | Weight |  | 20"_s,
                                                 u"Care | Scores as |  | the mean of its metrics"_s,
                                                 u"Care | Open tickets: group | Support | Care"_s,
                                                 u"Support | Name | Support | "_s,
                                                 u"Support | Weight | 40 | "_s,
                                                 u"Support | Scores as | the mean of its metrics | "_s,
                                                 u"Support | NPS | weight 2 | "_s});
    }
    SECTION("orders") {
        std::swap(example.after.groups[0], example.after.groups[1]);
        std::swap(example.use(1, 0), example.use(1, 1));
        CHECK(
            example.differing() ==
            QStringList{
                u"Product usage | Order of the metrics | Logins, Adoption | Adoption, Logins"_s,
                u"The whole score | Order of the groups | Product usage, Support | Support, Product usage"_s});
    }
}

TEST_CASE("Version table: exceptions, scheme, coverage and whom it applies to") {
    Example example;
    SECTION("an exception is changed, one is new, one is gone") {
        example.after.exceptions[0].score = 50;
        CHECK(
            example.differing() ==
            QStringList{
                u"Exceptions | Storm | caps the score at 55 when Open tickets scores at most 20 | caps the score at 50 when Open tickets scores at most 20"_s});
        example.after.exceptions[0] = test::raiseTo(
            60, {{Condition::Target::Overall, Condition::Test::ScoreAtLeast, "", 10, {}}}, "Kind");
        CHECK(example.differing() ==
              QStringList{
                  u"Exceptions | Kind |  | raises the score to 60 when the score is at least 10"_s,
                  u"Exceptions | Storm | caps the score at 55 when Open tickets scores at most 20 | "_s});
    }
    SECTION("only its name") {
        example.after.exceptions[0].name = "Flood";
        REQUIRE(example.differing().size() == 1);
        CHECK(example.differing()[0].startsWith(u"Exceptions | Flood | Storm: caps the score at 55"_s));
    }
    SECTION("bounds, coverage, trend, applies to") {
        example.after.scheme.ranges[1].from = 55;
        example.after.minCoverage = 0.6;
        example.after.trend.days = 60;
        example.after.appliesTo = {{"segment", {"Mid", "Enterprise"}}};
        CHECK(example.differing() ==
              QStringList{u"Scheme | Range 2 | Yellow from 50, yellow | Yellow from 55, yellow"_s,
                          u"The whole score | Minimum coverage | 50% | 60%"_s,
                          u"The whole score | Trend over | 30 days | 60 days"_s,
                          u"Applies to | Accounts | segment is Enterprise | segment is Enterprise or Mid"_s});
    }
    SECTION("another number of ranges") {
        example.after.scheme.ranges.pop_back();
        CHECK(example.differing() ==
              QStringList{u"Scheme | Ranges | Red 0, Yellow 50, Green 75 | Red 0, Yellow 50"_s});
    }
}
