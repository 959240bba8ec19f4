// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"

#include <string_view>
#include <vector>

namespace hb::exchange {

/// None where there is no such metric.
[[nodiscard]] const Metric* findMetric(const std::vector<Metric>& metrics, std::string_view key);
[[nodiscard]] const FrozenMetric* findFrozen(const std::vector<FrozenMetric>& metrics, std::string_view key);

/// The rules that a version freezes when it is published: of the metrics that its groups name, in that order,
/// then of the series that they read. Metrics that are not there are left out.
[[nodiscard]] std::vector<FrozenMetric> frozenRules(const TemplateVersion& version,
                                                    const std::vector<Metric>& metrics);

} // namespace hb::exchange
