// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/leave_out_metrics.h"
#include "core/exchange/scorecard_json.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace hb;

TEST_CASE("withoutMetrics") {
    const Scorecard starter = exchange::starterScorecard(*parseIsoDay("2026-01-01"));
    const auto groupsOf = [](const Scorecard& scorecard) {
        std::vector<std::string> keys;
        for (const Group& group : scorecard.templates.front().versions.back().groups) {
            keys.push_back(group.key);
        }
        return keys;
    };
    SECTION("a metric goes with its group and with the exceptions that look at it") {
        const Scorecard left = exchange::withoutMetrics(starter, {"csm_sentiment"});
        CHECK(left.metrics.size() == starter.metrics.size() - 1);
        CHECK(groupsOf(left) == std::vector<std::string>{"adoption", "usage", "relationship", "support"});
        const auto& exceptions = left.templates.front().versions.back().exceptions;
        REQUIRE(exceptions.size() == 1);
        CHECK(exceptions.front().name == "Champion left");
        CHECK(exchange::scorecardFaults(left).isEmpty());
    }
    SECTION("what reads its series goes too") {
        Scorecard two = starter;
        auto contact = std::ranges::find(two.metrics, "contact", &Metric::key);
        contact->rule.series = "usage";
        const Scorecard left = exchange::withoutMetrics(two, {"usage"});
        CHECK(std::ranges::find(left.metrics, "contact", &Metric::key) == left.metrics.end());
        CHECK(groupsOf(left) == std::vector<std::string>{"adoption", "support", "sentiment"});
    }
    SECTION("nothing to leave out leaves all") {
        CHECK(exchange::withoutMetrics(starter, {}) == starter);
    }
}
