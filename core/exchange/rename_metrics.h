// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"

#include <map>
#include <string>

namespace hb::exchange {

/// The scorecard with other metric keys, wherever a metric is named: how a starter metric is matched to a
/// file's. Keys that the scorecard lacks are passed over.
[[nodiscard]] Scorecard withMetricKeys(Scorecard scorecard,
                                       const std::map<std::string, std::string>& newKeys);

} // namespace hb::exchange
