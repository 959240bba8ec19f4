// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/book/book.h"
#include "core/model/timeline_item.h"

#include <QString>

#include <optional>
#include <vector>

// The search over what people wrote: notes, next steps, contacts, and why a level was set, a score overridden
// or an account left. Any text may be asked for, as somebody types it; one without words finds nothing.

namespace hb::book {

/// What of an account, or of the whole book, holds all words of a text; newest first. Reads the file.
[[nodiscard]] Result<std::vector<TimelineItem>> searchTimeline(Book& book,
                                                               const Snapshot& snapshot,
                                                               const QString& text,
                                                               std::optional<AccountId> account = {});

/// The same of the whole book to be listed, an item an entry: how something ended is left out where its
/// beginning is found, and of each text there is the line with the first hit, cut around it.
[[nodiscard]] Result<std::vector<TimelineItem>>
searchBook(Book& book, const Snapshot& snapshot, const QString& text);

} // namespace hb::book
