// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/fault_list.h"
#include "core/exchange/json_value.h"
#include "core/model/metric.h"
#include "core/model/template_version.h"

namespace hb::exchange {

/// A metric of a scorecard file, as readScorecardJson does.
[[nodiscard]] Metric readMetric(const JsonValue& json, const JsonPath& path, FaultList& faults);
/// A rule that a version of the file froze. Its levels take label and help of the metric as it is now.
[[nodiscard]] FrozenMetric readFrozenMetric(const JsonValue& json,
                                            const JsonPath& path,
                                            const std::vector<Metric>& metrics,
                                            FaultList& faults);

} // namespace hb::exchange
