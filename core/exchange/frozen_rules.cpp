// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/frozen_rules.h"

#include <algorithm>

namespace hb::exchange {

const Metric* findMetric(const std::vector<Metric>& metrics, std::string_view key) {
    const auto found =
        std::find_if(metrics.begin(), metrics.end(), [&](const Metric& m) { return m.key == key; });
    return found == metrics.end() ? nullptr : &*found;
}

const FrozenMetric* findFrozen(const std::vector<FrozenMetric>& metrics, std::string_view key) {
    const auto found =
        std::find_if(metrics.begin(), metrics.end(), [&](const FrozenMetric& m) { return m.key == key; });
    return found == metrics.end() ? nullptr : &*found;
}

std::vector<FrozenMetric> frozenRules(const TemplateVersion& version, const std::vector<Metric>& metrics) {
    std::vector<FrozenMetric> frozen;
    const auto freeze = [&](const std::string& key) {
        const Metric* metric = findMetric(metrics, key);
        if (metric && !findFrozen(frozen, key)) {
            frozen.push_back({.key = key, .rule = metric->rule});
        }
    };
    for (const Group& group : version.groups) {
        for (const GroupMetric& use : group.metrics) {
            freeze(use.metric);
        }
    }
    const std::size_t named = frozen.size();
    for (std::size_t i = 0; i < named; ++i) {
        freeze(std::string(frozen[i].rule.series));
    }
    return frozen;
}

} // namespace hb::exchange
