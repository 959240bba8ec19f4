// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "core/scoring/compiled_version.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace hb::analytics {

/// What some accounts read for one metric on a day: what a curve is drawn over.
struct MetricValues {
    std::vector<double> fresh; ///< of the accounts where the metric is present, increasing
    std::size_t stale = 0;     ///< accounts whose value is too old
    std::size_t missing = 0;   ///< accounts without a value

    friend bool operator==(const MetricValues&, const MetricValues&) = default;
};

/// The values of the metric at `position` of a version. Pure; works on all cores.
[[nodiscard]] MetricValues metricValues(const Snapshot& snapshot,
                                        const scoring::CompiledVersion& version,
                                        std::size_t position,
                                        std::span<const AccountIndex> accounts,
                                        Day day);
/// The same of a metric by its key, read by a rule that no version needs to have yet. Nothing where the book
/// lacks the metric or the series that the rule names.
[[nodiscard]] MetricValues metricValues(const Snapshot& snapshot,
                                        std::string_view metric,
                                        const MetricRule& rule,
                                        std::span<const AccountIndex> accounts,
                                        Day day);

} // namespace hb::analytics
