// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

// Every metric of every account at once: where the book is red.

namespace hb::analytics {

/// The metric scores of all accounts on a day, as they are shown, in one block.
struct HeatMap {
    Day day;
    std::size_t metrics = 0;                     ///< of the scorecard
    std::vector<double> scores;                  ///< [account * metrics + metric]; NaN: none
    std::vector<std::vector<Range>> schemes;     ///< each once, by bounds and colours
    std::vector<std::uint32_t> schemeOfAccounts; ///< in `schemes`

    [[nodiscard]] double at(AccountIndex account, MetricIndex metric) const {
        return scores[std::size_t{account} * metrics + metric];
    }
    [[nodiscard]] std::optional<double> score(AccountIndex account, MetricIndex metric) const {
        const double score = at(account, metric);
        return score == score ? std::optional(score) : std::nullopt;
    }
    [[nodiscard]] const std::vector<Range>& schemeOf(AccountIndex account) const {
        return schemes[schemeOfAccounts[account]];
    }
    [[nodiscard]] Band band(AccountIndex account, MetricIndex metric) const;
};

/// Accounts that have churned have no scores. 8 bytes a cell: 10 MB for 100,000 accounts and 12 metrics.
/// Pure; works on all cores; incomplete once `stop` is requested.
[[nodiscard]] HeatMap heatMap(const scoring::Scorer& scorer, Day day, const std::stop_token& stop = {});

/// One metric over some accounts.
struct GroupCell {
    std::optional<double> mean; ///< of those with a score, each counting the same
    std::size_t scored = 0;
    std::size_t red = 0;
    Band band = Band::None; ///< of the mean, by the scheme that the scored accounts share; where they have
                            ///< several, the best band of the worse half of them
    bool isOneScheme = true;
    std::uint32_t scheme = 0; ///< the first of them, in HeatMap::schemes
};

[[nodiscard]] GroupCell
groupCell(const HeatMap& map, std::span<const AccountIndex> accounts, MetricIndex metric);

} // namespace hb::analytics
