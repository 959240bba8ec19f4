// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/owned_metrics.h"

#include "core/analytics/metric_of_account.h"
#include "core/base/parallel_for.h"

#include <algorithm>
#include <limits>
#include <set>

namespace hb::analytics {

namespace {

using scoring::Scorer;

/// The place of each account in livingByArr().
std::vector<std::size_t> placesOf(const std::vector<PaidAccount>& living, std::size_t accounts) {
    std::vector<std::size_t> places(accounts, std::numeric_limits<std::size_t>::max());
    for (std::size_t at = 0; at < living.size(); ++at) {
        places[living[at].account] = at;
    }
    return places;
}

std::vector<RedAccount> redAccounts(const Scorer& scorer,
                                    const MetricPrevalence& metric,
                                    const std::vector<PaidAccount>& living,
                                    const std::vector<std::size_t>& places,
                                    Day day,
                                    const std::stop_token& stop) {
    std::vector<std::size_t> order;
    for (const AccountIndex account : metric.red) {
        order.push_back(places[account]);
    }
    std::ranges::sort(order);
    std::vector<RedAccount> red(order.size());
    constexpr std::size_t accountsPerPiece = 64;
    parallelFor(red.size(), accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last; ++row) {
            const PaidAccount& who = living[order[row]];
            MetricOfAccount of(scorer, who.account, metric.metric);
            red[row] = {.who = who, .value = of.value(day), .since = of.redSince(day)};
        }
    });
    return red;
}

/// The counts of the weeks, put where they belong.
void addWeeks(const Scorer& scorer, OwnedMetrics& owned, const std::stop_token& stop) {
    std::vector<MetricIndex> metrics;
    for (const OwnedMetric& each : owned.metrics) {
        metrics.push_back(each.metric);
    }
    constexpr std::size_t weeks = std::tuple_size_v<decltype(OwnedMetric::weeks)>;
    std::vector<Day> days;
    for (std::size_t week = 0; week < weeks; ++week) {
        days.push_back(owned.day - 7 * static_cast<int>(weeks - 1 - week));
    }
    const std::vector<RedCount> counts =
        redHistory(scorer, everyAccount(scorer.snapshot()), metrics, days, stop);
    for (std::size_t at = 0; at < counts.size(); ++at) {
        owned.metrics[at / weeks].weeks[at % weeks] = counts[at];
    }
}

} // namespace

std::vector<std::string> ownerTeams(const Scorecard& scorecard) {
    std::set<std::string> teams;
    for (const Metric& metric : scorecard.metrics) {
        if (!metric.ownerTeam.empty()) {
            teams.insert(metric.ownerTeam);
        }
    }
    return {teams.begin(), teams.end()};
}

OwnedMetrics ownedMetrics(const Scorer& scorer, std::string_view team, Day day, const std::stop_token& stop) {
    OwnedMetrics owned{.team = std::string(team),
                       .day = day,
                       .before = day - ownedBeforeDays,
                       .metrics = {},
                       .unscored = {}};
    const Snapshot& snapshot = scorer.snapshot();
    const std::vector<PaidAccount> living = livingByArr(snapshot, day);
    const std::vector<std::size_t> places = placesOf(living, snapshot.accountCount());
    std::vector<bool> isScored(snapshot.metricCount());
    for (const MetricPrevalence& each : prevalence(scorer, day, owned.before, stop)) {
        if (each.team != team || each.now.scored == 0) {
            continue;
        }
        isScored[each.metric] = true;
        owned.metrics.push_back({.metric = each.metric,
                                 .now = each.now,
                                 .before = each.before,
                                 .isCounted = each.counted > 0,
                                 .red = redAccounts(scorer, each, living, places, day, stop),
                                 .where = concentration(snapshot, day, each.red, each.scored)});
    }
    for (MetricIndex metric = 0; metric < snapshot.metricCount(); ++metric) {
        if (!isScored[metric] && snapshot.scorecard->metrics[metric].ownerTeam == team) {
            owned.unscored.push_back(metric);
        }
    }
    addWeeks(scorer, owned, stop);
    if (stop.stop_requested()) {
        owned.metrics.clear();
    }
    return owned;
}

} // namespace hb::analytics
