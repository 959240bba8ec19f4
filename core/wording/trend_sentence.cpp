// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/trend_sentence.h"

#include "core/wording/days.h"
#include "core/wording/numbers.h"
#include "core/wording/words.h"

#include <QStringList>

#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace hb::wording {

using analytics::BookDay;
using analytics::BookTrend;
using analytics::Measure;
using analytics::Period;
using analytics::ScoredBy;
using analytics::shareOf;

namespace {

using Ends = std::array<BookDay, 2>;

/// The shares of a band on both days, as they are read.
struct Shares {
    QString before;
    QString now;
};

/// By Band, so that those of one day sum to 100.
std::vector<QString> percentsOf(const BookDay& day, Measure measure) {
    std::array<double, 4> shares{};
    for (std::size_t band = 0; band < shares.size(); ++band) {
        shares[band] = shareOf(day, static_cast<Band>(band), measure).value_or(0);
    }
    return percentTexts(shares);
}

std::optional<Shares> sharesOf(const Ends& ends, Band band, Measure measure) {
    const auto before = shareOf(ends[0], band, measure);
    const auto now = shareOf(ends[1], band, measure);
    const auto at = static_cast<std::size_t>(band);
    return before && now
               ? std::optional(Shares{percentsOf(ends[0], measure)[at], percentsOf(ends[1], measure)[at]})
               : std::nullopt;
}

double moved(const Ends& ends, Band band, Measure measure) {
    return shareOf(ends[1], band, measure).value_or(0) - shareOf(ends[0], band, measure).value_or(0);
}

/// "Green fell from 62% to 55% since 31 Dec"
QString shareText(const Ends& ends, Band band, Measure measure, const QString& when) {
    const Shares shares = sharesOf(ends, band, measure).value_or(Shares{});
    const QString name = band == Band::Green ? Words::tr("Green") : Words::tr("Red");
    const QString now = measure == Measure::Arr ? Words::tr("%1 of ARR").arg(shares.now) : shares.now;
    if (shares.before == shares.now) {
        return Words::tr("%1 is at %2, as it was %3").arg(name, now, when);
    }
    return (moved(ends, band, measure) < 0 ? Words::tr("%1 fell from %2 to %3 %4")
                                           : Words::tr("%1 rose from %2 to %3 %4"))
        .arg(name, shares.before, now, when);
}

/// "with today's template it would have been 58% then"; empty where that is no other.
QString otherwiseText(const BookTrend& trend, ScoredBy scoredBy, Band band, Measure measure) {
    if (!trend.otherwise) {
        return {};
    }
    const auto shown = sharesOf(trend.ends, band, measure);
    const auto other = sharesOf(*trend.otherwise, band, measure);
    if (!shown || !other || (shown->before == other->before && shown->now == other->now)) {
        return {};
    }
    const bool endsAlike = shown->now == other->now;
    if (scoredBy == ScoredBy::TodaysVersions) {
        return endsAlike
                   ? Words::tr("as it was scored then, it was %1").arg(other->before)
                   : Words::tr("as it was scored then, it went from %1 to %2").arg(other->before, other->now);
    }
    return endsAlike ? Words::tr("with today's template it would have been %1 then").arg(other->before)
                     : Words::tr("with today's template it would have gone from %1 to %2")
                           .arg(other->before, other->now);
}

/// By ARR the mean that ARR weighs: it goes with the shares that are told beside it.
QString meanText(const Ends& ends, Measure measure) {
    const bool isByArr = measure == Measure::Arr;
    const auto meanOf = [isByArr](const BookDay& day) { return isByArr ? day.arrWeightedMean : day.mean; };
    const std::optional<double> from = meanOf(ends[0]);
    const std::optional<double> to = meanOf(ends[1]);
    if (!from || !to) {
        return {};
    }
    const QString name = isByArr ? Words::tr("The mean by ARR") : Words::tr("The mean");
    const QString before = pointsText(*from);
    const QString now = pointsText(*to);
    if (before == now) {
        return Words::tr("%1 stayed at %2.").arg(name, now);
    }
    return (*to < *from ? Words::tr("%1 fell from %2 to %3.") : Words::tr("%1 rose from %2 to %3."))
        .arg(name, before, now);
}

bool hasScores(const BookDay& day) {
    return day.mean.has_value();
}

} // namespace

QString
trendHeadline(const BookTrend& trend, ScoredBy scoredBy, Measure measure, const Period& period, Day today) {
    const Ends& ends = trend.ends;
    if (!hasScores(ends[0]) && !hasScores(ends[1])) {
        return Words::tr("No account had a score on either day.");
    }
    if (!hasScores(ends[0]) || !hasScores(ends[1])) {
        const std::size_t without = hasScores(ends[0]) ? 1 : 0;
        return Words::tr("No account had a score on %1; on %2 the mean was %3.")
            .arg(dayText(ends[without].day, today),
                 dayText(ends[1 - without].day, today),
                 pointsText(*ends[1 - without].mean));
    }
    const QString when = periodText(period.from, period.to, today);
    const bool isRed =
        std::abs(moved(ends, Band::Red, measure)) > std::abs(moved(ends, Band::Green, measure));
    const Band band = isRed ? Band::Red : Band::Green;
    const QString mean = meanText(ends, measure);
    if (!sharesOf(ends, band, measure)) {
        return mean;
    }
    QString sentence = shareText(ends, band, measure, when);
    if (scoredBy == ScoredBy::TodaysVersions && trend.otherwise) {
        sentence = Words::tr("With today's template: %1").arg(sentence);
    }
    const QString otherwise = otherwiseText(trend, scoredBy, band, measure);
    const QString share =
        otherwise.isEmpty() ? Words::tr("%1.").arg(sentence) : Words::tr("%1; %2.").arg(sentence, otherwise);
    return mean.isEmpty() ? share : Words::tr("%1 %2").arg(share, mean);
}

QStringList bookDayLines(const BookDay& day, Measure measure, const QString& currency) {
    QStringList lines;
    const std::vector<QString> percents = percentsOf(day, measure);
    for (const Band band : {Band::Green, Band::Yellow, Band::Red, Band::None}) {
        const auto at = static_cast<std::size_t>(band);
        const auto share = shareOf(day, band, measure);
        if (share && *share > 0) {
            const QString amount =
                measure == Measure::Arr ? shortMoney(day.cents[at], currency) : countText(day.bands[at]);
            lines << Words::tr("%1 %2, %3").arg(amount, bandName(band), percents[at]);
        }
    }
    if (day.mean) {
        lines << Words::tr("Mean %1").arg(pointsText(*day.mean));
    }
    if (day.arrWeightedMean) {
        lines << Words::tr("Weighted by ARR %1").arg(pointsText(*day.arrWeightedMean));
    }
    return lines;
}

} // namespace hb::wording
