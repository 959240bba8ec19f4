// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/what_if.h"

#include "core/analytics/roll_up_plan.h"
#include "core/base/parallel_for.h"
#include "core/scoring/exceptions.h"
#include "core/scoring/score_steps.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <numeric>
#include <optional>

namespace hb::analytics {

namespace {

/// A lane of rows may begin at any row.
std::size_t padded(std::size_t count) {
    return count + RollUpPlan::lanes - 1;
}

/// Whether a condition can hold whatever the weights are: those on groups and the overall score can.
bool couldHold(const scoring::CompiledCondition& condition, const scoring::ExceptionInput& input) {
    if (condition.target == Condition::Target::Group || condition.target == Condition::Target::Overall) {
        return true;
    }
    return scoring::holds(condition, input);
}

bool couldAct(const scoring::CompiledException& exception, const scoring::ExceptionInput& input) {
    return std::ranges::all_of(exception.when, [&](const auto& each) { return couldHold(each, input); });
}

bool standsWhere(const scoring::CompiledMetric& a, const scoring::CompiledMetric& b) {
    return a.metric == b.metric && a.series == b.series && a.group == b.group;
}

bool scoresAlike(const scoring::CompiledMetric& a, const scoring::CompiledMetric& b) {
    return a.rule == b.rule && a.curve == b.curve && a.levels == b.levels && a.whenStale == b.whenStale &&
           a.whenMissing == b.whenMissing;
}

/// Of the same accounts, groups and metrics, whatever these score and weigh.
bool isOfOneShape(const scoring::CompiledVersion& a, const scoring::CompiledVersion& b) {
    return a.templateIndex == b.templateIndex && a.appliesTo == b.appliesTo &&
           std::ranges::equal(
               a.groups, b.groups, {}, &scoring::CompiledGroup::key, &scoring::CompiledGroup::key) &&
           std::ranges::equal(a.metrics, b.metrics, standsWhere);
}

bool askTheSame(const scoring::CompiledVersion& a, const scoring::CompiledVersion& b) {
    return std::ranges::equal(
        a.exceptions, b.exceptions, {}, &scoring::CompiledException::when, &scoring::CompiledException::when);
}

} // namespace

ScoreKind WhatIf::kindOf(const scoring::MetricScore& score) {
    if (!score.score) {
        return ScoreKind::None;
    }
    return score.state == scoring::State::Present ? ScoreKind::Present : ScoreKind::Held;
}

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
    sortByKind(score(stop));
    findSteps(stop);
}

std::vector<WhatIf::Kind> WhatIf::score(const std::stop_token& stop) {
    const std::size_t metricCount = m_version.metrics.size();
    std::vector<Kind> kinds(m_accounts.size(), Kind(metricCount, ScoreKind::None));
    m_scores.assign(metricCount, std::vector<double>(padded(m_accounts.size()), noScore));
    constexpr std::size_t accountsPerPiece = 1024;
    parallelFor(m_accounts.size(), accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        std::vector<scoring::MetricScore> metrics;
        for (std::size_t row = first; row < last; ++row) {
            scoring::scoreMetrics({*m_snapshot, m_version, m_accounts[row], m_day}, metrics);
            for (std::size_t m = 0; m < metricCount; ++m) {
                m_scores[m][row] = metrics[m].score.value_or(noScore);
                kinds[row][m] = kindOf(metrics[m]);
            }
        }
    });
    return kinds;
}

void WhatIf::sortByKind(const std::vector<Kind>& kinds) {
    std::vector<std::size_t> order(kinds.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t row) -> const Kind& { return kinds[row]; });
    for (std::size_t row = 0; row < order.size(); ++row) {
        if (row == 0 || kinds[order[row]] != m_parts.back().kind) {
            m_parts.push_back({.first = row, .last = row, .kind = kinds[order[row]]});
        }
        ++m_parts.back().last;
    }
    const auto sorted = [&order](auto& column) {
        const auto before = column;
        for (std::size_t row = 0; row < order.size(); ++row) {
            column[row] = before[order[row]];
        }
    };
    sorted(m_accounts);
    std::ranges::for_each(m_scores, sorted);
}

/// The rows that cannot be rolled up as the others of their part.
void WhatIf::findSteps(const std::stop_token& stop) {
    std::vector<char> needsSteps(m_accounts.size());
    constexpr std::size_t accountsPerPiece = 1024;
    parallelFor(m_accounts.size(), accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        const std::vector<std::optional<double>> noGroups(m_version.groups.size());
        std::vector<scoring::MetricScore> metrics;
        scoring::LiveOverrides live;
        for (std::size_t row = first; row < last; ++row) {
            const scoring::AccountOnDay on{*m_snapshot, m_version, m_accounts[row], m_day};
            toMetrics(row, metrics);
            const scoring::ExceptionInput input{
                .on = on, .metrics = metrics, .groupScores = noGroups, .score = 0};
            scoring::findLiveOverrides(on, live);
            const bool needs = live.any() || std::ranges::any_of(m_version.exceptions, [&](const auto& each) {
                                   return couldAct(each, input);
                               });
            needsSteps[row] = needs ? 1 : 0;
        }
    });
    m_steps.clear();
    for (std::size_t row = 0; row < needsSteps.size(); ++row) {
        if (needsSteps[row] != 0) {
            m_steps.push_back(row);
        }
    }
}

