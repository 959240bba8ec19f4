// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/stale_levels_sentence.h"

#include "core/wording/words.h"

#include <QStringList>

namespace hb::wording {

QString staleRoundSentence(const StaleRound& round) {
    if (round.asked == 0) {
        return Words::tr("No score that is set by hand is stale here.");
    }
    QStringList parts;
    if (round.confirmed > 0) {
        parts << (round.confirmed == 1 ? Words::tr("%n is confirmed", nullptr, 1)
                                       : Words::tr("%n are confirmed", nullptr, round.confirmed));
    }
    if (round.changed > 0) {
        parts << Words::tr("%n changed", nullptr, round.changed);
    }
    if (round.skipped() > 0) {
        parts << (round.skipped() == 1 ? Words::tr("%n was skipped", nullptr, 1)
                                       : Words::tr("%n were skipped", nullptr, round.skipped()));
    }
    const QString head = round.asked == 1 ? Words::tr("You went through %n score", nullptr, 1)
                                          : Words::tr("You went through %n scores", nullptr, round.asked);
    return Words::tr("%1: %2.").arg(head, parts.join(Words::tr(", ")));
}

} // namespace hb::wording
