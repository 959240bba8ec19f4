// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/account/account_edits.h"

namespace hb::pages {

/// A next step as the book has it by now; none: it is gone.
[[nodiscard]] std::optional<book::ActionFacts> standingAction(const AccountAt& at, ActionId action);
/// A next step that is new (no valid id), changed, closed, or removed (no facts), with its words.
[[nodiscard]] NamedEdit
actionEdit(const AccountAt& at, ActionId action, const std::optional<book::ActionFacts>& facts);
[[nodiscard]] NamedEdit
contactEdit(const AccountAt& at, ContactId contact, const std::optional<book::ContactFacts>& facts);
[[nodiscard]] NamedEdit
outcomeEdit(const AccountAt& at, OutcomeKind kind, Day day, const book::OutcomeFacts& facts);
[[nodiscard]] NamedEdit pinEdit(const AccountAt& at, NoteId note);
[[nodiscard]] NamedEdit unpinEdit(const AccountAt& at, NoteId note);
[[nodiscard]] NamedEdit changeNoteEdit(const AccountAt& at, NoteId note, const QString& text, NoteKind kind);
[[nodiscard]] NamedEdit removeNoteEdit(const AccountAt& at, NoteId note);

} // namespace hb::pages
