// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/period.h"
#include "ui/pages/account/account_facts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

class QDateEdit;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace hb::charts {
class WaterfallChart;
}

namespace hb::pages {

/// What costs points, and what changed since a day: two views of one score.
class CostsCard : public widgets::Card {
    Q_OBJECT

public:
    CostsCard(const theme::Theme& theme, QWidget* parent = nullptr);
    /// `first` is the earliest day to compare with.
    void setAccount(const AccountAt& at, Day first);
    void clear();
    void forgetDay(); ///< the next account begins with the trend's days
    void showCosts();
    void showChangeSince(std::optional<Day> since);
    /// What changed in it, as far as the account's days go.
    void showPeriod(const analytics::Period& period);
    [[nodiscard]] bool isShowingChange() const;
    [[nodiscard]] Day since() const;
    /// The second of the two days: the as-of day unless another was chosen.
    [[nodiscard]] Day until() const;
    [[nodiscard]] exchange::Table asTable() const;
    [[nodiscard]] QPixmap picture();
    void focusRows();
    /// The metric of the row in focus, else of the first that has one; its position in the version.
    [[nodiscard]] std::optional<std::size_t> pointedMetric() const;

Q_SIGNALS:
    /// Where a number comes from: the metric's position in the version.
    void metricAsked(std::size_t metric);

private:
    void build();
    void connectParts();
    void fill();
    void fillCosts();
    void fillChange();
    void showView(int index);
    void askMetric(const std::vector<std::optional<std::size_t>>& metrics, int row);
    void showMenu(const QPoint& place);
    const theme::Theme& m_theme;
    std::optional<AccountAt> m_at;
    std::optional<Day> m_since, m_until;
    bool m_all = false;
    Costs m_costs;
    std::vector<std::optional<std::size_t>> m_changeMetrics; ///< of the waterfall's steps
    QPushButton *m_costsTab, *m_changeTab, *m_rest;
    QDateEdit *m_day, *m_untilDay;
    QStackedWidget* m_stack;
    widgets::CostList* m_list;
    QLabel *m_to, *m_total, *m_sentence, *m_nothing;
    charts::WaterfallChart* m_waterfall;
};

} // namespace hb::pages
