// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/compiled_version.h"
#include "ui/widgets/level_picker.h"

#include <vector>

namespace hb::widgets {

/// The levels of a metric in a version: their words as they are now, their scores as the version's.
[[nodiscard]] std::vector<LevelChoice>
levelChoices(const scoring::CompiledMetric& compiled, const Metric& metric, const std::vector<Range>& ranges);

} // namespace hb::widgets
