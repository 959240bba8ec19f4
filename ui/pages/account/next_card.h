// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/drafts.h"
#include "ui/pages/account/edit_form.h"
#include "ui/pages/account/next_facts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace hb::pages {

class ActionsPart;
class ContactsPart;
class OutcomeForm;

/// What comes next: the open steps, the renewal and what became of it, the people there.
class NextCard : public widgets::Card {
    Q_OBJECT

public:
    NextCard(const theme::Theme& theme, QWidget* parent = nullptr);
    /// Forms that are open stay, with what was typed.
    void setFacts(const NextFacts& facts);
    [[nodiscard]] ActionsPart& actions() { return *m_actions; }
    [[nodiscard]] ContactsPart& contacts() { return *m_contacts; }
    void beginOutcome();
    /// What is open closes, and waits for the return of its account.
    void startAccount(const QString& key);
    void forgetDrafts();
    void takeBack(const book::SetOutcome& outcome);
    /// Leaves all forms; false where none was open.
    bool closeForms();

Q_SIGNALS:
    void outcomeRecorded(hb::OutcomeKind kind, hb::Day day, const hb::book::OutcomeFacts& facts);

private:
    void buildRenewal();
    bool closeOutcome();
    const theme::Theme& m_theme;
    NextFacts m_facts;
    ActionsPart* m_actions;
    QLabel* m_renewal;
    QLabel* m_outcome;
    QPushButton *m_add, *m_record;
    OutcomeForm* m_outcomeForm;
    ContactsPart* m_contacts;
    QString m_account;
    Drafts<FormDraft> m_outcomes;
};

} // namespace hb::pages
