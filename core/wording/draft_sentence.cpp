// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/draft_sentence.h"

#include "core/wording/use_differences.h"
#include "core/wording/version_pairs.h"
#include "core/wording/version_words.h"
#include "core/wording/words.h"

#include <algorithm>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace hb::wording {

namespace {

/// What both have stands in another order.
template <typename T, typename Key>
bool isReordered(const std::vector<T>& before, const std::vector<T>& after, Key key) {
    const auto common = [&](const std::vector<T>& of, const std::vector<T>& with) {
        std::vector<std::string> keys;
        for (const T& each : of) {
            if (std::ranges::find(with, std::invoke(key, each), key) != with.end()) {
                keys.push_back(std::invoke(key, each));
            }
        }
        return keys;
    };
    return common(before, after) != common(after, before);
}

class Differences {
public:
    Differences(const TemplateVersion& before,
                const TemplateVersion& after,
                const std::vector<Metric>& metrics)
        : m_before(before), m_after(after), m_metrics(metrics) {}

    QStringList all() {
        groups();
        exceptions();
        scheme();
        coverage();
        rollup();
        appliesTo();
        return m_lines;
    }

private:
    void groups() {
        for (const Group& group : m_after.groups) {
            const Group* before = findGroup(m_before, group.key);
            before ? changedGroup(*before, group) : newGroup(group);
            for (const GroupMetric& use : group.metrics) {
                metric(group, use);
            }
            if (before) {
                gone(*before);
            }
        }
        for (const Group& group : m_before.groups) {
            if (!findGroup(m_after, group.key)) {
                m_lines << Words::tr("Group %1 is gone").arg(groupName(group));
                gone(group);
            }
        }
        if (isReordered(m_before.groups, m_after.groups, &Group::key)) {
            m_lines << Words::tr("The groups are in another order");
        }
    }

    void newGroup(const Group& group) {
        m_lines << Words::tr("Group %1 is new, weight %2").arg(groupName(group), exactNumber(group.weight));
        if (group.rollup == Rollup::Min) {
            m_lines << Words::tr("%1 scores as its lowest metric").arg(groupName(group));
        }
    }

    void changedGroup(const Group& before, const Group& after) {
        const QString name = groupName(after);
        if (groupName(before) != name) {
            m_lines << Words::tr("%1 is now named %2").arg(groupName(before), name);
        }
        weight(name, before.weight, after.weight);
        if (before.rollup != after.rollup) {
            m_lines << (after.rollup == Rollup::Min
                            ? Words::tr("%1 scores as its lowest metric, was the mean")
                            : Words::tr("%1 scores as the mean of its metrics, was the lowest"))
                           .arg(name);
        }
        if (isReordered(before.metrics, after.metrics, &GroupMetric::metric)) {
            m_lines << Words::tr("The metrics of %1 are in another order").arg(name);
        }
    }

    void weight(const QString& name, double before, double after) {
        if (before != after) {
            m_lines
                << Words::tr("Weight of %1 %2, was %3").arg(name, exactNumber(after), exactNumber(before));
        }
    }

    void metric(const Group& group, const GroupMetric& use) {
        const QString name = metricName(m_metrics, use.metric);
        const UsePlace was = placeOf(m_before, use.metric);
        if (!was.use) {
            m_lines << Words::tr("%1 joined %2 with weight %3")
                           .arg(name, groupName(group), exactNumber(use.weight));
            return;
        }
        if (was.group->key != group.key) {
            m_lines << Words::tr("%1 moved from %2 to %3").arg(name, groupName(*was.group), groupName(group));
        }
        weight(name, was.use->weight, use.weight);
        m_lines << useDifferences({*was.use, ruleOf(m_before, use.metric, m_metrics)},
                                  {use, ruleOf(m_after, use.metric, m_metrics)},
                                  m_metrics);
    }

    void gone(const Group& before) {
        for (const GroupMetric& use : before.metrics) {
            if (!placeOf(m_after, use.metric).use) {
                m_lines << Words::tr("%1 left %2").arg(metricName(m_metrics, use.metric), groupName(before));
            }
        }
    }

