// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/templates/goal_rows.h"

#include "core/wording/numbers.h"
#include "core/wording/words.h"
#include "ui/pages/templates/free_key.h"
#include "ui/theme/texts.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

QString shareText(double share) {
    return Texts::tr("%1%").arg(wording::pointsText(share * 100));
}

class Rows {
public:
    Rows(const std::vector<Goal>& goals, const std::vector<Metric>& metrics, const ServingMetrics& serving)
        : m_goals(goals), m_metrics(metrics), m_serving(serving) {}

    std::vector<GoalRow> all() {
        addGoals({}, std::nullopt);
        addUnserved();
        return std::move(m_rows);
    }

private:
    /// The goals under one; gives the share of the score that their metrics carry.
    double addGoals(const std::string& above, std::optional<std::size_t> parent) {
        double share = 0;
        for (const Goal& goal : m_goals) {
            if (goal.parent != above) {
                continue;
            }
            const std::size_t at = m_rows.size();
            m_rows.push_back({GoalRowKind::Goal, goal.key, parent, wording::fromUtf8(goal.name), {}, {}});
            const double own = addMetrics(goal.key, at) + addGoals(goal.key, at);
            m_rows[at].share = own > 0 ? shareText(own) : QString();
            share += own;
        }
        return share;
    }

    double addMetrics(const std::string& goal, std::size_t parent) {
        double share = 0;
        for (const Metric& metric : m_metrics) {
            if (metric.goal == goal) {
                share += addMetric(metric, parent);
            }
        }
        return share;
    }

    double addMetric(const Metric& metric, std::size_t parent) {
        GoalRow row{GoalRowKind::Metric, metric.key, parent, wording::fromUtf8(metric.name), {}, {}};
        const auto found = m_serving.find(metric.key);
        if (found == m_serving.end()) {
            row.share = Texts::tr("not in this template");
            m_rows.push_back(row);
            return 0;
        }
        const ServingMetric& serves = found->second;
        row.share = serves.share > 0 ? shareText(serves.share) : Texts::tr("not counted");
        row.red = serves.red ? QLocale().toString(static_cast<qulonglong>(*serves.red)) : u"\u2026"_s;
        m_rows.push_back(row);
        return serves.share;
    }

    void addUnserved() {
        const std::size_t head = m_rows.size();
        m_rows.push_back({GoalRowKind::Unserved, {}, {}, Texts::tr("Metrics that serve no goal"), {}, {}});
        const double share = addMetrics({}, head);
        m_rows[head].share = share > 0 ? shareText(share) : QString();
        if (m_rows.size() == head + 1) {
            m_rows.pop_back();
        }
    }

    const std::vector<Goal>& m_goals;
    const std::vector<Metric>& m_metrics;
    const ServingMetrics& m_serving;
    std::vector<GoalRow> m_rows;
};

} // namespace

std::vector<GoalRow>
goalRows(const std::vector<Goal>& goals, const std::vector<Metric>& metrics, const ServingMetrics& serving) {
    return Rows(goals, metrics, serving).all();
}

bool isWithin(const std::vector<Goal>& goals, const std::string& key, const std::string& above) {
    std::string at = key;
    for (std::size_t steps = 0; !at.empty() && steps <= goals.size(); ++steps) {
        if (at == above) {
            return true;
        }
        const auto found = std::ranges::find(goals, at, &Goal::key);
        at = found == goals.end() ? std::string() : found->parent;
    }
    return false;
}

Goal newGoal(const std::vector<Goal>& goals, const QString& name) {
    std::vector<std::string> taken;
    for (const Goal& goal : goals) {
        taken.push_back(goal.key);
    }
    const QString kept = name.trimmed();
    return {.key = freeKey(taken, kept, u"goal"_s), .name = kept.toStdString(), .parent = {}};
}

std::vector<Goal> withoutGoal(std::vector<Goal> goals, const std::string& key) {
    const auto found = std::ranges::find(goals, key, &Goal::key);
    if (found == goals.end()) {
        return goals;
    }
    const std::string above = found->parent;
    goals.erase(found);
    for (Goal& goal : goals) {
        if (goal.parent == key) {
            goal.parent = above;
        }
    }
    return goals;
}

} // namespace hb::pages
