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

/// A living account of a day, and what it pays.
struct PaidAccount {
    AccountIndex account = 0;
    std::optional<std::int64_t> cents;
    std::string_view currency; ///< in the snapshot's texts
};

/// Its ARR on the day; without one no currency either.
[[nodiscard]] PaidAccount paidOn(const Snapshot& snapshot, AccountIndex account, Day day);

/// All accounts, churned ones too, by index.
[[nodiscard]] std::vector<AccountIndex> everyAccount(const Snapshot& snapshot);

/// The accounts that have not churned on the day, in the order in which movers are listed: largest ARR first,
/// those in the book's currency before others, without ARR last. Made once, for many movements.
[[nodiscard]] std::vector<PaidAccount> livingByArr(const Snapshot& snapshot, Day day);

/// One account that changes band.
struct Mover {
    PaidAccount who;
    scoring::TrackScore before;
    scoring::TrackScore after;
};

struct Movement {
    std::array<std::array<Tally, 4>, 4> cells; ///< [Band before][Band after]
    std::vector<Mover> movers;                 ///< as livingByArr(), of equal ARR by points moved
    std::size_t rescored = 0;                  ///< accounts whose shown score differs, rounded
    double coverageBefore = 0;                 ///< mean over the accounts, 0..1
    double coverageAfter = 0;

    [[nodiscard]] std::array<Tally, 4> before() const; ///< by Band
    [[nodiscard]] std::array<Tally, 4> after() const;
    [[nodiscard]] Tally moved() const; ///< of all movers
};

/// Of the accounts in `living`; `before` and `after` are as the snapshot's accounts. Pure.
[[nodiscard]] Movement movement(std::span<const PaidAccount> living,
                                std::span<const scoring::TrackScore> before,
                                std::span<const scoring::TrackScore> after);

} // namespace hb::analytics
