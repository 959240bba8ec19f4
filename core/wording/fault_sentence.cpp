// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/draft_sentence.h"
#include "core/wording/version_words.h"
#include "core/wording/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace hb::wording {

namespace {

/// The member of a list that a step of a path names; null where it names none.
template <typename T>
const T* at(const std::vector<T>& list, const QString& step) {
    bool isNumber = false;
    const uint place = step.toUInt(&isNumber);
    return isNumber && place < list.size() ? &list[place] : nullptr;
}

QString ordinal(const QString& step) {
    return QString::number(step.toUInt() + 1);
}

QString ofWhat(const QString& what, const QString& name) {
    return Words::tr("%1 of %2").arg(what, name);
}

/// What the last steps of a path are of a metric, in the catalogue or in a group.
QString metricPart(const QStringList& steps, const QString& name, const std::vector<Level>& levels) {
    const QString part = steps.value(0);
    if (part == u"curve") {
        const QString curve = Words::tr("Curve of %1").arg(name);
        return steps.size() > 1 ? Words::tr("%1, point %2").arg(curve, ordinal(steps[1])) : curve;
    }
    if (part == u"levels" && steps.size() > 1) {
        // a group names a level by its number, the catalogue by its place
        const auto number = std::ranges::find(levels, steps[1].toInt(), &Level::level);
        const Level* level = steps.size() > 2         ? at(levels, steps[1])
                             : number == levels.end() ? nullptr
                                                      : &*number;
        return ofWhat(Words::tr("Level %1").arg(level ? fromUtf8(level->label) : steps[1]), name);
    }
    const std::array<std::pair<QStringView, QString>, 10> parts{
        {{u"weight", Words::tr("Weight of %1")},
         {u"levels", Words::tr("Levels of %1")},
         {u"when_stale", Words::tr("%1 when stale")},
         {u"when_missing", Words::tr("%1 when missing")},
         {u"valid_days", Words::tr("Days that %1 is valid for")},
         {u"window_days", Words::tr("Window of %1")},
         {u"aggregation", Words::tr("Aggregation of %1")},
         {u"series", Words::tr("Measurements that %1 reads")},
         {u"empty_is_zero", Words::tr("Nothing measured of %1")},
         {u"goal", Words::tr("Goal of %1")}}};
    const auto found = std::ranges::find(parts, part, &std::pair<QStringView, QString>::first);
    return found == parts.end() ? name : found->second.arg(name);
}

class Subject {
public:
    Subject(const Draft& draft, const std::vector<Metric>& metrics)
        : m_draft(draft), m_version(draft.version), m_metrics(metrics) {}

    [[nodiscard]] QString of(const QStringList& steps) const {
        const QString first = steps.value(0);
        const QStringList rest = steps.mid(1);
        if (first == u"groups") {
            return rest.isEmpty() ? Words::tr("Groups") : group(rest);
        }
        if (first == u"exceptions") {
            return exception(rest);
        }
        if (first == u"scheme") {
            return range(rest.mid(1)); // behind "ranges"
        }
        if (first == u"metrics") {
            return metric(rest);
        }
        if (first == u"applies_to") {
            return rest.isEmpty() ? Words::tr("Applies to")
                                  : Words::tr("Applies to, %1").arg(QString(rest[0]).replace(u'_', u' '));
        }
        const std::array<std::pair<QStringView, QString>, 6> parts{
            {{u"name", Words::tr("Name")},
             {u"min_coverage", Words::tr("Minimum coverage")},
             {u"trend",
              rest.value(0) == u"days" ? Words::tr("Days of the trend") : Words::tr("Points of the trend")},
             {u"effective_from", Words::tr("First day")},
             {u"charter", Words::tr("Charter")},
             {u"key", Words::tr("Key")}}};
        const auto found = std::ranges::find(parts, first, &std::pair<QStringView, QString>::first);
        return found == parts.end() ? fromUtf8(m_draft.name) : found->second;
    }

private:
    [[nodiscard]] QString group(const QStringList& steps) const {
        const Group* group = at(m_version.groups, steps[0]);
        const QString name = group && !groupName(*group).isEmpty()
                                 ? groupName(*group)
                                 : Words::tr("Group %1").arg(ordinal(steps[0]));
        if (steps.value(1) == u"weight") {
            return Words::tr("Weight of %1").arg(name);
        }
        const GroupMetric* use = group && steps.value(1) == u"metrics" && steps.size() > 2
                                     ? at(group->metrics, steps[2])
                                     : nullptr;
        if (!use) {
            return name;
        }
        const auto found = std::ranges::find(m_metrics, use->metric, &Metric::key);
        const std::vector<Level> none;
        return metricPart(steps.mid(3),
                          metricName(m_metrics, use->metric),
                          found == m_metrics.end() ? none : found->rule.levels);
    }

