// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/period.h"
#include "core/analytics/rate.h"
#include "core/scoring/scorer.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

// Who stayed, and how much of what they paid: of all, and by the band that the score gave them beforehand.

namespace hb::analytics {

/// What some accounts paid when a period began, and what is left of it at its end, in one currency.
struct ArrKept {
    std::string currency;
    std::int64_t start = 0; ///< cents
    std::int64_t kept = 0;  ///< of those: no account counts with more than it began with
    std::int64_t end = 0;   ///< with what was added; of the same accounts, new ones never count

    /// Gross revenue retention, 0..1; none where nothing was paid.
    [[nodiscard]] std::optional<double> gross() const;
    /// Net revenue retention, may exceed 1.
    [[nodiscard]] std::optional<double> net() const;
    friend bool operator==(const ArrKept&, const ArrKept&) = default;
};

struct Retained {
    Rate logos; ///< accounts that are still there, of all
    std::vector<ArrKept>
        arr; ///< a currency each, the book's first, then by code; without accounts that pay nothing
    std::vector<AccountIndex> left;

    friend bool operator==(const Retained&, const Retained&) = default;
};

struct RetentionByBand {
    int daysBefore = 0;
    std::array<Retained, 4> bands; ///< by the Band so many days before the period began
};

struct Retention {
    Period period;
    Retained all;
    std::vector<RetentionByBand> ahead; ///< of the same accounts as `all`
};

/// The retention of each period: of those of `among` that were there and had not churned on its first day,
/// those that have not churned on its last. An account is there from the first day that anything was measured
/// or stated of it. Its ARR at the end is 0 when it left; else what its attribute says if it changed within
/// the period; else what it was at the start and the changes that its outcomes name. One that is paid in
/// another currency by then counts among the accounts alone. The bands are those of the shown scores
/// `daysBefore` days before each period: the score did not know what came. Pure; works on all cores;
/// incomplete once `stop` is requested.
[[nodiscard]] std::vector<Retention> retention(const scoring::Scorer& scorer,
                                               std::span<const AccountIndex> among,
                                               std::span<const Period> periods,
                                               std::span<const int> daysBefore,
                                               const std::stop_token& stop = {});

} // namespace hb::analytics
