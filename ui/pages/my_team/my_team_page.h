// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/owned_metrics.h"
#include "ui/session/book_session.h"
#include "ui/session/seen_red.h"
#include "ui/shell/page.h"

#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace hb::widgets {
class EmptyState;
}

namespace hb::pages {

class MetricCard;
struct MetricCardFacts;
struct RedRowFacts;

/// For whoever can act on a metric: the metrics that a team owns, where they are red, what helps, and the
/// accounts, to be taken or answered in their place.
class MyTeamPage : public shell::Page {
    Q_OBJECT

public:
    MyTeamPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);

    void activate(const session::ViewState& state) override;
    [[nodiscard]] shell::Actions actions() override;
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] widgets::Copies copies() override;
    bool escape() override;
    [[nodiscard]] std::vector<QWidget*> regions() override;

private:
    /// What was worked out, for one team at one moment.
    struct Shown {
        std::shared_ptr<const session::Moment> moment;
        analytics::OwnedMetrics owned;
    };
    /// What was typed, and the note that it became.
    struct Answer {
        std::string metric;
        QString account, text;
        book::AddNote note;
        bool stands = true; ///< in the book, as far as is known: undo takes it out, and redo puts it in
    };
    using Ready = std::shared_ptr<const Shown>;
    void build();
    void buildHead(QBoxLayout& column);
    void dress();
    void read();
    [[nodiscard]] std::string teamNow() const;
    void show(const Ready& shown);
    void showTeams();
    void remember();
    void dropCards();
    void showEmpty();
    void leaveBook();
    void sayError(const Error& error);
    void chooseTeam(const QString& team);
    [[nodiscard]] bool isNews(const analytics::OwnedMetric& metric) const;
    [[nodiscard]] MetricCardFacts factsOf(const analytics::OwnedMetric& metric) const;
    [[nodiscard]] RedRowFacts
    rowOf(const Shown& shown, const analytics::OwnedMetric& metric, std::size_t row) const;
    [[nodiscard]] MetricCard* makeCard();
    void openAccount(const MetricCard& card, const QString& account);
    void take(const MetricCard& card, const QString& account);
    void answer(const MetricCard& card, const QString& account, const QString& text);
    void takeBack(const book::Edit& edit);
    void checkAnswers();
    void setStanding(AccountId account, const std::vector<book::Note>& notes);
    [[nodiscard]] QString answeredText(const std::string& metric, const QString& account, Day day) const;
    void showMenu(const MetricCard& card, const QString& account, const QPoint& place);
    void readTable(std::function<void(Result<exchange::Table>)> done);
    void writeReport();

    shell::Context m_context;
    shell::Navigator& m_navigator;
    std::shared_ptr<const session::Moment> m_asked; ///< of what was asked for last
    std::string m_team;                             ///< and for whom
    std::string m_chosen;                           ///< from the pill, since the book was opened
    Ready m_shown;
    std::vector<session::SeenRed> m_seen; ///< before this look
    QStackedLayout* m_stack;
    widgets::EmptyState* m_empty;
    QWidget *m_body, *m_head;
    QPushButton *m_teams, *m_report;
    QLabel *m_headline, *m_unscored;
    QPushButton* m_import; ///< while nothing has a score
    QScrollArea* m_scroll;
    QVBoxLayout* m_list;
    std::vector<MetricCard*> m_cards;
    std::vector<Answer> m_answers; ///< since the book was opened, newest last
};

} // namespace hb::pages
