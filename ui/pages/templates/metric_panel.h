// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/metric_values.h"
#include "ui/pages/templates/template_part.h"
#include "ui/theme/theme.h"
#include "ui/widgets/curve_editor.h"
#include "ui/widgets/curve_shapes.h"

#include <optional>
#include <string>
#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;

namespace hb::widgets {
class Card;
class CurvePoints;
class EmptyState;
} // namespace hb::widgets

namespace hb::pages {

class LevelScores;
class MetricWords;
class MetricRulesCard;

/// The selected metric of a template: its curve over the values that accounts have, or the scores of its
/// levels; how it counts; and what it is.
class MetricPanel : public TemplatePart {
    Q_OBJECT

public:
    explicit MetricPanel(const theme::Theme& theme, QWidget* parent = nullptr);
    /// Empty, or one that the template lacks: none is chosen.
    void setMetric(const QString& key);
    void showDraft(const TemplateView& view) override;
    /// Null where no metric with a curve is in sight.
    [[nodiscard]] widgets::CurveEditor* curve() const { return m_editor->isVisible() ? m_editor : nullptr; }
    [[nodiscard]] QSize sizeHint() const override;

private:
    /// The values are worked out once for these, not per edit.
    struct ValuesFor {
        std::shared_ptr<const session::Moment> moment;
        std::string draft;
        std::vector<AttributeFilter> appliesTo;
        std::string metric;
        MetricRule rule;

        friend bool operator==(const ValuesFor&, const ValuesFor&) = default;
    };

    void build();
    void buildCurve();
    void dress();
    void refresh();
    void startMetric();
    void showHead(const Metric& metric);
    void showCurve(const Metric& metric, const GroupMetric& use);
    void showLevels(const Metric& metric, const GroupMetric& use);
    void follow(const Metric& metric);
    [[nodiscard]] QString valuesText() const;
    void previewCurve(const std::vector<CurvePoint>& curve);
    void takeCurve(const std::vector<CurvePoint>& curve, const QString& text);
    void changeCurve(const std::vector<CurvePoint>& curve, widgets::CurveChange what);
    void quickStart(widgets::CurveShape shape);
    void changeUse(const GroupMetric& use, const QString& text);
    void changeRule(const MetricRule& rule, const QString& text);
    [[nodiscard]] const Metric* metric() const;
    [[nodiscard]] const GroupMetric* use() const;
    [[nodiscard]] QString name() const;

    const theme::Theme& m_theme;
    std::optional<TemplateView> m_view;
    std::string m_key;
    std::optional<ValuesFor> m_valuesFor;
    std::vector<AccountIndex> m_accounts; ///< that the template scores
    analytics::MetricValues m_values;

    widgets::EmptyState* m_empty;
    QScrollArea* m_scroll;
    QWidget* m_content;
    widgets::Card* m_card;
    QLabel* m_name;
    QLabel* m_kind;
    QPushButton* m_quick;
    widgets::CurveEditor* m_editor;
    QLabel* m_valuesLabel;
    widgets::CurvePoints* m_points;
    LevelScores* m_levels;
    MetricRulesCard* m_rules;
    MetricWords* m_facts;
};

} // namespace hb::pages
