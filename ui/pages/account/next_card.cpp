// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/next_card.h"

#include "ui/pages/account/actions_part.h"
#include "ui/pages/account/contacts_part.h"
#include "ui/pages/account/outcome_form.h"
#include "ui/widgets/why_not.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

QFrame* makeRule(QWidget* parent) {
    auto* rule = new QFrame(parent);
    rule->setProperty("hbLine", true);
    return rule;
}

} // namespace

NextCard::NextCard(const theme::Theme& theme, QWidget* parent)
    : Card({}, parent), m_theme(theme), m_actions(new ActionsPart(theme, this)),
      m_renewal(widgets::makeLabel("body", this)), m_outcome(widgets::makeLabel("captionMuted", this)),
      m_add(new QPushButton(tr("+ Action"), this)), m_record(new QPushButton(tr("Record outcome"), this)),
      m_outcomeForm(new OutcomeForm(theme, this)), m_contacts(new ContactsPart(theme, this)) {
    QLabel* title = widgets::makeLabel("cardTitle", this);
    title->setText(tr("Next"));
    m_add->setObjectName(u"newAction"_s);
    m_add->setProperty("hbButton", u"link"_s);
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_add);
    content()->addLayout(head);
    content()->addWidget(m_actions);
    content()->addWidget(makeRule(this));
    buildRenewal();
    content()->addWidget(makeRule(this));
    content()->addWidget(m_contacts);
    connect(m_add, &QPushButton::clicked, m_actions, &ActionsPart::beginAction);
}

void NextCard::buildRenewal() {
    m_renewal->setObjectName(u"renewal"_s);
    m_renewal->setWordWrap(true);
    m_outcome->setObjectName(u"lastOutcome"_s);
    m_record->setObjectName(u"recordOutcome"_s);
    m_record->setProperty("hbButton", u"link"_s);
    m_outcomeForm->setObjectName(u"outcomeForm"_s);
    m_outcomeForm->hide();
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_renewal);
    words->addWidget(m_outcome);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space::s);
    row->addLayout(words, 1);
    row->addWidget(m_record);
    content()->addLayout(row);
    content()->addWidget(m_outcomeForm);
    connect(m_record, &QPushButton::clicked, this, &NextCard::beginOutcome);
    connect(m_outcomeForm, &EditForm::cancelled, this, &NextCard::closeOutcome);
    connect(m_outcomeForm,
            &OutcomeForm::kept,
            this,
            [this](OutcomeKind kind, Day day, const book::OutcomeFacts& facts) {
                closeOutcome();
                Q_EMIT outcomeRecorded(kind, day, facts);
            });
}

void NextCard::setFacts(const NextFacts& facts) {
    m_facts = facts;
    m_actions->setFacts(facts);
    m_contacts->setWhyNotWrite(facts.whyNotWrite);
    widgets::setWhyNot(m_add, facts.whyNotWrite, tr("Plan a next step (Ctrl+Shift+N)"));
    widgets::setWhyNot(m_record, facts.whyNotWrite, tr("Renewed, churned, expanded or downgraded"));
    const QString left = tr("This account has left. All that was known of it is in its history.");
    m_renewal->setText(facts.isChurned ? left : facts.renewal);
    m_renewal->setVisible(!m_renewal->text().isEmpty());
    m_outcome->setText(facts.outcome);
    m_outcome->setVisible(!facts.outcome.isEmpty());
    if (const auto draft = m_outcomes.of({m_account}); draft && m_outcomeForm->isHidden()) {
        m_outcomeForm->setAbout(m_facts);
        m_outcomeForm->resume(*draft);
        m_outcomeForm->show();
    }
}

void NextCard::startAccount(const QString& key) {
    if (!m_outcomeForm->isHidden()) {
        const FormDraft draft = m_outcomeForm->draft();
        const QString account = m_account;
        closeOutcome();
        if (draft.isTouched()) {
            m_outcomes.keep({account}, draft);
        }
    }
    m_account = key;
    m_actions->startAccount(key);
    m_contacts->startAccount(key);
}

void NextCard::forgetDrafts() {
    m_outcomes.clear();
    m_actions->forgetDrafts();
    m_contacts->forgetDrafts();
}

void NextCard::beginOutcome() {
    if (!m_outcomeForm->isVisible()) {
        m_outcomeForm->setAbout(m_facts);
        m_outcomeForm->show();
    }
    m_outcomeForm->begin();
}

void NextCard::takeBack(const book::SetOutcome& outcome) {
    if (m_outcomeForm->isHidden()) {
        m_outcomeForm->setAbout(m_facts);
        m_outcomeForm->setOutcome(outcome);
        m_outcomeForm->show();
        m_outcomeForm->beginUnlessTyping();
    }
}

bool NextCard::closeOutcome() {
    if (m_outcomeForm->isHidden()) {
        return false;
    }
    const bool hadFocus = m_outcomeForm->isAncestorOf(window()->focusWidget());
    m_outcomes.drop({m_account});
    m_outcomeForm->hide();
    if (hadFocus) {
        m_record->setFocus(Qt::OtherFocusReason);
    }
    return true;
}

bool NextCard::closeForms() {
    const bool action = m_actions->closeForm(), contact = m_contacts->closeForm(), outcome = closeOutcome();
    return action || contact || outcome;
}

} // namespace hb::pages
