// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/compiled_version.h"
#include "core/scoring/score_account.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace hb::analytics {

/// Where a column has no score.
inline constexpr double noScore = std::numeric_limits<double>::quiet_NaN();

/// What a metric score of an account counts for.
enum class ScoreKind : std::uint8_t { None, Held, Present };

/// How the accounts that have scores of the same metrics are rolled up by one version: every share worked out
/// once for all of them. No exception and no override acts.
class RollUpPlan {
public:
    /// `columns` are the metric scores by metric of the version and by row, and must stay; `kinds` are by
    /// metric.
    RollUpPlan(const scoring::CompiledVersion& version,
               const std::vector<std::vector<double>>& columns,
               std::span<const ScoreKind> kinds);

    /// Puts the scores of the rows [first, last) into `result`, which is as the rows. May be called from
    /// several threads at once.
    void rollUp(std::size_t first, std::size_t last, std::span<scoring::TrackScore> result) const;

    /// So many rows are rolled up at a time: the sums stay in registers, and loops of constant length
    /// vectorise. Columns have room for that many after their last row.
    static constexpr std::size_t lanes = 8;

private:
    using Lanes = std::array<double, lanes>;
    /// A column that counts, and its share of its group.
    struct Portion {
        const double* scores = nullptr;
        double share = 0;
    };
    struct GroupPlan {
        Rollup rollup = Rollup::Mean;
        double share = 0;
        std::vector<Portion> metrics;
    };

    void addGroup(const scoring::CompiledVersion& version,
                  const scoring::CompiledGroup& group,
                  const std::vector<std::vector<double>>& columns,
                  std::span<const ScoreKind> kinds);
    [[nodiscard]] static Lanes startOf(Rollup rollup);
    static void add(Rollup rollup, const double* scores, double share, Lanes& into);
    [[nodiscard]] Lanes scoresAt(std::size_t row) const;

    Rollup m_rollup;
    double m_coverage = 0;
    std::vector<GroupPlan> m_groups; ///< those that count
    std::vector<double> m_bounds;    ///< of the ranges but the first
    std::vector<Band> m_bands;       ///< by how many bounds a score reaches; None throughout without coverage
};

} // namespace hb::analytics
