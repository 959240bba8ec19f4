// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/overrides.h"
#include "core/scoring/score_steps.h"

#include <vector>

namespace hb::analytics {

/// The scores of all metrics of an account as they are shown, with the overrides of metrics. Keeps its room
/// from one account to the next.
class ShownMetrics {
public:
    /// As the metrics of the version; holds until the next call.
    const std::vector<scoring::MetricScore>& of(const scoring::AccountOnDay& on) {
        scoring::scoreMetrics(on, m_metrics);
        scoring::findLiveOverrides(on, m_live);
        scoring::applyMetricOverrides(m_live, m_metrics);
        return m_metrics;
    }

private:
    std::vector<scoring::MetricScore> m_metrics;
    scoring::LiveOverrides m_live;
};

} // namespace hb::analytics
