// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/roll_up_plan.h"
#include "core/scoring/metric_score.h"
#include "core/scoring/scorer.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace hb::analytics {

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
    /// Whether rescore() may be asked for `changed`: it has the same accounts, groups and metrics, its
    /// metrics score as these do, and its exceptions ask the same.
    [[nodiscard]] bool answers(const scoring::CompiledVersion& changed) const;
    /// The same accounts with the metrics scored anew that `changed` scores otherwise, by another curve or
    /// other levels: a column each, not the book. None where more is different, or `stop` was requested.
    [[nodiscard]] std::optional<WhatIf> scoredAnew(const scoring::CompiledVersion& changed,
                                                   const std::stop_token& stop = {}) const;
    /// The shown scores with `changed`, as accounts(); `result` keeps its room between calls. Precondition:
    /// answers(changed).
    void rescore(const scoring::CompiledVersion& changed, std::vector<scoring::TrackScore>& result) const;
    /// The score columns, as the version's metrics; NaN: no score. What the benchmark's floor reads.
    [[nodiscard]] const std::vector<std::vector<double>>& columns() const { return m_scores; }

private:
    /// Of each metric whether an account has a score: what decides, with the weights, the shares of all.
    using Kind = std::vector<ScoreKind>;
    /// Rows [first, last) are of one kind.
    struct Part {
        std::size_t first = 0;
        std::size_t last = 0;
        Kind kind;
    };

    [[nodiscard]] static ScoreKind kindOf(const scoring::MetricScore& score);
    [[nodiscard]] std::vector<Kind> score(const std::stop_token& stop);
    void sortByKind(const std::vector<Kind>& kinds);
    [[nodiscard]] bool scoreColumn(std::size_t metric, const std::stop_token& stop);
    void findSteps(const std::stop_token& stop);
    [[nodiscard]] const Part& partOf(std::size_t row) const;
    void toMetrics(std::size_t row, std::vector<scoring::MetricScore>& metrics) const;
    void takeSteps(const scoring::CompiledVersion& changed,
                   std::span<const std::size_t> rows,
                   std::vector<scoring::TrackScore>& result) const;

    std::shared_ptr<const Snapshot> m_snapshot;
    Day m_day;
    scoring::CompiledVersion m_version;
    std::vector<AccountIndex> m_accounts;
    std::vector<std::vector<double>> m_scores; ///< by metric, by row, padded to whole lanes
    std::vector<Part> m_parts;
    /// Rows with a live override, or of which an exception could act: they are taken one by one.
    std::vector<std::size_t> m_steps;
};

} // namespace hb::analytics
