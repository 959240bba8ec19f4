// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/metric_values.h"
#include "core/scoring/scorer.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"
#include "tests/support/snapshot_builder.h"

#include <algorithm>
#include <numeric>

using namespace hb;
using namespace hb::test;

namespace {

std::vector<AccountIndex> everyone(const Snapshot& book) {
    std::vector<AccountIndex> accounts(book.accountCount());
    std::iota(accounts.begin(), accounts.end(), AccountIndex{0});
    return accounts;
}

MetricRule read(Aggregation aggregation, int windowDays) {
    MetricRule rule;
    rule.aggregation = aggregation;
    rule.windowDays = windowDays;
    return rule;
}

} // namespace

TEST_CASE("the values that a curve is drawn over") {
    SnapshotBuilder builder;
    Metric change = numberMetric("copy");
    change.rule.series = "logins";
    builder.metric(numberMetric("logins", 30))
        .metric(change)
        .tmpl(defaultTemplate({version({group("all", 1, {weighted("logins", 1), weighted("copy", 1)})})}));
    builder.measure("ana", "logins", day("2026-03-20"), 8)
        .measure("ana", "logins", day("2026-03-29"), 12)
        .measure("ben", "logins", day("2026-03-01"), 3)
        .measure("old", "logins", day("2025-12-31"), 99)
        .measure("later", "logins", day("2026-04-02"), 50)
        .account("bare");
    const auto book = builder.build();
    const Day today = day("2026-03-30");
    const scoring::Scorer scorer(book);
    const auto& compiled = scorer.version(0, 0);

    SECTION("are what is present, in order; what is too old or not there yet is counted") {
        const auto values = analytics::metricValues(*book, compiled, 0, everyone(*book), today);
        CHECK(values.fresh == std::vector<double>{3, 12});
        CHECK(values.stale == 1);
        CHECK(values.missing == 2);
    }
    SECTION("are those of the accounts that are asked for") {
        const std::vector<AccountIndex> ben{*book->findAccount("ben")};
        CHECK(analytics::metricValues(*book, compiled, 0, ben, today).fresh == std::vector<double>{3});
        CHECK(analytics::metricValues(*book, compiled, 0, {}, today) == analytics::MetricValues{});
    }
    SECTION("follow a rule that no version has yet") {
        const auto sums =
            analytics::metricValues(*book, "logins", read(Aggregation::Sum, 28), everyone(*book), today);
        CHECK(sums.fresh == std::vector<double>{20}); // ben's day is the 29th before
        CHECK(sums.stale == 0);
        CHECK(sums.missing == 4);
    }
    SECTION("come from the series that the rule names") {
        const auto copied = analytics::metricValues(*book, compiled, 1, everyone(*book), today);
        CHECK(copied.fresh == std::vector<double>{3, 12, 99}); // it never goes stale
        MetricRule rule = change.rule;
        rule.series = "gone";
        CHECK(analytics::metricValues(*book, "copy", rule, everyone(*book), today) ==
              analytics::MetricValues{});
        CHECK(analytics::metricValues(*book, "nothing", {}, everyone(*book), today) ==
              analytics::MetricValues{});
    }
}

TEST_CASE("the values of a metric are those that its accounts are scored by") {
    RandomBook random(static_cast<std::uint64_t>(GENERATE(range(0, 30))));
    const auto book = random.book();
    const scoring::Scorer scorer(book);
    const Day on = random.anyDay();
    for (std::size_t t = 0; t < book->scorecard->templates.size(); ++t) {
        const auto& compiled = scorer.version(t, 0);
        std::vector<AccountIndex> accounts;
        for (AccountIndex account = 0; account < book->accountCount(); ++account) {
            if (&scorer.versionOf(account, on) == &compiled) {
                accounts.push_back(account);
            }
        }
        for (std::size_t at = 0; at < compiled.metrics.size(); ++at) {
            std::vector<double> expected;
            for (const AccountIndex account : accounts) {
                const auto detail = scorer.detail(account, on, scoring::Track::Computed);
                if (detail.metrics[at].state == scoring::State::Present) {
                    expected.push_back(detail.metrics[at].value.value.value());
                }
            }
            std::ranges::sort(expected);
            const auto values = analytics::metricValues(*book, compiled, at, accounts, on);
            CHECK(values.fresh == expected);
            CHECK(values.fresh.size() + values.stale + values.missing == accounts.size());
        }
    }
}
