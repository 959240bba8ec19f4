// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/renewals_sentence.h"

#include "core/wording/days.h"
#include "core/wording/effect_sentence.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"

#include <QStringList>

#include <cmath>

namespace hb::wording {

namespace {

using analytics::ExpectedArr;
using analytics::Rate;
using analytics::RenewalForecast;
using analytics::RenewalQuarter;
using analytics::Retained;
using analytics::Tally;

struct Renewals {
    Q_DECLARE_TR_FUNCTIONS(Renewals)
};

QString moneyText(double cents, const std::string& currency) {
    return shortMoney(std::llround(cents), fromUtf8(currency));
}

/// "77 to 98%".
QString intervalText(const analytics::Interval& interval) {
    return Renewals::tr("%1 to %2").arg(scoreText(interval.low * 100, 0), percentText(interval.high));
}

/// "; $1.0M to $1.1M is expected to stay, and of $90k nobody can tell", of each currency; empty where nothing
/// is expected.
QString expectedPart(const RenewalQuarter& quarter) {
    QString text;
    for (const ExpectedArr& arr : quarter.arr) {
        const QString range = expectedRangeText(arr);
        if (range.isEmpty()) {
            continue;
        }
        text += arr.unknown == 0 ? Renewals::tr("; %1 is expected to stay").arg(range)
                                 : Renewals::tr("; %1 is expected to stay, and of %2 nobody can tell")
                                       .arg(range, shortMoney(arr.unknown, fromUtf8(arr.currency)));
    }
    return text;
}

/// "9 of 41 accounts": where what is not green has no ARR, so that it never reads as green.
QString riskInAccounts(const Tally& risk, const Tally& all) {
    const auto count = static_cast<int>(all.accounts);
    const QString of = count == 1 ? Renewals::tr("%Ln account", nullptr, count)
                                  : Renewals::tr("%Ln accounts", nullptr, count);
    return Renewals::tr("%1 of %2").arg(countText(risk.accounts), of);
}

/// "$1.2M renews, $410k of it not green".
QString quarterText(const RenewalQuarter& quarter) {
    const Tally all = allOf(quarter.bands);
    const Tally risk = notGreen(quarter.bands);
    const QString due = tallyMoney(all);
    const auto count = static_cast<int>(all.accounts);
    const QString what = !due.isEmpty() ? Renewals::tr("%1 renews").arg(due)
                         : count == 1   ? Renewals::tr("%Ln account renews", nullptr, count)
                                        : Renewals::tr("%Ln accounts renew", nullptr, count);
    if (risk.accounts == 0) {
        return Renewals::tr("%1, all green").arg(what);
    }
    const QString atRisk = tallyMoney(risk);
    if (due.isEmpty()) {
        return Renewals::tr("%1, %2 of them not green").arg(what, countText(risk.accounts));
    }
    return atRisk.isEmpty() ? Renewals::tr("%1, %2 not green").arg(what, riskInAccounts(risk, all))
                            : Renewals::tr("%1, %2 of it not green").arg(what, atRisk);
}

/// "93.1%": one decimal, truncated.
QString retentionText(double share) {
    return Renewals::tr("%1%").arg(scoreText(share * 100, 1));
}

template <typename Value>
QString byCurrency(const Retained& retained, const Value& value) {
    if (retained.logos.of < leastRetained) {
        return {};
    }
    QStringList texts;
    for (const analytics::ArrKept& arr : retained.arr) {
        if (const std::optional<double> share = value(arr)) {
            texts.append(retained.arr.size() == 1
                             ? retentionText(*share)
                             : Renewals::tr("%1 %2").arg(retentionText(*share), fromUtf8(arr.currency)));
        }
    }
    return texts.join(QStringLiteral(", "));
}

} // namespace

QString quarterName(Day inQuarter) {
    const YearMonthDay date = toYearMonthDay(inQuarter);
    return Renewals::tr("Q%1 %2").arg((date.month - 1) / 3 + 1).arg(date.year);
}

Tally allOf(const std::array<Tally, 4>& bands) {
    Tally all;
    for (const Tally& band : bands) {
        all.accounts += band.accounts;
        for (const auto& [currency, cents] : band.cents) {
            all.add(cents, currency);
        }
    }
    return all;
}

Tally notGreen(const std::array<Tally, 4>& bands) {
    std::array<Tally, 4> others = bands;
    others.at(static_cast<std::size_t>(Band::Green)) = {};
    return allOf(others);
}

QString renewalsHeadline(const RenewalForecast& forecast, Day day, Day today) {
    const auto has = [](const RenewalQuarter& quarter) { return !quarter.renewals.empty(); };
    if (forecast.quarters.size() > 1 && has(forecast.quarters[1])) {
        const RenewalQuarter& next = forecast.quarters[1];
        const QString rest = quarterText(next) + expectedPart(next);
        return day == today ? Renewals::tr("Next quarter %1.").arg(rest)
                            : Renewals::tr("In %1 %2.").arg(quarterName(next.first), rest);
    }
    for (const RenewalQuarter& quarter : forecast.quarters) {
        if (has(quarter)) {
            return Renewals::tr("By %1 %2%3.")
                .arg(dayText(quarter.last, day), quarterText(quarter), expectedPart(quarter));
        }
    }
    return Renewals::tr("No renewal is known for the next %Ln quarters.",
                        nullptr,
                        static_cast<int>(forecast.quarters.size()));
}

QString renewalRateSentence(const analytics::RenewalRates& rates, Band band) {
    const Rate& rate = rates.bands.at(static_cast<std::size_t>(band));
    const QString name = band == Band::None ? Renewals::tr("without a band") : bandName(band);
    if (!rates.isKnown(band)) {
        return Renewals::tr("Not enough outcomes of accounts %1: %2 of the %3 that it takes.")
            .arg(band == Band::None ? name : Renewals::tr("that were %1").arg(name),
                 countText(rate.of),
                 countText(rates.options.leastOutcomes));
    }
    return band == Band::None
               ? Renewals::tr("%1 of %2 accounts without a band stayed (%3).")
                     .arg(countText(rate.yes), countText(rate.of), intervalText(intervalOf(rate)))
               : Renewals::tr("%1 of %2 %3 accounts stayed (%4).")
                     .arg(countText(rate.yes), countText(rate.of), name, intervalText(intervalOf(rate)));
}

QString renewalRatesSentence(const analytics::RenewalRates& rates) {
    return Renewals::tr("By the band that an account had %Ln days before it renewed or left.",
                        nullptr,
                        rates.options.daysBefore);
}

QString expectedText(const ExpectedArr& arr) {
    return arr.due == arr.unknown ? QString() : moneyText(arr.expected, arr.currency);
}

QString expectedRangeText(const ExpectedArr& arr) {
    if (arr.due == arr.unknown) {
        return {};
    }
    const QString low = moneyText(arr.low, arr.currency);
    const QString high = moneyText(arr.high, arr.currency);
    return low == high ? low : Renewals::tr("%1 to %2").arg(low, high);
}

QString atRiskText(const std::array<Tally, 4>& bands) {
    const Tally all = allOf(bands);
    if (all.accounts == 0) {
        return {};
    }
    const Tally risk = notGreen(bands);
    const QString due = tallyMoney(all);
    if (due.isEmpty()) {
        return Renewals::tr("%1 of %2").arg(countText(risk.accounts), countText(all.accounts));
    }
    if (risk.accounts == 0) {
        return Renewals::tr("none of %1").arg(due);
    }
    const QString atRisk = tallyMoney(risk);
    return atRisk.isEmpty() ? riskInAccounts(risk, all) : Renewals::tr("%1 of %2").arg(atRisk, due);
}

QString logoText(const Rate& logos) {
    if (logos.of < leastRetained) {
        return Renewals::tr("not enough (%1)").arg(countText(logos.of));
    }
    return Renewals::tr("%1 (%2)").arg(percentText(logos.share()), intervalText(intervalOf(logos)));
}

QString grossText(const Retained& retained) {
    return byCurrency(retained, [](const analytics::ArrKept& arr) { return arr.gross(); });
}

QString netText(const Retained& retained) {
    return byCurrency(retained, [](const analytics::ArrKept& arr) { return arr.net(); });
}

QString retentionSentence(const analytics::Retention& retention, Day today) {
    const Rate& logos = retention.all.logos;
    const QString from = dayText(retention.period.from, today);
    if (logos.of < leastRetained) {
        return Renewals::tr("Not enough accounts on %1 to speak of retention: %2 of the %3 that it takes.")
            .arg(from, countText(logos.of), countText(leastRetained));
    }
    const QString who =
        Renewals::tr("Of %1 accounts on %2, %3 are still here on %4.")
            .arg(countText(logos.of), from, countText(logos.yes), dayText(retention.period.to, today));
    const QString gross = grossText(retention.all);
    return gross.isEmpty() ? who
                           : Renewals::tr("%1 %2 of their ARR was kept, %3 with what they added.")
                                 .arg(who, gross, netText(retention.all));
}

} // namespace hb::wording
