// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/own_scores/own_scores_tables.h"
#include "ui/shell/page.h"

#include <optional>

class QLabel;
class QStackedLayout;
class QTableView;

namespace hb::widgets {
class Card;
class EmptyState;
} // namespace hb::widgets

namespace hb::pages {

/// For managers: how the scores that people set themselves stand to what is measured, person by person, and
/// the accounts behind each figure. Describes, and judges nobody.
class OwnScoresPage : public shell::Page {
    Q_OBJECT

public:
    OwnScoresPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);

    void activate(const session::ViewState& state) override;
    [[nodiscard]] shell::Actions actions() override;
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] widgets::Copies copies() override;
    bool escape() override;
    [[nodiscard]] std::vector<QWidget*> regions() override;

private:
    /// What the snapshot does not hold.
    struct ByHand {
        std::vector<analytics::HandScore> scores;
        std::vector<analytics::ReviewHeld> reviews;
    };
    void build();
    void fit();
    void read();
    void compute(const std::shared_ptr<const session::Moment>& moment, ByHand byHand);
    void show(const std::shared_ptr<const ShownScores>& shown);
    void sayError(const Error& error);
    void showBehind(const QModelIndex& index);
    void openAccount(const QModelIndex& index);
    void showMenu(const QPoint& place);
    void showMenuBehind(const QPoint& place);
    [[nodiscard]] widgets::Copies copiesBehind();

    shell::Context m_context;
    shell::Navigator& m_navigator;
    std::shared_ptr<const ShownScores> m_shown;
    std::shared_ptr<const session::Moment> m_asked;      ///< of what was asked for last
    std::optional<std::pair<std::string, int>> m_chosen; ///< the person and column whose accounts are shown
    QStackedLayout* m_stack;
    widgets::EmptyState* m_empty;
    QWidget* m_body;
    QLabel *m_headline, *m_whole, *m_sentence, *m_hint;
    widgets::Card* m_behind;
    PeopleTable m_people;
    BehindTable m_accounts;
    QTableView *m_peopleView, *m_accountsView;
};

} // namespace hb::pages
