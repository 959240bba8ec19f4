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

} // namespace

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
    const auto scored = static_cast<int>(metric.now.scored);
    if (scored == 0) {
        return Prevalence::tr("%1: no account has a score of it.").arg(name);
    }
    const QString red = QLocale().toString(static_cast<qulonglong>(metric.now.red.accounts));
    QStringList parts{scored == 1 ? Prevalence::tr("red in %1 of 1 account").arg(red)
                                  : Prevalence::tr("red in %1 of %Ln accounts", nullptr, scored).arg(red)};
    if (const QString money = tallyMoney(metric.now.red); !money.isEmpty()) {
        parts.append(money);
    }
    if (metric.before.scored > 0) {
        parts.append(moreOrFewerText(metric.now.red.accounts,
                                     metric.before.red.accounts,
                                     Prevalence::tr("on %1").arg(dayText(before, today))));
    }
    const QString whose = metric.team.empty() ? Prevalence::tr("Nobody owns it.")
                                              : Prevalence::tr("%1 owns it.").arg(fromUtf8(metric.team));
    return Prevalence::tr("%1: %2. %3").arg(name, parts.join(u", "_s), whose);
}

} // namespace hb::wording
