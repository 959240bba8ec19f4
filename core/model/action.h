// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/model/words_of_kind.h"

#include <cstdint>
#include <optional>
#include <string>

namespace hb {

enum class ActionStatus : std::uint8_t { Open, Done, Dropped };

/// The word of each status in a book.
inline constexpr std::array<std::string_view, 3> actionStatusWords{"open", "done", "dropped"};

[[nodiscard]] constexpr std::string_view toText(ActionStatus status) {
    return actionStatusWords.at(static_cast<std::size_t>(status));
}

[[nodiscard]] constexpr std::optional<ActionStatus> actionStatusOf(std::string_view word) {
    return kindOfWord<ActionStatus>(actionStatusWords, word);
}

/// A next step that somebody promised for an account.
struct Action {
    ActionId id = {};
    AccountIndex account = 0;
    std::string title;
    std::string owner = {};      ///< whoever it is waiting for; a name as people write it, may be empty
    std::optional<Day> due = {}; ///< none: some day
    std::string metric = {};     ///< key of the metric that it is to move; may be empty
    Day createdOn;
    ActionStatus status = ActionStatus::Open; ///< as it is by now
    std::optional<Day> closedOn = {};         ///< none exactly while it is open
    std::string closeReason = {};             ///< never empty for a dropped one

    /// Whether it was open on a day, whatever became of it later.
    [[nodiscard]] bool isOpenOn(Day day) const { return createdOn <= day && (!closedOn || *closedOn > day); }
    /// Whether it was open on a day and should have been done before.
    [[nodiscard]] bool isOverdueOn(Day day) const { return isOpenOn(day) && due && *due < day; }

    friend bool operator==(const Action&, const Action&) = default;
};

} // namespace hb
