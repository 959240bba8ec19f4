// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/movement.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

// The book by owner, segment or any other attribute, or by two of them.

namespace hb::analytics {

/// The living accounts that have the same values on the day.
struct AccountGroup {
    std::array<TextIndex, 2> values{};     ///< in the snapshot's texts; 0: none, a group like any other
    std::vector<AccountIndex> accounts;    ///< largest ARR first, as livingByArr()
    std::array<Tally, 4> bands;            ///< by Band; that of Red is the red ARR
    std::optional<double> mean;            ///< of the accounts with a band
    std::optional<double> arrWeightedMean; ///< of those with ARR above 0 in the book's currency
    std::optional<double> change;          ///< mean change of the accounts with a band on both days: the same
                                           ///< accounts, so that one that left or came does not move it
    std::size_t compared = 0;              ///< so many they are
    std::vector<AccountIndex> leftGreen;   ///< green on the day before, and not now
};

struct Grouping {
    std::vector<AccountGroup> groups; ///< by the text of their values, none last
    AccountGroup all;
};

/// Groups the living accounts of the day by one or two attributes; a key that no account has makes one group,
/// none. `living` is livingByArr() of the day; `now` and `before` are the book's scores on the day and on an
/// earlier one, as snapshot.accounts. One pass over the living. Pure.
[[nodiscard]] Grouping grouping(const Snapshot& snapshot,
                                Day day,
                                std::span<const std::string_view> by,
                                std::span<const PaidAccount> living,
                                std::span<const scoring::AccountScore> now,
                                std::span<const scoring::AccountScore> before);

} // namespace hb::analytics
