// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/template_version.h"

#include <QString>

#include <vector>

namespace hb::wording {

/// The label of the level at which a condition on the score of a level metric begins to hold: the best of
/// those that score at most so much, the poorest of those that score at least so much. Empty for any other
/// condition, and where no level is among them.
[[nodiscard]] QString conditionLevel(const Condition& condition,
                                     const TemplateVersion& version,
                                     const std::vector<Metric>& metrics);

} // namespace hb::wording
