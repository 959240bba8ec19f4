// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric.h"
#include "core/model/template_version.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <optional>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;

namespace hb::widgets {
class TypedNumber;
}

namespace hb::pages {

/// How a metric counts in a template: what holds when it is stale or missing, how long a value is valid, and
/// how its measurements become one value; a line of help under each.
class MetricRulesCard : public widgets::Card {
    Q_OBJECT

public:
    explicit MetricRulesCard(const theme::Theme& theme, QWidget* parent = nullptr);
    /// Half-typed numbers stay.
    void showMetric(const Metric& metric, const GroupMetric& use, bool editable);
    /// Drops what is half typed: another metric follows.
    void reset();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// `text` says it in the past tense.
    void useChanged(const hb::GroupMetric& use, const QString& text);
    void ruleChanged(const hb::MetricRule& rule, const QString& text);

private:
    /// One rule: its name, its controls, a line of help, a fault.
    struct Part {
        QWidget* whole = nullptr;
        QBoxLayout* controls = nullptr;
        QLabel* help = nullptr;
        QLabel* fault = nullptr;
    };
    [[nodiscard]] Part addPart(const char* name, const QString& title);
    [[nodiscard]] QComboBox* addChoice(const Part& part, const char* name, const QString& spoken);
    [[nodiscard]] widgets::TypedNumber* addNumber(const Part& part, const char* name, const QString& spoken);
    void buildStale();
    void buildMissing();
    void buildAggregation();
    void buildValid();
    void dress();

    void showStale();
    void showMissing();
    void showAggregation();
    void showValid();
    void setStale(WhenStale when);
    void setMissing(std::optional<double> score);
    void setAggregation(Aggregation aggregation);
    [[nodiscard]] bool hasWindow() const;
    [[nodiscard]] QString name() const;

    const theme::Theme& m_theme;
    Metric m_metric;
    GroupMetric m_use;
    bool m_editable = true;

    Part m_stalePart, m_missingPart, m_aggregationPart, m_validPart;
    QComboBox* m_stale = nullptr;
    widgets::TypedNumber* m_staleTarget = nullptr;
    QComboBox* m_missing = nullptr;
    widgets::TypedNumber* m_missingScore = nullptr;
    QComboBox* m_aggregation = nullptr;
    widgets::TypedNumber* m_window = nullptr;
    QLabel* m_windowDays = nullptr;
    QCheckBox* m_emptyIsZero = nullptr;
    widgets::TypedNumber* m_valid = nullptr;
    QLabel* m_validDays = nullptr;
};

} // namespace hb::pages
