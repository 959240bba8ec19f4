// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/what_if.h"

#include "core/base/parallel_for.h"
#include "core/scoring/band.h"
#include "core/scoring/exceptions.h"
#include "core/scoring/rounding.h"
#include "core/scoring/score_steps.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <optional>

namespace hb::analytics {

namespace {

// Accounts are rolled up so many at a time: the sums stay in registers, and loops of constant length
// vectorise.
constexpr std::size_t laneCount = 8;
constexpr double noScore = std::numeric_limits<double>::quiet_NaN();
using Lanes = std::array<double, laneCount>;

/// A lane of rows may begin at any row.
std::size_t padded(std::size_t count) {
    return count + laneCount - 1;
}

/// A column that counts, and its share of what it is rolled up into.
struct Portion {
    const double* scores = nullptr;
    double share = 0;
};

void addPortion(const double* scores, double share, Lanes& sums) {
    for (std::size_t i = 0; i < laneCount; ++i) {
        sums[i] += share * scores[i];
    }
}

/// The lowest so far, compared on rounded scores so that the first of equals stays.
void takeLowest(const double* scores, Lanes& lowest) {
    for (std::size_t i = 0; i < laneCount; ++i) {
        if (!(lowest[i] == lowest[i]) || scoring::below(scores[i], lowest[i])) {
            lowest[i] = scores[i];
        }
    }
}

Lanes startOf(Rollup rollup) {
    Lanes lanes;
    lanes.fill(rollup == Rollup::Min ? noScore : 0.0);
    return lanes;
}

void add(Rollup rollup, const double* scores, double share, Lanes& into) {
    if (rollup == Rollup::Min) {
        takeLowest(scores, into);
    } else {
        addPortion(scores, share, into);
    }
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

} // namespace

/// How the accounts of one part are rolled up by one version: every share, worked out once for all of them.
struct WhatIf::Plan {
    struct GroupPlan {
        Rollup rollup = Rollup::Mean;
        double share = 0;
        std::vector<Portion> metrics;
    };

    Plan(const scoring::CompiledVersion& version,
         const std::vector<std::vector<double>>& scores,
         const Kind& kind);
    [[nodiscard]] Lanes scoresAt(std::size_t row) const;

