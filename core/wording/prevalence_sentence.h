// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/prevalence.h"

#include <QString>

// Is it one customer or many?

namespace hb::wording {

/// "Open tickets: red in 14 of 60 accounts (23%, 9 more than on 31 Dec), $1.2M of $4.1M (29%, 11% on 31 Dec).
/// Support owns it." ARR in other currencies than the book's stands beside it, in no share.
[[nodiscard]] QString prevalenceSentence(const Snapshot& snapshot,
                                         const analytics::MetricPrevalence& metric,
                                         Day before,
                                         Day today);
/// "Left out: 3 accounts without ARR in USD."; empty where shares of ARR leave nobody out.
[[nodiscard]] QString leftOutOfArr(const Snapshot& snapshot, const analytics::RedArr& arr);
/// "+9", "−2", "0": accounts more in red than at the beginning; empty where nobody had a score then.
[[nodiscard]] QString prevalenceChange(const analytics::MetricPrevalence& metric);

} // namespace hb::wording
