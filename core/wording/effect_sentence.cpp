// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/effect_sentence.h"

#include "core/scoring/band.h"
#include "core/wording/change_sentence.h"
#include "core/wording/numbers.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace hb::wording {

namespace {

struct Effect {
    Q_DECLARE_TR_FUNCTIONS(Effect)
};

} // namespace

QString tallyMoney(const analytics::Tally& tally) {
    QStringList amounts;
    for (const auto& [currency, cents] : tally.cents) {
        if (cents != 0) {
            amounts.append(shortMoney(cents, QString::fromStdString(currency)));
        }
    }
    if (amounts.size() < 2) {
        return amounts.value(0);
    }
    const QString last = amounts.takeLast();
    return Effect::tr("%1 and %2").arg(amounts.join(QStringLiteral(", ")), last);
}

QString movementHeadline(const analytics::Movement& movement) {
    if (movement.movers.empty()) {
        const auto rescored = static_cast<int>(movement.rescored);
        return rescored == 0 ? Effect::tr("No account changes its score.")
               : rescored == 1
                   ? Effect::tr("No account changes band; 1 gets another score.")
                   : Effect::tr("No account changes band; %n get another score.", nullptr, rescored);
    }
    const auto count = static_cast<int>(movement.movers.size());
    const QString money = tallyMoney(movement.moved());
    const QString who = count == 1 ? Effect::tr("1 account changes band")
                                   : Effect::tr("%n accounts change band", nullptr, count);
    return money.isEmpty() ? Effect::tr("%1.").arg(who) : Effect::tr("%1, %2.").arg(who, money);
}

QString coverageSentence(const analytics::Movement& movement) {
    const QString before = percentText(movement.coverageBefore);
    const QString after = percentText(movement.coverageAfter);
    return before == after ? QString()
                           : Effect::tr("On average %1 of a score is fresh, %2 before.").arg(after, before);
}

QString robustnessSentence(const Snapshot& snapshot,
                           Day day,
                           const analytics::Robustness& robustness,
                           double jitter) {
    constexpr std::size_t mostNamed = 3;
    const QString moved = percentText(jitter);
    const QString trials = numberText(static_cast<double>(robustness.trials));
    if (robustness.wobbly.empty()) {
        return Effect::tr(
                   "With all weights moved by up to %1, every account keeps its band in all of %2 trials.")
            .arg(moved, trials);
    }
    QStringList names;
    for (std::size_t at = 0; at < std::min(mostNamed, robustness.wobbly.size()); ++at) {
        const analytics::Wobbly& wobbly = robustness.wobbly[at];
        const double share = static_cast<double>(wobbly.otherwise) / static_cast<double>(robustness.trials);
        names.append(Effect::tr("%1 (%2)").arg(QString::fromUtf8(snapshot.nameOn(wobbly.account, day)),
                                               percentText(share)));
    }
    return Effect::tr(
               "With all weights moved by up to %1, %2 of %3 accounts are in another band in some of %4 "
               "trials. Least sure: %5.")
        .arg(moved,
             numberText(static_cast<double>(robustness.wobbly.size())),
             numberText(static_cast<double>(robustness.accounts)),
             trials,
             names.join(QStringLiteral(", ")));
}

QString moverReason(const scoring::Scorer& after, const scoring::ChangeExplanation& change) {
    if (!change.before.overall || !change.after.overall) {
        return {};
    }
    const auto& ranges = after.version(change.after.templateIndex, change.after.versionIndex).ranges;
    if (change.before.band != change.after.band && change.before.band != Band::None &&
        change.after.band != Band::None &&
        scoring::bandOf(ranges, change.before.overall) == change.after.band) {
        return Effect::tr("the bound of %1 moved")
            .arg(bandName(std::max(change.before.band, change.after.band)));
    }
    const auto most = std::ranges::max_element(
        change.lines, {}, [](const scoring::ChangeLine& line) { return std::abs(line.points); });
    if (most == change.lines.end()) {
        return {};
    }
    const QString name = changeLineName(after, change, *most);
    const QString points = signedPointsText(most->points);
    return change.lines.size() == 1 ? Effect::tr("all of it %1 (%2)").arg(name, points)
                                    : Effect::tr("mostly %1 (%2)").arg(name, points);
}

} // namespace hb::wording
