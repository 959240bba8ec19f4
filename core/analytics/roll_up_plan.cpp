// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/roll_up_plan.h"

#include "core/scoring/band.h"
#include "core/scoring/rounding.h"

#include <algorithm>
#include <utility>

namespace hb::analytics {

RollUpPlan::RollUpPlan(const scoring::CompiledVersion& version,
                       const std::vector<std::vector<double>>& columns,
                       std::span<const ScoreKind> kinds)
    : m_rollup(version.rollup) {
    for (std::size_t m = 0; m < version.metrics.size(); ++m) {
        m_coverage += kinds[m] == ScoreKind::Present ? version.metrics[m].nominalShare : 0.0;
    }
    for (const scoring::CompiledGroup& group : version.groups) {
        addGroup(version, group, columns, kinds);
    }
    double weights = 0;
    for (const GroupPlan& group : m_groups) {
        weights += group.share;
    }
    for (GroupPlan& group : m_groups) {
        group.share /= weights;
    }
    const bool isCovered = !m_groups.empty() && scoring::atLeast(m_coverage, version.minCoverage);
    for (std::size_t i = 0; i < version.ranges.size(); ++i) {
        m_bands.push_back(isCovered ? version.ranges[i].colour : Band::None);
        if (i > 0) {
            m_bounds.push_back(scoring::lowestAtLeast(version.ranges[i].from));
        }
    }
}

/// A group that counts; its share is its weight until all are there.
void RollUpPlan::addGroup(const scoring::CompiledVersion& version,
                          const scoring::CompiledGroup& group,
                          const std::vector<std::vector<double>>& columns,
                          std::span<const ScoreKind> kinds) {
    GroupPlan plan{.rollup = group.rollup, .share = group.weight, .metrics = {}};
    double weights = 0;
    for (std::size_t m = group.firstMetric; m < group.endMetric; ++m) {
        if (kinds[m] != ScoreKind::None && version.metrics[m].weight > 0) {
            plan.metrics.push_back({.scores = columns[m].data(), .share = version.metrics[m].weight});
            weights += version.metrics[m].weight;
        }
    }
    if (group.weight <= 0 || plan.metrics.empty()) {
        return;
    }
    for (Portion& portion : plan.metrics) {
        portion.share /= weights;
    }
    m_groups.push_back(std::move(plan));
}

RollUpPlan::Lanes RollUpPlan::startOf(Rollup rollup) {
    Lanes start;
    start.fill(rollup == Rollup::Min ? noScore : 0.0);
    return start;
}

/// Under `min` the lowest so far, compared on rounded scores so that the first of equals stays.
void RollUpPlan::add(Rollup rollup, const double* scores, double share, Lanes& into) {
    if (rollup == Rollup::Mean) {
        for (std::size_t i = 0; i < lanes; ++i) {
            into[i] += share * scores[i];
        }
        return;
    }
    for (std::size_t i = 0; i < lanes; ++i) {
        if (!(into[i] == into[i]) || scoring::below(scores[i], into[i])) {
            into[i] = scores[i];
        }
    }
}

RollUpPlan::Lanes RollUpPlan::scoresAt(std::size_t row) const {
    Lanes result = startOf(m_rollup);
    for (const GroupPlan& group : m_groups) {
        Lanes scores = startOf(group.rollup);
        for (const Portion& portion : group.metrics) {
            add(group.rollup, portion.scores + row, portion.share, scores);
        }
        add(m_rollup, scores.data(), group.share, result);
    }
    return result;
}

void RollUpPlan::rollUp(std::size_t first, std::size_t last, std::span<scoring::TrackScore> result) const {
    if (m_groups.empty()) {
        std::ranges::fill(result.subspan(first, last - first), scoring::TrackScore{});
        return;
    }
    for (std::size_t row = first; row < last; row += lanes) {
        const Lanes scores = scoresAt(row);
        std::array<std::size_t, lanes> reached{};
        for (const double bound : m_bounds) {
            for (std::size_t i = 0; i < lanes; ++i) {
                reached[i] += scores[i] >= bound ? 1U : 0U;
            }
        }
        for (std::size_t i = 0; i < std::min(lanes, last - row); ++i) {
            result[row + i] = {
                .score = scores[i], .coverage = m_coverage, .exception = -1, .band = m_bands[reached[i]]};
        }
    }
}

} // namespace hb::analytics
