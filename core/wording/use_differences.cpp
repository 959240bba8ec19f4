// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/use_differences.h"

#include "core/wording/numbers.h"
#include "core/wording/version_words.h"
#include "core/wording/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::wording {

namespace {

constexpr qsizetype mostPoints = 3;

/// Points of one value each that was there before, or is there now, or both.
QStringList byValue(const std::vector<CurvePoint>& before, const std::vector<CurvePoint>& after) {
    QStringList changes;
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        const bool isOld = now == after.end() || (old != before.end() && old->value < now->value);
        const bool isNew = old == before.end() || (now != after.end() && now->value < old->value);
        if (isOld) {
            changes << Words::tr("%1 is no longer a point").arg(exactNumber(old++->value));
        } else if (isNew) {
            changes << Words::tr("%1 gives %2, a new point")
                           .arg(exactNumber(now->value), exactNumber(now->score));
            ++now;
        } else {
            if (old->score != now->score) {
                changes << Words::tr("%1 gives %2, was %3")
                               .arg(
                                   exactNumber(now->value), exactNumber(now->score), exactNumber(old->score));
            }
            ++old;
            ++now;
        }
    }
    return changes;
}

/// The same number of points: each is what it was, or has moved.
QStringList byPlace(const std::vector<CurvePoint>& before, const std::vector<CurvePoint>& after) {
    QStringList changes;
    for (std::size_t at = 0; at < after.size(); ++at) {
        const CurvePoint& old = before[at];
        const CurvePoint& now = after[at];
        if (old.value != now.value && old.score == now.score) {
            changes << Words::tr("%1 gives %2, was at %3")
                           .arg(exactNumber(now.value), exactNumber(now.score), exactNumber(old.value));
        } else if (old.value != now.value) {
            changes << Words::tr("%1 gives %2, was %3 giving %4")
                           .arg(exactNumber(now.value),
                                exactNumber(now.score),
                                exactNumber(old.value),
                                exactNumber(old.score));
        } else if (old.score != now.score) {
            changes << Words::tr("%1 gives %2, was %3")
                           .arg(exactNumber(now.value), exactNumber(now.score), exactNumber(old.score));
        }
    }
    return changes;
}

QString
curveText(const QString& name, const std::vector<CurvePoint>& before, const std::vector<CurvePoint>& after) {
    const bool isSameSize = before.size() == after.size();
    const QStringList changes = isSameSize ? byPlace(before, after) : byValue(before, after);
    if (changes.size() <= mostPoints) {
        return Words::tr("Curve of %1: %2").arg(name, changes.join(Words::tr("; ")));
    }
    if (isSameSize) {
        return Words::tr("Curve of %1: %2")
            .arg(name, Words::tr("%n points moved", nullptr, static_cast<int>(changes.size())));
    }
    return Words::tr("Curve of %1: %2 points, was %3")
        .arg(name,
             exactNumber(static_cast<double>(after.size())),
             exactNumber(static_cast<double>(before.size())));
}

QStringList levelTexts(const QString& name,
                       const RuledUse& before,
                       const RuledUse& after,
                       const std::vector<Metric>& metrics) {
    QStringList lines;
    for (const Level& level : after.rule.levels) {
        const QString label = labelOf(level, after.use.metric, metrics);
        const QString score = exactNumber(scoreOf(after.use, level));
        const auto old = std::ranges::find(before.rule.levels, level.level, &Level::level);
        if (old == before.rule.levels.end()) {
            lines << Words::tr("%1 has the level %2, which scores %3").arg(name, label, score);
        } else if (scoreOf(before.use, *old) != scoreOf(after.use, level)) {
            lines << Words::tr("Level %2 of %1 scores %3, was %4")
                         .arg(name, label, score, exactNumber(scoreOf(before.use, *old)));
        }
    }
    for (const Level& level : before.rule.levels) {
        if (std::ranges::find(after.rule.levels, level.level, &Level::level) == after.rule.levels.end()) {
            lines << Words::tr("%1 no longer has the level %2")
                         .arg(name, labelOf(level, before.use.metric, metrics));
        }
    }
    return lines;
}

