// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/prevalence.h"

#include <QString>

// Is it one customer or many?

namespace hb::wording {

/// "Open tickets: red in 14 of 60 accounts, $1.2M, 9 more than on 31 Dec. Support owns it."
[[nodiscard]] QString prevalenceSentence(const Snapshot& snapshot,
                                         const analytics::MetricPrevalence& metric,
                                         Day before,
                                         Day today);
/// "+9", "−2", "0": accounts more in red than at the beginning; empty where nobody had a score then.
[[nodiscard]] QString prevalenceChange(const analytics::MetricPrevalence& metric);

} // namespace hb::wording
