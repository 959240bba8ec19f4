// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/draft_scoring.h"

#include <algorithm>

namespace hb::pages {

namespace {

/// The groups with a metric that the book knows and that has what it needs to score.
void dropUnfinishedGroups(std::vector<Group>& groups, const TemplateView& view) {
    for (Group& group : groups) {
        std::erase_if(group.metrics, [&](const GroupMetric& used) {
            const auto metric = std::ranges::find(view.metrics, used.metric, &Metric::key);
            const bool isNumber = metric != view.metrics.end() && metric->rule.kind == MetricKind::Number;
            return metric == view.metrics.end() || !view.moment->snapshot->findMetric(used.metric) ||
                   (isNumber && used.curve.size() < 2);
        });
    }
    std::erase_if(groups, [](const Group& group) { return group.metrics.empty(); });
}

void freezeRules(TemplateVersion& version, const TemplateView& view) {
    version.metrics.clear();
    const auto freeze = [&](const std::string& key) {
        const auto metric = std::ranges::find(view.metrics, key, &Metric::key);
        if (metric != view.metrics.end() &&
            std::ranges::find(version.metrics, key, &FrozenMetric::key) == version.metrics.end()) {
            version.metrics.push_back({key, metric->rule});
            if (!view.moment->snapshot->findMetric(metric->rule.series)) {
                version.metrics.back().rule.series.clear();
            }
        }
    };
    for (const Group& group : version.groups) {
        for (const GroupMetric& used : group.metrics) {
            freeze(used.metric);
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

analytics::TemplatePlace placeOf(const TemplateView& view) {
    const std::vector<Template>& templates = view.moment->snapshot->scorecard->templates;
    const auto at = std::ranges::find(templates, view.draft.key, &Template::key);
    analytics::TemplatePlace place;
    if (at != templates.end()) {
        place.index = static_cast<std::size_t>(at - templates.begin());
    }
    if (!view.draft.isDefault) {
        place.appliesTo = view.draft.version.appliesTo;
        if (place.appliesTo.empty()) {
            place.appliesTo.push_back({}); // unfinished: it asks for nobody, not for everybody
        }
    }
    return place;
}

std::optional<DraftScoring> scoringOf(const TemplateView& view) {
    DraftScoring scoring{
        .moment = view.moment, .version = view.draft.version, .place = placeOf(view), .exceptions = {}};
    TemplateVersion& version = scoring.version;
    dropUnfinishedGroups(version.groups, view);
    if (version.groups.empty() || version.scheme.ranges.empty()) {
        return std::nullopt;
    }
    freezeRules(version, view);
    version.exceptions.clear();
    for (std::size_t at = 0; at < view.draft.version.exceptions.size(); ++at) {
        const ScoreException& exception = view.draft.version.exceptions[at];
        if (!exception.when.empty() && std::ranges::all_of(exception.when, [&](const Condition& condition) {
                return resolves(condition, version);
            })) {
            version.exceptions.push_back(exception);
            scoring.exceptions.push_back(at);
        }
    }
    return scoring;
}

} // namespace hb::pages
