// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/edits.h"
#include "ui/pages/account/account_facts.h"

namespace hb::pages {

/// An edit with its words for toast and menu.
struct NamedEdit {
    book::Edit edit;
    QString text; ///< "Reviewed Contoso"
};

/// Kept with today, whatever day is looked at.
[[nodiscard]] NamedEdit reviewEdit(const AccountAt& at);
/// Entered on the as-of day, as is a level.
[[nodiscard]] NamedEdit noteEdit(const AccountAt& at, const QString& text, NoteKind kind = NoteKind::Note);
[[nodiscard]] NamedEdit levelEdit(const AccountAt& at, MetricIndex metric, int level, const QString& note);
/// Another id for the account, and that it is a part of another one; none where that one is gone.
[[nodiscard]] NamedEdit renameEdit(const AccountAt& at, const QString& key);
[[nodiscard]] std::optional<NamedEdit> mergeEdit(const AccountAt& at, const QString& into);
/// By which rule the scores below accounts become one, in the whole book.
[[nodiscard]] NamedEdit familyRuleEdit(const AccountAt& at, FamilyRule rule);

} // namespace hb::pages
