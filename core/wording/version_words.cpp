// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/version_words.h"

#include "core/wording/condition_level.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace hb::wording {

namespace {

constexpr int mostDecimals = 6;
QString joined(QStringList parts, const QString& last) {
    if (parts.size() < 2) {
        return parts.value(0);
    }
    const QString end = parts.takeLast();
    return last.arg(parts.join(Words::tr(", ")), end);
}

/// segment for "segment", renewal date for "renewal_date".
QString attributeText(const std::string& key) {
    return fromUtf8(key).replace(u'_', u' ');
}

QString scoreTest(const Condition& condition, const QString& subject) {
    const QString score = exactNumber(condition.score);
    return condition.test == Condition::Test::ScoreAtMost
               ? Words::tr("%1 scores at most %2").arg(subject, score)
               : Words::tr("%1 scores at least %2").arg(subject, score);
}

} // namespace

QString exactNumber(double number) {
    const QLocale locale;
    QString text = locale.toString(std::abs(number), 'f', mostDecimals);
    if (text.contains(locale.decimalPoint())) {
        while (text.endsWith(locale.zeroDigit())) {
            text.chop(locale.zeroDigit().size());
        }
        if (text.endsWith(locale.decimalPoint())) {
            text.chop(locale.decimalPoint().size());
        }
    }
    return number < 0 ? minus + text : text;
}

QString daysText(int days) {
    return days == 1 ? Words::tr("%n day", nullptr, days) : Words::tr("%n days", nullptr, days);
}

QString anyOf(const std::vector<std::string>& values) {
    QStringList texts;
    for (const std::string& value : values) {
        texts << (value.empty() ? Words::tr("none") : fromUtf8(value));
    }
    return joined(texts, Words::tr("%1 or %2"));
}

QString metricName(const Metric& metric) {
    return fromUtf8(metric.name.empty() ? metric.key : metric.name);
}

QString metricName(const std::vector<Metric>& metrics, const std::string& key) {
    const auto found = std::ranges::find(metrics, key, &Metric::key);
    return fromUtf8(found == metrics.end() || found->name.empty() ? key : found->name);
}

QString groupName(const Group& group) {
    return fromUtf8(group.name.empty() ? group.key : group.name);
}

QString groupName(const TemplateVersion& version, const std::string& key) {
    const auto found = std::ranges::find(version.groups, key, &Group::key);
    return found == version.groups.end() ? fromUtf8(key) : groupName(*found);
}

QString conditionText(const Condition& condition,
                      const TemplateVersion& version,
                      const std::vector<Metric>& metrics) {
    using Target = Condition::Target;
    const bool isAbsent = condition.test == Condition::Test::Absent;
    switch (condition.target) {
    case Target::Metric: {
        const QString name = metricName(metrics, condition.key);
        if (isAbsent) {
            return Words::tr("%1 is stale or missing").arg(name);
        }
        const QString level = conditionLevel(condition, version, metrics);
        const QString test = scoreTest(condition, name);
        return level.isEmpty() ? test : Words::tr("%1 (%2)").arg(test, level);
    }
    case Target::AnyMetric:
        return isAbsent ? Words::tr("any metric is stale or missing")
                        : scoreTest(condition, Words::tr("any metric"));
    case Target::Group: {
        const QString name = groupName(version, condition.key);
        return isAbsent ? Words::tr("%1 has no score").arg(name) : scoreTest(condition, name);
    }
    case Target::Attribute:
        return Words::tr("%1 is %2").arg(attributeText(condition.key), anyOf(condition.values));
    case Target::Overall:
        break;
    }
    const QString score = exactNumber(condition.score);
    return condition.test == Condition::Test::ScoreAtMost ? Words::tr("the score is at most %1").arg(score)
                                                          : Words::tr("the score is at least %1").arg(score);
}

QString conditionsText(const ScoreException& exception,
                       const TemplateVersion& version,
                       const std::vector<Metric>& metrics) {
    QStringList texts;
    for (const Condition& condition : exception.when) {
        texts << conditionText(condition, version, metrics);
    }
    return texts.isEmpty() ? Words::tr("nothing yet") : joined(texts, Words::tr("%1 and %2"));
}

QString effectText(const ScoreException& exception) {
    const QString score = exactNumber(exception.score);
    return exception.effect == ScoreException::Effect::CapAt ? Words::tr("caps the score at %1").arg(score)
                                                             : Words::tr("raises the score to %1").arg(score);
}

QString staleText(const WhenStale& when) {
    switch (when.rule) {
    case WhenStale::Rule::Exclude:
        return Words::tr("does not count");
    case WhenStale::Rule::Keep:
        return Words::tr("keeps its last score");
    case WhenStale::Rule::DecayTo:
        break;
    }
    return Words::tr("moves to %1").arg(exactNumber(when.target));
}

QString missingText(const std::optional<double>& when) {
    return when ? Words::tr("counts as %1").arg(exactNumber(*when)) : Words::tr("does not count");
}

QString readingText(const MetricRule& rule) {
    const QString days = daysText(rule.windowDays);
    switch (rule.aggregation) {
    case Aggregation::Last:
        return Words::tr("the last value");
    case Aggregation::Mean:
        return Words::tr("the mean of %1").arg(days);
    case Aggregation::Sum:
        return Words::tr("the sum of %1").arg(days);
    case Aggregation::Min:
        return Words::tr("the lowest of %1").arg(days);
    case Aggregation::Max:
        return Words::tr("the highest of %1").arg(days);
    case Aggregation::Count:
        return Words::tr("the days with a value, of %1").arg(days);
    case Aggregation::ChangePct:
        return Words::tr("the change over %1 in percent").arg(days);
    case Aggregation::DaysSince:
        break;
    }
    return Words::tr("the days since the last value");
}

QString validText(int days) {
    return days == 0 ? Words::tr("always valid") : Words::tr("valid for %1").arg(daysText(days));
}

QString schemeKindText(SchemeKind kind) {
    switch (kind) {
    case SchemeKind::RedYellowGreen:
        return Words::tr("red, yellow and green");
    case SchemeKind::Letters:
        return Words::tr("letters");
    case SchemeKind::Numeric:
        break;
    }
    return Words::tr("numbers");
}

QString rangesText(const Scheme& scheme) {
    QStringList texts;
    for (const Range& range : scheme.ranges) {
        texts << Words::tr("%1 %2").arg(fromUtf8(range.label), exactNumber(range.from));
    }
    return texts.join(Words::tr(", "));
}

QString appliesToText(const std::vector<AttributeFilter>& filters) {
    if (filters.empty()) {
        return Words::tr("every account");
    }
    QStringList texts;
    for (const AttributeFilter& filter : filters) {
        texts << (filter.values.empty()
                      ? Words::tr("%1 is not chosen yet").arg(attributeText(filter.attribute))
                      : Words::tr("%1 is %2").arg(attributeText(filter.attribute), anyOf(filter.values)));
    }
    return joined(texts, Words::tr("%1 and %2"));
}

} // namespace hb::wording
