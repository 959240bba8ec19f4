// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/draft_scorecard.h"

#include "core/book/scoring_part.h"
#include "core/exchange/frozen_rules.h"
#include "core/exchange/scorecard_json.h"

#include <QString>

#include <algorithm>
#include <iterator>

namespace hb::book {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestKey = 64;

TemplateVersion versionOf(const Draft& draft, const std::vector<Metric>& metrics) {
    TemplateVersion version = draft.version;
    version.metrics = exchange::frozenRules(version, metrics);
    return version;
}

Template templateOf(const Draft& draft, const std::vector<Metric>& metrics) {
    TemplateVersion version = versionOf(draft, metrics);
    version.number = 1;
    version.reason.clear();
    version.effectiveFrom =
        std::clamp(version.effectiveFrom, firstDay, lastDay); // open until it is published
    return {.key = draft.key,
            .name = draft.name,
            .isDefault = draft.isDefault,
            .retiredOn = {},
            .charter = draft.charter,
            .versions = {std::move(version)}};
}

/// Puts the draft's template where the book's stands, or before the default.
void put(Template wanted, std::vector<Template>& templates) {
    const auto old = std::ranges::find(templates, wanted.key, &Template::key);
    if (old != templates.end()) {
        *old = std::move(wanted);
        return;
    }
    templates.insert(std::ranges::find(templates, true, &Template::isDefault), std::move(wanted));
}

/// A rule that was changed goes with its metric: what is taken out of the draft changes no other template.
bool isUsed(const TemplateVersion& version, const std::string& key) {
    return std::ranges::any_of(version.groups, [&](const Group& group) {
        return std::ranges::find(group.metrics, key, &GroupMetric::metric) != group.metrics.end();
    });
}

/// The order of the book, retired templates included: a past day tries them where they stood. New ones stand
/// before the default.
void keepOrder(const std::vector<Template>& before, std::vector<Template>& templates) {
    const auto isNew = [&](const Template& each) {
        return std::ranges::find(before, each.key, &Template::key) == before.end();
    };
    std::vector<Template> ordered;
    for (const Template& each : before) {
        if (each.isDefault && !each.retiredOn) {
            std::ranges::copy_if(templates, std::back_inserter(ordered), isNew);
        }
        ordered.push_back(*std::ranges::find(templates, each.key, &Template::key));
    }
    templates = std::move(ordered);
}

std::string folded(const std::string& name) {
    std::string key;
    for (const char each : name) {
        const bool isKept = (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '-';
        if (isKept) {
            key += each;
        } else if (each >= 'A' && each <= 'Z') {
            key += static_cast<char>(each - 'A' + 'a');
        } else if (!key.empty() && key.back() != '_') {
            key += '_';
        }
    }
    while (!key.empty() && key.back() == '_') {
        key.pop_back();
    }
    return key.empty() ? "template" : key.substr(0, longestKey - 4);
}

} // namespace

Draft draftOf(const Template& each, const TemplateVersion& version, const std::vector<Metric>& metrics) {
    Draft draft{.key = each.key,
                .name = each.name,
                .isDefault = each.isDefault,
                .basedOn = version.number,
                .charter = each.charter,
                .version = version};
    draft.version.number = TemplateVersion{}.number; // open, as the book gives it back
    draft.version.reason.clear();
    draft.version.effectiveFrom = {};
    std::erase_if(draft.version.metrics, [&](const FrozenMetric& frozen) {
        const Metric* current = exchange::findMetric(metrics, frozen.key);
        return current && scoringPart(current->rule) == scoringPart(frozen.rule);
    });
    return draft;
}

Draft duplicateOf(const Draft& from, std::string key, std::string name) {
    Draft draft = from;
    draft.key = std::move(key);
    draft.name = std::move(name);
    draft.isDefault = false;
    draft.basedOn = 0;
    draft.charter = {};
    draft.version.appliesTo.clear();
    return draft;
}

std::string freeTemplateKey(const Snapshot& snapshot, const std::string& name) {
    const auto isTaken = [&](const std::string& key) {
        return std::ranges::find(snapshot.scorecard->templates, key, &Template::key) !=
                   snapshot.scorecard->templates.end() ||
               std::ranges::any_of(snapshot.drafts,
                                   [&](const SavedDraft& saved) { return saved.draft.key == key; });
    };
    const std::string base = folded(name);
    std::string key = base;
    for (int number = 2; isTaken(key); ++number) {
        key = base + "_" + std::to_string(number);
    }
    return key;
}

std::vector<Metric> metricsWith(const std::vector<Metric>& metrics, const Draft& draft) {
    std::vector<Metric> all = metrics;
    for (Metric& metric : all) {
        const FrozenMetric* changed = exchange::findFrozen(draft.version.metrics, metric.key);
        if (changed && isUsed(draft.version, metric.key)) {
            metric.rule = changed->rule;
        }
    }
    return all;
}

QStringList draftFaults(const Scorecard& book, const Draft& draft) {
    const std::vector<Metric> metrics = metricsWith(book.metrics, draft);
    const QStringList all = exchange::scorecardFaults(
        {.goals = book.goals, .metrics = metrics, .templates = {templateOf(draft, metrics)}});
    const QString own = u"/templates/0/"_s;
    QStringList faults;
    for (const QString& fault : all) {
        if (fault.startsWith(own)) {
            faults.append(fault.mid(own.size() - 1));
        } else if (fault.startsWith(u"/metrics/"_s)) {
            faults.append(fault);
        }
    }
    if (draft.name.empty()) {
        faults.prepend(u"/name: is required"_s);
    }
    return faults;
}

Result<MergedScorecard>
scorecardWith(const Scorecard& book, const Draft& draft, const MergeOptions& options) {
    if (const QStringList faults = draftFaults(book, draft); !faults.isEmpty()) {
        return failure({.code = ErrorCode::InvalidInput,
                        .what = "The draft is not ready to be published",
                        .found = faults.join(u'\n').toStdString(),
                        .hint = "Mend these places and publish it again; nothing was changed",
                        .place = draft.key});
    }
    Scorecard file = book;
    file.metrics = metricsWith(book.metrics, draft);
    put(templateOf(draft, file.metrics), file.templates);
    HB_TRY(MergedScorecard merged, mergeScorecard(book, file, options));
    keepOrder(book.templates, merged.scorecard.templates);
    return merged;
}

QByteArray versionJson(const Scorecard& book, const Template& each, const TemplateVersion& version) {
    Scorecard one = book;
    for (Metric& metric : one.metrics) {
        if (const FrozenMetric* frozen = exchange::findFrozen(version.metrics, metric.key)) {
            metric.rule = frozen->rule;
        }
    }
    std::erase_if(one.templates, [&](const Template& other) {
        return other.key == each.key || other.retiredOn || !other.isDefault || each.isDefault;
    });
    Template kept = each;
    kept.retiredOn.reset();
    kept.versions = {version};
    one.templates.insert(one.templates.begin(), std::move(kept));
    return exchange::toJson(one, exchange::Versions::Newest);
}

} // namespace hb::book
