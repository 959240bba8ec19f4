// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/side_column.h"

#include "core/book/search_book.h"
#include "core/book/timeline.h"
#include "core/wording/words.h"
#include "ui/pages/account/actions_part.h"
#include "ui/pages/account/contacts_part.h"
#include "ui/pages/account/next_card.h"
#include "ui/pages/account/next_edits.h"
#include "ui/pages/account/timeline_card.h"

#include <QApplication>
#include <QClipboard>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hb::pages {

SideColumn::SideColumn(const shell::Context& context, shell::Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_context(context), m_navigator(navigator), m_next(new NextCard(context.theme, this)),
      m_timeline(new TimelineCard(context.theme, this)) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(theme::space::cardGap);
    rows->addWidget(m_next);
    rows->addWidget(m_timeline, 1);
    connectNext();
    connectTimeline();
}

void SideColumn::connectNext() {
    m_next->actions().setStanding(
        [this](ActionId action) { return m_at ? standingAction(*m_at, action) : std::nullopt; });
    connect(&m_next->actions(),
            &ActionsPart::edited,
            this,
            [this](ActionId action, const std::optional<book::ActionFacts>& facts) {
                apply([&](const AccountAt& at) { return actionEdit(at, action, facts); });
            });
    connect(&m_next->contacts(),
            &ContactsPart::edited,
            this,
            [this](ContactId contact, const std::optional<book::ContactFacts>& facts) {
                apply([&](const AccountAt& at) { return contactEdit(at, contact, facts); });
            });
    connect(&m_next->contacts(), &ContactsPart::addressCopied, this, [this](const QString& address) {
        m_navigator.toast(tr("Copied %1").arg(shortTitle(address)));
    });
    connect(m_next,
            &NextCard::outcomeRecorded,
            this,
            [this](OutcomeKind kind, Day day, const book::OutcomeFacts& facts) {
                apply([&](const AccountAt& at) { return outcomeEdit(at, kind, day, facts); });
            });
}

void SideColumn::connectTimeline() {
    connect(m_timeline, &TimelineCard::noteWritten, this, [this](const QString& text, NoteKind kind) {
        apply([&](const AccountAt& at) { return noteEdit(at, text, kind); });
    });
    connect(m_timeline, &TimelineCard::pinAsked, this, [this](NoteId note, bool pinned) {
        apply([&](const AccountAt& at) { return pinned ? pinEdit(at, note) : unpinEdit(at, note); });
    });
    connect(m_timeline,
            &TimelineCard::changeAsked,
            this,
            [this](NoteId note, const QString& text, NoteKind kind) {
                apply([&](const AccountAt& at) { return changeNoteEdit(at, note, text, kind); });
            });
    connect(m_timeline, &TimelineCard::removeAsked, this, [this](NoteId note) {
        apply([&](const AccountAt& at) { return removeNoteEdit(at, note); });
    });
    connect(m_timeline, &TimelineCard::searchAsked, this, &SideColumn::search);
    connect(m_timeline, &TimelineCard::copied, this, [this](const QString& text) {
        QApplication::clipboard()->setText(text);
        m_navigator.toast(tr("Copied"));
    });
}

/// The account may be gone by the time a menu or a form of it answers.
void SideColumn::apply(const std::function<NamedEdit(const AccountAt&)>& edit) {
    if (m_at) {
        const NamedEdit named = edit(*m_at);
        m_context.session.apply(named.edit, named.text);
    }
}

// --- what is shown

void SideColumn::startAccount(const QString& key) {
    m_key = key;
    m_people.clear();
    m_next->startAccount(key);
    m_next->contacts().setContacts({}, m_context.session.asOf());
    m_timeline->showDraftOf(key);
    m_timeline->setItems({}, {}, m_context.session.asOf());
}

void SideColumn::showAccount(const std::optional<AccountAt>& at) {
    m_at = at;
    if (m_at) {
        m_timeline->setPerson(m_context.session.actor().name);
        m_timeline->setWhyNotWrite(m_at->whyNotWrite);
        NextFacts facts = nextFacts(*m_at);
        facts.me = m_context.session.person();
        m_next->setFacts(facts);
        m_next->contacts().setContacts(m_people, m_at->day());
        m_timeline->setDay(m_at->day());
    }
}

