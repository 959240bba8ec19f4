// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/database.h"

#include <QString>

#include <optional>
#include <vector>

// The search over what people wrote: texts of notes, titles and reasons of actions, names and notes of
// contacts, reasons of overrides.

namespace hb::store {

/// The rows in which every word of a text stands, newest entry first, at most `mostFound` of a kind.
struct FoundRows {
    std::vector<NoteId> notes;
    std::vector<ActionId> actions;
    std::vector<ContactId> contacts;
    std::vector<OverrideId> overrides;
};
inline constexpr int mostFound = 500;

/// Any text may be asked for, as somebody types it: a word is found by its beginning, without case and
/// accents; signs, emoji and scripts that set no blanks are found wherever they stand. A text without
/// anything to look for finds nothing.
[[nodiscard]] Result<FoundRows>
findWords(Database& database, const QString& text, std::optional<AccountId> account = {});

} // namespace hb::store
