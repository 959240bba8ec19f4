// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scorecard.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

// The goals of a book with the metrics that serve them, as values.

namespace hb::pages {

/// What a metric does in the template that is shown.
struct ServingMetric {
    double share = 0;               ///< of the score, 0..1
    std::optional<std::size_t> red; ///< accounts that are red in it; none: being counted
};
using ServingMetrics =
    std::map<std::string, ServingMetric>; ///< by key; one that the template lacks is not in it

enum class GoalRowKind : std::uint8_t { Goal, Metric, Unserved };

/// A row of the tree: a goal, a metric under it, or what heads the metrics that serve none.
struct GoalRow {
    GoalRowKind kind = GoalRowKind::Goal;
    std::string key;                   ///< empty: the head
    std::optional<std::size_t> parent; ///< the row that it is under
    QString name, share, red;

    friend bool operator==(const GoalRow&, const GoalRow&) = default;
};

/// Goals in their order, each with the metrics that serve it and then the goals under it; at the end the
/// metrics that serve none.
[[nodiscard]] std::vector<GoalRow>
goalRows(const std::vector<Goal>& goals, const std::vector<Metric>& metrics, const ServingMetrics& serving);

/// Whether `key` is `above` or somewhere under it.
[[nodiscard]] bool isWithin(const std::vector<Goal>& goals, const std::string& key, const std::string& above);
/// A goal of that name with a key of its own, under no other.
[[nodiscard]] Goal newGoal(const std::vector<Goal>& goals, const QString& name);
/// Without a goal: those under it move up to where it was.
[[nodiscard]] std::vector<Goal> withoutGoal(std::vector<Goal> goals, const std::string& key);

} // namespace hb::pages
