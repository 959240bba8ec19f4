// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/headline_sentence.h"

#include "core/wording/days.h"
#include "core/wording/words.h"

namespace hb::wording {

namespace {

QString calmSentence(const BookHeadline& headline, int accounts) {
    const int onTrack = static_cast<int>(headline.onTrack);
    const QString track = accounts == 1 ? Words::tr("%1 of your %Ln account is on track", nullptr, accounts)
                          : onTrack == 1
                              ? Words::tr("%1 of your %Ln accounts is on track", nullptr, accounts)
                              : Words::tr("%1 of your %Ln accounts are on track", nullptr, accounts);
    QString counted = track.arg(QLocale().toString(onTrack));
    if (headline.noData == headline.accounts) {
        return accounts == 1 ? Words::tr("Not enough data: your account has no score yet.")
                             : Words::tr("Not enough data: none of your %Ln accounts has a score yet.",
                                         nullptr,
                                         accounts);
    }
    if (headline.red > 0) {
        const int red = static_cast<int>(headline.red);
        counted = (red == 1 ? Words::tr("%1, %Ln is red", nullptr, red)
                            : Words::tr("%1, %Ln are red", nullptr, red))
                      .arg(counted);
    }
    return headline.nextRenewal.isEmpty() ? Words::tr("Nothing needs you today. %1.").arg(counted)
                                          : Words::tr("Nothing needs you today. %1; the next renewal is %2.")
                                                .arg(counted, headline.nextRenewal);
}

QString turnedRed(const BookHeadline& headline) {
    const int red = static_cast<int>(headline.newlyRed);
    const QString counted = Words::tr("%Ln turned red", nullptr, red);
    return headline.redSince
               ? Words::tr("%1 since %2 last week").arg(counted, weekdayText(*headline.redSince))
               : Words::tr("%1 in the last week").arg(counted);
}

} // namespace

QString headlineSentence(const BookHeadline& headline) {
    const int accounts = static_cast<int>(headline.accounts);
    if (accounts == 0) {
        return Words::tr("Bring your accounts in, and see at once who needs you.");
    }
    if (headline.needYou == 0) {
        return calmSentence(headline, accounts);
    }
    const int need = static_cast<int>(headline.needYou);
    const QString needText = accounts == 1 ? Words::tr("%1 of your %Ln account needs you.", nullptr, accounts)
                             : need == 1 ? Words::tr("%1 of your %Ln accounts needs you.", nullptr, accounts)
                                         : Words::tr("%1 of your %Ln accounts need you.", nullptr, accounts);
    const QString who = needText.arg(QLocale().toString(need));
    const QString renews = headline.atRisk.isEmpty()
                               ? QString()
                               : Words::tr("%1 that is not green renews within 90 days").arg(headline.atRisk);
    if (headline.newlyRed == 0) {
        return renews.isEmpty() ? who : Words::tr("%1 %2.").arg(who, renews);
    }
    return renews.isEmpty() ? Words::tr("%1 %2.").arg(who, turnedRed(headline))
                            : Words::tr("%1 %2, %3.").arg(who, turnedRed(headline), renews);
}

} // namespace hb::wording
