// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/condition_level.h"

#include "core/wording/use_differences.h"
#include "core/wording/version_pairs.h"

namespace hb::wording {

QString conditionLevel(const Condition& condition,
                       const TemplateVersion& version,
                       const std::vector<Metric>& metrics) {
    using Test = Condition::Test;
    const bool isAtMost = condition.test == Test::ScoreAtMost;
    if (condition.target != Condition::Target::Metric ||
        (!isAtMost && condition.test != Test::ScoreAtLeast)) {
        return {};
    }
    const UsePlace place = placeOf(version, condition.key);
    const MetricRule rule = ruleOf(version, condition.key, metrics);
    if (!place.use || rule.kind != MetricKind::Level) {
        return {};
    }
    const Level* nearest = nullptr;
    for (const Level& level : rule.levels) {
        const double score = scoreOf(*place.use, level);
        const bool isWithin = isAtMost ? score <= condition.score : score >= condition.score;
        const double best = nearest ? scoreOf(*place.use, *nearest) : score;
        if (isWithin && (!nearest || (isAtMost ? score > best : score < best))) {
            nearest = &level;
        }
    }
    return nearest ? labelOf(*nearest, condition.key, metrics) : QString();
}

} // namespace hb::wording
