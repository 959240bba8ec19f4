// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/change_sentence.h"

#include "core/wording/days.h"
#include "core/wording/driver_sentence.h"
#include "core/wording/named.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::wording {

using scoring::AccountDetail;
using scoring::Cause;
using scoring::ChangeExplanation;
using scoring::ChangeLine;
using scoring::LineKind;
using scoring::Part;
using scoring::Scorer;

namespace {

constexpr std::size_t namedParts = 2;
constexpr double leastOfMost = 0.5;

struct NamedPoints {
    std::pair<LineKind, MetricIndex> subject; ///< two metrics may have one name
    QString name;
    double points = 0;
};

/// The two parts of a metric together, largest first, without what rounds to nothing.
std::vector<NamedPoints> partsByCause(const Scorer& scorer, const ChangeExplanation& change) {
    std::vector<NamedPoints> parts;
    for (const ChangeLine& line : change.lines) {
        const std::pair subject(line.kind, line.metric);
        const auto found = std::ranges::find(parts, subject, &NamedPoints::subject);
        if (found == parts.end()) {
            parts.push_back({subject, changeLineName(scorer, change, line), line.points});
        } else {
            found->points += line.points;
        }
    }
    std::erase_if(parts, [](const NamedPoints& part) { return std::abs(part.points) < smallestShown; });
    std::ranges::stable_sort(
        parts, std::ranges::greater(), [](const NamedPoints& part) { return std::abs(part.points); });
    return parts;
}

QString partsText(const std::vector<NamedPoints>& parts) {
    const std::size_t named = parts.size() <= namedParts + 1 ? parts.size() : namedParts;
    QStringList texts;
    for (std::size_t i = 0; i < named; ++i) {
        texts << Words::tr("%1 %2").arg(parts[i].name, signedPointsText(parts[i].points));
    }
    if (named < parts.size()) {
        double rest = 0;
        for (std::size_t i = named; i < parts.size(); ++i) {
            rest += parts[i].points;
        }
        const int others = static_cast<int>(parts.size() - named);
        texts << Words::tr("%n others %1", nullptr, others).arg(signedPointsText(rest));
    }
    return texts.join(Words::tr(", "));
}

QString periodText(const ChangeExplanation& change, Day today) {
    const auto [before, after] = std::pair(change.before.day, change.after.day);
    return before <= after
               ? wording::periodText(before, after, today)
               : Words::tr("from %1 back to %2").arg(dayText(before, today), dayText(after, today));
}

/// "Down 11.4 since 1 Mar", from the two shown scores.
QString headText(const ChangeExplanation& change, Day today) {
    const double points = *change.after.overall - *change.before.overall;
    const QString period = periodText(change, today);
    if (std::abs(points) < smallestShown) {
        return Words::tr("No change %1").arg(period);
    }
    const QString size = pointsText(std::abs(points));
    return points > 0 ? Words::tr("Up %1 %2").arg(size, period) : Words::tr("Down %1 %2").arg(size, period);
}

const scoring::MetricDetail*
metricDetail(const Scorer& scorer, const AccountDetail& detail, MetricIndex metric) {
    const std::optional<std::size_t> at = positionOf(scorer, detail, metric);
    return at ? &detail.metrics[*at] : nullptr;
}

/// The day on which a `last` metric went stale, or a window ran empty; none where the rule does not tell.
std::optional<Day> firstAbsentDay(const scoring::CompiledMetric& metric, const scoring::MetricDetail& now) {
    if (!now.value.observedOn) {
        return std::nullopt;
    }
    if (metric.rule.aggregation == Aggregation::Last) {
        return *now.value.observedOn + metric.rule.validDays + 1;
    }
    return metric.rule.aggregation == Aggregation::ChangePct
               ? std::nullopt
               : std::optional(*now.value.observedOn + metric.rule.windowDays);
}

QString absenceText(const Scorer& scorer,
                    const ChangeExplanation& change,
                    const ChangeLine& line,
                    const QString& name,
                    Day today) {
    const std::size_t at = *positionOf(scorer, change.after, line.metric);
    const scoring::MetricDetail& now = change.after.metrics[at];
    const std::optional<Day> since = firstAbsentDay(versionOf(scorer, change.after).metrics[at], now);
    const bool stale = now.state == scoring::State::Stale;
    QString what =
        stale ? Words::tr("%1 went stale").arg(name) : Words::tr("No recent data for %1").arg(name);
    if (since && stale) {
        what = Words::tr("%1 went stale on %2").arg(name, dayText(*since, today));
    } else if (since) {
        what = Words::tr("No data for %1 since %2").arg(name, dayText(*since, today));
    }
    return now.held && now.score ? Words::tr("%1, now counted as %2").arg(what, scoreText(*now.score, 0))
                                 : Words::tr("%1; the other metrics now count for more").arg(what);
}

QString overriddenText(const Scorer& scorer,
                       const ChangeExplanation& change,
                       const ChangeLine& line,
                       const QString& name) {
    const scoring::MetricDetail* now = metricDetail(scorer, change.after, line.metric);
    const Override* acting =
        now && now->override ? overrideOf(scorer, change.after.account, *now->override) : nullptr;
    return acting
               ? Words::tr("%1 set %2 to %3").arg(fromUtf8(acting->author), name, numberText(acting->score))
               : Words::tr("%1 set by hand").arg(name);
}

QString valueChangeText(const Metric& metric, const ChangeLine& line, const QString& name) {
    if (!line.valueBefore || !line.valueAfter) {
        return Words::tr("%1 changed").arg(name);
    }
    const QString before = valueText(metric, *line.valueBefore);
    const QString after = valueText(metric, *line.valueAfter);
    const bool saysUnit = metric.rule.kind == MetricKind::Level || metric.unit == "%" ||
                          !name.contains(fromUtf8(metric.unit), Qt::CaseInsensitive);
    if (before == after) {
        return Words::tr("%1 moved a little, to %2").arg(name, after);
    }
    if (metric.rule.kind == MetricKind::Level || metric.unit == "%") {
        return Words::tr("%1 went from %2 to %3").arg(name, before, after);
    }
    return Words::tr("%1 went from %2 to %3")
        .arg(name, numberText(*line.valueBefore), saysUnit ? after : numberText(*line.valueAfter));
}

/// What befell the weight of a metric. What made its value count otherwise stands in the line of its value.
QString weightText(const Scorer& scorer,
                   const ChangeExplanation& change,
                   const ChangeLine& line,
                   const QString& name) {
    const bool more = line.shareAfter > line.shareBefore;
    switch (line.cause) {
    case Cause::OtherTemplate:
        return (more ? Words::tr("%1 counts for more in the template %2")
                     : Words::tr("%1 counts for less in the template %2"))
            .arg(name, templateName(scorer, change.after));
    case Cause::NewVersion:
        return (more ? Words::tr("%1 counts for more in version %2")
                     : Words::tr("%1 counts for less in version %2"))
            .arg(name, QString::number(versionOf(scorer, change.after).number));
    case Cause::BecameWeakest:
        return Words::tr("%1 became the lowest, which alone counts").arg(name);
    case Cause::NoLongerWeakest:
        return Words::tr("The lowest, which alone counts, is no longer %1").arg(name);
    case Cause::OthersChanged:
        return more ? Words::tr("The weight of %1 rose as others changed").arg(name)
                    : Words::tr("The weight of %1 fell as others changed").arg(name);
    default:
        return more ? Words::tr("%1 now counts for more").arg(name)
                    : Words::tr("%1 now counts for less").arg(name);
    }
}

QString
metricLineText(const Scorer& scorer, const ChangeExplanation& change, const ChangeLine& line, Day today) {
    const Metric& metric = scorer.snapshot().scorecard->metrics[line.metric];
    const QString name = fromUtf8(metric.name);
    if (!metricDetail(scorer, change.after, line.metric)) {
        return Words::tr("%1 is no longer part of the score").arg(name);
    }
    if (line.part == Part::Weight && line.scoreBefore && line.scoreAfter) {
        return weightText(scorer, change, line, name);
    }
    switch (line.cause) {
    case Cause::Overridden:
        return overriddenText(scorer, change, line, name);
    case Cause::OverrideEnded:
        return Words::tr("The override of %1 has ended").arg(name);
    case Cause::OtherTemplate:
        return Words::tr("%1, now scored by the template %2").arg(name, templateName(scorer, change.after));
    case Cause::NewVersion:
        return Words::tr("%1, now scored by version %2")
            .arg(name, QString::number(versionOf(scorer, change.after).number));
    case Cause::WentStale:
        return absenceText(scorer, change, line, name, today);
    case Cause::CameBack:
        return Words::tr("%1 came back").arg(name);
    case Cause::FirstValue:
        return Words::tr("First value of %1").arg(name);
    case Cause::Decay:
        return Words::tr("%1, stale, faded further").arg(name);
    case Cause::Filled:
        return Words::tr("The score that stands in for %1 changed").arg(name);
    case Cause::BecameWeakest:
    case Cause::NoLongerWeakest:
    case Cause::OthersChanged:
        return weightText(scorer, change, line, name);
    case Cause::Value:
    case Cause::None:
        break;
    }
    return valueChangeText(metric, line, name);
}

QString exceptionLineText(const Scorer& scorer, const ChangeExplanation& change) {
    if (const ScoreException* now = exceptionOf(scorer, change.after)) {
        const QString score = pointsText(now->score);
        const QString name = quoted(fromUtf8(now->name));
        return now->effect == ScoreException::Effect::CapAt
                   ? Words::tr("%1 caps the score at %2").arg(name, score)
                   : Words::tr("%1 raises the score to %2").arg(name, score);
    }
    const ScoreException* before = exceptionOf(scorer, change.before);
    return before ? Words::tr("%1 no longer holds").arg(quoted(fromUtf8(before->name)))
                  : Words::tr("Exceptions");
}

QString overrideLineText(const ChangeExplanation& change) {
    return change.after.overallOverride ? Words::tr("The score is set by hand")
                                        : Words::tr("The override has ended");
}

} // namespace

