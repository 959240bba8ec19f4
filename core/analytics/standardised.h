// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

// A fair comparison of owners: what their mean would be if each had the book's mix of accounts.

namespace hb::analytics {

struct StandardisedOptions {
    std::string_view of = attribute::owner; ///< whose means are compared
    std::size_t leastAccounts = 5;          ///< with fewer nothing is adjusted
    std::size_t trials = 1000;
    double interval = 0.95;
    std::uint64_t seed = 1;
};

/// The living accounts with a band of one owner.
struct StandardisedMean {
    TextIndex owner = 0; ///< in the snapshot's texts; 0: nobody, who is an owner like any other
    std::size_t accounts = 0;
    double mean = 0; ///< as it is
    /// With the book's mix: the mean of each kind of account, weighted by its share of the book. Kinds that
    /// the owner has none of are left out, and the rest weighted alike. None with too few accounts.
    std::optional<double> adjusted;
    double low = 0; ///< of its interval, from drawing the owner's accounts again and again
    double high = 0;
    double covered = 0; ///< the share of the book that is of kinds that the owner has, 0..1
};

/// Whether two intervals share nothing: only then one stands above the other.
[[nodiscard]] bool standApart(const StandardisedMean& a, const StandardisedMean& b);

/// By direct standardisation over the kinds of accounts that the values of `over` make (segment and lifecycle
/// stage): a row an owner, by text, nobody last. Of the accounts `among`, whose mix counts as the book's.
/// `scores` are as snapshot.accounts. Pure; the same bits on any number of cores; empty once `stop` is
/// requested.
[[nodiscard]] std::vector<StandardisedMean> standardisedMeans(const Snapshot& snapshot,
                                                              std::span<const AccountIndex> among,
                                                              Day day,
                                                              std::span<const scoring::AccountScore> scores,
                                                              std::span<const std::string_view> over,
                                                              const StandardisedOptions& options = {},
                                                              const std::stop_token& stop = {});

} // namespace hb::analytics
