// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/version_pairs.h"

#include <algorithm>

namespace hb::wording {

UsePlace placeOf(const TemplateVersion& version, const std::string& metric) {
    for (const Group& group : version.groups) {
        const auto found = std::ranges::find(group.metrics, metric, &GroupMetric::metric);
        if (found != group.metrics.end()) {
            return {&group, &*found};
        }
    }
    return {};
}

const Group* findGroup(const TemplateVersion& version, const std::string& key) {
    const auto found = std::ranges::find(version.groups, key, &Group::key);
    return found == version.groups.end() ? nullptr : &*found;
}

std::vector<std::optional<std::size_t>> matchExceptions(const std::vector<ScoreException>& before,
                                                        const std::vector<ScoreException>& after) {
    std::vector<std::optional<std::size_t>> found(after.size());
    std::vector<bool> isTaken(before.size(), false);
    const auto match = [&](auto isSame) {
        for (std::size_t to = 0; to < found.size(); ++to) {
            for (std::size_t from = 0; from < isTaken.size() && !found[to]; ++from) {
                if (!isTaken[from] && isSame(before[from], after[to])) {
                    found[to] = from;
                    isTaken[from] = true;
                }
            }
        }
    };
    using Each = const ScoreException&;
    match([](Each a, Each b) { return a == b; });
    match([](Each a, Each b) { return a.name == b.name; });
    match([](Each a, Each b) { return a.when == b.when && a.effect == b.effect && a.score == b.score; });
    return found;
}

std::vector<AttributeFilter> sortedFilters(std::vector<AttributeFilter> filters) {
    for (AttributeFilter& filter : filters) {
        std::ranges::sort(filter.values);
    }
    std::ranges::sort(filters, {}, &AttributeFilter::attribute);
    return filters;
}

} // namespace hb::wording
