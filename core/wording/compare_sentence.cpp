// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/compare_sentence.h"

#include "core/wording/numbers.h"
#include "core/wording/version_words.h"
#include "core/wording/words.h"

#include <QStringList>

#include <cmath>

namespace hb::wording {

namespace {

QString bookOf(const CompareFacts& facts, const QString& name) {
    return facts.ofPeople ? Words::tr("%1's book").arg(name) : name;
}

/// ": −6.1, 9 accounts left green, mostly Open tickets"
QString howFar(const GroupFacts& group) {
    QStringList parts{signedPointsText(group.change)};
    const auto left = static_cast<int>(group.leftGreen);
    if (left > 0) {
        parts << (left == 1 ? Words::tr("%Ln account left green", nullptr, left)
                            : Words::tr("%Ln accounts left green", nullptr, left));
    }
    if (!group.reason.isEmpty()) {
        parts << (group.isAllOfIt ? Words::tr("all of it %1").arg(group.reason)
                                  : Words::tr("mostly %1").arg(group.reason));
    }
    return parts.join(Words::tr(", "));
}

QString movementSentence(const CompareFacts& facts) {
    if (facts.compared == 0) {
        return Words::tr("Not enough data: no account has a score on both days.");
    }
    if (facts.groups == 1 && facts.lowest) {
        return Words::tr("%1: %2. There is nothing to compare it with.")
            .arg(bookOf(facts, facts.lowest->name), howFar(*facts.lowest));
    }
    if (facts.fell) {
        return Words::tr("%1 fell most: %2.").arg(bookOf(facts, facts.fell->name), howFar(*facts.fell));
    }
    if (!facts.lowest || !facts.highest) {
        return facts.groups == 1 ? Words::tr("Too few accounts: %1 with a score on both days are needed.")
                                       .arg(countText(leastCompared))
                                 : Words::tr("Too few accounts a group to say whose changed most.");
    }
    const GroupFacts& lowest = *facts.lowest;
    if (lowest.change > -smallestShown) {
        return Words::tr("Nothing fell: on average from %1 (%2) to %3 (%4).")
            .arg(signedPointsText(lowest.change),
                 lowest.name,
                 signedPointsText(facts.highest->change),
                 facts.highest->name);
    }
    return lowest.name == facts.highest->name
               ? Words::tr("%1: %2. No other group has enough accounts to compare it with.")
                     .arg(bookOf(facts, lowest.name), howFar(lowest))
               : Words::tr("Nobody stands out: %1 (%2) to %3 (%4).")
                     .arg(signedPointsText(lowest.change),
                          lowest.name,
                          signedPointsText(facts.highest->change),
                          facts.highest->name);
}

QString problemSentence(const CompareFacts& facts) {
    const ProblemFacts& problem = *facts.problem;
    const QString counted = Words::tr("%1: red in %2 of %3 accounts")
                                .arg(problem.metric, countText(problem.red), countText(problem.scored));
    if (facts.groups < 2 || problem.red < 2) {
        return Words::tr("%1.").arg(counted);
    }
    constexpr double mostOf = 0.75;
    if (static_cast<double>(problem.groupsHit) >= mostOf * static_cast<double>(facts.groups)) {
        return Words::tr("%1, everybody's.").arg(counted);
    }
    if (!problem.mostly.isEmpty()) {
        return facts.ofPeople ? Words::tr("%1, most of them %2's.").arg(counted, problem.mostly)
                              : Words::tr("%1, most of them %2.").arg(counted, problem.mostly);
    }
    return Words::tr("%1, in %2 of %3 groups.")
        .arg(counted, countText(problem.groupsWithRed), countText(facts.groups));
}

} // namespace

QString compareHeadline(const CompareFacts& facts) {
    const QString movement = movementSentence(facts);
    return facts.problem ? Words::tr("%1 %2").arg(movement, problemSentence(facts)) : movement;
}

QString subjectName(const Snapshot& snapshot, const analytics::ChangeSubject& subject) {
    switch (subject.kind) {
    case scoring::LineKind::Metric:
        return metricName(snapshot.scorecard->metrics[subject.metric]);
    case scoring::LineKind::GroupOverrides:
        return Words::tr("Group overrides");
    case scoring::LineKind::Exceptions:
        return Words::tr("Exceptions");
    case scoring::LineKind::OverallOverride:
        break;
    }
    return Words::tr("Overrides");
}

QString reasonCell(const Snapshot& snapshot, const analytics::GroupReason& reason) {
    return Words::tr("%1 %2").arg(subjectName(snapshot, reason.subject), signedPointsText(reason.points));
}

QString reasonSentence(const Snapshot& snapshot, const analytics::GroupReason& reason, double change) {
    return Words::tr("%1: %2 of %3 points.")
        .arg(
            subjectName(snapshot, reason.subject), signedPointsText(reason.points), signedPointsText(change));
}

} // namespace hb::wording
