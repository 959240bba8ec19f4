// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/team_report.h"
#include "ui/pages/my_team/red_row.h"
#include "ui/widgets/card.h"

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hb::widgets {
class Sparkline;
}

namespace hb::pages {

/// What a card shows: the words of one metric, and its accounts as they are asked for.
struct MetricCardFacts {
    std::string metric; ///< key
    report::TeamCard words;
    bool isNews = false; ///< newly red since somebody last looked
    std::size_t accounts = 0;
    std::function<RedRowFacts(std::size_t)> row; ///< largest ARR first
};

/// One metric that a team owns: where it is red, the share over weeks, what helps, and the accounts.
class MetricCard : public widgets::Card {
    Q_OBJECT

public:
    MetricCard(const theme::Theme& theme, QWidget* parent = nullptr);
    /// What is being answered stays open where its account is still red.
    void setFacts(const MetricCardFacts& facts);
    [[nodiscard]] const std::string& metric() const { return m_facts.metric; }
    bool closeAnswer();

Q_SIGNALS:
    void openAsked(const QString& account);
    void takeAsked(const QString& account);
    void answered(const QString& account, const QString& text);

private:
    void build();
    void showRows();
    void showMore();
    [[nodiscard]] RedRow* makeRow();

    const theme::Theme& m_theme;
    MetricCardFacts m_facts;
    std::size_t m_shown = 0; ///< rows that are asked for
    QLabel* m_sentence;
    widgets::Sparkline* m_weeks;
    QLabel *m_news, *m_help, *m_notCounted;
    QVBoxLayout* m_list;
    std::vector<RedRow*> m_rows;
    QPushButton* m_more;
};

} // namespace hb::pages
