// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/words_of_kind.h"

#include <cstdint>

namespace hb {

/// What a person at a customer is for us.
enum class ContactRole : std::uint8_t { Champion, Sponsor, User, Other };

/// The word of each role in a book.
inline constexpr std::array<std::string_view, 4> contactRoleWords{"champion", "sponsor", "user", "other"};

[[nodiscard]] constexpr std::string_view toText(ContactRole role) {
    return contactRoleWords.at(static_cast<std::size_t>(role));
}

[[nodiscard]] constexpr std::optional<ContactRole> contactRoleOf(std::string_view word) {
    return kindOfWord<ContactRole>(contactRoleWords, word);
}

/// What the attribute `champion` says of an account with and without one who is there.
inline constexpr std::string_view championThere = "active";
inline constexpr std::string_view championLeft = "left";

} // namespace hb
