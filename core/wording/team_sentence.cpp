// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/team_sentence.h"

#include "core/wording/days.h"
#include "core/wording/effect_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/prevalence_sentence.h"
#include "core/wording/version_words.h"
#include "core/wording/words.h"

#include <QStringList>

#include <algorithm>

namespace hb::wording {

namespace {

using analytics::OwnedMetric;
using analytics::OwnedMetrics;
using analytics::RedCount;

struct Team {
    Q_DECLARE_TR_FUNCTIONS(Team)
};

QString nameOf(const Snapshot& snapshot, MetricIndex metric) {
    return metricName(snapshot.scorecard->metrics[metric]);
}

/// "14 of 60 accounts"
QString redOfText(const analytics::RedOnDay& day) {
    const auto scored = static_cast<int>(day.scored);
    const QString red = day.red.accounts == 0 ? Team::tr("none") : countText(day.red.accounts);
    return scored == 1 ? Team::tr("%1 of %Ln account", nullptr, scored).arg(red)
                       : Team::tr("%1 of %Ln accounts", nullptr, scored).arg(red);
}

/// "9 more than 30 days ago"; empty where there was nothing to compare with.
QString changeText(const OwnedMetric& metric) {
    if (metric.before.scored == 0) {
        return {};
    }
    return moreOrFewerText(metric.now.red.accounts,
                           metric.before.red.accounts,
                           Team::tr("%n days ago", nullptr, analytics::ownedBeforeDays));
}

/// "11 of the 14 are EMEA."; empty where they are nowhere in particular.
QString whereSentence(const Snapshot& snapshot, const OwnedMetric& metric) {
    if (!metric.where) {
        return {};
    }
    const QString value = fromUtf8((*snapshot.texts)[metric.where->value]);
    const QString all = countText(metric.now.red.accounts);
    const bool isOwner = metric.where->key == attribute::owner;
    if (metric.where->red == metric.now.red.accounts) {
        return (isOwner ? Team::tr("All %1 are with %2.") : Team::tr("All %1 are %2.")).arg(all, value);
    }
    return (isOwner ? Team::tr("%1 of the %2 are with %3.") : Team::tr("%1 of the %2 are %3."))
        .arg(countText(metric.where->red), all, value);
}

/// "Of their ARR 11% then, 29% now."; empty where they have none now.
QString arrWeeksSentence(const Snapshot& snapshot, const std::optional<double>& then, const RedCount& now) {
    if (!now.arr.share()) {
        return {};
    }
    const QString share = partText(*now.arr.share());
    const QString sentence = then ? Team::tr("Of their ARR %1 then, %2 now.").arg(partText(*then), share)
                                  : Team::tr("Of their ARR %1 now.").arg(share);
    const QString left = leftOutOfArr(snapshot, now.arr);
    return left.isEmpty() ? sentence : Team::tr("%1 %2").arg(sentence, left);
}

} // namespace

QString ownedHeadline(const Snapshot& snapshot, const OwnedMetrics& owned) {
    const QString team = fromUtf8(owned.team);
    const auto all = static_cast<int>(owned.metrics.size());
    const auto red = static_cast<int>(
        std::ranges::count_if(owned.metrics, [](const OwnedMetric& metric) { return !metric.red.empty(); }));
    if (all == 0) {
        return Team::tr("No account has a score of what %1 owns yet.").arg(team);
    }
    if (red == 0) {
        return all == 1 ? Team::tr("The metric that %1 owns is red nowhere.").arg(team)
                        : Team::tr("None of the %Ln metrics that %1 owns is red anywhere.", nullptr, all)
                              .arg(team);
    }
    const OwnedMetric& most = owned.metrics.front(); // the largest share
    const QString name = nameOf(snapshot, most.metric);
    const QString where = redOfText(most.now);
    if (all == 1) {
        return Team::tr("%1 owns %2, which is red in %3.").arg(team, name, where);
    }
    if (red == all) {
        if (all == 2) {
            return Team::tr("Both metrics that %1 owns are red somewhere, %2 most: in %3.")
                .arg(team, name, where);
        }
        return Team::tr("All %Ln metrics that %1 owns are red somewhere, %2 most: in %3.", nullptr, all)
            .arg(team, name, where);
    }
    return red == 1 ? Team::tr("1 of the %Ln metrics that %1 owns is red somewhere: %2, in %3.", nullptr, all)
                          .arg(team, name, where)
                    : Team::tr("%4 of the %Ln metrics that %1 owns are red somewhere, %2 most: in %3.",
                               nullptr,
                               all)
                          .arg(team, name, where, countText(static_cast<std::size_t>(red)));
}

QString ownedMetricSentence(const Snapshot& snapshot, const OwnedMetric& metric) {
    QStringList parts{Team::tr("%1: red in %2").arg(nameOf(snapshot, metric.metric), redOfText(metric.now))};
    parts << tallyMoney(metric.now.red) << changeText(metric);
    parts.removeAll(QString());
    const QString sentence = Team::tr("%1.").arg(parts.join(Team::tr(", ")));
    const QString where = whereSentence(snapshot, metric);
    return where.isEmpty() ? sentence : Team::tr("%1 %2").arg(sentence, where);
}

QString ownedHelpSentence(const Metric& metric) {
    if (metric.action.empty()) {
        return Team::tr("What helps is not written down yet: Templates is the place for it.");
    }
    QString action = fromUtf8(metric.action);
    while (action.endsWith(u'.')) {
        action.chop(1);
    }
    return Team::tr("What helps: %1.").arg(action);
}

QString notCountedSentence(const OwnedMetric& metric) {
    return metric.isCounted ? QString() : Team::tr("Shown, not counted: it moves no account's score.");
}

QString unscoredSentence(const Snapshot& snapshot, const OwnedMetrics& owned) {
    QStringList names;
    for (const MetricIndex metric : owned.unscored) {
        names << nameOf(snapshot, metric);
    }
    const bool isAll = owned.metrics.empty(); // and the headline says that none has a score
    if (names.size() < 2) {
        return names.isEmpty() ? QString()
               : isAll         ? Team::tr("It owns %1.").arg(names.front())
                               : Team::tr("No account has a score of %1 yet.").arg(names.front());
    }
    const QString last = names.takeLast();
    if (isAll) {
        return Team::tr("It owns %1 and %2.").arg(names.join(Team::tr(", ")), last);
    }
    return Team::tr("No account has a score of %1 or %2 yet.").arg(names.join(Team::tr(", ")), last);
}

QString redWeeksSentence(const Snapshot& snapshot, const OwnedMetric& metric) {
    const RedCount& now = metric.weeks.back();
    const auto first =
        std::ranges::find_if(metric.weeks, [](const RedCount& week) { return week.scored > 0; });
    if (now.scored == 0) {
        return {};
    }
    const auto weeks = static_cast<int>(metric.weeks.end() - first) - 1;
    const QString share = partText(*now.share());
    const QString accounts = weeks == 0 ? Team::tr("Red in %1 of accounts now.").arg(share)
                             : weeks == 1
                                 ? Team::tr("Red in %1 of accounts %n week ago, in %2 now.", nullptr, weeks)
                                       .arg(partText(*first->share()), share)
                                 : Team::tr("Red in %1 of accounts %n weeks ago, in %2 now.", nullptr, weeks)
                                       .arg(partText(*first->share()), share);
    const QString arr = arrWeeksSentence(snapshot, weeks == 0 ? std::nullopt : first->arr.share(), now);
    return arr.isEmpty() ? accounts : Team::tr("%1 %2").arg(accounts, arr);
}

QString redSinceText(const analytics::RedAccount& account, Day today) {
    return account.since ? Team::tr("red since %1").arg(dayText(*account.since, today))
                         : Team::tr("red for over a year");
}

QString newlyRedMetricsText(int count) {
    return count == 1 ? Team::tr("%Ln metric of your team is newly red", nullptr, count)
                      : Team::tr("%Ln metrics of your team are newly red", nullptr, count);
}

} // namespace hb::wording
