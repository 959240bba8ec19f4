// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/renewals.h"
#include "core/analytics/retention.h"

#include <QString>

// Renewals and retention in words.

namespace hb::wording {

/// "Q1 2026".
[[nodiscard]] QString quarterName(Day inQuarter);
/// "Next quarter $1.2M renews, $410k of it not green; $1.0M to $1.1M is expected to stay." In accounts where
/// nothing has an ARR; what has none is never told as green. `day` is the forecast's; seen from another day
/// than `today` the quarter is named.
[[nodiscard]] QString renewalsHeadline(const analytics::RenewalForecast& forecast, Day day, Day today);
/// "25 of 27 green accounts stayed (77 to 98%)." or "Not enough outcomes of yellow accounts: 4 of the 10 that
/// it takes."
[[nodiscard]] QString renewalRateSentence(const analytics::RenewalRates& rates, Band band);
/// What the rates are: "By the band that an account had 90 days before it renewed or left."
[[nodiscard]] QString renewalRatesSentence(const analytics::RenewalRates& rates);
/// "$1.0M", and "$1.0M to $1.1M"; empty where no band with a rate has an amount.
[[nodiscard]] QString expectedText(const analytics::ExpectedArr& arr);
[[nodiscard]] QString expectedRangeText(const analytics::ExpectedArr& arr);
/// The renewals that are not green, none counted among them, and their ARR.
[[nodiscard]] analytics::Tally notGreen(const std::array<analytics::Tally, 4>& bands);
[[nodiscard]] analytics::Tally allOf(const std::array<analytics::Tally, 4>& bands);
/// "$410k of $1.2M", "9 of 41" where nothing has an ARR; empty without a renewal.
[[nodiscard]] QString atRiskText(const std::array<analytics::Tally, 4>& bands);

/// Fewer accounts than this say nothing of retention.
inline constexpr std::size_t leastRetained = 5;
/// "Of 158 accounts on 31 Dec, 150 are still here on 30 Mar. 93.1% of their ARR was kept, 101.2% with what
/// they added." `today` is for the years of days.
[[nodiscard]] QString retentionSentence(const analytics::Retention& retention, Day today);
/// "95% (91 to 98%)"; "not enough (3)" of fewer than leastRetained.
[[nodiscard]] QString logoText(const analytics::Rate& logos);
/// Of each currency: "93.1%", "93.1% USD, 88.0% EUR" of several; empty where nothing was paid, or too few.
[[nodiscard]] QString grossText(const analytics::Retained& retained);
[[nodiscard]] QString netText(const analytics::Retained& retained);

} // namespace hb::wording
