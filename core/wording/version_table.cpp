// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/version_table.h"

#include "core/wording/version_facts.h"
#include "core/wording/version_pairs.h"
#include "core/wording/version_words.h"
#include "core/wording/words.h"

#include <QStringList>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace hb::wording {

namespace {

QString weightText(double weight) {
    return Words::tr("weight %1").arg(exactNumber(weight));
}

/// Facts of the same name side by side, those of the right in their order, then what the left alone says.
std::vector<VersionRow> paired(const Facts& left, const Facts& right, const QString& of = {}) {
    std::vector<VersionRow> rows;
    const auto named = [&](const QString& what) {
        return of.isEmpty() ? what : Words::tr("%1: %2").arg(of, what);
    };
    for (const Fact& fact : right) {
        const auto other = std::ranges::find(left, fact.what, &Fact::what);
        rows.push_back({.what = named(fact.what),
                        .left = other == left.end() ? QString() : other->value,
                        .right = fact.value});
    }
    for (const Fact& fact : left) {
        if (std::ranges::find(right, fact.what, &Fact::what) == right.end()) {
            rows.push_back({.what = named(fact.what), .left = fact.value, .right = {}});
        }
    }
    return rows;
}

class Table {
public:
    Table(const TemplateVersion& left, const TemplateVersion& right, const std::vector<Metric>& metrics)
        : m_left(left), m_right(right), m_metrics(metrics) {}

    std::vector<VersionPart> all() {
        for (const Group& group : m_right.groups) {
            addGroup(findGroup(m_left, group.key), &group);
        }
        for (const Group& group : m_left.groups) {
            if (!findGroup(m_right, group.key)) {
                addGroup(&group, nullptr);
            }
        }
        addExceptions();
        const auto ranges = m_left.scheme.ranges.size() == m_right.scheme.ranges.size() ? RangeFacts::Each
                                                                                        : RangeFacts::InOne;
        add(Words::tr("Scheme"),
            paired(schemeFacts(m_left.scheme, ranges), schemeFacts(m_right.scheme, ranges)));
        std::vector<VersionRow> rules = paired(ruleFacts(m_left), ruleFacts(m_right));
        rules.push_back(orderRow(Words::tr("Order of the groups"),
                                 m_left.groups,
                                 m_right.groups,
                                 &Group::key,
                                 [&](const std::string& key) { return groupName(m_right, key); }));
        add(Words::tr("The whole score"), std::move(rules));
        add(Words::tr("Applies to"),
            {{.what = Words::tr("Accounts"),
              .left = appliesToText(sortedFilters(m_left.appliesTo)),
              .right = appliesToText(sortedFilters(m_right.appliesTo))}});
        return std::move(m_parts);
    }

private:
    void add(const QString& title, std::vector<VersionRow> rows) {
        std::erase_if(rows, [](const VersionRow& row) { return row.left.isEmpty() && row.right.isEmpty(); });
        if (!rows.empty()) {
            m_parts.push_back({.title = title, .rows = std::move(rows)});
        }
    }

    void addGroup(const Group* left, const Group* right) {
        const auto factsIf = [](const Group* group) { return group ? factsOf(*group) : Facts{}; };
        std::vector<VersionRow> rows = paired(factsIf(left), factsIf(right));
        if (right) {
            for (const GroupMetric& use : right->metrics) {
                addMetric(use.metric, rows);
            }
        }
        if (left) {
            for (const GroupMetric& use : left->metrics) {
                if (!placeOf(m_right, use.metric).use) {
                    addMetric(use.metric, rows);
                }
            }
        }
        if (left && right) {
            rows.push_back(orderRow(Words::tr("Order of the metrics"),
                                    left->metrics,
                                    right->metrics,
                                    &GroupMetric::metric,
                                    [&](const std::string& key) { return metricName(m_metrics, key); }));
        }
        add(groupName(right ? *right : *left), std::move(rows));
    }

    void addMetric(const std::string& key, std::vector<VersionRow>& rows) const {
        const QString name = metricName(m_metrics, key);
        const UsePlace left = placeOf(m_left, key), right = placeOf(m_right, key);
        if (!left.use || !right.use) {
            rows.push_back({.what = name,
                            .left = left.use ? weightText(left.use->weight) : QString(),
                            .right = right.use ? weightText(right.use->weight) : QString()});
            return;
        }
        std::vector<VersionRow> own =
            paired(factsOf({*left.use, ruleOf(m_left, key, m_metrics)}, m_metrics),
                   factsOf({*right.use, ruleOf(m_right, key, m_metrics)}, m_metrics),
                   name);
        if (left.group->key != right.group->key) {
            own.insert(own.begin(),
                       {.what = Words::tr("%1: %2").arg(name, Words::tr("group")),
                        .left = groupName(*left.group),
                        .right = groupName(*right.group)});
        }
        std::erase_if(own, [](const VersionRow& row) { return !row.differs(); });
        if (own.empty()) {
            const QString weight = weightText(right.use->weight);
            own.push_back({.what = name, .left = weight, .right = weight, .isMetric = true});
        }
        rows.insert(rows.end(), own.begin(), own.end());
    }

