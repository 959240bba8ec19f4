// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/driver_sentence.h"

#include "core/wording/named.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"

#include <algorithm>
#include <cmath>

namespace hb::wording {

using scoring::AccountDetail;
using scoring::CostLine;
using scoring::LineKind;
using scoring::Scorer;

namespace {

bool showsPoints(double points) {
    return std::abs(points) >= 0.05;
}

/// What the metric (or exception, or override) of a line cost on another day; none where that day has no
/// score.
std::optional<double>
costOn(const Scorer& scorer, const AccountDetail& detail, const CostLine& line, Day day) {
    const AccountDetail earlier = scorer.detail(detail.account, day);
    if (!earlier.overall) {
        return std::nullopt;
    }
    for (const CostLine& each : explainScore(earlier)) {
        if (each.kind == line.kind &&
            (each.kind != LineKind::Metric || versionOf(scorer, earlier).metrics[each.metric].metric ==
                                                  versionOf(scorer, detail).metrics[line.metric].metric)) {
            return each.points;
        }
    }
    return 0;
}

QString
costText(const Scorer& scorer, const AccountDetail& detail, const CostLine& line, const QString& points) {
    switch (line.kind) {
    case LineKind::Metric:
        return Words::tr("%1 cost %2").arg(costLineName(scorer, detail, line), points);
    case LineKind::GroupOverrides:
        return Words::tr("Group overrides cost %1").arg(points);
    case LineKind::Exceptions: {
        const ScoreException* exception = exceptionOf(scorer, detail);
        return exception ? Words::tr("%1 costs %2").arg(quoted(fromUtf8(exception->name)), points)
                         : Words::tr("Exceptions cost %1").arg(points);
    }
    case LineKind::OverallOverride:
        break;
    }
    return Words::tr("The override costs %1").arg(points);
}

/// "Agree a date" in the middle of a sentence; "QBR" stays.
QString inSentence(const QString& text) {
    const bool acronym = text.size() > 1 && text.at(1).isUpper();
    return acronym ? text : text.left(1).toLower() + text.mid(1);
}

} // namespace

QString costLineName(const Scorer& scorer, const AccountDetail& detail, const CostLine& line) {
    switch (line.kind) {
    case LineKind::Metric:
        return fromUtf8(metricOf(scorer, detail, line.metric).name);
    case LineKind::GroupOverrides:
        return Words::tr("Group overrides");
    case LineKind::Exceptions: {
        const ScoreException* exception = exceptionOf(scorer, detail);
        return exception ? Words::tr("Exception: %1").arg(fromUtf8(exception->name))
                         : Words::tr("Exceptions");
    }
    case LineKind::OverallOverride:
        break;
    }
    return Words::tr("Override");
}

QString driverSentence(const Scorer& scorer, const AccountDetail& detail) {
    const std::vector<CostLine> lines = explainScore(detail);
    if (!detail.overall) {
        return {};
    }
    if (lines.empty() || lines.front().points < 0.05) {
        return Words::tr("Nothing costs points.");
    }
    const CostLine& top = lines.front();
    const QString points = Words::tr("%1 points").arg(pointsText(top.points));
    const QString cost = costText(scorer, detail, top, points);
    const int days = versionOf(scorer, detail).trend.days;
    const std::optional<double> earlier = costOn(scorer, detail, top, detail.day - days);
    if (!earlier || !showsPoints(top.points - *earlier)) {
        return Words::tr("%1.").arg(cost);
    }
    const QString difference = pointsText(std::abs(top.points - *earlier));
    const QString ago =
        days == 1 ? Words::tr("%n day ago", nullptr, days) : Words::tr("%n days ago", nullptr, days);
    return top.points > *earlier ? Words::tr("%1, %2 more than %3.").arg(cost, difference, ago)
                                 : Words::tr("%1, %2 less than %3.").arg(cost, difference, ago);
}

QString driverShort(const Scorer& scorer, const AccountDetail& detail) {
    const std::vector<CostLine> lines = explainScore(detail);
    if (lines.empty() || lines.front().points < 0.5) {
        return {};
    }
    return costText(scorer, detail, lines.front(), wholePointsText(lines.front().points));
}

QString helpSentence(const Scorer& scorer, const AccountDetail& detail) {
    const std::vector<CostLine> lines = explainScore(detail);
    const auto costliest = std::ranges::find(lines, LineKind::Metric, &CostLine::kind);
    if (costliest == lines.end() || costliest->points < 0.05) {
        return {};
    }
    const Metric& metric = metricOf(scorer, detail, costliest->metric);
    if (metric.action.empty()) {
        return {};
    }
    QString action = inSentence(fromUtf8(metric.action).trimmed());
    while (action.endsWith(u'.')) {
        action.chop(1);
    }
    return metric.ownerTeam.empty()
               ? Words::tr("What helps: %1.").arg(action)
               : Words::tr("What helps: %1 (%2).").arg(action, fromUtf8(metric.ownerTeam));
}

} // namespace hb::wording
