// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/what_if.h"

#include "core/base/parallel_for.h"
#include "core/scoring/band.h"
#include "core/scoring/curve.h"
#include "core/scoring/exceptions.h"
#include "core/scoring/metric_value.h"
#include "core/scoring/overrides.h"
#include "core/scoring/rounding.h"
#include "core/scoring/score_steps.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace hb::analytics {

namespace {

// Accounts are rolled up so many at a time: the sums stay in the first cache, and loops of constant length
// vectorise.
constexpr std::size_t blockSize = 256;
constexpr double noScore = std::numeric_limits<double>::quiet_NaN();
using Lane = std::array<double, blockSize>;

std::size_t padded(std::size_t count) {
    return (count + blockSize - 1) / blockSize * blockSize;
}

void addWeighted(const double* scores, double weight, Lane& weights, Lane& sums) {
    for (std::size_t i = 0; i < blockSize; ++i) {
        const bool has = scores[i] == scores[i];
        weights[i] += has ? weight : 0.0;
        sums[i] += has ? weight * scores[i] : 0.0;
    }
}

/// The lowest so far, compared on rounded scores so that the first of equals stays.
void takeLowest(const double* scores, Lane& lowest) {
    for (std::size_t i = 0; i < blockSize; ++i) {
        const bool has = scores[i] == scores[i];
        if (has && (!(lowest[i] == lowest[i]) || scoring::below(scores[i], lowest[i]))) {
            lowest[i] = scores[i];
        }
    }
}

void divide(const Lane& sums, const Lane& weights, Lane& scores) {
    for (std::size_t i = 0; i < blockSize; ++i) {
        scores[i] = weights[i] > 0 ? sums[i] / weights[i] : noScore;
    }
}

/// The group's scores in `scores`.
void rollUpGroup(const scoring::CompiledVersion& version,
                 const scoring::CompiledGroup& group,
                 const std::vector<std::vector<double>>& columns,
                 std::size_t first,
                 Lane& scores) {
    Lane weights{};
    Lane sums{};
    scores.fill(noScore);
    for (std::size_t m = group.firstMetric; m < group.endMetric; ++m) {
        if (version.metrics[m].weight <= 0) {
            continue;
        }
        if (group.rollup == Rollup::Min) {
            takeLowest(&columns[m][first], scores);
        } else {
            addWeighted(&columns[m][first], version.metrics[m].weight, weights, sums);
        }
    }
    if (group.rollup == Rollup::Mean) {
        divide(sums, weights, scores);
    }
}

void addPresent(const std::uint8_t* present, double share, Lane& coverage) {
    for (std::size_t i = 0; i < blockSize; ++i) {
        coverage[i] += present[i] != 0 ? share : 0.0;
    }
}

void findBands(const scoring::CompiledVersion& version,
               const Lane& scores,
               const Lane& coverage,
               Band* bands) {
    const double needed = scoring::rounded(version.minCoverage);
    for (std::size_t i = 0; i < blockSize; ++i) {
        const bool known = scores[i] == scores[i] && scoring::rounded(coverage[i]) >= needed;
        bands[i] = known ? version.ranges[scoring::rangeOf(version.ranges, scores[i])].colour : Band::None;
    }
}

/// Whether a condition can hold whatever the weights are: those on groups and the overall score can.
bool couldHold(const scoring::CompiledCondition& condition, const scoring::ExceptionInput& input) {
    if (condition.target == Condition::Target::Group || condition.target == Condition::Target::Overall) {
        return true;
    }
    return scoring::holds({.when = {condition}, .effect = {}, .score = 0}, input);
}

} // namespace

struct WhatIf::Scratch {
    std::vector<scoring::MetricScore> metrics;
    scoring::RollUp rollUp;
};

WhatIf::WhatIf(const scoring::Scorer& scorer, Day day, std::size_t templateIndex, const std::stop_token& stop)
    : m_snapshot(scorer.sharedSnapshot()), m_day(day) {
    for (AccountIndex account = 0; account < m_snapshot->accountCount(); ++account) {
        const scoring::CompiledVersion& version = scorer.versionOf(account, day);
        if (version.templateIndex == templateIndex) {
            if (m_accounts.empty()) {
                m_version = version;
            }
            m_accounts.push_back(account);
        }
    }
    m_scores.assign(m_version.metrics.size(), std::vector<double>(padded(m_accounts.size()), noScore));
    m_present.assign(m_version.metrics.size(), std::vector<std::uint8_t>(padded(m_accounts.size()), 0));
    m_needsSteps.assign(padded(m_accounts.size()), 0);
    parallelFor(m_accounts.size(), blockSize, stop, [this](std::size_t first, std::size_t last) {
        fill(first, last);
    });
}

