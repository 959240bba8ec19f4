// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "core/scoring/score_account.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// How accounts move between bands when they are scored twice: on two days, or by a version and by a draft.

namespace hb::analytics {

/// Some accounts, and their ARR in each of its currencies.
struct Tally {
    std::size_t accounts = 0;
    std::vector<std::pair<std::string, std::int64_t>> cents; ///< by currency, as they are met

    void add(std::int64_t amount, std::string_view currency);
    friend bool operator==(const Tally&, const Tally&) = default;
};

/// What an account pays on a day; read once, for many movements.
struct AccountArr {
    std::optional<std::int64_t> cents;
    std::string_view currency; ///< in the snapshot's texts
};
[[nodiscard]] std::vector<AccountArr> arrOfBook(const Snapshot& snapshot, Day day);

/// One account that changes band.
struct Mover {
    AccountIndex account = 0;
    scoring::TrackScore before;
    scoring::TrackScore after;
    std::optional<std::int64_t> cents;
    std::string_view currency;
};

struct Movement {
    std::array<std::array<Tally, 4>, 4> cells; ///< [Band before][Band after]
    /// Largest ARR first, those in the book's currency before others, without ARR last; then by points moved.
    std::vector<Mover> movers;
    std::size_t rescored = 0;  ///< accounts whose shown score differs, rounded
    double coverageBefore = 0; ///< mean over the accounts, 0..1
    double coverageAfter = 0;

    [[nodiscard]] std::array<Tally, 4> before() const; ///< by Band
    [[nodiscard]] std::array<Tally, 4> after() const;
    [[nodiscard]] Tally moved() const; ///< of all movers
};

/// The movement of the accounts that have not churned on the day; `before`, `after` and `arr` are as
/// snapshot.accounts. Pure.
[[nodiscard]] Movement movement(const Snapshot& snapshot,
                                Day day,
                                std::span<const scoring::AccountScore> before,
                                std::span<const scoring::AccountScore> after,
                                std::span<const AccountArr> arr);

} // namespace hb::analytics
