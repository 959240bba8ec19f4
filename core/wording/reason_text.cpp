// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/reason_text.h"

#include "core/wording/days.h"
#include "core/wording/named.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"

#include <algorithm>

namespace hb::wording {

using scoring::Reason;
using scoring::Scorer;

namespace {

constexpr int mostWeeksLookedBack = 52;

bool isRed(const Scorer& scorer, AccountIndex account, Day day) {
    return scorer.score(account, day).shown.band == Band::Red;
}

QString newlyRedText(const Scorer& scorer, AccountIndex account, Day day) {
    const int window = scorer.snapshot().settings.reasons.newlyRedDays;
    Day first = day;
    while (day - first < window && isRed(scorer, account, first - 1)) {
        first = first - 1;
    }
    if (first == day) {
        return Words::tr("Turned red today");
    }
    return Words::tr("Turned red on %1")
        .arg(day - first < daysOfWeek ? shortWeekdayText(first) : dayText(first, day));
}

QString fallingText(const Scorer& scorer, AccountIndex account, Day day) {
    const int days = scorer.versionOf(account, day).trend.days;
    const double now = scorer.score(account, day).shown.score;
    const double before = scorer.score(account, day - days).shown.score;
    const QString fall = pointsText(before - now);
    return days == 1 ? Words::tr("Fell %1 in %n day", nullptr, days).arg(fall)
                     : Words::tr("Fell %1 in %n days", nullptr, days).arg(fall);
}

QString renewalText(const Scorer& scorer, AccountIndex account, Day day) {
    const std::optional<Day> renewal =
        parseIsoDay(scorer.snapshot().attributeOn(account, attribute::renewalDate, day));
    if (!renewal) {
        return Words::tr("Renews soon, not green");
    }
    return *renewal == day ? Words::tr("Renews today, not green")
                           : Words::tr("Renews in %n d, not green", nullptr, *renewal - day);
}

QString championText(const Scorer& scorer, AccountIndex account, Day day) {
    const AttributeColumn* column = scorer.snapshot().findAttribute(attribute::champion);
    const std::optional<Day> since = column ? column->since(account, day) : std::nullopt;
    return since ? Words::tr("Champion left %1").arg(dayText(*since, day)) : Words::tr("Champion left");
}

QString leftAloneText(const Scorer& scorer, AccountIndex account, Day day) {
    int weeks = scorer.snapshot().settings.reasons.leftAloneWeeks;
    while (weeks < mostWeeksLookedBack && isRed(scorer, account, day - (weeks + 1) * daysOfWeek)) {
        ++weeks;
    }
    return weeks == 1 ? Words::tr("Red for %n week, no action", nullptr, weeks)
                      : Words::tr("Red for %n weeks, no action", nullptr, weeks);
}

QString silentText(const Scorer& scorer, AccountIndex account, Day day) {
    const std::optional<Day> last = scoring::lastMeasuredOn(scorer.snapshot(), account, day);
    return last ? Words::tr("Silent since %1").arg(dayText(*last, day)) : Words::tr("Silent");
}

/// Names the stale metric that counts for most.
QString staleText(const Scorer& scorer, AccountIndex account, Day day) {
    const scoring::AccountDetail detail = scorer.detail(account, day);
    const scoring::CompiledVersion& version = versionOf(scorer, detail);
    std::optional<std::size_t> largest;
    int others = -1;
    for (std::size_t i = 0; i < detail.metrics.size(); ++i) {
        if (detail.metrics[i].state != scoring::State::Stale || version.metrics[i].nominalShare <= 0) {
            continue;
        }
        ++others;
        if (!largest || version.metrics[i].nominalShare > version.metrics[*largest].nominalShare) {
            largest = i;
        }
    }
    if (!largest) {
        return Words::tr("Data went stale");
    }
    const QString name = fromUtf8(metricOf(scorer, detail, *largest).name);
    if (others == 0) {
        return Words::tr("%1 went stale").arg(name);
    }
    return others == 1 ? Words::tr("%1 and %n other went stale", nullptr, others).arg(name)
                       : Words::tr("%1 and %n others went stale", nullptr, others).arg(name);
}

} // namespace

QString reasonText(const Scorer& scorer, AccountIndex account, Day day, Reason reason) {
    switch (reason) {
    case Reason::ActionOverdue:
        return Words::tr("Action overdue");
    case Reason::NewlyRed:
        return newlyRedText(scorer, account, day);
    case Reason::FallingFast:
        return fallingText(scorer, account, day);
    case Reason::RenewalAtRisk:
        return renewalText(scorer, account, day);
    case Reason::ChampionLeft:
        return championText(scorer, account, day);
    case Reason::RedLeftAlone:
        return leftAloneText(scorer, account, day);
    case Reason::GoneSilent:
        return silentText(scorer, account, day);
    case Reason::Stale:
        return staleText(scorer, account, day);
    case Reason::ReadyToGrow:
        break;
    }
    return Words::tr("Ready to grow");
}

QString reasonName(Reason reason) {
    switch (reason) {
    case Reason::ActionOverdue:
        return Words::tr("action overdue");
    case Reason::NewlyRed:
        return Words::tr("newly red");
    case Reason::FallingFast:
        return Words::tr("falling fast");
    case Reason::RenewalAtRisk:
        return Words::tr("renew soon, not green");
    case Reason::ChampionLeft:
        return Words::tr("champion left");
    case Reason::RedLeftAlone:
        return Words::tr("red, left alone");
    case Reason::GoneSilent:
        return Words::tr("gone silent");
    case Reason::Stale:
        return Words::tr("stale");
    case Reason::ReadyToGrow:
        break;
    }
    return Words::tr("ready to grow");
}

} // namespace hb::wording
