// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/metric_origin.h"
#include "ui/session/book_session.h"
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
/// to 9 choose, Enter confirms what holds, N or Right skips, Left goes back, any other letter begins the
/// note, Esc leaves. Each answer is an edit of its own.
class StaleScoresPage : public shell::Page {
    Q_OBJECT

public:
    StaleScoresPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);

    void activate(const session::ViewState& state) override;
    [[nodiscard]] QString place() const override;
    [[nodiscard]] QString asText() const override;
    bool escape() override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// One question; by key and id, as positions may move while it waits.
    struct Question {
        QString account;
        MetricId metric;
        std::optional<int> before; ///< the level that held
        std::optional<int> answer; ///< none: not answered, or skipped
    };
    /// What a round is about: in another it begins anew.
    struct Round {
        QString book;
        Day day;
        std::vector<AccountIndex> list;

        friend bool operator==(const Round&, const Round&) = default;
    };
    /// A question in the moment; none where the account or metric is gone.
    struct Found {
        AccountIndex account = 0;
        MetricIndex metric = 0;
        std::size_t position = 0; ///< in the version
        scoring::AccountDetail detail;
    };

    void build();
    void buildCard(QBoxLayout* rows);
    void restart();
    void show();
    void showQuestion(const Found& found);
    void showEnd();
    void readWho(const Found& found);
    [[nodiscard]] std::optional<Found> find(const Question& question) const;
    [[nodiscard]] std::optional<int> levelOf(const Found& found) const;
    [[nodiscard]] bool stands(const Question& question) const;
    void move(int by);
    void confirm();
    void answer(int level);

    shell::Context m_context;
    shell::Navigator& m_navigator;
    Round m_round;
    std::vector<Question> m_questions;
    std::size_t m_current = 0; ///< the end, where there is no such question
    QStackedLayout* m_stack;
    QWidget* m_asking;
    widgets::EmptyState* m_end;
    QString m_endSentence;
    widgets::BandGlyph* m_glyph;
    QLabel *m_count, *m_name, *m_facts, *m_help, *m_held, *m_who, *m_keys;
    widgets::Card* m_card;
    LevelRows* m_levels;
    QLineEdit* m_note;
    QPushButton *m_back, *m_skip, *m_confirm;
};

} // namespace hb::pages
