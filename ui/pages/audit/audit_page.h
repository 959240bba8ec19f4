// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/audit/audit_model.h"
#include "ui/shell/page.h"

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace hb::widgets {
class Card;
}

namespace hb::pages {

class AuditFilters;

/// Everything that people changed in the book, newest first: searched, narrowed, exported, and what stood
/// there before and after the chosen change. The account of the state narrows it to that account.
class AuditPage : public shell::Page {
    Q_OBJECT

public:
    AuditPage(const shell::Context& context, shell::Navigator& navigator, QWidget* parent = nullptr);

    void activate(const session::ViewState& state) override;
    [[nodiscard]] shell::Actions actions() override;
    [[nodiscard]] QString place() const override;
    [[nodiscard]] QString asText() const override;
    [[nodiscard]] widgets::Copies copies() override;
    bool escape() override;
    [[nodiscard]] std::vector<QWidget*> regions() override;
    void find() override;
    [[nodiscard]] bool canFind() const override { return true; }

private:
    /// A page of the journal that was read for a question.
    struct Read {
        std::vector<AuditRow> rows;
        bool hasMore = false;
    };
    void build();
    void buildTable();
    void buildFoot();
    void fit();
    void followMoment();
    void readFirst();
    void readMore();
    void read(const book::AuditQuestion& question, bool isMore);
    void show(Read read);
    void showCount();
    void showChange(const QModelIndex& index);
    [[nodiscard]] const AuditRow* chosen() const;
    [[nodiscard]] QString accountOfChosen() const; ///< its key; empty where there is none in the book
    void openAccount();
    void readAll(const book::AuditQuestion& question,
                 const std::function<void(Result<exchange::Table>)>& done);
    void showExports();
    void showMenu(const QPoint& place);

    shell::Context m_context;
    shell::Navigator& m_navigator;
    std::optional<QString> m_account; ///< of the state that was shown last
    std::optional<book::AuditQuestion> m_question;
    int m_asked = 0; ///< counts questions: an answer to an older one is dropped
    AuditModel m_model;
    QLabel *m_headline, *m_count;
    AuditFilters* m_filters;
    QPushButton* m_export;
    QTableView* m_view;
    widgets::Card* m_foot;
    QLabel *m_sentence, *m_who;
    QPushButton* m_open;
    QWidget* m_beforePart;
    QPlainTextEdit *m_before, *m_after;
};

} // namespace hb::pages
