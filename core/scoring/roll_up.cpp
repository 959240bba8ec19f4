// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/roll_up.h"

#include "core/scoring/rounding.h"

#include <limits>

namespace hb::scoring {

namespace {

constexpr std::size_t nothing = std::numeric_limits<std::size_t>::max();

/// Keeps the first of the lowest: "the first in template order if tied", on rounded scores.
struct Lowest {
    std::size_t at = nothing;
    double score = 0;

    void look(std::size_t position, double candidate) {
        if (at == nothing || below(candidate, score)) {
            at = position;
            score = candidate;
        }
    }
};

/// S_g of one group; leaves the share of each metric within its group in `shares`.
std::optional<double> rollUpGroup(const CompiledVersion& version,
                                  const CompiledGroup& group,
                                  std::span<const MetricScore> metrics,
                                  std::span<double> shares) {
    double weights = 0;
    double weighted = 0;
    Lowest lowest;
    for (std::size_t i = group.firstMetric; i < group.endMetric; ++i) {
        const double weight = version.metrics[i].weight;
        if (weight > 0 && metrics[i].score) {
            weights += weight;
            weighted += weight * *metrics[i].score;
            lowest.look(i, *metrics[i].score);
        }
    }
    if (lowest.at == nothing) {
        return std::nullopt;
    }
    if (group.rollup == Rollup::Min) {
        shares[lowest.at] = 1;
        return lowest.score;
    }
    for (std::size_t i = group.firstMetric; i < group.endMetric; ++i) {
        if (version.metrics[i].weight > 0 && metrics[i].score) {
            shares[i] = version.metrics[i].weight / weights;
        }
    }
    return weighted / weights;
}

/// The share of each group in the roll-up, and the roll-up.
struct GroupShares {
    std::optional<double> score;
    Lowest lowest;
    double weights = 0;

    [[nodiscard]] double of(const CompiledVersion& version, std::size_t group) const {
        if (version.rollup == Rollup::Min) {
            return group == lowest.at ? 1 : 0;
        }
        return version.groups[group].weight / weights;
    }
};

template <typename Counts>
GroupShares shareGroups(const CompiledVersion& version,
                        std::span<const std::optional<double>> scores,
                        const Counts& counts) {
    GroupShares result;
    double weighted = 0;
    for (std::size_t g = 0; g < version.groups.size(); ++g) {
        if (counts(g)) {
            result.weights += version.groups[g].weight;
            weighted += version.groups[g].weight * *scores[g];
            result.lowest.look(g, *scores[g]);
        }
    }
    if (result.lowest.at != nothing) {
        result.score = version.rollup == Rollup::Min ? result.lowest.score : weighted / result.weights;
    }
    return result;
}

} // namespace

void rollUp(const CompiledVersion& version, std::span<const MetricScore> metrics, RollUp& result) {
    result.groupScores.assign(version.groups.size(), std::nullopt);
    result.shares.assign(version.metrics.size(), 0.0);
    result.coverage = 0;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        if (metrics[i].state == State::Present || metrics[i].state == State::Overridden) {
            result.coverage += version.metrics[i].nominalShare;
        }
    }
    for (std::size_t g = 0; g < version.groups.size(); ++g) {
        result.groupScores[g] = rollUpGroup(version, version.groups[g], metrics, result.shares);
    }
    const auto counts = [&](std::size_t g) {
        return version.groups[g].weight > 0 && result.groupScores[g].has_value();
    };
    const GroupShares groups = shareGroups(version, result.groupScores, counts);
    result.score = groups.score;
    for (std::size_t g = 0; g < version.groups.size(); ++g) {
        const double share = counts(g) ? groups.of(version, g) : 0;
        for (std::size_t i = version.groups[g].firstMetric; i < version.groups[g].endMetric; ++i) {
            result.shares[i] *= share;
        }
    }
}

std::optional<double> rollUpGroups(const CompiledVersion& version,
                                   std::span<const std::optional<double>> groupScores) {
    return shareGroups(
               version,
               groupScores,
               [&](std::size_t g) { return version.groups[g].weight > 0 && groupScores[g].has_value(); })
        .score;
}

} // namespace hb::scoring
