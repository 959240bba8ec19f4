// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/words_of_kind.h"

#include <cstdint>

namespace hb {

/// What a note is about: how the person heard of it.
enum class NoteKind : std::uint8_t { Note, Call, Meeting, Email, Review };

/// The word of each kind in files, commands and a book.
inline constexpr std::array<std::string_view, 5> noteWords{"note", "call", "meeting", "email", "review"};

[[nodiscard]] constexpr std::string_view toText(NoteKind kind) {
    return noteWords.at(static_cast<std::size_t>(kind));
}

[[nodiscard]] constexpr std::optional<NoteKind> noteKindOf(std::string_view word) {
    return kindOfWord<NoteKind>(noteWords, word);
}

} // namespace hb
