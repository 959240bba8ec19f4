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

std::string keyOf(const scoring::Scorer& scorer, const Finding& finding, std::size_t metric) {
    const scoring::CompiledVersion& version = scorer.version(finding.templateIndex, finding.versionIndex);
    return scorer.snapshot().scorecard->metrics[version.metrics[metric].metric].key;
}

QString nameOf(const scoring::Scorer& scorer, const Finding& finding) {
    if (!finding.metric) {
        return {};
    }
    const scoring::CompiledVersion& version = scorer.version(finding.templateIndex, finding.versionIndex);
    return QString::fromStdString(
        scorer.snapshot().scorecard->metrics[version.metrics[*finding.metric].metric].name);
}

bool isMendedByWeight(FindingKind kind) {
    return kind == FindingKind::SameScore || kind == FindingKind::SaysTheSame ||
           kind == FindingKind::NotActionable;
}

/// "It" where there is one thing it could be.
QString labelOf(FindingKind kind, const QString& metric) {
    if (kind == FindingKind::SaysTheSame) {
        return Mends::tr("Do not count %1").arg(metric);
    }
    if (isMendedByWeight(kind)) {
        return Mends::tr("Do not count it");
    }
    return kind == FindingKind::IdleException || kind == FindingKind::IdleGroup ? Mends::tr("Remove it")
                                                                                : QString();
}

} // namespace

FindingRow findingRow(const scoring::Scorer& scorer, const Finding& finding, bool isEditable) {
    return {.what = wording::findingSentence(scorer, finding),
            .mend = wording::findingMend(scorer, finding),
            .metric =
                finding.metric ? QString::fromStdString(keyOf(scorer, finding, *finding.metric)) : QString(),
            .mendLabel = isEditable ? labelOf(finding.kind, nameOf(scorer, finding)) : QString()};
}

std::optional<Draft> mended(const Draft& draft, const scoring::Scorer& scorer, const Finding& finding) {
    Draft better = draft;
    TemplateVersion& version = better.version;
    if (isMendedByWeight(finding.kind) && finding.metric) {
        const std::string key = keyOf(scorer, finding, *finding.metric);
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
