// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/trend_data.h"
#include "ui/pages/account/account_facts.h"

namespace hb::pages {

/// The scores of the days from `first` to the as-of day with versions, overrides, outcomes and notes as
/// markers.
[[nodiscard]] charts::TrendData
accountTrend(const AccountAt& at, Day first, const std::vector<book::Note>& notes);

/// So many months before a day: 31 May less 3 is 28 February.
[[nodiscard]] Day monthsBefore(Day day, int months);

} // namespace hb::pages