QString changeLineName(const Scorer& scorer, const ChangeExplanation& change, const ChangeLine& line) {
    if (line.kind == LineKind::Metric) {
        return fromUtf8(scorer.snapshot().scorecard->metrics[line.metric].name);
    }
    const AccountDetail& shown = change.after.exception >= 0 ? change.after : change.before;
    return costLineName(scorer, shown, {.kind = line.kind});
}

QString changeSentence(const Scorer& scorer, const ChangeExplanation& change, Day today) {
    for (const AccountDetail* detail : {&change.before, &change.after}) {
        if (!detail->overall) {
            return Words::tr("There was not enough data for a score on %1.").arg(dayText(detail->day, today));
        }
    }
    const QString head = headText(change, today);
    for (const AccountDetail* detail : {&change.before, &change.after}) {
        if (!detail->rollUp) {
            return Words::tr("%1. Nothing was measured for %2, so the parts are not known.")
                .arg(head, dayText(detail->day, today));
        }
    }
    const std::vector<NamedPoints> parts = partsByCause(scorer, change);
    return parts.empty() ? Words::tr("%1.").arg(head) : Words::tr("%1: %2.").arg(head, partsText(parts));
}

QString changeHeadline(const Scorer& scorer, const ChangeExplanation& change, Day today) {
    if (!change.before.overall || !change.after.overall || !change.before.rollUp || !change.after.rollUp) {
        return changeSentence(scorer, change, today);
    }
    const double points = *change.after.overall - *change.before.overall;
    const std::vector<NamedPoints> parts = partsByCause(scorer, change);
    const double borne =
        parts.empty() || std::abs(points) < smallestShown ? 0 : parts.front().points / points;
    if (borne < leastOfMost || borne > 1 + leastOfMost / 10) { // others made up for more than a little
        return changeSentence(scorer, change, today);
    }
    const QString head = headText(change, today);
    return parts.size() == 1 ? Words::tr("%1, all of it %2.").arg(head, parts.front().name)
                             : Words::tr("%1, most of it %2 (%3).")
                                   .arg(head, parts.front().name, signedPointsText(parts.front().points));
}

QString
changeLineSentence(const Scorer& scorer, const ChangeExplanation& change, const ChangeLine& line, Day today) {
    QString text;
    switch (line.kind) {
    case LineKind::Metric:
        text = metricLineText(scorer, change, line, today);
        break;
    case LineKind::GroupOverrides:
        text = Words::tr("Group overrides");
        break;
    case LineKind::Exceptions:
        text = exceptionLineText(scorer, change);
        break;
    case LineKind::OverallOverride:
        text = overrideLineText(change);
        break;
    }
    return Words::tr("%1: %2.").arg(text, signedPointsText(line.points));
}

} // namespace hb::wording
