// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/metric_uses.h"

#include "core/wording/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace hb::pages {

namespace {

struct Uses {
    Q_DECLARE_TR_FUNCTIONS(MetricUses)
};

bool isUsed(const TemplateVersion& version, const std::string& metric) {
    return std::ranges::any_of(version.groups, [&](const Group& group) {
        return std::ranges::find(group.metrics, metric, &GroupMetric::metric) != group.metrics.end();
    });
}

bool isMeasured(const SeriesColumn& series) {
    return std::ranges::any_of(series.blocks,
                               [](const auto& block) { return block && !block->days.empty(); });
}

} // namespace

int templatesUsing(const Scorecard& scorecard, const std::string& metric) {
    return static_cast<int>(std::ranges::count_if(scorecard.templates, [&](const Template& each) {
        return !each.retiredOn && !each.versions.empty() && isUsed(each.versions.back(), metric);
    }));
}

QString keptBecause(const Snapshot& snapshot, const Draft* shown, const std::string& metric) {
    for (const Template& each : snapshot.scorecard->templates) {
        const QString name = wording::fromUtf8(each.name);
        if (!each.versions.empty() && isUsed(each.versions.back(), metric)) {
            return Uses::tr("%1 uses it.").arg(name);
        }
        for (const TemplateVersion& version : each.versions) {
            if (isUsed(version, metric)) {
                return Uses::tr("v%1 of %2 used it, and its days are still scored by it.")
                    .arg(QString::number(version.number), name);
            }
        }
    }
    if (shown && isUsed(shown->version, metric)) {
        return Uses::tr("The draft of %1 uses it.").arg(wording::fromUtf8(shown->name));
    }
    for (const SavedDraft& saved : snapshot.drafts) {
        const bool isOlder = shown && saved.draft.key == shown->key; // than what is shown
        if (!isOlder && isUsed(saved.draft.version, metric)) {
            return Uses::tr("The draft of %1 uses it.").arg(wording::fromUtf8(saved.draft.name));
        }
    }
    for (const Metric& other : snapshot.scorecard->metrics) {
        if (other.rule.series == metric) {
            return Uses::tr("%1 reads its measurements.").arg(wording::fromUtf8(other.name));
        }
    }
    const auto index = snapshot.findMetric(metric);
    return index && *index < snapshot.series.size() && isMeasured(snapshot.series[*index])
               ? Uses::tr("It has measurements.")
               : QString();
}

} // namespace hb::pages
