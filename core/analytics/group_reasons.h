// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/compared_book.h"
#include "core/analytics/grouping.h"
#include "core/scoring/explain_change.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

// Why the accounts of a group rose or fell together, and whether a group fell more than chance explains.

namespace hb::analytics {

/// What points of a change are about: a metric, or one of the steps after the metrics.
struct ChangeSubject {
    scoring::LineKind kind = scoring::LineKind::Metric;
    MetricIndex metric = 0; ///< in the snapshot's metrics, for kind Metric

    friend auto operator<=>(const ChangeSubject&, const ChangeSubject&) = default;
};

struct SubjectPoints {
    ChangeSubject subject;
    double points = 0;
};

/// The change of every account between the two days, by what it is about: explainChange() with the parts of
/// a metric added up. Worked out once for a compared book: groups are then only summed.
struct BookChanges {
    std::vector<std::uint32_t> offsets; ///< accounts + 1
    std::vector<SubjectPoints> points;

    [[nodiscard]] std::span<const SubjectPoints> of(AccountIndex account) const {
        return std::span(points).subspan(offsets[account], offsets[account + 1] - offsets[account]);
    }
};

/// Of the living accounts with a band on both days; others have no points. Pure; works on all cores, the same
/// bits on any number; empty once `stop` is requested.
[[nodiscard]] BookChanges bookChanges(const ComparedBook& book, const std::stop_token& stop = {});

/// What moved a group most, in the direction in which it moved.
struct GroupReason {
    ChangeSubject subject;
    double points = 0; ///< of the group's change: a mean over the accounts compared
    double share = 0;  ///< of that change; above 1 where others made up for some of it
};

/// None for a group that did not move, or whose points nobody knows.
[[nodiscard]] std::optional<GroupReason> mainReason(const BookChanges& changes, const AccountGroup& group);

/// The group that fell most, where that is more than a claim about chance: its accounts' changes rank lower
/// than those of the others, or more of them left green (standings()). None where no group stands apart, or
/// where there is only one. Groups of a few accounts are not counted: nobody knows of them.
[[nodiscard]] std::optional<std::size_t> fellMost(const ComparedBook& book, const Grouping& grouping);

} // namespace hb::analytics
