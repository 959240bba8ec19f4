// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "core/model/timeline_item.h"

#include <QString>

// What happened to an account, in words; who and when stand beside it.

namespace hb::wording {

[[nodiscard]] QString noteKindName(NoteKind kind);           ///< "call", "business review"
[[nodiscard]] QString contactRoleName(ContactRole role);     ///< "champion"
[[nodiscard]] QString actionStatusName(ActionStatus status); ///< "open"
[[nodiscard]] QString outcomeName(OutcomeKind kind);         ///< "renewed"
/// What a filter calls the items of a kind: "notes", "overrides" for all three of them.
[[nodiscard]] QString timelineKindName(TimelineKind kind);
/// "Renewal date" for `renewal_date`; what Healthbook does not know stays as it is spelled.
[[nodiscard]] QString attributeName(std::string_view key);

/// One line: the first line of a note, "Sentiment set to Fine: \"calm again\"", "Dropped: Call them.",
/// "Segment changed from SMB to Enterprise", "usage.csv: 14 values (Product analytics)".
[[nodiscard]] QString timelineSentence(const Snapshot& snapshot, const TimelineItem& item, Day today);

} // namespace hb::wording
