// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/templates/template_part.h"
#include "ui/theme/theme.h"

#include <QPointer>

class QComboBox;
class QFrame;
class QLabel;
class QPushButton;
class QToolButton;

namespace hb::pages {

class CommittedField;
class ValueList;

/// One condition of an exception: what it looks at, the test, and the score or the values.
class ConditionRow : public QWidget {
    Q_OBJECT
public:
    /// `prefix` begins the names of its controls.
    ConditionRow(const theme::Theme& theme, const QString& prefix, QWidget* parent = nullptr);
    /// `lead`: "When" of the first, "and" of the others.
    void showCondition(const TemplateView& view, const Condition& condition, const QString& lead);

Q_SIGNALS:
    void conditionEdited(const hb::Condition& condition);
    void removed();

private:
    void build(const QString& prefix);
    void dress();
    void fillTargets(const TemplateView& view);
    void fillTests();
    void chooseTarget();
    void chooseTest();
    [[nodiscard]] QString takeScore(const QString& text);
    void openValues();
    void showValues();
    [[nodiscard]] QString valuesText() const;

    const theme::Theme& m_theme;
    TemplateView m_view;
    Condition m_condition;
    QLabel* m_lead;
    QComboBox* m_target;
    QComboBox* m_test;
    CommittedField* m_score;
    QLabel* m_level; ///< that the score of a level metric stands for
    QPushButton* m_values;
    QToolButton* m_remove;
    QLabel* m_fault;
    QLabel* m_missing;
    QPointer<QFrame> m_popup;
    ValueList* m_list = nullptr; ///< in the popup
};

/// What the condition lacks before it can hold for anybody; empty: nothing.
[[nodiscard]] QString lackOf(const Condition& condition, const TemplateVersion& version);

} // namespace hb::pages
