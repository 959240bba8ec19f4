// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/account_trend.h"

#include <span>

namespace hb::pages {

/// What happened to an account on the days of its trend, by day. `scores` are as `days`.
[[nodiscard]] std::vector<charts::TrendMarker> trendMarkers(const AccountAt& at,
                                                            std::span<const Day> days,
                                                            std::span<const scoring::AccountScore> scores,
                                                            const TrendEvents& events);

} // namespace hb::pages
