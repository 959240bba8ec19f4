// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/templates/template_part.h"
#include "ui/shell/page.h"

#include <functional>
#include <optional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hb::widgets {
class Card;
class SchemeBar;
} // namespace hb::widgets

namespace hb::pages {

class CapacityCard;
class PlainSpin;
class SchemeRows;

/// The *Scheme* tab: the ranges of the score as a bar and as rows, red sized to capacity, minimum coverage,
/// trend and roll-up.
class SchemePart : public TemplatePart {
    Q_OBJECT
public:
    SchemePart(const shell::Context& context, QWidget* parent = nullptr);
    void showDraft(const TemplateView& view) override;

private:
    void buildScheme(QVBoxLayout& column);
    void buildKinds(QHBoxLayout& row, QWidget* parent);
    void buildShown(QVBoxLayout& column);
    void showBookAs(std::optional<SchemeKind> shown);
    void buildRules(QVBoxLayout& column);
    void connectRules();
    void dress();
    void followScheme(const Scheme& scheme);
    void moveBound(int range, double from, bool isLetGo);
    void change(const std::function<void(TemplateVersion&)>& edit, const QString& text);
    [[nodiscard]] QPushButton* segment(const char* name, const QString& text, QWidget* parent) const;

    shell::Context m_context;
    TemplateView m_view;
    QWidget* m_content;
    widgets::SchemeBar* m_bar;
    QLabel* m_caption;
    SchemeRows* m_rows;
    CapacityCard* m_capacity;
    std::vector<QPushButton*> m_kinds; ///< by SchemeKind
    std::vector<QPushButton*> m_shown; ///< what the book calls scores: as templates say, numbers, letters
    QPushButton* m_presets;
    PlainSpin* m_coverage;
    PlainSpin* m_days;
    PlainSpin* m_threshold;
    std::vector<QPushButton*> m_rollups; ///< by Rollup
};

/// "Bounds are inclusive: 75 is Green.", of the highest bound.
[[nodiscard]] QString inclusiveSentence(const Scheme& scheme);

} // namespace hb::pages
