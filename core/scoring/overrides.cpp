// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/overrides.h"

#include <algorithm>

namespace hb::scoring {

namespace {

using Positions = std::vector<std::pair<std::size_t, const Override*>>;

const Override* find(const Positions& overrides, std::size_t position) {
    const auto at = std::ranges::find(overrides, position, &Positions::value_type::first);
    return at == overrides.end() ? nullptr : at->second;
}

void put(Positions& overrides, std::size_t position, const Override& entered) {
    const auto at = std::ranges::find(overrides, position, &Positions::value_type::first);
    if (at != overrides.end()) {
        at->second = &entered;
    } else {
        overrides.emplace_back(position, &entered);
    }
}

} // namespace

const Override* LiveOverrides::ofMetric(std::size_t position) const {
    return find(metrics, position);
}

const Override* LiveOverrides::ofGroup(std::size_t position) const {
    return find(groups, position);
}

void addLiveOverride(const AccountOnDay& on, const Override& entered, LiveOverrides& live) {
    if (on.day < entered.first || entered.last < on.day) {
        return;
    }
    if (entered.target == OverrideTarget::Overall) {
        live.overall = &entered;
    } else if (entered.target == OverrideTarget::Metric) {
        for (std::size_t i = 0; i < on.version.metrics.size(); ++i) {
            if (on.snapshot.scorecard->metrics[on.version.metrics[i].metric].key == entered.key) {
                put(live.metrics, i, entered);
            }
        }
    } else {
        for (std::size_t g = 0; g < on.version.groups.size(); ++g) {
            if (on.version.groups[g].key == entered.key) {
                put(live.groups, g, entered);
            }
        }
    }
}

void findLiveOverrides(const AccountOnDay& on, LiveOverrides& live) {
    live.metrics.clear();
    live.groups.clear();
    live.overall = nullptr;
    for (const Override& entered : on.snapshot.overridesOf(on.account)) {
        addLiveOverride(on, entered, live);
    }
}

} // namespace hb::scoring
