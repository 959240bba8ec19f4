// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/prevalence.h"
#include "core/scoring/scorer.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;

namespace {

constexpr Day today{400};
using Counts = std::vector<std::size_t>;

/// Four accounts that score 20, 40, 60 and 80 in one metric and the other way round in the second; red ends
/// at 50.
struct FourAccounts {
    SnapshotBuilder builder;

    FourAccounts() {
        builder.metric(numberMetric("health", 30))
            .metric(numberMetric("calm"))
            .tmpl(defaultTemplate({version({group("g", 1, {weighted("health", 1)}),
                                            group("h", 1, {weighted("calm", 0, {{0, 0}, {40, 100}})})})}));
        for (int at = 1; at <= 4; ++at) {
            builder.measure("A" + std::to_string(at), "health", today, at * 20.0)
                .measure("A" + std::to_string(at), "calm", today, at * 10.0);
        }
    }
    [[nodiscard]] Counts red(std::vector<AccountIndex> accounts = {0, 1, 2, 3}, Day day = today) const {
        const auto snapshot = builder.build();
        const scoring::Scorer scorer(snapshot);
        return analytics::redByMetric(*snapshot, scorer.version(0, 0), accounts, day);
    }
};

} // namespace

TEST_CASE("redByMetric: the accounts that are red in each metric, counted or not") {
    const FourAccounts four;
    CHECK(four.red() == Counts{2, 1});
    CHECK(four.red({1, 2}) == Counts{1, 0});
    CHECK(four.red({}) == Counts{0, 0});
}

TEST_CASE("redByMetric: what is stale or missing is not red") {
    FourAccounts four;
    CHECK(four.red({0, 1, 2, 3}, today + 60) == Counts{0, 1});
    four.builder.account("A5");
    CHECK(four.red({0, 4}) == Counts{1, 1});
}

TEST_CASE("redByMetric: an override of the metric stands for its score") {
    FourAccounts four;
    Override kind;
    kind.target = OverrideTarget::Metric;
    kind.key = "health";
    kind.score = 90;
    kind.first = today;
    kind.last = today + 5;
    four.builder.override("A1", kind);
    CHECK(four.red() == Counts{1, 1});
    CHECK(four.red({0, 1, 2, 3}, today + 6) == Counts{2, 1});
}
