// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/group_reasons.h"

#include <QString>

#include <cstddef>
#include <optional>

// What the Compare page says of groups of accounts.

namespace hb::wording {

/// One group, as a sentence needs it.
struct GroupFacts {
    QString name;
    double change = 0;         ///< mean, of the accounts compared
    std::size_t leftGreen = 0; ///< accounts
    QString reason;            ///< what moved it most, by name; empty: not known
    bool isAllOfIt = false;    ///< nothing else moved it
};

/// The metric that is red in most accounts, and where.
struct ProblemFacts {
    QString metric;
    std::size_t red = 0;
    std::size_t scored = 0;
    std::size_t groupsWithRed = 0;
    std::size_t groupsHit = 0; ///< in which it is red at least half as often as in the whole book
    QString mostly;            ///< the group that has more than half of the red ones; empty: none has
};

struct CompareFacts {
    std::size_t groups = 0;
    std::size_t compared = 0;         ///< accounts with a score on both days
    bool ofPeople = false;            ///< the groups are the books of owners or managers
    std::optional<GroupFacts> fell;   ///< the group that fell most, where it stands apart
    std::optional<GroupFacts> lowest; ///< of the groups with enough accounts, as is the next
    std::optional<GroupFacts> highest;
    std::optional<ProblemFacts> problem; ///< none: no metric is red, or it is not known yet
};

/// With fewer accounts compared nothing is said of a group's place.
inline constexpr std::size_t leastCompared = 5;

/// "Ben's book fell most: −6.1, 9 accounts left green, mostly Open tickets. Open tickets: red in 14 of 60
/// accounts, everybody's." It names a group as the first only where it stands apart.
[[nodiscard]] QString compareHeadline(const CompareFacts& facts);
/// The name of what points are about: "Open tickets", "Exceptions".
[[nodiscard]] QString subjectName(const Snapshot& snapshot, const analytics::ChangeSubject& subject);
/// "Open tickets −4.1"
[[nodiscard]] QString reasonCell(const Snapshot& snapshot, const analytics::GroupReason& reason);
/// "Open tickets: −4.1 of −6.1 points."
[[nodiscard]] QString
reasonSentence(const Snapshot& snapshot, const analytics::GroupReason& reason, double change);

} // namespace hb::wording
