// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/actions_part.h"

#include "ui/pages/account/action_form.h"
#include "ui/pages/account/entry_line.h"
#include "ui/pages/account/in_place.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copy_menu.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr std::size_t shownFirst = 5, shownMost = 100;

} // namespace

ActionsPart::ActionsPart(const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_rows(new QVBoxLayout), m_rest(new QPushButton(this)),
      m_proposal(new QPushButton(this)), m_empty(widgets::makeLabel("muted", this)),
      m_form(new ActionForm(theme, this)), m_drop(new DropForm(theme, this)) {
    m_form->setObjectName(u"actionForm"_s);
    m_drop->setObjectName(u"dropForm"_s);
    m_form->hide();
    m_drop->hide();
    m_rest->setObjectName(u"restOfActions"_s);
    m_rest->setProperty("hbButton", u"link"_s);
    m_proposal->setObjectName(u"proposal"_s);
    m_proposal->setProperty("hbButton", u"link"_s);
    m_proposal->setToolTip(
        tr("What helps against the metric that costs most: one click makes it a next step"));
    m_empty->setObjectName(u"noActions"_s);
    m_empty->setText(tr("Nothing is planned. A next step says what, who and until when."));
    m_empty->setWordWrap(true);
    m_rows->setSpacing(0);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(theme::space::xs);
    all->addWidget(m_empty);
    all->addLayout(m_rows);
    all->addWidget(m_rest, 0, Qt::AlignLeft);
    all->addWidget(m_proposal, 0, Qt::AlignLeft);
    connect(m_rest, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        fillLines();
    });
    connect(m_proposal, &QPushButton::clicked, this, [this] {
        if (m_facts.proposal) {
            Q_EMIT edited({}, m_facts.proposal->facts);
        }
    });
    connect(m_form, &EditForm::cancelled, this, &ActionsPart::closeForm);
    connect(m_drop, &EditForm::cancelled, this, &ActionsPart::closeForm);
    connect(m_form, &ActionForm::kept, this, [this](const book::ActionFacts& facts) {
        close(m_openAction, facts);
    });
    connect(m_drop, &DropForm::kept, this, [this](const QString& reason) {
        if (const NextAction* next = find(m_openAction)) {
            book::ActionFacts facts = next->facts;
            facts.status = ActionStatus::Dropped;
            facts.closedOn = m_facts.day;
            facts.closeReason = reason;
            close(m_openAction, facts);
        }
    });
}

void ActionsPart::setFacts(const NextFacts& facts) {
    m_facts = facts;
    m_proposal->setVisible(facts.proposal.has_value());
    fitProposal();
    fillLines();
}

void ActionsPart::fitProposal() {
    if (m_facts.proposal) {
        const int room = width() - m_theme.px(theme::space::l);
        const QString text = tr("+ %1").arg(shortTitle(m_facts.proposal->text));
        m_proposal->setText(m_proposal->fontMetrics().elidedText(text, Qt::ElideRight, room));
        m_proposal->setAccessibleName(tr("Plan: %1").arg(m_facts.proposal->text));
    }
}

void ActionsPart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitProposal();
}

void ActionsPart::fillLines() {
    const std::size_t count = std::min(m_facts.actions.size(), m_all ? shownMost : shownFirst);
    while (m_lines.size() > count) {
        delete m_lines.back();
        m_lines.pop_back();
    }
    while (m_lines.size() < count) {
        m_lines.push_back(makeLine());
    }
    for (std::size_t at = 0; at < count; ++at) {
        fillLine(*m_lines[at], m_facts.actions[at]);
    }
    const auto more = static_cast<int>(m_facts.actions.size() - count);
    m_rest->setVisible(more > 0 || m_all);
    m_rest->setText(m_all ? tr("Show fewer") : tr("%n more", nullptr, more));
    m_empty->setVisible(m_facts.actions.empty() && m_open == nullptr);
    arrange();
}

void ActionsPart::fillLine(EntryLine& line, const NextAction& action) {
    QStringList parts{
        action.closed.isEmpty() ? action.due : action.closed, action.facts.owner, action.metric};
    parts.removeAll(QString());
    line.setTexts(shortTitle(action.facts.title), parts.join(u" · "_s), action.isOverdue);
    line.setToolTip(action.facts.title);
    line.setTick(action.closed.isEmpty() ? tr("Done (Space)") : QString());
}

