// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/scoring_part.h"

#include "core/exchange/frozen_rules.h"

#include <algorithm>

namespace hb::book {
namespace {

void sortUnique(std::vector<std::string>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

ScoreException scoringPart(ScoreException exception) {
    exception.name.clear();
    for (Condition& condition : exception.when) {
        sortUnique(condition.values);
    }
    return exception;
}

Scheme scoringPart(Scheme scheme) {
    scheme.kind = SchemeKind::RedYellowGreen; // how a score is written, not which band it has
    for (Range& range : scheme.ranges) {
        range.label.clear();
        range.help.clear();
    }
    return scheme;
}

} // namespace

MetricRule scoringPart(MetricRule rule) {
    for (Level& level : rule.levels) {
        level.label.clear();
        level.help.clear();
    }
    std::sort(rule.levels.begin(), rule.levels.end(), [](const Level& a, const Level& b) {
        return a.level < b.level;
    });
    return rule;
}

TemplateVersion scoringPart(TemplateVersion version) {
    version.number = 0;
    version.effectiveFrom = {};
    version.reason.clear();
    version.scheme = scoringPart(std::move(version.scheme));
    for (AttributeFilter& filter : version.appliesTo) {
        sortUnique(filter.values);
    }
    std::sort(version.appliesTo.begin(),
              version.appliesTo.end(),
              [](const AttributeFilter& a, const AttributeFilter& b) { return a.attribute < b.attribute; });
    for (Group& group : version.groups) {
        group.name.clear();
    }
    for (ScoreException& exception : version.exceptions) {
        exception = scoringPart(std::move(exception));
    }
    const auto isScored = [&version](const FrozenMetric& metric) {
        return std::ranges::any_of(version.groups, [&](const Group& group) {
            return std::ranges::find(group.metrics, metric.key, &GroupMetric::metric) != group.metrics.end();
        });
    };
    std::erase_if(version.metrics,
                  [&](const FrozenMetric& metric) { return !isScored(metric); }); // only read
    for (FrozenMetric& metric : version.metrics) {
        metric.rule = scoringPart(std::move(metric.rule));
    }
    std::sort(version.metrics.begin(),
              version.metrics.end(),
              [](const FrozenMetric& a, const FrozenMetric& b) { return a.key < b.key; });
    return version;
}

void takeDescriptions(TemplateVersion& to, const TemplateVersion& from) {
    for (Group& group : to.groups) {
        const auto same = std::find_if(
            from.groups.begin(), from.groups.end(), [&](const Group& g) { return g.key == group.key; });
        if (same != from.groups.end()) {
            group.name = same->name;
        }
    }
    if (scoringPart(to.scheme) == scoringPart(from.scheme)) {
        to.scheme = from.scheme;
    }
    for (std::size_t i = 0; i < to.exceptions.size(); ++i) {
        const ScoreException wanted = scoringPart(to.exceptions[i]);
        const auto isSame = [&](const ScoreException& other) { return scoringPart(other) == wanted; };
        auto same = std::find_if(from.exceptions.begin(), from.exceptions.end(), isSame);
        if (i < from.exceptions.size() && isSame(from.exceptions[i])) {
            same = from.exceptions.begin() +
                   static_cast<std::ptrdiff_t>(i); // of two alike, the one at its place
        }
        if (same != from.exceptions.end()) {
            to.exceptions[i].name = same->name;
        }
    }
}

void takeLevelLabels(TemplateVersion& to, const std::vector<Metric>& metrics) {
    for (FrozenMetric& frozen : to.metrics) {
        const Metric* current = exchange::findMetric(metrics, frozen.key);
        if (!current) {
            continue;
        }
        for (Level& level : frozen.rule.levels) {
            const std::vector<Level>& named = current->rule.levels;
            const auto same = std::find_if(
                named.begin(), named.end(), [&](const Level& l) { return l.level == level.level; });
            if (same != named.end()) {
                level.label = same->label;
                level.help = same->help;
            }
        }
    }
}

} // namespace hb::book
