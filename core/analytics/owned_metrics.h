// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/concentration.h"
#include "core/analytics/prevalence.h"

#include <array>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// What a team can do something about: the metrics that it owns, and where they are red.

namespace hb::analytics {

/// An account in which a metric is red.
struct RedAccount {
    PaidAccount who;
    std::optional<double> value; ///< what was measured; none where a rule or a person scores without it
    std::optional<Day> since; ///< first of the days that it has been red without a break; none: over a year
};

struct OwnedMetric {
    MetricIndex metric = 0;
    RedOnDay now;
    RedOnDay before;
    bool isCounted = false;      ///< in the score of some account: otherwise it has weight 0, and is shown
    std::vector<RedAccount> red; ///< largest ARR first, as livingByArr()
    std::optional<Concentration> where;
    std::array<RedCount, 13> weeks{}; ///< on the day and each of the 12 weeks before it, oldest first
};

struct OwnedMetrics {
    std::string team;
    Day day;
    Day before;
    std::vector<OwnedMetric> metrics;  ///< as prevalence()
    std::vector<MetricIndex> unscored; ///< owned too, but no account has a score of them
};

inline constexpr int ownedBeforeDays = 30;

/// The teams that own metrics, each once, by name.
[[nodiscard]] std::vector<std::string> ownerTeams(const Scorecard& scorecard);

/// The metrics that a team owns on a day, and 30 days before. Pure; works on all cores; without metrics once
/// `stop` is requested. A metric with weight 0 is among them: nobody's score moves by it, and the team can
/// still act.
[[nodiscard]] OwnedMetrics
ownedMetrics(const scoring::Scorer& scorer, std::string_view team, Day day, const std::stop_token& stop = {});

} // namespace hb::analytics
