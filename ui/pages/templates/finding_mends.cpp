// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/finding_mends.h"

#include "core/wording/finding_sentence.h"

#include <QCoreApplication>

#include <cstddef>

namespace hb::pages {

namespace {

using analytics::Finding;
using analytics::FindingKind;

struct Mends {
    Q_DECLARE_TR_FUNCTIONS(Mends)
};

/// What a finding is about; nullptr: no metric.
const Metric* metricOf(const scoring::Scorer& scorer, const Finding& finding) {
    if (!finding.metric) {
        return nullptr;
    }
    const scoring::CompiledVersion& version = scorer.version(finding.templateIndex, finding.versionIndex);
    return &scorer.snapshot().scorecard->metrics[version.metrics[*finding.metric].metric];
}

bool isMendedByWeight(FindingKind kind) {
    return kind == FindingKind::SameScore || kind == FindingKind::SaysTheSame ||
           kind == FindingKind::NotActionable;
}

/// "It" where there is one thing it could be.
QString labelOf(const scoring::Scorer& scorer, const Finding& finding) {
    const FindingKind kind = finding.kind;
    const Metric* metric = metricOf(scorer, finding);
    if (kind == FindingKind::SaysTheSame && metric) {
        return Mends::tr("Do not count %1").arg(QString::fromStdString(metric->name));
    }
    if (needsOwner(scorer, finding)) {
        return Mends::tr("Say who owns it");
    }
    if (isMendedByWeight(kind)) {
        return Mends::tr("Do not count it");
    }
    return kind == FindingKind::IdleException || kind == FindingKind::IdleGroup ? Mends::tr("Remove it")
                                                                                : QString();
}

} // namespace

FindingRow findingRow(const scoring::Scorer& scorer, const Finding& finding, bool isEditable) {
    const Metric* metric = metricOf(scorer, finding);
    return {.what = wording::findingSentence(scorer, finding),
            .mend = wording::findingMend(scorer, finding),
            .metric = metric ? QString::fromStdString(metric->key) : QString(),
            .mendLabel = isEditable ? labelOf(scorer, finding) : QString()};
}

bool needsOwner(const scoring::Scorer& scorer, const Finding& finding) {
    const Metric* metric = metricOf(scorer, finding);
    return finding.kind == FindingKind::NotActionable && metric && metric->ownerTeam.empty();
}

std::optional<Draft> mended(const Draft& draft, const scoring::Scorer& scorer, const Finding& finding) {
    Draft better = draft;
    TemplateVersion& version = better.version;
    if (needsOwner(scorer, finding)) {
        return std::nullopt;
    }
    if (isMendedByWeight(finding.kind) && finding.metric) {
        const std::string& key = metricOf(scorer, finding)->key;
        for (Group& group : version.groups) {
            for (GroupMetric& metric : group.metrics) {
                if (metric.metric == key) {
                    metric.weight = 0;
                }
            }
        }
    } else if (finding.kind == FindingKind::IdleException && finding.exception &&
               *finding.exception < version.exceptions.size()) {
        version.exceptions.erase(version.exceptions.begin() +
                                 static_cast<std::ptrdiff_t>(*finding.exception));
    } else if (finding.kind == FindingKind::IdleGroup && finding.group &&
               *finding.group < version.groups.size()) {
        version.groups.erase(version.groups.begin() + static_cast<std::ptrdiff_t>(*finding.group));
    }
    return better == draft ? std::nullopt : std::optional(std::move(better));
}

} // namespace hb::pages
