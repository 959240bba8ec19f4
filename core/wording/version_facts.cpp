// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/version_facts.h"

#include "core/wording/numbers.h"
#include "core/wording/version_words.h"
#include "core/wording/words.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace hb::wording {

namespace {

QString curveText(const std::vector<CurvePoint>& curve) {
    QStringList points;
    for (const CurvePoint& point : curve) {
        points << Words::tr("%1 gives %2").arg(exactNumber(point.value), exactNumber(point.score));
    }
    return points.join(Words::tr(", "));
}

} // namespace

Facts factsOf(const RuledUse& ruled, const std::vector<Metric>& metrics) {
    const GroupMetric& use = ruled.use;
    const MetricRule& rule = ruled.rule;
    Facts facts{{Words::tr("weight"), exactNumber(use.weight)}};
    if (rule.kind == MetricKind::Number) {
        facts.push_back({Words::tr("curve"), curveText(use.curve)});
    }
    for (const Level& level : rule.levels) {
        facts.push_back({labelOf(level, use.metric, metrics), exactNumber(scoreOf(use, level))});
    }
    facts.push_back({Words::tr("when stale"), staleText(use.whenStale)});
    facts.push_back({Words::tr("when missing"), missingText(use.whenMissing)});
    facts.push_back({Words::tr("how long it is valid"), validText(rule.validDays)});
    facts.push_back({Words::tr("read as"), readingText(rule)});
    facts.push_back({Words::tr("where nothing was measured"),
                     rule.emptyIsZero ? Words::tr("it is 0") : Words::tr("it is missing")});
    facts.push_back(
        {Words::tr("reads"),
         rule.series.empty() ? Words::tr("its own measurements") : metricName(metrics, rule.series)});
    return facts;
}

Facts factsOf(const Group& group) {
    return {{Words::tr("Name"), groupName(group)},
            {Words::tr("Weight"), exactNumber(group.weight)},
            {Words::tr("Scores as"),
             group.rollup == Rollup::Min ? Words::tr("its lowest metric")
                                         : Words::tr("the mean of its metrics")}};
}

Facts schemeFacts(const Scheme& scheme, RangeFacts ranges) {
    Facts facts{{Words::tr("Shown as"), schemeKindText(scheme.kind)}};
    if (ranges == RangeFacts::InOne) {
        facts.push_back({Words::tr("Ranges"), rangesText(scheme)});
        return facts;
    }
    for (std::size_t at = 0; at < scheme.ranges.size(); ++at) {
        const Range& range = scheme.ranges[at];
        QStringList said{Words::tr("%1 from %2").arg(fromUtf8(range.label), exactNumber(range.from)),
                         bandName(range.colour),
                         fromUtf8(range.help)};
        said.removeAll(QString());
        facts.push_back({Words::tr("Range %1").arg(at + 1), said.join(Words::tr(", "))});
    }
    return facts;
}

Facts ruleFacts(const TemplateVersion& version) {
    return {{Words::tr("Score"),
             version.rollup == Rollup::Min ? Words::tr("that of the lowest group")
                                           : Words::tr("the mean of the groups")},
            {Words::tr("Minimum coverage"), Words::tr("%1%").arg(exactNumber(version.minCoverage * 100))},
            {Words::tr("Trend over"), daysText(version.trend.days)},
            {Words::tr("Trend from"), Words::tr("%1 points on").arg(exactNumber(version.trend.threshold))}};
}

} // namespace hb::wording
