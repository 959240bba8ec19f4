// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace hb::pages {

class CommittedField;
class CommittedText;

/// What a metric is, in fields that are taken as they are left: all but the rule that scores.
class MetricForm : public QWidget {
    Q_OBJECT
public:
    MetricForm(const theme::Theme& theme, QWidget* parent = nullptr);
    /// The keys go where the owner team is typed.
    void askOwner();
    /// Half-typed text stays while it is the same metric.
    void showMetric(const Metric& metric, const std::vector<Goal>& goals);
    void focusName();
    [[nodiscard]] const Metric& metric() const { return m_metric; } ///< as it was last described
    /// The goal that was asked for; none: it stays as it was.
    void giveGoal(const std::optional<Goal>& goal);

Q_SIGNALS:
    void described(const hb::Metric& metric);
    void newGoalAsked(); ///< for the metric that is shown

private:
    /// A field of text and what it is of.
    struct TextField {
        CommittedField* field;
        std::string Metric::* text;
    };
    struct LevelRow {
        QWidget* whole;
        QLabel* score;
        CommittedField* label;
        CommittedField* help;
    };
    void addField(const char* name, const QString& title, std::string Metric::* text);
    void buildChoices();
    void buildLevels();
    [[nodiscard]] LevelRow makeLevel(std::size_t at);
    void change(const std::function<void(Metric&)>& edit);
    [[nodiscard]] QString takeText(const TextField& field, const QString& text);
    [[nodiscard]] QString takeLevel(std::size_t at, std::string Level::* part, const QString& text);
    void takeCategory();
    void takeGoal(int entry);
    void showLevels(bool isOther);
    void showGoals(const std::vector<Goal>& goals);
    void dress();

    const theme::Theme& m_theme;
    Metric m_metric;
    std::vector<Goal> m_goals;
    QFormLayout* m_form;
    std::vector<TextField> m_fields;
    QLabel* m_fault;
    QComboBox* m_better;
    QComboBox* m_category;
    QComboBox* m_goal;
    QCheckBox* m_actionable;
    CommittedText* m_help;
    QWidget* m_levels;
    QVBoxLayout* m_levelRows;
    std::vector<LevelRow> m_rows;
};

} // namespace hb::pages
