// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/metric_draft.h"

#include <algorithm>

namespace hb::pages {

const GroupMetric* findUse(const TemplateVersion& version, const std::string& key) {
    for (const Group& group : version.groups) {
        const auto found = std::ranges::find(group.metrics, key, &GroupMetric::metric);
        if (found != group.metrics.end()) {
            return &*found;
        }
    }
    return nullptr;
}

const Metric* findMetric(const std::vector<Metric>& metrics, const std::string& key) {
    const auto found = std::ranges::find(metrics, key, &Metric::key);
    return found == metrics.end() ? nullptr : &*found;
}

Draft withUse(Draft draft, const GroupMetric& use) {
    for (Group& group : draft.version.groups) {
        const auto found = std::ranges::find(group.metrics, use.metric, &GroupMetric::metric);
        if (found != group.metrics.end()) {
            *found = use;
        }
    }
    return draft;
}

Draft withRule(Draft draft, const std::string& key, const MetricRule& rule, const std::vector<Metric>& book) {
    std::vector<FrozenMetric>& changed = draft.version.metrics;
    const Metric* own = findMetric(book, key);
    const auto found = std::ranges::find(changed, key, &FrozenMetric::key);
    if (own != nullptr && own->rule == rule) {
        if (found != changed.end()) {
            changed.erase(found);
        }
    } else if (found != changed.end()) {
        found->rule = rule;
    } else {
        changed.push_back({.key = key, .rule = rule});
    }
    return draft;
}

double levelScore(const GroupMetric& use, const Level& level) {
    const auto found = std::ranges::find(use.levels, level.level, &LevelScore::level);
    return found == use.levels.end() ? level.score : found->score;
}

GroupMetric withLevelScore(GroupMetric use, const Level& level, double score) {
    std::erase_if(use.levels, [&](const LevelScore& each) { return each.level == level.level; });
    if (score != level.score) {
        use.levels.push_back({level.level, score});
        std::ranges::sort(use.levels, {}, &LevelScore::level);
    }
    return use;
}

} // namespace hb::pages
