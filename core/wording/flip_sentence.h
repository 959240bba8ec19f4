// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/distance_to_flip.h"

#include <QString>

namespace hb::wording {

/// What one metric alone would have to be: "Logins at 17, now 12".
[[nodiscard]] QString flipLine(const scoring::Scorer& scorer,
                               const scoring::AccountDetail& detail,
                               const analytics::MetricFlip& metric);
/// "One of these alone would make it yellow: Logins at 17, now 12; Open tickets at 8.43, now 10." Or that no
/// metric alone would.
[[nodiscard]] QString flipSentence(const scoring::Scorer& scorer,
                                   const scoring::AccountDetail& detail,
                                   const analytics::Flip& flip);

} // namespace hb::wording
