// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/account_on_day.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace hb::scoring {

/// The overrides of one account that are live on a day and have a target in its version (scoring.md, section
/// 6).
struct LiveOverrides {
    std::vector<std::pair<std::size_t, const Override*>> metrics; ///< by position in the version
    std::vector<std::pair<std::size_t, const Override*>> groups;
    const Override* overall = nullptr;

    [[nodiscard]] bool any() const { return !metrics.empty() || !groups.empty() || overall; }
    [[nodiscard]] const Override* ofMetric(std::size_t position) const;
    [[nodiscard]] const Override* ofGroup(std::size_t position) const;
};

/// Puts them into `live`, whose vectors keep their room. Of several live on one target the last entered acts.
void findLiveOverrides(const AccountOnDay& on, LiveOverrides& live);
/// One more, entered after those in `live`, which refers to it; nothing where it is not live or has no
/// target.
void addLiveOverride(const AccountOnDay& on, const Override& entered, LiveOverrides& live);

} // namespace hb::scoring
