// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hb::scoring {

enum class State : std::uint8_t { Present, Stale, Missing, Overridden };

/// What a metric reads on a day (scoring.md, section 2).
struct MetricValue {
    State state = State::Missing;       ///< never Overridden here
    std::optional<double> value;        ///< of a stale `last` too
    std::optional<Day> observedOn;      ///< the last measurement on or before the day
    std::optional<Day> firstObservedOn; ///< the first measurement on or before the day
};

/// The value of a rule on `day` from the points of its series. Only points on or before `day` are looked at.
/// Measurements of a level that the rule lacks count as not made. Pure; O(log points + window).
[[nodiscard]] MetricValue metricValue(const MetricRule& rule, Points points, Day day);

} // namespace hb::scoring
