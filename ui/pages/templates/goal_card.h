// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <string>
#include <vector>

class QComboBox;
class QPushButton;

namespace hb::pages {

class CommittedField;

/// What can be done with the chosen row of the goals: a goal is renamed, put under another and removed; a
/// metric is given the goal that it serves.
class GoalCard : public widgets::Card {
    Q_OBJECT
public:
    GoalCard(const theme::Theme& theme, QWidget* parent = nullptr);
    /// `serving` is how many metrics serve it: it stays while they do.
    void showGoal(const std::vector<Goal>& goals, const std::string& key, int serving);
    void showMetric(const Metric& metric, const std::vector<Goal>& goals);
    void showNothing();

Q_SIGNALS:
    void renamed(const QString& name);
    void moved(const QString& parent); ///< a goal's key, or empty
    void removeAsked();
    void takeOffAsked();
    void served(const QString& goal); ///< by the metric; a goal's key, or empty

private:
    void buildGoal();
    void buildMetric();
    void dress();
    void showOnly(const QWidget* body);
    void takeParent(int entry);
    void takeServed(int entry);
    [[nodiscard]] QString takeName(const QString& text);

    const theme::Theme& m_theme;
    std::string m_key;
    QWidget* m_goal;
    CommittedField* m_name;
    QLabel* m_nameFault;
    QComboBox* m_parent;
    QPushButton* m_remove;
    QLabel* m_kept;
    QPushButton* m_takeOff;
    QWidget* m_metric;
    QComboBox* m_serves;
    QLabel* m_nothing;
};

} // namespace hb::pages
