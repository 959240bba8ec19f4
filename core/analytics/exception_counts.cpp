// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/exception_counts.h"

#include "core/scoring/exceptions.h"
#include "core/scoring/score_steps.h"

#include <algorithm>

namespace hb::analytics {

namespace {

using scoring::CompiledVersion;
using scoring::ExceptionInput;

/// The version with its raises alone, and where each of them stands in it.
struct Raises {
    CompiledVersion version;
    std::vector<std::size_t> positions;

    explicit Raises(const CompiledVersion& whole) : version(whole) {
        version.exceptions.clear();
        for (std::size_t at = 0; at < whole.exceptions.size(); ++at) {
            if (whole.exceptions[at].effect == ScoreException::Effect::RaiseTo) {
                version.exceptions.push_back(whole.exceptions[at]);
                positions.push_back(at);
            }
        }
    }
};

void count(const ExceptionInput& input,
           const Raises& raises,
           bool isReplaced,
           std::vector<ExceptionCount>& counts) {
    const CompiledVersion& version = input.on.version;
    for (std::size_t at = 0; at < version.exceptions.size(); ++at) {
        counts[at].holds +=
            std::ranges::all_of(version.exceptions[at].when,
                                [&](const auto& condition) { return scoring::holds(condition, input); })
                ? 1U
                : 0U;
    }
    if (isReplaced) {
        return;
    }
    // Only the last to act is named; a raise may have acted before a cap.
    const std::int32_t last = scoring::applyExceptions(input).acted;
    const scoring::AccountOnDay on{input.on.snapshot, raises.version, input.on.account, input.on.day};
    const std::int32_t raised =
        scoring::applyExceptions(
            {.on = on, .metrics = input.metrics, .groupScores = input.groupScores, .score = input.score})
            .acted;
    const std::int32_t first =
        raised < 0 ? -1 : static_cast<std::int32_t>(raises.positions[static_cast<std::size_t>(raised)]);
    if (last >= 0) {
        ++counts[static_cast<std::size_t>(last)].changes;
    }
    if (first >= 0 && first != last) {
        ++counts[static_cast<std::size_t>(first)].changes;
    }
}

} // namespace

std::vector<ExceptionCount> exceptionCounts(const Snapshot& snapshot,
                                            const CompiledVersion& version,
                                            std::span<const AccountIndex> accounts,
                                            Day day,
                                            const std::stop_token& stop) {
    std::vector<ExceptionCount> counts(version.exceptions.size());
    const Raises raises(version);
    std::vector<scoring::MetricScore> metrics;
    scoring::LiveOverrides live;
    scoring::RollUp rolledUp;
    for (std::size_t row = 0; row < accounts.size() && !stop.stop_requested(); ++row) {
        const scoring::AccountOnDay on{snapshot, version, accounts[row], day};
        scoring::scoreMetrics(on, metrics);
        scoring::findLiveOverrides(on, live);
        scoring::applyMetricOverrides(live, metrics);
        const scoring::ScoreSteps steps = scoring::takeSteps(on, metrics, &live, rolledUp);
        if (steps.withGroupOverrides) {
            count({.on = on,
                   .metrics = metrics,
                   .groupScores = rolledUp.groupScores,
                   .score = *steps.withGroupOverrides},
                  raises,
                  live.overall != nullptr,
                  counts);
        }
    }
    return counts;
}

} // namespace hb::analytics
