// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/origin_sentence.h"

#include "core/wording/days.h"
#include "core/wording/named.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"

#include <algorithm>

namespace hb::wording {

using scoring::AccountDetail;
using scoring::CompiledMetric;
using scoring::Scorer;

namespace {

/// The measurements of a stretch of days, both included.
struct Stretch {
    int count = 0;
    Day first, last;
};

Stretch stretchOf(Points points, Day from, Day to) {
    const auto first = std::ranges::lower_bound(points.days, from.number);
    const auto end = std::ranges::upper_bound(points.days, to.number);
    if (first >= end) {
        return {};
    }
    return {.count = static_cast<int>(end - first), .first = Day{*first}, .last = Day{*(end - 1)}};
}

QString measurements(const Stretch& stretch) {
    const int n = stretch.count;
    const QString many =
        n == 1 ? Words::tr("%n measurement", nullptr, n) : Words::tr("%n measurements", nullptr, n);
    return n == 1 ? Words::tr("%1 on %2").arg(many, longDayText(stretch.first))
                  : Words::tr("%1 from %2 to %3")
                        .arg(many, longDayText(stretch.first), longDayText(stretch.last));
}

QString daysTo(int days, Day day) {
    return days == 1 ? Words::tr("No measurement in the %n day to %1.", nullptr, days).arg(longDayText(day))
                     : Words::tr("No measurement in the %n days to %1.", nullptr, days).arg(longDayText(day));
}

QString windowSentence(const MetricRule& rule, Points points, Day day) {
    const Stretch now = stretchOf(points, day - (rule.windowDays - 1), day);
    if (now.count == 0) {
        return daysTo(rule.windowDays, day);
    }
    const QString of = measurements(now);
    switch (rule.aggregation) {
    case Aggregation::Mean:
        return Words::tr("The mean of %1.").arg(of);
    case Aggregation::Sum:
        return Words::tr("The sum of %1.").arg(of);
    case Aggregation::Min:
        return Words::tr("The lowest of %1.").arg(of);
    case Aggregation::Max:
        return Words::tr("The highest of %1.").arg(of);
    default:
        return Words::tr("The number of days with one: %1.").arg(of);
    }
}

QString changeOfMeansSentence(const MetricRule& rule, Points points, Day day) {
    const Stretch now = stretchOf(points, day - (rule.windowDays - 1), day);
    const Stretch before = stretchOf(points, day - (2 * rule.windowDays - 1), day - rule.windowDays);
    if (now.count == 0) {
        return daysTo(rule.windowDays, day);
    }
    if (before.count == 0) {
        return daysTo(rule.windowDays, day - rule.windowDays);
    }
    return Words::tr("The mean of %1, against that of %2.").arg(measurements(now), measurements(before));
}

QString measuredText(const Metric& metric,
                     const CompiledMetric& compiled,
                     const scoring::MetricDetail& detail,
                     Points points,
                     Day day) {
    if (!detail.value.observedOn) {
        return metric.source.empty()
                   ? Words::tr("Never measured here.")
                   : Words::tr("Never measured here; it comes from %1.").arg(fromUtf8(metric.source));
    }
    const QString last = longDayText(*detail.value.observedOn);
    switch (compiled.rule.aggregation) {
    case Aggregation::Last: {
        const QString value = detail.value.value ? valueText(metric, *detail.value.value) : QString();
        return metric.source.empty()
                   ? Words::tr("%1, measured on %2.").arg(value, last)
                   : Words::tr("%1, measured on %2 (%3).").arg(value, last, fromUtf8(metric.source));
    }
    case Aggregation::DaysSince:
        return Words::tr("Counted from the last one, on %1.").arg(last);
    case Aggregation::ChangePct:
        return changeOfMeansSentence(compiled.rule, points, day);
    default:
        return windowSentence(compiled.rule, points, day);
    }
}

} // namespace

QString measuredSentence(const Scorer& scorer, const AccountDetail& detail, std::size_t metric) {
    const CompiledMetric& compiled = versionOf(scorer, detail).metrics[metric];
    const Snapshot& snapshot = scorer.snapshot();
    const QString text = measuredText(metricOf(scorer, detail, metric),
                                      compiled,
                                      detail.metrics[metric],
                                      snapshot.series[compiled.series].of(detail.account),
                                      detail.day);
    return compiled.series == compiled.metric
               ? text
               : Words::tr("%1 It is worked out from %2.")
                     .arg(text, fromUtf8(snapshot.scorecard->metrics[compiled.series].name));
}

QString scoredSentence(const Scorer& scorer, const AccountDetail& detail, std::size_t metric) {
    const scoring::MetricDetail& state = detail.metrics[metric];
    if (!state.score) {
        return Words::tr("It has no score and does not count.");
    }
    const scoring::CompiledVersion& version = versionOf(scorer, detail);
    const QString score = scoreText(*state.score, std::max(1, schemeDecimals(version.ranges)));
    const QString rule =
        Words::tr("%1 v%2").arg(templateName(scorer, detail), QString::number(version.number));
    const QString by = version.effectiveFrom <= detail.day
                           ? Words::tr("%1, in force since %2").arg(rule, longDayText(version.effectiveFrom))
                           : rule;
    if (state.share > 0) {
        return Words::tr("It scores %1 and has %2 of the whole, by %3.")
            .arg(score, percentText(state.share), by);
    }
    return state.counts ? Words::tr("It scores %1; the lowest alone counts, by %2.").arg(score, by)
                        : Words::tr("It scores %1 and is only shown: its weight is 0 in %2.").arg(score, by);
}

QString importedSentence(const NamedRun& run) {
    const QString what = run.on ? Words::tr("Imported by %1 on %2").arg(run.by, longDayText(*run.on))
                                : Words::tr("Imported by %1").arg(run.by);
    const QString number = QString::number(run.number);
    const QString text = run.file.isEmpty() ? Words::tr("%1: run %2.").arg(what, number)
                                            : Words::tr("%1: %2, run %3.").arg(what, run.file, number);
    return run.note.isEmpty() ? text : Words::tr("%1 It says: %2.").arg(text, quoted(run.note));
}

QString handValueSentence(const Metric& metric, const NamedHandValue& value, Day today) {
    const QString what = valueText(metric, value.value);
    const QString day = dayText(value.day, today);
    const QString text =
        value.note.isEmpty()
            ? Words::tr("%1 set %2 on %3.").arg(value.author, what, day)
            : Words::tr("%1 set %2 on %3: %4.").arg(value.author, what, day, quoted(value.note));
    if (!value.importedValue || *value.importedValue == value.value) {
        return text;
    }
    return Words::tr("%1 An import says %2 for that day.").arg(text, valueText(metric, *value.importedValue));
}

} // namespace hb::wording
