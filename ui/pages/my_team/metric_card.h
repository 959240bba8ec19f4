// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/team_report.h"
#include "ui/pages/my_team/red_row.h"
#include "ui/widgets/card.h"

#include <functional>
#include <optional>
#include <vector>

class QHBoxLayout;
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
    /// The row of an account; none: the metric is not red there.
    std::function<std::optional<std::size_t>(const QString&)> find;
};

/// One metric that a team owns: where it is red, the share over weeks, what helps, and the accounts.
class MetricCard : public widgets::Card {
    Q_OBJECT

public:
    MetricCard(const theme::Theme& theme, QWidget* parent = nullptr);
    /// What is being answered stays open where its account is still red.
    void setFacts(const MetricCardFacts& facts);
    [[nodiscard]] const std::string& metric() const { return m_facts.metric; }
    /// Begins an answer at an account that has a row.
    void openAnswer(const QString& account) const;
    [[nodiscard]] bool isTaken(const QString& account) const;
    bool closeAnswer();
    /// An answer that could not be kept stands at its account again; false where that is red no more.
    bool takeBack(const QString& account, const QString& lost);
    /// Its controls follow `before` for Tab, where there is one; gives the last of them.
    QWidget* tabAfter(QWidget* before);

Q_SIGNALS:
    void menuAsked(const QString& account, const QPoint& place);
    void openAsked(const QString& account);
    void takeAsked(const QString& account);
    void answered(const QString& account, const QString& text);

private:
    void build();
    void showRows();
    void showMore();
    RedRow* showRow(std::size_t at, std::vector<RedRow*>& before);
    void dress();
    [[nodiscard]] RedRow* makeRow();

    const theme::Theme& m_theme;
    MetricCardFacts m_facts;
    std::size_t m_shown = 0; ///< rows that are asked for
    QHBoxLayout* m_head;
    QLabel* m_sentence;
    widgets::Sparkline* m_weeks;
    QLabel *m_news, *m_help, *m_notCounted;
    QVBoxLayout* m_list;
    std::vector<RedRow*> m_rows;
    QPushButton* m_more;
};

} // namespace hb::pages
