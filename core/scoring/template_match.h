// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/compiled_version.h"

#include <vector>

namespace hb::scoring {

/// Position of the version in force on `day`: the latest that takes effect by then (of equal days the highest
/// number), or the earliest where the day is before all. Precondition: at least one version, by number.
[[nodiscard]] std::size_t versionOn(const std::vector<CompiledVersion>& versions, Day day);
[[nodiscard]] std::size_t versionOn(const std::vector<TemplateVersion>& versions, Day day);

/// The version that scores an account on a day (scoring.md, section 1): of the first template in order that
/// is not retired and whose `applies_to` matches, else of the default. `versions` is by template, the default
/// last.
[[nodiscard]] const CompiledVersion& matchTemplate(const Snapshot& snapshot,
                                                   const std::vector<std::vector<CompiledVersion>>& versions,
                                                   AccountIndex account,
                                                   Day day);

} // namespace hb::scoring
