// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace hb::analytics {

/// Which accounts are counted: all, or those that are not churned on the day.
enum class Accounts : std::uint8_t { All, Living };

/// What shares are of. ARR is that of accounts with an amount above 0 in the book's currency.
enum class Measure : std::uint8_t { Accounts, Arr };

/// One day of the whole book, or of some of its accounts.
struct BookDay {
    Day day;
    std::array<std::size_t, 4> bands{}; ///< accounts by Band
    /// ARR by Band, of accounts with an amount above 0 in the book's currency.
    std::array<std::int64_t, 4> cents{};
    std::optional<double> mean;            ///< of the shown scores of accounts with a band
    std::optional<double> arrWeightedMean; ///< the same weighted by ARR, of accounts that `cents` counts

    friend bool operator==(const BookDay&, const BookDay&) = default;
};

/// The share of a band on a day, 0..1; none where there is nothing to have a share of.
[[nodiscard]] std::optional<double> shareOf(const BookDay& day, Band band, Measure measure);

/// Band counts and means of the book on each day, on all cores; the same bits whatever the number of cores.
/// Incomplete once `stop` is requested. Keeps no scores: a day costs no memory per account.
[[nodiscard]] std::vector<BookDay> bookHistory(const scoring::Scorer& scorer,
                                               std::span<const Day> days,
                                               Accounts accounts,
                                               const std::stop_token& stop = {});
/// The same of some accounts alone: a portfolio.
[[nodiscard]] std::vector<BookDay> bookHistory(const scoring::Scorer& scorer,
                                               std::span<const AccountIndex> among,
                                               std::span<const Day> days,
                                               Accounts accounts,
                                               const std::stop_token& stop = {});

} // namespace hb::analytics
