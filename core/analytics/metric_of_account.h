// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/shown_metrics.h"
#include "core/scoring/scorer.h"

#include <optional>
#include <vector>

namespace hb::analytics {

/// One metric of one account over days. Refers to the scorer.
class MetricOfAccount {
public:
    MetricOfAccount(const scoring::Scorer& scorer, AccountIndex account, MetricIndex metric);

    /// What was measured; none where a rule or a person scores without it.
    [[nodiscard]] std::optional<double> value(Day day) const;
    /// As it is shown, with its overrides; never of an account that has churned.
    [[nodiscard]] bool isRed(Day day);
    /// First of the days up to `day` on which it has been red without a break; none: for over a year.
    /// Precondition: it is red on `day`. Scores only the days on which something can change.
    [[nodiscard]] std::optional<Day> redSince(Day day);

private:
    [[nodiscard]] const scoring::CompiledMetric* metricIn(const scoring::CompiledVersion& version) const;
    [[nodiscard]] Day lastMeasuredChange(Day day, Day none) const;
    [[nodiscard]] std::vector<Day> switches(Day after, Day upTo) const;

    const scoring::Scorer& m_scorer;
    const Snapshot& m_snapshot;
    AccountIndex m_account;
    MetricIndex m_metric;
    bool m_hasOverrides;
    ShownMetrics m_shown;
};

} // namespace hb::analytics
