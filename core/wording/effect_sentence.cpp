// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/effect_sentence.h"

#include "core/scoring/band.h"
#include "core/wording/change_sentence.h"
#include "core/wording/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <optional>

namespace hb::wording {

namespace {

struct Effect {
    Q_DECLARE_TR_FUNCTIONS(Effect)
};

/// The colour whose bound moved, where that alone gives the score of before its new band.
std::optional<Band> movedBound(const scoring::Scorer& after, const scoring::ChangeExplanation& change) {
    const auto& ranges = after.version(change.after.templateIndex, change.after.versionIndex).ranges;
    const bool moved = change.before.band != change.after.band && change.before.band != Band::None &&
                       change.after.band != Band::None &&
                       scoring::bandOf(ranges, change.before.overall) == change.after.band;
    return moved ? std::optional(std::max(change.before.band, change.after.band)) : std::nullopt;
}

/// The line that goes furthest to where the score went; null where nothing is told apart.
const scoring::ChangeLine* mainLine(const scoring::ChangeExplanation& change) {
    const double points = *change.after.overall - *change.before.overall;
    const auto most = std::ranges::max_element(change.lines, {}, [points](const scoring::ChangeLine& line) {
        return points == 0 ? std::abs(line.points) : std::copysign(1.0, points) * line.points;
    });
    return most == change.lines.end() ? nullptr : &*most;
}

} // namespace

QStringList tallyAmounts(const analytics::Tally& tally) {
    QStringList amounts;
    for (const auto& [currency, cents] : tally.cents) {
        if (cents != 0) {
            amounts.append(shortMoney(cents, QString::fromStdString(currency)));
        }
    }
    return amounts;
}

QString tallyMoney(const analytics::Tally& tally) {
    QStringList amounts = tallyAmounts(tally);
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
    if (const std::optional<Band> bound = movedBound(after, change)) {
        return Effect::tr("the bound of %1 moved").arg(bandName(*bound));
    }
    const scoring::ChangeLine* most = mainLine(change);
    if (!most) {
        return {};
    }
    const QString name = changeLineName(after, change, *most);
    const QString points = signedPointsText(most->points);
    return change.lines.size() == 1 ? Effect::tr("all of it %1 (%2)").arg(name, points)
                                    : Effect::tr("mostly %1 (%2)").arg(name, points);
}

QString moveSentence(const scoring::Scorer& scorer, const scoring::ChangeExplanation& change, Day today) {
    if (!change.before.overall || !change.after.overall) {
        return changeSentence(scorer, change, today);
    }
    if (const std::optional<Band> bound = movedBound(scorer, change)) {
        return Effect::tr("The bound of %1 moved.").arg(bandName(*bound));
    }
    const scoring::ChangeLine* most = mainLine(change);
    return most ? changeLineSentence(scorer, change, *most, today) : QString();
}

} // namespace hb::wording
