// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/movement.h"
#include "core/scoring/scorer.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

// Which problem is everybody's: how many accounts each metric is red in.

namespace hb::analytics {

/// ARR in the book's currency: of the accounts that have a score of a metric, and of those where it is red.
struct RedArr {
    std::int64_t scored = 0;
    std::int64_t red = 0;
    std::size_t uncounted = 0; ///< scored accounts without ARR, or with it in another currency

    void add(const PaidAccount& who, bool isRed, std::string_view bookCurrency);
    void add(const RedArr& more);
    /// None where the scored accounts have no ARR.
    [[nodiscard]] std::optional<double> share() const {
        return scored > 0 ? std::optional(static_cast<double>(red) / static_cast<double>(scored))
                          : std::nullopt;
    }
    friend bool operator==(const RedArr&, const RedArr&) = default;
};

/// A metric on one day, over the accounts that have not churned and whose template scores it.
struct RedOnDay {
    std::size_t scored = 0; ///< accounts with a score of it, held ones and overrides among them
    Tally red;
    RedArr arr;

    [[nodiscard]] double share() const {
        return scored == 0 ? 0 : static_cast<double>(red.accounts) / static_cast<double>(scored);
    }
};

struct MetricPrevalence {
    MetricIndex metric = 0;
    std::string_view team; ///< who owns it, in the snapshot's scorecard; empty: nobody
    RedOnDay now;
    RedOnDay before;
    std::size_t counted = 0;            ///< of those scored now, whose template gives it a weight
    std::vector<AccountIndex> scored;   ///< now
    std::vector<AccountIndex> red;      ///< now
    std::vector<AccountIndex> newlyRed; ///< of these, those that were not red before
};

/// Every metric that some of the accounts in `among` has a score of, now or before: the largest share red now
/// first, then the most accounts, then as in the scorecard. A metric is red by the scheme of the account's
/// version. Pure; works on all cores; empty once `stop` is requested.
[[nodiscard]] std::vector<MetricPrevalence> prevalence(const scoring::Scorer& scorer,
                                                       std::span<const AccountIndex> among,
                                                       Day now,
                                                       Day before,
                                                       const std::stop_token& stop = {});
/// The same of the whole book.
[[nodiscard]] std::vector<MetricPrevalence>
prevalence(const scoring::Scorer& scorer, Day now, Day before, const std::stop_token& stop = {});

/// How many accounts a metric is scored and red in on one day, and their ARR.
struct RedCount {
    std::size_t scored = 0;
    std::size_t red = 0;
    RedArr arr = {};

    /// None where nobody has a score.
    [[nodiscard]] std::optional<double> share() const {
        return scored > 0 ? std::optional(static_cast<double>(red) / static_cast<double>(scored))
                          : std::nullopt;
    }
    friend bool operator==(const RedCount&, const RedCount&) = default;
};

/// The counts of each of `metrics` over the accounts in `among` on each day, as result[metric * days.size() +
/// day]: what RedOnDay counts. Pure; works on all cores; empty once `stop` is requested.
[[nodiscard]] std::vector<RedCount> redHistory(const scoring::Scorer& scorer,
                                               std::span<const AccountIndex> among,
                                               std::span<const MetricIndex> metrics,
                                               std::span<const Day> days,
                                               const std::stop_token& stop = {});

/// For each metric of `version`, how many of `accounts` score red in it on one day: of a draft, whose
/// accounts no snapshot knows. Pure; works on all cores; incomplete once `stop` is requested.
[[nodiscard]] std::vector<std::size_t> redByMetric(const Snapshot& snapshot,
                                                   const scoring::CompiledVersion& version,
                                                   std::span<const AccountIndex> accounts,
                                                   Day day,
                                                   const std::stop_token& stop = {});

} // namespace hb::analytics
