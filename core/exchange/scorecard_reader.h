// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/exchange/fault_list.h"
#include "core/exchange/json_value.h"
#include "core/model/scorecard.h"

namespace hb::exchange {

/// The first half of reading a scorecard file: types, unknown and missing keys. What is faulty keeps its
/// default, and every array keeps its length, so that the second half (scorecard_checks.h) names the same
/// places.
[[nodiscard]] Scorecard readScorecardJson(const JsonValue& json, Day today, FaultList& faults);

} // namespace hb::exchange
