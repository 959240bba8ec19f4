// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/effect_sentence.h"

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
        return movement.rescored == 0 ? Effect::tr("No account changes its score.")
                                      : Effect::tr("No account changes band; %n get another score.",
                                                   nullptr,
                                                   static_cast<int>(movement.rescored));
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

QString moverReason(const scoring::Scorer& after, const scoring::ChangeExplanation& change) {
    if (change.lines.empty() || !change.before.overall || !change.after.overall) {
        return {};
    }
    const auto most = std::ranges::max_element(
        change.lines, {}, [](const scoring::ChangeLine& line) { return std::abs(line.points); });
    const QString name = changeLineName(after, change, *most);
    const QString points = signedPointsText(most->points);
    return change.lines.size() == 1 ? Effect::tr("all of it %1 (%2)").arg(name, points)
                                    : Effect::tr("mostly %1 (%2)").arg(name, points);
}

} // namespace hb::wording
