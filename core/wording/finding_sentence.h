// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/findings.h"

#include <QString>

namespace hb::wording {

/// What a finding is about: a metric, a group, an exception in quotes, or the template.
[[nodiscard]] QString findingSubject(const scoring::Scorer& scorer, const analytics::Finding& finding);
/// What was found and why it matters: "NPS is the same for 92% of 160 accounts: it tells nobody apart."
[[nodiscard]] QString findingSentence(const scoring::Scorer& scorer, const analytics::Finding& finding);
/// What to do about it: "Change its curve, or give it weight 0."
[[nodiscard]] QString findingMend(const scoring::Scorer& scorer, const analytics::Finding& finding);

} // namespace hb::wording