EntryLine* ActionsPart::makeLine() {
    auto* line = new EntryLine(m_theme, this);
    line->setObjectName(u"action"_s);
    const std::size_t at = m_lines.size();
    connect(line, &EntryLine::ticked, this, [this, at] { finish(m_facts.actions[at].id); });
    connect(line, &EntryLine::opened, this, [this, at] { edit(m_facts.actions[at].id); });
    connect(line, &EntryLine::deleted, this, [this, at] { drop(m_facts.actions[at].id); });
    connect(line, &EntryLine::menuAsked, this, [this, at](const QPoint& place) {
        showMenu(m_facts.actions[at].id, place);
    });
    return line;
}

void ActionsPart::arrange() {
    arrangeInPlace(
        *m_rows, {m_lines.begin(), m_lines.end()}, m_open, m_open ? placeOf(m_openAction) : std::nullopt);
}

std::optional<std::size_t> ActionsPart::placeOf(ActionId action) const {
    const auto found = std::ranges::find(m_facts.actions, action, &NextAction::id);
    return found == m_facts.actions.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - m_facts.actions.begin()));
}

// --- forms

void ActionsPart::open(QWidget* form, ActionId action) {
    if (m_open != nullptr && m_open != form) {
        m_open->hide();
    }
    m_open = form;
    m_openAction = action;
    m_empty->hide();
    arrange();
    form->show();
    static_cast<EditForm*>(form)->begin();
}

bool ActionsPart::closeForm() {
    if (m_open == nullptr) {
        return false;
    }
    const bool hadFocus = m_open->isAncestorOf(m_open->window()->focusWidget());
    m_open->hide();
    m_open = nullptr;
    fillLines();
    if (const auto at = placeOf(m_openAction); hadFocus && at && *at < m_lines.size()) {
        m_lines[*at]->setFocus(Qt::OtherFocusReason);
    }
    return true;
}

void ActionsPart::close(ActionId action, const std::optional<book::ActionFacts>& facts) {
    closeForm();
    Q_EMIT edited(action, facts);
}

void ActionsPart::beginAction() {
    if (m_open == m_form && !m_openAction.isValid()) {
        m_form->begin();
        return;
    }
    m_form->setAction({.title = {}, .createdOn = m_facts.day}, m_facts);
    open(m_form, {});
}

void ActionsPart::takeBack(ActionId action, const book::ActionFacts& facts) {
    if (m_open == nullptr) {
        m_form->setAction(facts, m_facts);
        open(m_form, action);
    }
}

// --- what a line does

const NextAction* ActionsPart::find(ActionId action) const {
    const auto at = placeOf(action);
    return at ? &m_facts.actions[*at] : nullptr;
}

void ActionsPart::finish(ActionId action) {
    const NextAction* next = find(action);
    if (next != nullptr && next->closed.isEmpty()) {
        book::ActionFacts facts = next->facts;
        facts.status = ActionStatus::Done;
        facts.closedOn = m_facts.day;
        Q_EMIT edited(action, facts);
    }
}

void ActionsPart::edit(ActionId action) {
    if (const NextAction* next = find(action)) {
        m_form->setAction(next->facts, m_facts);
        open(m_form, action);
    }
}

void ActionsPart::drop(ActionId action) {
    const NextAction* next = find(action);
    if (next != nullptr && next->closed.isEmpty()) {
        m_drop->clear();
        open(m_drop, action);
    }
}

void ActionsPart::showMenu(ActionId action, const QPoint& place) {
    const NextAction* next = find(action);
    if (next == nullptr) {
        return;
    }
    QMenu* menu = widgets::makePopup(this);
    if (next->closed.isEmpty()) {
        menu->addAction(tr("Done"), this, [this, action] { finish(action); })->setObjectName(u"doneAction"_s);
        menu->addAction(tr("Drop, with a reason"), this, [this, action] { drop(action); })
            ->setObjectName(u"dropAction"_s);
    }
    menu->addAction(tr("Change"), this, [this, action] { edit(action); })->setObjectName(u"changeAction"_s);
    menu->addSeparator();
    menu->addAction(tr("Remove"), this, [this, action] { Q_EMIT edited(action, {}); })
        ->setObjectName(u"removeAction"_s);
    menu->popup(place);
}

} // namespace hb::pages
