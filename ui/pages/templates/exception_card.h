// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/exception_counts.h"
#include "ui/pages/templates/template_part.h"
#include "ui/widgets/card.h"

#include <optional>
#include <vector>

namespace hb::theme {
class Theme;
}

class QComboBox;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace hb::pages {

class CommittedField;
class ConditionRow;

/// One exception: its name, its effect, its conditions, and how many accounts it touches now.
class ExceptionCard : public widgets::Card {
    Q_OBJECT
public:
    ExceptionCard(const theme::Theme& theme, std::size_t position, QWidget* parent = nullptr);
    void showException(const TemplateView& view);
    /// None: not known, or not yet.
    void showCount(std::optional<analytics::ExceptionCount> count, bool isCounting);
    /// The name of the control that has the focus, without the card's own; empty: none of them.
    [[nodiscard]] QString focusedPart() const;
    void focusPart(const QString& part);

Q_SIGNALS:
    void exceptionEdited(const hb::ScoreException& exception, const QString& text);
    void moveWanted(int by);
    void removed();

private:
    void buildHead();
    void dress();
    void showConditions(const TemplateView& view);
    void addConditionRow();
    void addCondition();
    void setCondition(std::size_t at, const Condition& condition);
    void removeCondition(std::size_t at);
    [[nodiscard]] QString takeName(const QString& text);
    [[nodiscard]] QString takeScore(const QString& text);
    void chooseEffect();
    void wantMove(int by);
    [[nodiscard]] QString nameText() const;

    const theme::Theme& m_theme;
    std::size_t m_position;
    QString m_prefix;
    ScoreException m_exception;
    CommittedField* m_name;
    QComboBox* m_effect;
    CommittedField* m_score;
    QToolButton* m_up;
    QToolButton* m_down;
    QToolButton* m_remove;
    QLabel* m_fault;
    QVBoxLayout* m_rows;
    std::vector<ConditionRow*> m_conditions;
    QPushButton* m_add;
    QLabel* m_count;
    QString m_when; ///< the counts hold: "now", "on 31 Dec"
    bool m_editable = false;
    bool m_isComplete = false;
};

} // namespace hb::pages
