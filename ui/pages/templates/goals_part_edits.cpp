// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does on the *Goals* tab.
#include "core/wording/words.h"
#include "ui/pages/templates/goal_tree.h"
#include "ui/pages/templates/goals_part.h"
#include "ui/theme/theme.h"
#include "ui/widgets/typed_number.h"

#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

/// Shown at once: the next change must not take this one back before the book has it.
void GoalsPart::setGoals(std::vector<Goal> goals, const QString& text) {
    widgets::showFault(m_fault, {});
    m_goals = std::move(goals);
    Q_EMIT bookEdited(book::SetGoals{.goals = m_goals}, text);
    showRows();
}

void GoalsPart::describe(const Metric& metric, const QString& text) {
    const auto mine = std::ranges::find(m_metrics, metric.key, &Metric::key);
    if (mine != m_metrics.end()) {
        *mine = metric;
    }
    Q_EMIT bookEdited(book::DescribeMetric{.metric = metric}, text);
}

void GoalsPart::add() {
    const QString name = m_new->text().trimmed();
    widgets::showFault(m_newFault, name.isEmpty() ? tr("A goal needs a name.") : QString());
    theme::setStyleProperty(m_new, "hbFault", name.isEmpty());
    m_new->setAccessibleDescription(name.isEmpty() ? tr("A goal needs a name.") : QString());
    if (name.isEmpty()) {
        m_new->setFocus();
        return;
    }
    const Goal added = newGoal(m_goals, name);
    m_new->clear();
    m_tree->want(added.key);
    std::vector<Goal> goals = m_goals;
    goals.push_back(added);
    setGoals(std::move(goals), tr("Added the goal %1").arg(name));
}

void GoalsPart::rename(const QString& name) {
    std::vector<Goal> goals = m_goals;
    const auto goal = std::ranges::find(goals, chosenGoal(), &Goal::key);
    if (goal == goals.end() || wording::fromUtf8(goal->name) == name) {
        return;
    }
    goal->name = name.toStdString();
    setGoals(std::move(goals), tr("Renamed the goal to %1").arg(name));
}

void GoalsPart::renamedInPlace(const QString& name) {
    widgets::showFault(m_fault, name.isEmpty() ? tr("A goal needs a name.") : QString());
    if (!name.isEmpty()) {
        rename(name);
    }
}

void GoalsPart::moveUnder(const QString& parent) {
    std::vector<Goal> goals = m_goals;
    const auto goal = std::ranges::find(goals, chosenGoal(), &Goal::key);
    if (goal == goals.end() || goal->parent == parent.toStdString()) {
        return;
    }
    goal->parent = parent.toStdString();
    const QString name = wording::fromUtf8(goal->name);
    const auto above = std::ranges::find(goals, goal->parent, &Goal::key);
    const QString text = above == goals.end()
                             ? tr("Put the goal %1 under no other").arg(name)
                             : tr("Put the goal %1 under %2").arg(name, wording::fromUtf8(above->name));
    setGoals(std::move(goals), text);
}

void GoalsPart::remove() {
    const std::string key = chosenGoal();
    const auto goal = std::ranges::find(m_goals, key, &Goal::key);
    if (goal == m_goals.end()) {
        return;
    }
    if (servedBy(key) > 0) {
        widgets::showFault(m_fault, tr("Metrics serve it: it can go once they serve another, or none."));
        return;
    }
    const QString name = wording::fromUtf8(goal->name);
    setGoals(withoutGoal(m_goals, key), tr("Removed the goal %1").arg(name));
}

void GoalsPart::takeMetricsOff() {
    const std::string key = chosenGoal();
    for (const Metric& each : std::vector<Metric>(m_metrics)) {
        if (!key.empty() && each.goal == key) {
            Metric metric = each;
            metric.goal.clear();
            describe(metric, tr("%1 serves no goal").arg(wording::fromUtf8(metric.name)));
        }
    }
    showRows();
}

void GoalsPart::serve(const QString& goal) {
    const Metric* served = chosenMetric();
    if (!served || served->goal == goal.toStdString()) {
        return;
    }
    Metric metric = *served;
    metric.goal = goal.toStdString();
    const QString name = wording::fromUtf8(metric.name);
    const auto found = std::ranges::find(m_goals, metric.goal, &Goal::key);
    describe(metric,
             found == m_goals.end() ? tr("%1 serves no goal").arg(name)
                                    : tr("%1 serves %2").arg(name, wording::fromUtf8(found->name)));
    showRows();
}

} // namespace hb::pages
