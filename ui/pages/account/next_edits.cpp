// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/next_edits.h"

#include "core/wording/days.h"
#include "core/wording/timeline_sentence.h"
#include "core/wording/words.h"
#include "ui/pages/account/next_facts.h"
#include "ui/theme/texts.h"

#include <algorithm>

namespace hb::pages {

namespace {

/// The action as it stands; nullptr for a new one.
const Action* standing(const AccountAt& at, ActionId id) {
    const auto actions = at.snapshot().actionsOf(at.account);
    const auto found = std::ranges::find(actions, id, &Action::id);
    return found == actions.end() ? nullptr : &*found;
}

QString actionText(const Action* before, const std::optional<book::ActionFacts>& facts) {
    if (!facts) {
        return Texts::tr("Removed the next step \"%1\"")
            .arg(shortTitle(before ? wording::fromUtf8(before->title) : QString()));
    }
    const QString title = shortTitle(facts->title);
    if (before == nullptr) {
        return Texts::tr("Planned \"%1\"").arg(title);
    }
    if (before->status == facts->status) {
        return Texts::tr("Changed the next step \"%1\"").arg(title);
    }
    return facts->status == ActionStatus::Dropped ? Texts::tr("Dropped \"%1\"").arg(title)
                                                  : Texts::tr("Done: \"%1\"").arg(title);
}

} // namespace

std::optional<book::ActionFacts> standingAction(const AccountAt& at, ActionId action) {
    const Action* now = standing(at, action);
    return now == nullptr ? std::nullopt : std::optional(book::factsOf(*now));
}

NamedEdit actionEdit(const AccountAt& at, ActionId action, const std::optional<book::ActionFacts>& facts) {
    return {.edit = book::SetAction{.account = at.id(), .action = action, .facts = facts},
            .text = actionText(standing(at, action), facts)};
}

NamedEdit
contactEdit(const AccountAt& at, ContactId contact, const std::optional<book::ContactFacts>& facts) {
    QString text = Texts::tr("Removed a contact");
    if (facts) {
        const QString name = shortTitle(facts->name);
        text = !contact.isValid() ? Texts::tr("Added %1").arg(name)
               : facts->leftOn    ? Texts::tr("%1 left").arg(name)
                                  : Texts::tr("Changed %1").arg(name);
    }
    return {.edit = book::SetContact{.account = at.id(), .contact = contact, .facts = facts}, .text = text};
}

NamedEdit outcomeEdit(const AccountAt& at, OutcomeKind kind, Day day, const book::OutcomeFacts& facts) {
    return {.edit = book::SetOutcome{.account = at.id(), .day = day, .kind = kind, .facts = facts},
            .text = Texts::tr("Recorded: %1, %2 on %3")
                        .arg(accountName(at), wording::outcomeName(kind), wording::dayText(day, at.today))};
}

NamedEdit pinEdit(const AccountAt& at, NoteId note) {
    return {.edit = book::PinNote{.note = note, .pinned = true},
            .text = Texts::tr("Pinned a note on %1").arg(accountName(at))};
}

NamedEdit unpinEdit(const AccountAt& at, NoteId note) {
    return {.edit = book::PinNote{.note = note, .pinned = false},
            .text = Texts::tr("Unpinned a note on %1").arg(accountName(at))};
}

NamedEdit changeNoteEdit(const AccountAt& at, NoteId note, const QString& text, NoteKind kind) {
    return {.edit = book::ChangeNote{.note = note, .text = text, .kind = kind},
            .text = Texts::tr("Changed a note on %1").arg(accountName(at))};
}

NamedEdit removeNoteEdit(const AccountAt& at, NoteId note) {
    return {.edit = book::RemoveNote{.note = note},
            .text = Texts::tr("Removed a note on %1").arg(accountName(at))};
}

} // namespace hb::pages
