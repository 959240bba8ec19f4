// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/movement.h"
#include "core/scoring/scorer.h"

#include <stop_token>
#include <string_view>
#include <vector>

// Which problem is everybody's: how many accounts each metric is red in.

namespace hb::analytics {

/// A metric on one day, over the accounts that have not churned and whose template scores it.
struct RedOnDay {
    std::size_t scored = 0; ///< accounts with a score of it, held ones and overrides among them
    Tally red;

    [[nodiscard]] double share() const {
        return scored == 0 ? 0 : static_cast<double>(red.accounts) / static_cast<double>(scored);
    }
};

struct MetricPrevalence {
    MetricIndex metric = 0;
    std::string_view team; ///< who owns it, in the snapshot's scorecard; empty: nobody
    RedOnDay now;
    RedOnDay before;
    std::vector<AccountIndex> red;      ///< now
    std::vector<AccountIndex> newlyRed; ///< of these, those that were not red before
};

/// Every metric that some account has a score of, now or before: the largest share red now first, then the
/// most accounts, then as in the scorecard. A metric is red by the scheme of the account's version. Pure;
/// works on all cores; empty once `stop` is requested.
[[nodiscard]] std::vector<MetricPrevalence>
prevalence(const scoring::Scorer& scorer, Day now, Day before, const std::stop_token& stop = {});

} // namespace hb::analytics
