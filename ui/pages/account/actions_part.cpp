// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/actions_part.h"

#include "ui/pages/account/action_form.h"
#include "ui/pages/account/entry_line.h"
#include "ui/pages/account/merge_typed.h"
#include "ui/widgets/copy_menu.h"
#include "ui/widgets/why_not.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr std::size_t shownFirst = 5;

} // namespace

ActionsPart::ActionsPart(const theme::Theme& theme, QWidget* parent)
    : LinesPart(theme, {.line = "action", .rest = "restOfActions", .empty = "noActions"}, shownFirst, parent),
      m_proposal(new QPushButton(this)), m_form(new ActionForm(theme, this)),
      m_drop(new DropForm(theme, this)) {
    addForm(*m_form, "actionForm");
    addForm(*m_drop, "dropForm");
    setEmptyText(tr("Nothing is planned. A next step says what, who and until when."));
    m_proposal->setObjectName(u"proposal"_s);
    m_proposal->setProperty("hbButton", u"link"_s);
    static_cast<QBoxLayout*>(layout())->addWidget(m_proposal, 0, Qt::AlignLeft);
    connect(m_proposal, &QPushButton::clicked, this, [this] {
        if (m_facts.proposal) {
            Q_EMIT edited({}, m_facts.proposal->facts);
        }
    });
    connect(m_form, &ActionForm::kept, this, &ActionsPart::keep);
    connect(m_drop, &DropForm::kept, this, &ActionsPart::keepDrop);
}

// --- lines

void ActionsPart::setFacts(const NextFacts& facts) {
    m_facts = facts;
    setWhyNotWrite(facts.whyNotWrite);
    widgets::setWhyNot(m_proposal,
                       facts.whyNotWrite,
                       tr("What helps against the metric that costs most: one click makes it a next step"));
    m_proposal->setVisible(facts.proposal.has_value());
    fitProposal();
    fillLines();
}

void ActionsPart::fitProposal() {
    if (m_facts.proposal) {
        const int room = width() - theme().px(theme::space::l);
        const QString text = tr("+ %1").arg(shortTitle(m_facts.proposal->text));
        m_proposal->setText(m_proposal->fontMetrics().elidedText(text, Qt::ElideRight, room));
        m_proposal->setAccessibleName(tr("Plan: %1").arg(m_facts.proposal->text));
    }
}

void ActionsPart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitProposal();
}

std::vector<std::int64_t> ActionsPart::ids() const {
    std::vector<std::int64_t> all;
    for (const NextAction& action : m_facts.actions) {
        all.push_back(action.id.value);
    }
    return all;
}

void ActionsPart::fillLine(EntryLine& line, std::size_t at) {
    const NextAction& action = m_facts.actions[at];
    QStringList parts{
        action.closed.isEmpty() ? action.due : action.closed, action.facts.owner, action.metric};
    parts.removeAll(QString());
    line.setTexts(shortTitle(action.facts.title),
                  parts.join(u" · "_s),
                  action.isOverdue ? CaptionInk::Ink : CaptionInk::Muted);
    line.setToolTip(action.facts.title);
    line.setTick(action.closed.isEmpty() ? tr("Done (Space)") : QString(), whyNotWrite());
}

void ActionsPart::connectLine(EntryLine& line) {
    const auto id = [this, &line] { return ActionId{idOf(line)}; };
    connect(&line, &EntryLine::ticked, this, [this, id] { finish(id()); });
    connect(&line, &EntryLine::opened, this, [this, id] { edit(id()); });
    connect(&line, &EntryLine::deleted, this, [this, id] { drop(id()); });
    connect(&line, &EntryLine::menuAsked, this, [this, id](const QPoint& place) { showMenu(id(), place); });
}

// --- forms

void ActionsPart::fillForm(EditForm& form, std::int64_t id) {
    if (&form == m_drop) {
        m_drop->clear();
    } else {
        m_form->setAction(
            m_standing(ActionId{id})
                .value_or(book::ActionFacts{.title = {}, .owner = m_facts.me, .createdOn = m_facts.day}),
            m_facts);
    }
}

void ActionsPart::beginAction() {
    open(*m_form);
}

/// What others changed meanwhile stays, where the person did not type over it.
void ActionsPart::keep(const book::ActionFacts& before, const book::ActionFacts& typed) {
    const ActionId action{openId()};
    const std::optional<book::ActionFacts> now =
        action.isValid() ? m_standing(action) : book::ActionFacts{.title = {}, .createdOn = m_facts.day};
    if (now) {
        closeForm();
        Q_EMIT edited(action, mergedAction(action.isValid() ? before : book::ActionFacts(), typed, *now));
    } else {
        openAsNew();
        m_form->refuseAll(
            tr("This next step was removed meanwhile. Keep it once more, and it is planned anew."));
    }
}

void ActionsPart::keepDrop(const QString& reason) {
    const ActionId action{openId()};
    std::optional<book::ActionFacts> facts = m_standing(action);
    if (!facts || facts->status != ActionStatus::Open) {
        m_drop->refuseAll(facts ? tr("This next step was closed meanwhile: there is nothing left to drop.")
                                : tr("This next step was removed meanwhile: there is nothing left to drop."));
        return;
    }
    facts->status = ActionStatus::Dropped;
    facts->closedOn = m_facts.day;
    facts->closeReason = reason;
    closeForm();
    Q_EMIT edited(action, facts);
}

void ActionsPart::takeBack(ActionId action, const book::ActionFacts& facts) {
    const book::ActionFacts now =
        m_standing(action).value_or(book::ActionFacts{.title = {}, .createdOn = {}});
    if (facts.status == now.status) {
        LinesPart::takeBack(
            *m_form, action.value, {.shown = ActionForm::textsOf(now), .typed = ActionForm::textsOf(facts)});
    } else if (facts.status == ActionStatus::Dropped) {
        LinesPart::takeBack(*m_drop, action.value, {.shown = {QString()}, .typed = {facts.closeReason}});
    }
}

// --- what a line does

bool ActionsPart::isOpen(ActionId action) const {
    const std::optional<book::ActionFacts> now = m_standing(action);
    return now && now->status == ActionStatus::Open;
}

void ActionsPart::finish(ActionId action) {
    if (std::optional<book::ActionFacts> facts = m_standing(action);
        facts && isOpen(action) && whyNotWrite().isEmpty()) {
        facts->status = ActionStatus::Done;
        facts->closedOn = m_facts.day;
        Q_EMIT edited(action, facts);
    }
}

void ActionsPart::edit(ActionId action) {
    open(*m_form, action.value);
}

void ActionsPart::drop(ActionId action) {
    if (isOpen(action)) {
        open(*m_drop, action.value);
    }
}

void ActionsPart::showMenu(ActionId action, const QPoint& place) {
    QMenu* menu = widgets::makePopup(this);
    if (isOpen(action)) {
        menu->addAction(tr("Done"), this, [this, action] { finish(action); })->setObjectName(u"doneAction"_s);
        menu->addAction(tr("Drop, with a reason"), this, [this, action] { drop(action); })
            ->setObjectName(u"dropAction"_s);
    }
    menu->addAction(tr("Change"), this, [this, action] { edit(action); })->setObjectName(u"changeAction"_s);
    menu->addSeparator();
    menu->addAction(tr("Remove"), this, [this, action] { Q_EMIT edited(action, {}); })
        ->setObjectName(u"removeAction"_s);
    widgets::setWhyNot(menu, whyNotWrite());
    menu->popup(place);
}

} // namespace hb::pages
