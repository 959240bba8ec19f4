// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

// Accounts and those below them: the attribute parent_id of an account holds the key of the one above it.

namespace hb::analytics {

/// Who belongs to whom on a day, of a snapshot that outlives this. A parent that the book lacks is none.
class Family {
public:
    Family(const Snapshot& snapshot, Day day);

    [[nodiscard]] Day day() const { return m_day; }
    [[nodiscard]] std::optional<AccountIndex> parentOf(AccountIndex account) const;
    /// The accounts directly below, churned ones too.
    [[nodiscard]] std::span<const AccountIndex> childrenOf(AccountIndex account) const;
    /// Everybody below who has not churned, however deep, also below one who has: each once, the nearest
    /// first. Never the account itself, though its parents should go round in a circle.
    [[nodiscard]] std::vector<AccountIndex> below(AccountIndex account) const;

private:
    const Snapshot& m_snapshot;
    Day m_day;
    std::vector<AccountIndex> m_parents;  ///< by account; itself where it has none
    std::vector<std::uint32_t> m_offsets; ///< accounts + 1
    std::vector<AccountIndex> m_children; ///< by parent, then by account
};

/// The accounts below one as one score. Only those with a band have a score that counts. By ARR those count
/// whose ARR is above 0 and in the currency of the account above: amounts are never converted.
struct FamilyScore {
    FamilyRule rule = FamilyRule::ArrWeightedMean;
    std::size_t accounts = 0;           ///< below it and not churned; 0: no family, and nothing else is set
    std::size_t withoutBand = 0;        ///< of these
    std::size_t withoutArr = 0;         ///< of those with a band
    std::size_t inOtherCurrency = 0;    ///< of those with a band and ARR
    std::optional<AccountIndex> lowest; ///< the first below, if tied
    std::optional<double> lowestScore;
    Band lowestBand = Band::None; ///< its own, from its own scheme
    std::optional<double> arrWeightedMean;

    /// By the rule, with its band in the scheme of the account above. None where fewer of the accounts count
    /// than its version's minimum coverage asks for; but one red account below is enough for a lowest red.
    std::optional<double> score;
    Band band = Band::None;
};

/// Pure; costs a scoring an account below. `family` is of the scorer's snapshot.
[[nodiscard]] FamilyScore
familyScore(const scoring::Scorer& scorer, const Family& family, AccountIndex account, FamilyRule rule);

} // namespace hb::analytics
