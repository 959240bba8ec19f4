// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hb {

enum class OutcomeKind : std::uint8_t { Renewed, Churned, Expanded, Downgraded };

/// The word of each kind in files and in a book.
inline constexpr std::array<std::string_view, 4> outcomeWords{"renewed", "churned", "expanded", "downgraded"};

[[nodiscard]] constexpr std::string_view toText(OutcomeKind kind) {
    return outcomeWords.at(static_cast<std::size_t>(kind));
}

/// Nothing for any other word; upper and lower case differ.
[[nodiscard]] constexpr std::optional<OutcomeKind> outcomeKindOf(std::string_view word) {
    for (std::size_t at = 0; at < outcomeWords.size(); ++at) {
        if (outcomeWords[at] == word) {
            return static_cast<OutcomeKind>(at);
        }
    }
    return std::nullopt;
}

/// What became of an account on a day.
struct Outcome {
    AccountIndex account = 0;
    Day day;
    OutcomeKind kind = OutcomeKind::Renewed;
    std::optional<std::int64_t> arrChangeCents = {};
    std::string reason = {};

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

} // namespace hb