    [[nodiscard]] QString exception(const QStringList& steps) const {
        const ScoreException* found = at(m_version.exceptions, steps.value(0));
        if (!found) {
            return Words::tr("Exceptions");
        }
        const QString name = found->name.empty() ? Words::tr("Exception %1").arg(ordinal(steps[0]))
                                                 : Words::tr("\"%1\"").arg(fromUtf8(found->name));
        return steps.value(1) == u"when" && steps.size() > 2
                   ? Words::tr("%1, condition %2").arg(name, ordinal(steps[2]))
                   : name;
    }

    [[nodiscard]] QString range(const QStringList& steps) const {
        const Range* found = at(m_version.scheme.ranges, steps.value(0));
        if (!found) {
            return Words::tr("Scheme");
        }
        const QString name =
            found->label.empty() ? Words::tr("range %1").arg(ordinal(steps[0])) : fromUtf8(found->label);
        return steps.value(1) == u"colour" ? Words::tr("Colour of %1").arg(name)
                                           : Words::tr("Bound of %1").arg(name);
    }

    [[nodiscard]] QString metric(const QStringList& steps) const {
        const Metric* found = at(m_metrics, steps.value(0));
        return found ? metricPart(steps.mid(1), metricName(m_metrics, found->key), found->rule.levels)
                     : Words::tr("Metrics");
    }

    const Draft& m_draft;
    const TemplateVersion& m_version;
    const std::vector<Metric>& m_metrics;
};

QStringList stepsOf(const QString& path) {
    QStringList steps = path.split(u'/');
    steps.removeFirst(); // before the leading slash
    for (QString& step : steps) {
        step.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    }
    return steps;
}

/// What a file's reader says of a place, without its signs and keys.
QString expectation(const Draft& draft, const std::vector<Metric>& metrics, QString text) {
    const std::array<std::pair<QStringView, QString>, 8> sentences{
        {{u"must be >= 0", Words::tr("must be 0 or more")},
         {u"must be < 100", Words::tr("must be less than 100")},
         {u"is required", Words::tr("is needed")},
         {u"is required for a number metric, with at least 2 points",
          Words::tr("must have at least 2 points")},
         {u"needs a metric with valid_days > 0",
          Words::tr("needs a metric whose values are valid for some days")},
         {u"nothing could count: no group of weight > 0 has a metric of weight > 0",
          Words::tr("nothing counts yet; a group with a weight needs a metric with a weight")},
         {u"must name an attribute", Words::tr("an attribute is to be chosen")},
         {u"must be finite", Words::tr("must be a number")}}};
    const auto found = std::ranges::find(sentences, text, &std::pair<QStringView, QString>::first);
    if (found != sentences.end()) {
        return found->second;
    }
    static const QRegularExpression range(u"(-?\\d+)\\.\\.(-?\\d+)"_s);
    text.replace(range, Words::tr("%1 to %2").arg(u"\\1"_s, u"\\2"_s));
    static const QRegularExpression key(u"\"([a-z0-9_.-]+)\""_s);
    const QRegularExpressionMatch named = key.match(text);
    if (named.hasMatch()) {
        const std::string wanted = named.captured(1).toStdString();
        const bool isGroup = std::ranges::any_of(draft.version.groups,
                                                 [&](const Group& group) { return group.key == wanted; });
        const QString name = isGroup ? groupName(draft.version, wanted) : metricName(metrics, wanted);
        text.replace(named.captured(0), Words::tr("\"%1\"").arg(name));
    }
    return text;
}

} // namespace

QString faultSentence(const Draft& draft, const std::vector<Metric>& metrics, const QString& fault) {
    const qsizetype colon = fault.indexOf(u": "_s);
    if (colon < 0 || !fault.startsWith(u'/')) {
        return fault;
    }
    return Words::tr("%1: %2").arg(Subject(draft, metrics).of(stepsOf(fault.left(colon))),
                                   expectation(draft, metrics, fault.mid(colon + 2)));
}

} // namespace hb::wording
