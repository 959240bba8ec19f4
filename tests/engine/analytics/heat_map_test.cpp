// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/heat_map.h"
#include "core/analytics/prevalence.h"
#include "core/scoring/band.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::analytics;
using test::day;

namespace {

const Day today = day("2026-03-31");

TemplateVersion oneMetric(int number, Day from) {
    return test::version({test::group("g", 1, {test::weighted("use", 1)})}, number, from);
}

std::vector<AccountIndex> everyone(const Snapshot& book) {
    std::vector<AccountIndex> all(book.accountCount());
    for (AccountIndex account = 0; account < all.size(); ++account) {
        all[account] = account;
    }
    return all;
}

} // namespace

TEST_CASE("heat map: what a group has of a metric, worked out by hand") {
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("use")).metric(test::numberMetric("unused"));
    builder.tmpl(test::defaultTemplate({oneMetric(1, Day{0})}));
    builder.measure("A1", "use", today, 20).measure("A2", "use", today, 90);
    builder.account("A3").measure("A4", "use", today, 0).attribute("A4", "status", Day{0}, "churned");
    const auto book = builder.build();
    const HeatMap map = heatMap(scoring::Scorer(book), today);
    CHECK(map.score(0, 0) == 20);
    CHECK(map.band(0, 0) == Band::Red);
    CHECK_FALSE(map.score(2, 0));
    CHECK(map.band(2, 0) == Band::None);
    CHECK_FALSE(map.score(3, 0)); // has left
    const GroupCell cell = groupCell(map, everyone(*book), 0);
    CHECK(cell.mean == 55);
    CHECK(cell.scored == 2);
    CHECK(cell.red == 1);
    CHECK(cell.band == Band::Yellow);
    CHECK(cell.isOneScheme);
    const GroupCell empty = groupCell(map, everyone(*book), 1);
    CHECK_FALSE(empty.mean);
    CHECK(empty.band == Band::None);
}

TEST_CASE("heat map: where versions draw their bands elsewhere, half of the accounts decide") {
    test::SnapshotBuilder builder;
    builder.metric(test::numberMetric("use"));
    Template strict;
    strict.key = strict.name = "strict";
    strict.versions = {oneMetric(1, Day{0})};
    strict.versions[0].appliesTo = {{.attribute = "segment", .values = {"Strict"}}};
    strict.versions[0].scheme.ranges[1].from = 80; // red below 80
    strict.versions[0].scheme.ranges[2].from = 95;
    builder.tmpl(strict).tmpl(test::defaultTemplate({oneMetric(1, Day{0})}));
    for (const char* key : {"A1", "A2"}) {
        builder.measure(key, "use", today, 76).attribute(key, "segment", Day{0}, "Strict");
    }
    builder.measure("B1", "use", today, 76).measure("B2", "use", today, 76);
    builder.measure("B3", "use", today, 76);
    const auto book = builder.build();
    const HeatMap map = heatMap(scoring::Scorer(book), today);
    CHECK(map.schemes.size() == 2);
    const std::vector<AccountIndex> strictOnes{0, 1};
    CHECK(groupCell(map, strictOnes, 0).band == Band::Red);
    CHECK(groupCell(map, strictOnes, 0).isOneScheme);
    const std::vector<AccountIndex> half{0, 1, 2, 3};
    CHECK(groupCell(map, half, 0).band == Band::Red); // two red, two green: the worse half
    CHECK_FALSE(groupCell(map, half, 0).isOneScheme);
    CHECK(groupCell(map, everyone(*book), 0).band == Band::Green);
}

TEST_CASE("heat map: on random books it has each shown metric score, and prevalence counts the same") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        test::RandomBook random(seed);
        const scoring::Scorer scorer(random.book());
        const Snapshot& book = scorer.snapshot();
        const Day on = random.anyDay();
        const HeatMap map = heatMap(scorer, on);
        for (AccountIndex account = 0; account < book.accountCount(); ++account) {
            const auto detail = scorer.detail(account, on);
            const auto& version = scorer.version(detail.templateIndex, detail.versionIndex);
            for (std::size_t at = 0; at < detail.metrics.size(); ++at) {
                const MetricIndex metric = version.metrics[at].metric;
                const auto expected = book.isChurned(account, on) ? std::nullopt : detail.metrics[at].score;
                CHECK(map.score(account, metric) == expected);
                CHECK(map.band(account, metric) == scoring::bandOf(version.ranges, expected));
            }
        }
        for (const MetricPrevalence& each : prevalence(scorer, on, on - 30)) {
            const GroupCell cell = groupCell(map, everyone(book), each.metric);
            CHECK(cell.scored == each.now.scored);
            CHECK(cell.red == each.now.red.accounts);
        }
    }
}
