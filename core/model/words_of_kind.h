// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hb {

/// The enumerator that a word of files and books stands for, by its position among `words`; nothing for any
/// other word. Upper and lower case differ.
template <typename Kind, std::size_t count>
[[nodiscard]] constexpr std::optional<Kind> kindOfWord(const std::array<std::string_view, count>& words,
                                                       std::string_view word) {
    for (std::size_t at = 0; at < count; ++at) {
        if (words[at] == word) {
            return static_cast<Kind>(at);
        }
    }
    return std::nullopt;
}

} // namespace hb
