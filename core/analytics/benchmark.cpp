// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/benchmark.h"

#include "core/analytics/quantile.h"
#include "core/base/parallel_for.h"

#include <algorithm>

namespace hb::analytics {

namespace {

using scoring::AccountDetail;
using scoring::MetricDetail;

/// What the others have of one metric.
struct Others {
    std::vector<double> scores;
    std::vector<double> values;
};

bool isMeasured(const MetricDetail& metric) {
    return metric.value.value.has_value() && metric.state != scoring::State::Overridden;
}

void append(std::vector<double>& to, const std::vector<double>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

/// By metric of the scorecard.
std::vector<Others> lookAt(const scoring::Scorer& scorer,
                           const std::vector<AccountIndex>& accounts,
                           Day day,
                           const std::stop_token& stop) {
    const std::size_t metrics = scorer.snapshot().metricCount();
    constexpr std::size_t accountsPerPiece = 256;
    std::vector<std::vector<Others>> pieces((accounts.size() + accountsPerPiece - 1) / accountsPerPiece,
                                            std::vector<Others>(metrics));
    parallelFor(accounts.size(), accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        std::vector<Others>& piece = pieces[first / accountsPerPiece];
        for (std::size_t at = first; at < last; ++at) {
            const AccountDetail detail = scorer.detail(accounts[at], day);
            const auto& compiled = scorer.version(detail.templateIndex, detail.versionIndex).metrics;
            for (std::size_t position = 0; position < detail.metrics.size(); ++position) {
                const MetricDetail& metric = detail.metrics[position];
                Others& others = piece[compiled[position].metric];
                if (metric.score) {
                    others.scores.push_back(*metric.score);
                    if (isMeasured(metric)) {
                        others.values.push_back(*metric.value.value);
                    }
                }
            }
        }
    });
    std::vector<Others> all(metrics);
    for (const std::vector<Others>& piece : pieces) {
        for (std::size_t metric = 0; metric < metrics; ++metric) {
            append(all[metric].scores, piece[metric].scores);
            append(all[metric].values, piece[metric].values);
        }
    }
    return all;
}

} // namespace

PlaceAmong placeAmong(double own, std::vector<double> others) {
    PlaceAmong place{.others = others.size(), .below = 0, .above = 0, .quartiles = {}};
    std::ranges::sort(others);
    const auto [first, last] = std::ranges::equal_range(others, own);
    place.below = static_cast<std::size_t>(first - others.begin());
    place.above = static_cast<std::size_t>(others.end() - last);
    if (others.size() >= fewestAlike) {
        place.quartiles = Quartiles{
            .low = quantile(others, 0.25), .median = quantile(others, 0.5), .high = quantile(others, 0.75)};
    }
    return place;
}

std::vector<AccountIndex>
accountsAlike(const Snapshot& snapshot, AccountIndex account, std::string_view key, Day day) {
    const AttributeColumn* column = snapshot.findAttribute(key);
    const auto valueOf = [&](AccountIndex each) { return column ? column->on(each, day) : TextIndex{0}; };
    const TextIndex own = valueOf(account);
    std::vector<AccountIndex> alike;
    for (AccountIndex each = 0; each < snapshot.accountCount(); ++each) {
        if (each != account && valueOf(each) == own && !snapshot.isChurned(each, day)) {
            alike.push_back(each);
        }
    }
    return alike;
}

Benchmark benchmark(const scoring::Scorer& scorer,
                    AccountIndex account,
                    std::string_view key,
                    Day day,
                    const std::stop_token& stop) {
    const Snapshot& snapshot = scorer.snapshot();
    const std::vector<AccountIndex> alike = accountsAlike(snapshot, account, key, day);
    const AttributeColumn* column = snapshot.findAttribute(key);
    Benchmark result{.value = column ? column->on(account, day) : 0, .others = alike.size(), .metrics = {}};
    std::vector<Others> others = lookAt(scorer, alike, day, stop);
    const AccountDetail own = scorer.detail(account, day);
    const scoring::CompiledVersion& version = scorer.version(own.templateIndex, own.versionIndex);
    for (std::size_t position = 0; position < own.metrics.size(); ++position) {
        const MetricDetail& metric = own.metrics[position];
        const scoring::CompiledMetric& compiled = version.metrics[position];
        if (!metric.score) {
            continue;
        }
        Others& theirs = others[compiled.metric];
        MetricBenchmark each{.metric = compiled.metric,
                             .score = *metric.score,
                             .ofScore = placeAmong(*metric.score, std::move(theirs.scores)),
                             .value = {},
                             .ofValue = {}};
        if (isMeasured(metric) && compiled.rule.kind == MetricKind::Number) {
            each.value = metric.value.value;
            each.ofValue = placeAmong(*each.value, std::move(theirs.values));
        }
        result.metrics.push_back(std::move(each));
    }
    return result;
}

} // namespace hb::analytics