const WhatIf::Part& WhatIf::partOf(std::size_t row) const {
    return *(std::ranges::upper_bound(m_parts, row, {}, &Part::first) - 1);
}

/// As scoreMetrics() gave them, as far as a roll-up or an exception can tell: stale and missing are absent
/// alike.
void WhatIf::toMetrics(std::size_t row, std::vector<scoring::MetricScore>& metrics) const {
    const Kind& kind = partOf(row).kind;
    metrics.resize(kind.size());
    for (std::size_t m = 0; m < kind.size(); ++m) {
        metrics[m] = {.state =
                          kind[m] == ScoreKind::Present ? scoring::State::Present : scoring::State::Missing,
                      .held = kind[m] == ScoreKind::Held,
                      .score = kind[m] == ScoreKind::None ? std::nullopt : std::optional(m_scores[m][row])};
    }
}

bool WhatIf::answers(const scoring::CompiledVersion& changed) const {
    return isOfOneShape(m_version, changed) && askTheSame(m_version, changed) &&
           std::ranges::equal(m_version.metrics, changed.metrics, scoresAlike);
}

std::optional<WhatIf> WhatIf::scoredAnew(const scoring::CompiledVersion& changed,
                                         const std::stop_token& stop) const {
    if (!isOfOneShape(m_version, changed)) {
        return std::nullopt;
    }
    std::optional<WhatIf> anew(*this);
    anew->m_version = changed;
    for (std::size_t m = 0; m < changed.metrics.size(); ++m) {
        if (!scoresAlike(m_version.metrics[m], changed.metrics[m]) && !anew->scoreColumn(m, stop)) {
            return std::nullopt;
        }
    }
    anew->findSteps(stop);
    return stop.stop_requested() ? std::nullopt : std::move(anew);
}

/// False where an account now has a score of another kind: then the rows are no longer in order.
bool WhatIf::scoreColumn(std::size_t metric, const std::stop_token& stop) {
    std::atomic<bool> isInOrder = true;
    constexpr std::size_t accountsPerPiece = 4096;
    parallelFor(m_accounts.size(), accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last; ++row) {
            const scoring::AccountOnDay on{*m_snapshot, m_version, m_accounts[row], m_day};
            const scoring::CompiledMetric& each = m_version.metrics[metric];
            const scoring::MetricScore score =
                scoring::metricScore(each, scoring::metricValue(on, each), m_day);
            m_scores[metric][row] = score.score.value_or(noScore);
            if (kindOf(score) != partOf(row).kind[metric]) {
                isInOrder = false;
            }
        }
    });
    return isInOrder && !stop.stop_requested();
}

void WhatIf::rescore(const scoring::CompiledVersion& changed,
                     std::vector<scoring::TrackScore>& result) const {
    result.resize(m_accounts.size());
    std::vector<RollUpPlan> plans;
    plans.reserve(m_parts.size());
    for (const Part& part : m_parts) {
        plans.emplace_back(changed, m_scores, part.kind);
    }
    constexpr std::size_t accountsPerPiece = 8192;
    parallelFor(m_accounts.size(), accountsPerPiece, {}, [&](std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last;) {
            const auto part = static_cast<std::size_t>(&partOf(row) - m_parts.data());
            const std::size_t end = std::min(last, m_parts[part].last);
            plans[part].rollUp(row, end, result);
            row = end;
        }
        const auto begin = std::ranges::lower_bound(m_steps, first);
        takeSteps(changed, {begin, std::ranges::lower_bound(m_steps, last)}, result);
    });
}

void WhatIf::takeSteps(const scoring::CompiledVersion& changed,
                       std::span<const std::size_t> rows,
                       std::vector<scoring::TrackScore>& result) const {
    std::vector<scoring::MetricScore> metrics;
    scoring::LiveOverrides live;
    scoring::RollUp rollUp;
    for (const std::size_t row : rows) {
        toMetrics(row, metrics);
        const scoring::AccountOnDay on{*m_snapshot, changed, m_accounts[row], m_day};
        scoring::findLiveOverrides(on, live);
        scoring::applyMetricOverrides(live, metrics);
        const scoring::ScoreSteps steps = scoring::takeSteps(on, metrics, &live, rollUp);
        result[row] = {.score = steps.overall.value_or(noScore),
                       .coverage = rollUp.coverage,
                       .exception = steps.exception,
                       .band = steps.band};
    }
}

} // namespace hb::analytics
