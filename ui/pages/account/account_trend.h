// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/metric_origin.h"
#include "ui/charts/trend_data.h"
#include "ui/pages/account/account_facts.h"

namespace hb::pages {

/// What was read from the file for the markers.
struct TrendEvents {
    const std::vector<book::Note>& notes;
    const std::vector<book::HandValue>& byHand;
};

/// The scores of the days from `first` to the as-of day with versions, overrides, levels set by hand,
/// actions done, renewals, outcomes and notes as markers.
[[nodiscard]] charts::TrendData accountTrend(const AccountAt& at, Day first, const TrendEvents& events);

/// So many months before a day: 31 May less 3 is 28 February.
[[nodiscard]] Day monthsBefore(Day day, int months);

} // namespace hb::pages