QStringList ruleTexts(const QString& name,
                      const MetricRule& before,
                      const MetricRule& after,
                      const std::vector<Metric>& metrics) {
    QStringList lines;
    if (before.validDays != after.validDays) {
        lines << Words::tr("%1 is %2, was %3")
                     .arg(name, validText(after.validDays), validText(before.validDays));
    }
    if (before.aggregation != after.aggregation || before.windowDays != after.windowDays) {
        lines << Words::tr("%1 is read as %2, was %3").arg(name, readingText(after), readingText(before));
    }
    if (before.emptyIsZero != after.emptyIsZero) {
        lines << (after.emptyIsZero ? Words::tr("%1 is 0 where nothing was measured, was missing")
                                    : Words::tr("%1 is missing where nothing was measured, was 0"))
                     .arg(name);
    }
    if (before.series != after.series) {
        const auto source = [&](const MetricRule& rule) {
            return rule.series.empty() ? Words::tr("its own measurements") : metricName(metrics, rule.series);
        };
        lines << Words::tr("%1 reads %2, was %3").arg(name, source(after), source(before));
    }
    return lines;
}

QString rangeChange(const Range& before, const Range& after) {
    QStringList parts;
    const QString name = fromUtf8(after.label);
    if (before.label != after.label) {
        parts << Words::tr("%1 is now named %2").arg(fromUtf8(before.label), name);
    }
    if (before.from != after.from) {
        parts << Words::tr("%1 starts at %2, was %3")
                     .arg(name, exactNumber(after.from), exactNumber(before.from));
    }
    if (before.colour != after.colour) {
        parts << Words::tr("%1 is %2, was %3").arg(name, bandName(after.colour), bandName(before.colour));
    }
    if (before.help != after.help) {
        parts << Words::tr("%1 has another help text").arg(name);
    }
    return parts.join(u'\n');
}

} // namespace

double scoreOf(const GroupMetric& use, const Level& level) {
    const auto own = std::ranges::find(use.levels, level.level, &LevelScore::level);
    return own == use.levels.end() ? level.score : own->score;
}

QString labelOf(const Level& level, const std::string& metric, const std::vector<Metric>& metrics) {
    const auto found = std::ranges::find(metrics, metric, &Metric::key);
    if (found != metrics.end()) {
        const auto now = std::ranges::find(found->rule.levels, level.level, &Level::level);
        if (now != found->rule.levels.end()) {
            return fromUtf8(now->label);
        }
    }
    return fromUtf8(level.label);
}

MetricRule
ruleOf(const TemplateVersion& version, const std::string& metric, const std::vector<Metric>& metrics) {
    const auto frozen = std::ranges::find(version.metrics, metric, &FrozenMetric::key);
    if (frozen != version.metrics.end()) {
        return frozen->rule;
    }
    const auto own = std::ranges::find(metrics, metric, &Metric::key);
    return own == metrics.end() ? MetricRule() : own->rule;
}

QStringList
useDifferences(const RuledUse& before, const RuledUse& after, const std::vector<Metric>& metrics) {
    const QString name = metricName(metrics, after.use.metric);
    QStringList lines;
    if (before.use.curve != after.use.curve) {
        lines << curveText(name, before.use.curve, after.use.curve);
    }
    lines << levelTexts(name, before, after, metrics);
    if (before.use.whenStale != after.use.whenStale) {
        lines << Words::tr("%1 when stale: %2, was: %3")
                     .arg(name, staleText(after.use.whenStale), staleText(before.use.whenStale));
    }
    if (before.use.whenMissing != after.use.whenMissing) {
        lines << Words::tr("%1 when missing: %2, was: %3")
                     .arg(name, missingText(after.use.whenMissing), missingText(before.use.whenMissing));
    }
    return lines + ruleTexts(name, before.rule, after.rule, metrics);
}

QStringList schemeDifferences(const Scheme& before, const Scheme& after) {
    QStringList lines;
    if (before.kind != after.kind) {
        lines << Words::tr("Scores are shown as %1, were %2")
                     .arg(schemeKindText(after.kind), schemeKindText(before.kind));
    }
    if (before.ranges.size() != after.ranges.size()) {
        lines << Words::tr("The scheme is %1, was %2").arg(rangesText(after), rangesText(before));
        return lines;
    }
    for (std::size_t at = 0; at < after.ranges.size(); ++at) {
        if (before.ranges[at] != after.ranges[at]) {
            lines << rangeChange(before.ranges[at], after.ranges[at]).split(u'\n');
        }
    }
    return lines;
}

} // namespace hb::wording