    void addExceptions() {
        const auto from = matchExceptions(m_left.exceptions, m_right.exceptions);
        std::vector<VersionRow> rows;
        for (std::size_t at = 0; at < from.size(); ++at) {
            const ScoreException& right = m_right.exceptions[at];
            const ScoreException* left = from[at] ? &m_left.exceptions[*from[at]] : nullptr;
            const bool isNamed = left && left->name != right.name;
            rows.push_back({.what = fromUtf8(right.name),
                            .left = left ? exceptionText(*left, m_left, isNamed) : QString(),
                            .right = exceptionText(right, m_right, isNamed)});
        }
        for (std::size_t at = 0; at < m_left.exceptions.size(); ++at) {
            if (std::ranges::find(from, std::optional(at)) == from.end()) {
                const ScoreException& gone = m_left.exceptions[at];
                rows.push_back(
                    {.what = fromUtf8(gone.name), .left = exceptionText(gone, m_left, false), .right = {}});
            }
        }
        std::vector<std::size_t> kept;
        for (const auto& each : from) {
            if (each) {
                kept.push_back(*each);
            }
        }
        if (!std::ranges::is_sorted(kept)) {
            rows.push_back({.what = Words::tr("Order of the exceptions"),
                            .left = exceptionNames(m_left.exceptions),
                            .right = exceptionNames(m_right.exceptions)});
        }
        add(Words::tr("Exceptions"), std::move(rows));
    }

    [[nodiscard]] static QString exceptionNames(const std::vector<ScoreException>& exceptions) {
        QStringList names;
        for (const ScoreException& each : exceptions) {
            names << fromUtf8(each.name);
        }
        return names.join(Words::tr(", "));
    }

    [[nodiscard]] QString
    exceptionText(const ScoreException& exception, const TemplateVersion& of, bool isNamed) const {
        const QString text =
            Words::tr("%1 when %2").arg(effectText(exception), conditionsText(exception, of, m_metrics));
        return isNamed ? Words::tr("%1: %2").arg(fromUtf8(exception.name), text) : text;
    }

    /// What both have, in the order of each.
    template <typename T, typename Key, typename Name>
    [[nodiscard]] static VersionRow orderRow(const QString& what,
                                             const std::vector<T>& left,
                                             const std::vector<T>& right,
                                             Key key,
                                             const Name& name) {
        const auto common = [&](const std::vector<T>& of, const std::vector<T>& with) {
            QStringList names;
            for (const T& each : of) {
                if (std::ranges::find(with, std::invoke(key, each), key) != with.end()) {
                    names << name(std::invoke(key, each));
                }
            }
            return names.size() > 1 ? names.join(Words::tr(", ")) : QString();
        };
        return {.what = what, .left = common(left, right), .right = common(right, left)};
    }

    const TemplateVersion& m_left;
    const TemplateVersion& m_right;
    const std::vector<Metric>& m_metrics;
    std::vector<VersionPart> m_parts;
};

} // namespace

std::vector<VersionPart>
versionTable(const TemplateVersion& left, const TemplateVersion& right, const std::vector<Metric>& metrics) {
    return Table(left, right, metrics).all();
}

QString sameText(const std::vector<VersionPart>& parts) {
    int metrics = 0, others = 0;
    for (const VersionPart& part : parts) {
        for (const VersionRow& row : part.rows) {
            if (!row.differs()) {
                ++(row.isMetric ? metrics : others);
            }
        }
    }
    const QString ofMetrics =
        metrics == 1 ? Words::tr("%n metric", nullptr, metrics) : Words::tr("%n metrics", nullptr, metrics);
    const QString ofOthers = others == 1 ? Words::tr("%n other thing", nullptr, others)
                                         : Words::tr("%n other things", nullptr, others);
    if (metrics > 0 && others > 0) {
        return Words::tr("%1 and %2 are the same.").arg(ofMetrics, ofOthers);
    }
    if (metrics + others == 0) {
        return {};
    }
    const QString one = metrics > 0 ? ofMetrics : ofOthers;
    return metrics + others == 1 ? Words::tr("%1 is the same.").arg(one)
                                 : Words::tr("%1 are the same.").arg(one);
}

} // namespace hb::wording