    void exceptions() {
        const std::vector<std::optional<std::size_t>> from =
            matchExceptions(m_before.exceptions, m_after.exceptions);
        std::vector<bool> isKept(m_before.exceptions.size(), false);
        bool isOrdered = true;
        std::size_t next = 0;
        for (std::size_t at = 0; at < from.size(); ++at) {
            if (!from[at]) {
                newException(m_after.exceptions[at]);
                continue;
            }
            isOrdered = isOrdered && *from[at] >= next;
            next = *from[at];
            isKept[*from[at]] = true;
            changedException(m_before.exceptions[*from[at]], m_after.exceptions[at]);
        }
        for (std::size_t at = 0; at < isKept.size(); ++at) {
            if (!isKept[at]) {
                m_lines << Words::tr("Exception %1 is gone").arg(exceptionName(m_before.exceptions[at]));
            }
        }
        if (!isOrdered) {
            m_lines << Words::tr("The exceptions are in another order");
        }
    }

    [[nodiscard]] static QString exceptionName(const ScoreException& exception) {
        return Words::tr("\"%1\"").arg(fromUtf8(exception.name));
    }

    void newException(const ScoreException& exception) {
        m_lines << Words::tr("Exception %1 is new: %2 when %3")
                       .arg(exceptionName(exception),
                            effectText(exception),
                            conditionsText(exception, m_after, m_metrics));
    }

    void changedException(const ScoreException& before, const ScoreException& after) {
        const QString name = exceptionName(after);
        if (before.name != after.name) {
            m_lines << Words::tr("Exception %1 is now named %2").arg(exceptionName(before), name);
        }
        if (before.effect != after.effect) {
            m_lines
                << Words::tr("Exception %1 %2, %3 before").arg(name, effectText(after), effectText(before));
        } else if (before.score != after.score) {
            m_lines << Words::tr("Exception %1 %2, was %3")
                           .arg(name, effectText(after), exactNumber(before.score));
        }
        if (before.when != after.when) {
            m_lines << Words::tr("Exception %1 acts when %2, was when %3")
                           .arg(name,
                                conditionsText(after, m_after, m_metrics),
                                conditionsText(before, m_before, m_metrics));
        }
    }

    void scheme() { m_lines << schemeDifferences(m_before.scheme, m_after.scheme); }

    void coverage() {
        if (m_before.minCoverage != m_after.minCoverage) {
            m_lines << Words::tr("Minimum coverage %1%, was %2%")
                           .arg(exactNumber(m_after.minCoverage * 100),
                                exactNumber(m_before.minCoverage * 100));
        }
        if (m_before.trend.days != m_after.trend.days) {
            m_lines << Words::tr("Trend over %1, was %2")
                           .arg(daysText(m_after.trend.days), daysText(m_before.trend.days));
        }
        if (m_before.trend.threshold != m_after.trend.threshold) {
            m_lines << Words::tr("Trend from %1 points on, was %2")
                           .arg(exactNumber(m_after.trend.threshold), exactNumber(m_before.trend.threshold));
        }
    }

    void rollup() {
        if (m_before.rollup != m_after.rollup) {
            m_lines << (m_after.rollup == Rollup::Min
                            ? Words::tr("The score is that of the lowest group, was the mean of all")
                            : Words::tr("The score is the mean of the groups, was the lowest"));
        }
    }

    void appliesTo() {
        if (sortedFilters(m_before.appliesTo) != sortedFilters(m_after.appliesTo)) {
            m_lines << Words::tr("Applies to %1, was %2")
                           .arg(appliesToText(m_after.appliesTo), appliesToText(m_before.appliesTo));
        }
    }

    const TemplateVersion& m_before;
    const TemplateVersion& m_after;
    const std::vector<Metric>& m_metrics;
    QStringList m_lines;
};

} // namespace

QStringList versionDifferences(const TemplateVersion& before,
                               const TemplateVersion& after,
                               const std::vector<Metric>& metrics) {
    return Differences(before, after, metrics).all();
}

} // namespace hb::wording
