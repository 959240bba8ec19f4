// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"

#include <set>
#include <string>

namespace hb::exchange {

/// The scorecard without these metrics and without what means nothing without them: the metrics that read
/// their series, groups in which none is left, and exceptions that look at what went.
[[nodiscard]] Scorecard withoutMetrics(Scorecard scorecard, std::set<std::string> keys);

} // namespace hb::exchange
