// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/level_choices.h"

#include "core/scoring/band.h"

#include <algorithm>

namespace hb::widgets {

std::vector<LevelChoice> levelChoices(const scoring::CompiledMetric& compiled,
                                      const Metric& metric,
                                      const std::vector<Range>& ranges) {
    std::vector<LevelChoice> choices;
    for (const Level& level : compiled.rule.levels) {
        // Words are current, scores are the version's.
        const auto now = std::ranges::find(metric.rule.levels, level.level, &Level::level);
        const Level& words = now == metric.rule.levels.end() ? level : *now;
        const auto own = std::ranges::find(compiled.levels, level.level, &LevelScore::level);
        const double score = own == compiled.levels.end() ? level.score : own->score;
        choices.push_back({.level = level.level,
                           .label = QString::fromStdString(words.label),
                           .help = QString::fromStdString(words.help),
                           .band = scoring::bandOf(ranges, score)});
    }
    return choices;
}

} // namespace hb::widgets
