// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/explain_score.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hb::scoring {

enum class Cause : std::uint8_t {
    None, ///< of the lines that are not a metric's
    Overridden,
    OverrideEnded,
    OtherTemplate,
    NewVersion,
    WentStale,
    CameBack,
    FirstValue,
    BecameWeakest,
    NoLongerWeakest,
    Decay,
    Filled,
    Value,
    OthersChanged,
};

enum class Part : std::uint8_t { Value, Weight };

/// One line of "what changed": exact, the lines sum to the difference of the two shown scores.
struct ChangeLine {
    LineKind kind = LineKind::Metric;
    Part part = Part::Value;
    MetricIndex metric = 0; ///< in the snapshot's metrics, for kind Metric
    Cause cause = Cause::None;
    std::optional<double> valueBefore, valueAfter;
    std::optional<double> scoreBefore, scoreAfter;
    double shareBefore = 0, shareAfter = 0;
    double points = 0;
};

struct ChangeExplanation {
    AccountDetail before;
    AccountDetail after;
    /// Without lines of 0 points; in the order of the metrics of the later version, value before weight, then
    /// the three others. Empty where one day has no roll-up.
    std::vector<ChangeLine> lines;
    [[nodiscard]] bool bothDaysHaveARollUp() const { return before.rollUp && after.rollUp; }
};

/// What changed between two days (scoring.md, section 8), in either order of days.
[[nodiscard]] ChangeExplanation
explainChange(const Scorer& scorer, AccountIndex account, Day before, Day after, Track track = Track::Shown);

/// What differs between two scorings of one account on one day, as by the book and by a draft (explained as a
/// change from `before` to `after`). Both scorers have the same accounts and metrics, in the same order.
[[nodiscard]] ChangeExplanation
explainDifference(const Scorer& before, const Scorer& after, AccountIndex account, Day day);

/// The name of a cause in files and commands: "went_stale"; empty for None.
[[nodiscard]] const char* toText(Cause cause);

} // namespace hb::scoring
