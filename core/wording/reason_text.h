// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/reasons.h"

#include <QString>

namespace hb::wording {

/// 11: the words of a reason for one account on `day`: "Turned red on Thu", "Renews in 34 d, not green".
/// Precondition: the reason holds on that day. Scores up to a year of weeks of this one account: some
/// microseconds.
[[nodiscard]] QString
reasonText(const scoring::Scorer& scorer, AccountIndex account, Day day, scoring::Reason reason);
/// The reason without an account, as a chip and a filter say it after a count: "newly red", "renew soon, not
/// green".
[[nodiscard]] QString reasonName(scoring::Reason reason);

} // namespace hb::wording
