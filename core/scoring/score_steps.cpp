// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/score_steps.h"

#include "core/scoring/band.h"
#include "core/scoring/exceptions.h"
#include "core/scoring/rounding.h"

namespace hb::scoring {

void applyMetricOverrides(const LiveOverrides& live, std::vector<MetricScore>& metrics) {
    for (const auto& [position, entered] : live.metrics) {
        metrics[position] = {.state = State::Overridden, .held = false, .score = entered->score};
    }
}

ScoreSteps takeSteps(const AccountOnDay& on,
                     std::span<const MetricScore> metrics,
                     const LiveOverrides* live,
                     RollUp& rolledUp) {
    const CompiledVersion& version = on.version;
    rollUp(version, metrics, rolledUp);
    ScoreSteps steps;
    steps.rollUp = rolledUp.score;
    steps.withGroupOverrides = steps.rollUp;
    if (live && !live->groups.empty()) {
        for (const auto& [position, entered] : live->groups) {
            rolledUp.groupScores[position] = entered->score;
        }
        steps.withGroupOverrides = rollUpGroups(version, rolledUp.groupScores);
    }
    steps.withExceptions = steps.withGroupOverrides;
    if (steps.withGroupOverrides) {
        const ExceptionResult result = applyExceptions({.on = on,
                                                        .metrics = metrics,
                                                        .groupScores = rolledUp.groupScores,
                                                        .score = *steps.withGroupOverrides});
        steps.withExceptions = result.score;
        steps.exception = result.acted;
    }
    steps.overall = steps.withExceptions;
    if (live && live->overall) {
        steps.overall = live->overall->score;
        steps.band = bandOf(version.ranges, steps.overall);
    } else if (!below(rolledUp.coverage, version.minCoverage)) {
        steps.band = bandOf(version.ranges, steps.overall);
    }
    return steps;
}

} // namespace hb::scoring