    Rollup rollup;
    std::vector<GroupPlan> groups; ///< those that count
    std::vector<double> bounds;    ///< of the ranges but the first
    std::vector<Band> bands;       ///< by how many bounds a score reaches; None throughout without coverage

private:
    void addGroup(const scoring::CompiledVersion& version,
                  const scoring::CompiledGroup& group,
                  const std::vector<std::vector<double>>& scores,
                  const Kind& kind);
};

WhatIf::Plan::Plan(const scoring::CompiledVersion& version,
                   const std::vector<std::vector<double>>& scores,
                   const Kind& kind)
    : rollup(version.rollup) {
    double coverage = 0;
    for (std::size_t m = 0; m < version.metrics.size(); ++m) {
        coverage += kind.metrics[m] == Score::Present ? version.metrics[m].nominalShare : 0.0;
    }
    for (const scoring::CompiledGroup& group : version.groups) {
        addGroup(version, group, scores, kind);
    }
    double weights = 0;
    for (const GroupPlan& group : groups) {
        weights += group.share;
    }
    for (GroupPlan& group : groups) {
        group.share /= weights;
    }
    const bool isCovered = !groups.empty() && scoring::atLeast(coverage, version.minCoverage);
    for (std::size_t i = 0; i < version.ranges.size(); ++i) {
        bands.push_back(isCovered ? version.ranges[i].colour : Band::None);
        if (i > 0) {
            bounds.push_back(scoring::lowestAtLeast(version.ranges[i].from));
        }
    }
}

/// A group that counts; its share is its weight until all are there.
void WhatIf::Plan::addGroup(const scoring::CompiledVersion& version,
                            const scoring::CompiledGroup& group,
                            const std::vector<std::vector<double>>& scores,
                            const Kind& kind) {
    GroupPlan plan{.rollup = group.rollup, .share = group.weight, .metrics = {}};
    double weights = 0;
    for (std::size_t m = group.firstMetric; m < group.endMetric; ++m) {
        if (kind.metrics[m] != Score::None && version.metrics[m].weight > 0) {
            plan.metrics.push_back({.scores = scores[m].data(), .share = version.metrics[m].weight});
            weights += version.metrics[m].weight;
        }
    }
    if (group.weight <= 0 || plan.metrics.empty()) {
        return;
    }
    for (Portion& portion : plan.metrics) {
        portion.share /= weights;
    }
    groups.push_back(std::move(plan));
}

Lanes WhatIf::Plan::scoresAt(std::size_t row) const {
    Lanes result = startOf(rollup);
    for (const GroupPlan& group : groups) {
        Lanes scores = startOf(group.rollup);
        for (const Portion& portion : group.metrics) {
            add(group.rollup, portion.scores + row, portion.share, scores);
        }
        add(rollup, scores.data(), group.share, result);
    }
    return result;
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
}

std::vector<WhatIf::Kind> WhatIf::score(const std::stop_token& stop) {
    const std::size_t metricCount = m_version.metrics.size();
    std::vector<Kind> kinds(m_accounts.size(), {.metrics = std::vector<Score>(metricCount, Score::None)});
    m_scores.assign(metricCount, std::vector<double>(padded(m_accounts.size()), noScore));
    constexpr std::size_t accountsPerPiece = 1024;
    parallelFor(m_accounts.size(), accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        const std::vector<std::optional<double>> noGroups(m_version.groups.size());
        std::vector<scoring::MetricScore> metrics;
        scoring::LiveOverrides live;
        for (std::size_t row = first; row < last; ++row) {
            const scoring::AccountOnDay on{*m_snapshot, m_version, m_accounts[row], m_day};
            scoring::scoreMetrics(on, metrics);
            for (std::size_t m = 0; m < metricCount; ++m) {
                m_scores[m][row] = metrics[m].score.value_or(noScore);
                if (metrics[m].score) {
                    kinds[row].metrics[m] =
                        metrics[m].state == scoring::State::Present ? Score::Present : Score::Held;
                }
            }
            const scoring::ExceptionInput input{
                .on = on, .metrics = metrics, .groupScores = noGroups, .score = 0};
            scoring::findLiveOverrides(on, live);
            kinds[row].needsSteps =
                live.any() || std::ranges::any_of(m_version.exceptions, [&](const auto& exception) {
                    return couldAct(exception, input);
                });
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

void WhatIf::rescore(const scoring::CompiledVersion& changed, WhatIfScores& result) const {
    result.scores.resize(m_accounts.size());
    result.bands.resize(m_accounts.size());
    std::vector<Plan> plans;
    plans.reserve(m_parts.size());
    for (const Part& part : m_parts) {
        plans.emplace_back(changed, m_scores, part.kind);
    }
    constexpr std::size_t accountsPerPiece = 8192;
    parallelFor(m_accounts.size(), accountsPerPiece, {}, [&](std::size_t first, std::size_t last) {
        auto part = static_cast<std::size_t>(std::ranges::upper_bound(m_parts, first, {}, &Part::first) -
                                             m_parts.begin() - 1);
        for (; first < last; ++part) {
            const std::size_t end = std::min(last, m_parts[part].last);
            if (m_parts[part].kind.needsSteps) {
                takeStepsOf(changed, m_parts[part], first, end, result);
            } else {
                rescoreRows(plans[part], first, end, result);
            }
            first = end;
        }
    });
}

void WhatIf::rescoreRows(const Plan& plan, std::size_t first, std::size_t last, WhatIfScores& result) const {
    if (plan.groups.empty()) {
        std::fill(result.scores.begin() + static_cast<std::ptrdiff_t>(first),
                  result.scores.begin() + static_cast<std::ptrdiff_t>(last),
                  noScore);
        std::fill(result.bands.begin() + static_cast<std::ptrdiff_t>(first),
                  result.bands.begin() + static_cast<std::ptrdiff_t>(last),
                  Band::None);
        return;
    }
    for (std::size_t row = first; row < last; row += laneCount) {
        const Lanes scores = plan.scoresAt(row);
        std::array<std::size_t, laneCount> reached{};
        for (const double bound : plan.bounds) {
            for (std::size_t i = 0; i < laneCount; ++i) {
                reached[i] += scores[i] >= bound ? 1U : 0U;
            }
        }
        for (std::size_t i = 0; i < std::min(laneCount, last - row); ++i) {
            result.scores[row + i] = scores[i];
            result.bands[row + i] = plan.bands[reached[i]];
        }
    }
}

void WhatIf::takeStepsOf(const scoring::CompiledVersion& changed,
                         const Part& part,
                         std::size_t first,
                         std::size_t last,
                         WhatIfScores& result) const {
    std::vector<scoring::MetricScore> metrics(m_scores.size());
    scoring::LiveOverrides live;
    scoring::RollUp rollUp;
    for (std::size_t row = first; row < last; ++row) {
        for (std::size_t m = 0; m < m_scores.size(); ++m) {
            const Score has = part.kind.metrics[m];
            metrics[m] = {.state = has == Score::Present
                                       ? scoring::State::Present
                                       : scoring::State::Missing, // stale or missing: absent alike
                          .held = has == Score::Held,
                          .score = has == Score::None ? std::nullopt : std::optional(m_scores[m][row])};
        }
        const scoring::AccountOnDay on{*m_snapshot, changed, m_accounts[row], m_day};
        scoring::findLiveOverrides(on, live);
        scoring::applyMetricOverrides(live, metrics);
        const scoring::ScoreSteps steps = scoring::takeSteps(on, metrics, &live, rollUp);
        result.scores[row] = steps.overall.value_or(noScore);
        result.bands[row] = steps.band;
    }
}

} // namespace hb::analytics
