// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/prevalence_sentence.h"

#include "core/wording/days.h"
#include "core/wording/effect_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/version_words.h"
#include "core/wording/words.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace hb::wording {

namespace {

struct Prevalence {
    Q_DECLARE_TR_FUNCTIONS(Prevalence)
};

int changeOf(const analytics::MetricPrevalence& metric) {
    return static_cast<int>(metric.now.red.accounts) - static_cast<int>(metric.before.red.accounts);
}

QString sinceText(const analytics::MetricPrevalence& metric, Day before, Day today) {
    return moreOrFewerText(metric.now.red.accounts,
                           metric.before.red.accounts,
                           Prevalence::tr("on %1").arg(dayText(before, today)));
}

/// "14 of 60 accounts (23%, 9 more than on 31 Dec)"
QString accountsText(const analytics::MetricPrevalence& metric, Day before, Day today) {
    const auto scored = static_cast<int>(metric.now.scored);
    const QString red = countText(metric.now.red.accounts);
    const QString of = scored == 1 ? Prevalence::tr("%1 of 1 account").arg(red)
                                   : Prevalence::tr("%1 of %Ln accounts", nullptr, scored).arg(red);
    const QString share = partText(metric.now.share());
    return metric.before.scored == 0
               ? Prevalence::tr("%1 (%2)").arg(of, share)
               : Prevalence::tr("%1 (%2, %3)").arg(of, share, sinceText(metric, before, today));
}

/// Where nothing is or was red, no amount says more.
bool hasRedArr(const analytics::MetricPrevalence& metric) {
    return metric.now.arr.share() &&
           (metric.now.red.accounts > 0 || metric.before.arr.share().value_or(0) > 0);
}

/// "$1.2M of $4.1M (29%, 11% on 31 Dec) and €20k"; without ARR in the book's currency the amounts alone.
QString arrText(const Snapshot& snapshot, const analytics::MetricPrevalence& metric, Day before, Day today) {
    if (!hasRedArr(metric)) {
        return tallyMoney(metric.now.red);
    }
    const analytics::RedArr& now = metric.now.arr;
    const std::optional<double> then = metric.before.arr.share();
    const QString currency = fromUtf8(snapshot.settings.currency);
    const QString of =
        Prevalence::tr("%1 of %2").arg(shortMoney(now.red, currency), shortMoney(now.scored, currency));
    const QString share = partText(*now.share());
    const QString own =
        then ? Prevalence::tr("%1 (%2, %3 on %4)").arg(of, share, partText(*then), dayText(before, today))
             : Prevalence::tr("%1 (%2)").arg(of, share);
    analytics::Tally others = metric.now.red;
    std::erase_if(others.cents, [&](const auto& each) { return each.first == snapshot.settings.currency; });
    const QString beside = tallyMoney(others);
    return beside.isEmpty() ? own : Prevalence::tr("%1 and %2").arg(own, beside);
}

} // namespace

QString leftOutOfArr(const Snapshot& snapshot, const analytics::RedArr& arr) {
    const auto count = static_cast<int>(arr.uncounted);
    if (count == 0 || !arr.share()) {
        return {};
    }
    return (count == 1 ? Prevalence::tr("Left out: %Ln account without ARR in %1.", nullptr, count)
                       : Prevalence::tr("Left out: %Ln accounts without ARR in %1.", nullptr, count))
        .arg(fromUtf8(snapshot.settings.currency));
}

QString prevalenceChange(const analytics::MetricPrevalence& metric) {
    if (metric.before.scored == 0) {
        return {};
    }
    const int change = changeOf(metric);
    const QString size = QLocale().toString(std::abs(change));
    return change > 0 ? u'+' + size : change < 0 ? u'\u2212' + size : size;
}

QString prevalenceSentence(const Snapshot& snapshot,
                           const analytics::MetricPrevalence& metric,
                           Day before,
                           Day today) {
    const QString name = metricName(snapshot.scorecard->metrics[metric.metric]);
    if (metric.now.scored == 0) {
        return Prevalence::tr("%1: no account has a score of it.").arg(name);
    }
    QString where = Prevalence::tr("red in %1").arg(accountsText(metric, before, today));
    if (const QString arr = arrText(snapshot, metric, before, today); !arr.isEmpty()) {
        where = Prevalence::tr("%1, %2").arg(where, arr);
    }
    QStringList sentences{Prevalence::tr("%1: %2.").arg(name, where)};
    if (const QString left = leftOutOfArr(snapshot, metric.now.arr); hasRedArr(metric) && !left.isEmpty()) {
        sentences << left;
    }
    sentences << (metric.team.empty() ? Prevalence::tr("Nobody owns it.")
                                      : Prevalence::tr("%1 owns it.").arg(fromUtf8(metric.team)));
    return sentences.join(u' ');
}

} // namespace hb::wording
