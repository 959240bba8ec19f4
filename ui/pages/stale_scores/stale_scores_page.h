// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/metric_origin.h"
#include "ui/pages/stale_scores/stale_round.h"
#include "ui/shell/page.h"

#include <optional>
#include <vector>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace hb::widgets {
class BandGlyph;
class Card;
class EmptyState;
} // namespace hb::widgets

namespace hb::pages {

class LevelRows;

/// Goes through the stale levels of the accounts that were listed last, one at a time, by the keys alone: 1
/// to 9 choose, Enter confirms what holds, Right skips, Left goes back, a letter begins the
/// note, Esc leaves. Each answer is an edit of its own; what could not be kept is asked again at the end.
class StaleScoresPage : public shell::Page {
    Q_OBJECT

public:
    StaleScoresPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);

    void activate(const session::ViewState& state) override;
    [[nodiscard]] QString place() const override;
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] widgets::Copies copies() override;
    bool escape() override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// What a round is about: in another it begins anew.
    struct Round {
        QString book;
        Day day;
        std::vector<AccountIndex> list;

        friend bool operator==(const Round&, const Round&) = default;
    };
    void build();
    void buildCard(QBoxLayout* rows);
    void restart();
    void begin(std::vector<StaleQuestion> questions);
    void show();
    void showQuestion(const StaleAnswer& found);
    void showHeld(const StaleAnswer& found);
    void showLost(const StaleAnswer& found);
    void showEnd(const QString& sentence);
    void readWho(const StaleAnswer& found);
    void showWho(const book::MetricOrigin& origin, MetricIndex metric);
    [[nodiscard]] QString roundSentence() const;
    [[nodiscard]] bool stands(const StaleQuestion& question) const;
    void readTable(std::function<void(Result<exchange::Table>)> done);
    void move(int by);
    void confirm();
    void answer(int level);
    void takeBack(const book::Edit& lost);

    shell::Context m_context;
    shell::Navigator& m_navigator;
    Round m_round;
    bool m_isLooking = false; ///< the questions are on their way
    std::vector<StaleQuestion> m_questions;
    std::size_t m_current = 0; ///< the end, where there is no such question
    QStackedLayout* m_stack;
    QWidget *m_looking, *m_asking;
    widgets::EmptyState* m_end;
    QString m_endSentence;
    widgets::BandGlyph* m_glyph;
    QLabel *m_count, *m_lost, *m_name, *m_facts, *m_help, *m_held, *m_who, *m_keys;
    widgets::Card* m_card;
    LevelRows* m_levels;
    QLineEdit* m_note;
    QPushButton *m_back, *m_skip, *m_confirm;
};

} // namespace hb::pages