void SideColumn::beginNote() {
    m_timeline->beginNote();
}

void SideColumn::beginAction() {
    m_next->actions().beginAction();
}

void SideColumn::beginOutcome() {
    m_next->beginOutcome();
}

void SideColumn::beginSearch() {
    m_timeline->beginSearch();
}

void SideColumn::searchFor(const QString& words) {
    m_timeline->searchFor(words);
}

bool SideColumn::leave() {
    return m_next->closeForms() || m_timeline->leave();
}

QString SideColumn::keyOf(AccountId account) const {
    const Snapshot& snapshot = m_context.session.snapshot();
    const auto found = snapshot.findAccount(account);
    return found ? wording::fromUtf8((*snapshot.accounts)[*found].key) : QString();
}

void SideColumn::forget() {
    startAccount({});
    m_next->forgetDrafts();
    m_timeline->forgetDrafts();
}

void SideColumn::takeBack(const book::Edit& edit) {
    if (const auto* note = std::get_if<book::AddNote>(&edit); note && m_context.session.isOpen()) {
        m_timeline->takeBack(keyOf(note->account), {.text = note->text, .kind = note->kind});
    }
    if (!m_at) {
        return;
    }
    const AccountId here = m_at->id();
    if (const auto* change = std::get_if<book::ChangeNote>(&edit)) {
        m_timeline->takeBackChange(change->note, {.text = change->text, .kind = change->kind});
    } else if (const auto* action = std::get_if<book::SetAction>(&edit);
               action && action->account == here && action->facts) {
        m_next->actions().takeBack(action->action, *action->facts);
    } else if (const auto* contact = std::get_if<book::SetContact>(&edit);
               contact && contact->account == here && contact->facts) {
        m_next->contacts().takeBack(contact->contact, *contact->facts);
    } else if (const auto* outcome = std::get_if<book::SetOutcome>(&edit);
               outcome && outcome->account == here && outcome->facts) {
        m_next->takeBack(*outcome);
    }
}

// --- what is read from the file: another account may be shown by the time it comes, and a failed read keeps
// what is shown

bool SideColumn::canRead() const {
    return m_at && !m_context.session.path().isEmpty();
}

void SideColumn::read() {
    readContacts();
    readTimeline();
}

void SideColumn::follow(const book::ChangeSet& changes) {
    if (changes.everything || changes.contacts) {
        readContacts();
    }
    if (changes.everything || changes.notes || changes.actions || changes.contacts || changes.overrides ||
        changes.outcomes || changes.measurements || changes.accounts || changes.scorecard) {
        readTimeline();
    }
}

void SideColumn::readContacts() {
    if (!canRead()) {
        return;
    }
    m_context.session.read<std::vector<book::Contact>>(
        this,
        [account = m_at->id()](book::Book& book) { return book::contactsOf(book, account); },
        [this, key = m_key](const Result<std::vector<book::Contact>>& people) {
            if (key == m_key && people && m_at) {
                m_people = *people;
                m_next->contacts().setContacts(m_people, m_at->day());
            }
        });
}

void SideColumn::readTimeline() {
    if (!canRead()) {
        return;
    }
    m_context.session.read<std::vector<TimelineItem>>(
        this,
        [snapshot = m_at->moment->snapshot, account = m_at->account, today = m_at->today](book::Book& book) {
            return book::timelineOf(book, *snapshot, account, today);
        },
        [this, key = m_key, snapshot = m_at->moment->snapshot](
            const Result<std::vector<TimelineItem>>& items) {
            if (key == m_key && items && m_at) {
                m_timeline->setItems(snapshot, *items, m_at->day());
            }
        });
}

void SideColumn::search(const QString& words) {
    if (!canRead()) {
        return;
    }
    m_context.session.read<std::vector<TimelineItem>>(
        this,
        [words, snapshot = m_at->moment->snapshot, account = m_at->id()](book::Book& book) {
            return book::searchTimeline(book, *snapshot, words, account);
        },
        [this, key = m_key, words](const Result<std::vector<TimelineItem>>& found) {
            if (key == m_key && found) {
                m_timeline->setFound(words, *found);
            }
        });
}

} // namespace hb::pages
