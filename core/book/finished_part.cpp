// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/finished_part.h"

#include "core/exchange/frozen_rules.h"

#include <algorithm>

namespace hb::book {

namespace {

/// Leaves the metrics that the book knows and that have what they need to score, and their groups.
void dropUnfinished(std::vector<Group>& groups,
                    const Snapshot& snapshot,
                    const std::vector<Metric>& metrics) {
    for (Group& group : groups) {
        std::erase_if(group.metrics, [&](const GroupMetric& used) {
            const Metric* metric = exchange::findMetric(metrics, used.metric);
            const bool isNumber = metric && metric->rule.kind == MetricKind::Number;
            return !metric || !snapshot.findMetric(used.metric) || (isNumber && used.curve.size() < 2);
        });
    }
    std::erase_if(groups, [](const Group& group) { return group.metrics.empty(); });
}

/// A rule whose series is gone reads the metric's own measurements.
void resolveSeries(std::vector<FrozenMetric>& metrics, const Snapshot& snapshot) {
    for (FrozenMetric& metric : metrics) {
        if (!snapshot.findMetric(metric.rule.series)) {
            metric.rule.series.clear();
        }
    }
}

bool resolves(const Condition& condition, const TemplateVersion& version) {
    switch (condition.target) {
    case Condition::Target::Metric:
        return std::ranges::any_of(version.groups, [&](const Group& group) {
            return std::ranges::find(group.metrics, condition.key, &GroupMetric::metric) !=
                   group.metrics.end();
        });
    case Condition::Target::Group:
        return std::ranges::find(version.groups, condition.key, &Group::key) != version.groups.end();
    case Condition::Target::AnyMetric:
    case Condition::Target::Overall:
    case Condition::Target::Attribute:
        break;
    }
    return true;
}

} // namespace

analytics::TemplatePlace placeOf(const Snapshot& snapshot, const Draft& draft) {
    const std::vector<Template>& templates = snapshot.scorecard->templates;
    const auto at = std::ranges::find(templates, draft.key, &Template::key);
    analytics::TemplatePlace place;
    if (at != templates.end()) {
        place.index = static_cast<std::size_t>(at - templates.begin());
    }
    if (!draft.isDefault) {
        place.appliesTo = draft.version.appliesTo;
        if (place.appliesTo.empty()) {
            place.appliesTo.push_back({}); // unfinished: it asks for nobody, not for everybody
        }
    }
    return place;
}

std::optional<FinishedPart>
finishedPart(const Snapshot& snapshot, const std::vector<Metric>& metrics, const Draft& draft) {
    FinishedPart part{.version = draft.version, .exceptions = {}};
    TemplateVersion& version = part.version;
    dropUnfinished(version.groups, snapshot, metrics);
    if (version.groups.empty() || version.scheme.ranges.empty()) {
        return std::nullopt;
    }
    version.metrics = exchange::frozenRules(version, metrics);
    resolveSeries(version.metrics, snapshot);
    version.exceptions.clear();
    for (std::size_t at = 0; at < draft.version.exceptions.size(); ++at) {
        const ScoreException& exception = draft.version.exceptions[at];
        const auto resolvesHere = [&](const Condition& condition) { return resolves(condition, version); };
        if (!exception.when.empty() && std::ranges::all_of(exception.when, resolvesHere)) {
            version.exceptions.push_back(exception);
            part.exceptions.push_back(at);
        }
    }
    return part;
}

} // namespace hb::book
