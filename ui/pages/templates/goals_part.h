// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/templates/draft_scoring.h"
#include "ui/pages/templates/goal_rows.h"

#include <optional>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace hb::widgets {
class EmptyState;
}

namespace hb::pages {

class GoalCard;
class GoalTree;

/// The *Goals* tab: what the metrics are for. The goals of the book as a tree, under each the metrics that
/// serve it with the share of the score that they carry in the template shown, and how many accounts are red
/// in each now. Goals are the book's, not the draft's: they can be changed whatever is shown.
class GoalsPart : public TemplatePart {
    Q_OBJECT
public:
    GoalsPart(const shell::Context& context, QWidget* parent = nullptr);
    void showDraft(const TemplateView& view) override;
    [[nodiscard]] QString asText() const override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* buildNew();
    void dress();
    [[nodiscard]] ServingMetrics serving() const;
    [[nodiscard]] int servedBy(const std::string& goal) const;
    void showRows();
    void showChosen();
    void chosenAnother();
    void begin();
    void count();
    [[nodiscard]] std::string chosenGoal() const; ///< empty: the chosen row is none
    [[nodiscard]] const Metric* chosenMetric() const;

    // goals_part_edits.cpp
    void setGoals(std::vector<Goal> goals, const QString& text);
    void describe(const Metric& metric, const QString& text);
    void add();
    void rename(const QString& name);
    void renamedInPlace(const QString& name);
    void moveUnder(const QString& parent);
    void remove();
    void takeMetricsOff();
    void serve(const QString& goal);

    shell::Context m_context;
    TemplateView m_view;
    std::vector<Goal> m_goals;     ///< with what was changed here and the book does not show yet
    std::vector<Metric> m_metrics; ///< likewise
    std::vector<GoalRow> m_rows;
    std::optional<DraftScoring> m_scoring;
    std::optional<std::vector<std::size_t>> m_red; ///< as the metrics of m_scoring's version
    bool m_isCounting = false;
    int m_asked = 0;
    bool m_isBegun = false; ///< the first goal is being typed
    QStackedWidget* m_stack;
    widgets::EmptyState* m_empty;
    QWidget* m_whole;
    GoalTree* m_tree;
    QLabel* m_fault;
    QLineEdit* m_new;
    QLabel* m_newFault;
    GoalCard* m_card;
};

} // namespace hb::pages