void WhatIf::fill(std::size_t first, std::size_t last) {
    std::vector<scoring::MetricScore> metrics(m_version.metrics.size());
    for (std::size_t row = first; row < last; ++row) {
        for (std::size_t m = 0; m < metrics.size(); ++m) {
            const scoring::CompiledMetric& metric = m_version.metrics[m];
            const Points points = m_snapshot->series[metric.series].of(m_accounts[row]);
            metrics[m] =
                scoring::metricScore(metric, scoring::metricValue(metric.rule, points, m_day), m_day);
            m_scores[m][row] = metrics[m].score.value_or(noScore);
            m_present[m][row] = metrics[m].state == scoring::State::Present;
        }
        m_needsSteps[row] = needsSteps(m_accounts[row], metrics);
    }
}

bool WhatIf::needsSteps(AccountIndex account, const std::vector<scoring::MetricScore>& metrics) const {
    const std::vector<std::optional<double>> noGroups(m_version.groups.size());
    const scoring::ExceptionInput input{.snapshot = *m_snapshot,
                                        .account = account,
                                        .day = m_day,
                                        .metrics = metrics,
                                        .groupScores = noGroups,
                                        .score = 0};
    const auto couldAct = [&](const scoring::CompiledException& exception) {
        return std::ranges::all_of(exception.when,
                                   [&](const auto& condition) { return couldHold(condition, input); });
    };
    return std::ranges::any_of(m_version.exceptions, couldAct) ||
           scoring::liveOverrides(*m_snapshot, m_version, account, m_day).any();
}

void WhatIf::rescore(const scoring::CompiledVersion& changed, WhatIfScores& result) const {
    result.scores.resize(padded(m_accounts.size()));
    result.bands.resize(padded(m_accounts.size()));
    constexpr std::size_t accountsPerPiece = 32 * blockSize;
    parallelFor(padded(m_accounts.size()), accountsPerPiece, {}, [&](std::size_t first, std::size_t last) {
        Scratch scratch;
        for (std::size_t at = first; at < last; at += blockSize) {
            scoreBlock(changed, at, result);
            for (std::size_t row = at; row < at + blockSize; ++row) {
                if (m_needsSteps[row] != 0) {
                    takeStepsOf(changed, row, scratch, result);
                }
            }
        }
    });
    result.scores.resize(m_accounts.size());
    result.bands.resize(m_accounts.size());
}

void WhatIf::scoreBlock(const scoring::CompiledVersion& changed,
                        std::size_t first,
                        WhatIfScores& result) const {
    Lane weights{};
    Lane sums{};
    Lane lowest;
    lowest.fill(noScore);
    Lane coverage{};
    for (const scoring::CompiledGroup& group : changed.groups) {
        if (group.weight <= 0) {
            continue;
        }
        Lane scores;
        rollUpGroup(changed, group, m_scores, first, scores);
        if (changed.rollup == Rollup::Min) {
            takeLowest(scores.data(), lowest);
        } else {
            addWeighted(scores.data(), group.weight, weights, sums);
        }
        for (std::size_t m = group.firstMetric; m < group.endMetric; ++m) {
            addPresent(&m_present[m][first], changed.metrics[m].nominalShare, coverage);
        }
    }
    if (changed.rollup == Rollup::Mean) {
        divide(sums, weights, lowest);
    }
    std::copy(lowest.begin(), lowest.end(), &result.scores[first]);
    findBands(changed, lowest, coverage, &result.bands[first]);
}

void WhatIf::takeStepsOf(const scoring::CompiledVersion& changed,
                         std::size_t row,
                         Scratch& scratch,
                         WhatIfScores& result) const {
    scratch.metrics.resize(m_scores.size());
    for (std::size_t m = 0; m < m_scores.size(); ++m) {
        const double score = m_scores[m][row];
        const bool present = m_present[m][row] != 0;
        scratch.metrics[m] = {.state = present ? scoring::State::Present
                                               : scoring::State::Missing, // absent is absent
                              .held = !present && score == score,
                              .score = score == score ? std::optional(score) : std::nullopt};
    }
    const scoring::LiveOverrides live = scoring::liveOverrides(*m_snapshot, changed, m_accounts[row], m_day);
    scoring::applyMetricOverrides(live, scratch.metrics);
    const scoring::ScoreSteps steps = scoring::takeSteps(
        *m_snapshot, changed, m_accounts[row], m_day, scratch.metrics, &live, scratch.rollUp);
    result.scores[row] = steps.overall.value_or(noScore);
    result.bands[row] = steps.band;
}

} // namespace hb::analytics
