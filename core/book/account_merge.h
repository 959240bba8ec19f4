// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book.h"
#include "core/model/merge_effect.h"

#include <optional>

// Two accounts that are one. The merged account keeps all its rows, and imports that name its id write to it
// as before; but whatever day is looked at, it is no account of the book any more: its rows are shown with
// those of the account it was merged into. So taking it apart again, and undoing an import of before or
// after, give exactly the book that all else would have made.
//
// Where both say something: of a metric on one day, and of an outcome of one kind on one day, the account's
// own stands; the other is kept and counts again when they are apart; but what a person set stands over what
// was imported, whichever of the two it was set on. An attribute is the other's before the account had it,
// but for its parent. Overrides of both hold as if entered on the account, the later one first. Children of
// the merged account are the account's. A review of the merged account is none of the two.

namespace hb::book {

/// What merging would bring together, on a day that matters to families alone. InvalidInput and Conflict as
/// the edit MergeAccount.
[[nodiscard]] Result<MergeEffect>
mergeEffect(Book& book, const Snapshot& snapshot, AccountIndex from, AccountIndex into, Day day);

/// The merged account that has this id, or had it; none where no account has, or it stands for itself.
[[nodiscard]] Result<std::optional<AccountId>> mergedAccount(Book& book, const QString& key);

} // namespace hb::book
