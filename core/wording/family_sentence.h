// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/family.h"

#include <QString>

namespace hb::wording {

/// "Of its 4 subsidiaries the lowest is Contoso Iberia with 38, red; weighted by ARR they stand at 61.2."
/// What is left out is said after it: "Left out: 1 without enough data, 2 without ARR." Empty without a
/// family.
[[nodiscard]] QString
familySentence(const scoring::Scorer& scorer, Day day, const analytics::FamilyScore& family);

} // namespace hb::wording
