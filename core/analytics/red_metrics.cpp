// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/red_metrics.h"

#include "core/base/parallel_for.h"
#include "core/scoring/band.h"
#include "core/scoring/score_steps.h"

#include <mutex>

namespace hb::analytics {

namespace {
constexpr std::size_t pieceSize = 4096;
}

std::vector<std::size_t> redByMetric(const Snapshot& snapshot,
                                     const scoring::CompiledVersion& version,
                                     std::span<const AccountIndex> accounts,
                                     Day day,
                                     const std::stop_token& stop) {
    std::vector<std::size_t> red(version.metrics.size());
    std::mutex adding;
    parallelFor(accounts.size(), pieceSize, stop, [&](std::size_t first, std::size_t last) {
        std::vector<std::size_t> counts(red.size());
        std::vector<scoring::MetricScore> metrics;
        scoring::LiveOverrides live;
        for (std::size_t row = first; row < last; ++row) {
            const scoring::AccountOnDay on{snapshot, version, accounts[row], day};
            scoring::scoreMetrics(on, metrics);
            scoring::findLiveOverrides(on, live);
            scoring::applyMetricOverrides(live, metrics);
            for (std::size_t at = 0; at < counts.size(); ++at) {
                const Band band = scoring::bandOf(version.ranges, metrics[at].score);
                counts[at] += band == Band::Red ? 1U : 0U;
            }
        }
        const std::lock_guard lock(adding);
        for (std::size_t at = 0; at < red.size(); ++at) {
            red[at] += counts[at];
        }
    });
    return red;
}

} // namespace hb::analytics
