// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace hb::analytics {

/// The score and band of one account under a changed version.
struct WhatIfScores {
    std::vector<double> scores; ///< NaN: no score; as WhatIf::accounts()
    std::vector<Band> bands;
};

/// The metric scores of all accounts of one template on one day, kept in columns so that another weight,
/// roll-up, bound, minimum coverage or exception is answered by one pass over them: within a frame for a
/// hundred thousand accounts. Made once (it scores every metric); rescore() is pure and may be called from
/// several threads.
class WhatIf {
public:
    WhatIf(const scoring::Scorer& scorer,
           Day day,
           std::size_t templateIndex,
           const std::stop_token& stop = {});

    /// The accounts that the template scores on that day; those that have the same metrics stand together.
    [[nodiscard]] std::span<const AccountIndex> accounts() const { return m_accounts; }
    /// Scores them with `changed`, whose groups and metrics stand as those of the version in force: what
    /// makes a metric score (rule, curve, levels, held scores) and the conditions of exceptions must be the
    /// same. `result` keeps its room between calls.
    void rescore(const scoring::CompiledVersion& changed, WhatIfScores& result) const;
    /// The score columns, as the version's metrics; NaN: no score. What the benchmark's floor reads.
    [[nodiscard]] const std::vector<std::vector<double>>& columns() const { return m_scores; }

private:
    enum class Score : std::uint8_t { None, Held, Present };
    /// What decides, whatever the weights are, how an account is rolled up.
    struct Kind {
        bool needsSteps = false; ///< an override is live, or an exception could act: these go one by one
        std::vector<Score> metrics;

        auto operator<=>(const Kind&) const = default;
    };
    /// Rows [first, last) are of one kind.
    struct Part {
        std::size_t first = 0;
        std::size_t last = 0;
        Kind kind;
    };
    struct Plan;

    [[nodiscard]] std::vector<Kind> score(const std::stop_token& stop);
    void sortByKind(const std::vector<Kind>& kinds);
    void rescoreRows(const Plan& plan, std::size_t first, std::size_t last, WhatIfScores& result) const;
    void takeStepsOf(const scoring::CompiledVersion& changed,
                     const Part& part,
                     std::size_t first,
                     std::size_t last,
                     WhatIfScores& result) const;

    std::shared_ptr<const Snapshot> m_snapshot;
    Day m_day;
    scoring::CompiledVersion m_version;
    std::vector<AccountIndex> m_accounts;
    std::vector<std::vector<double>> m_scores; ///< by metric, by row, padded to whole lanes
    std::vector<Part> m_parts;
};

} // namespace hb::analytics
