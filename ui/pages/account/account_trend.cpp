// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/account/account_trend.h"

#include "core/wording/numbers.h"
#include "core/wording/sentences.h"
#include "ui/pages/account/trend_markers.h"
#include "ui/theme/texts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

namespace {

constexpr int mostDailyDays = 800;
constexpr std::size_t driversShown = 3;

std::vector<Day> daysOf(Day first, Day last) {
    const int step = last - first > mostDailyDays ? daysOfWeek : 1;
    std::vector<Day> days;
    for (Day day = last; day >= first; day = day - step) {
        days.push_back(day);
    }
    std::ranges::reverse(days);
    return days;
}

QString driversOn(const AccountAt& at, Day day) {
    const scoring::AccountDetail detail = at.scorer().detail(at.account, day);
    QStringList lines;
    for (const scoring::CostLine& line : scoring::explainScore(detail)) {
        if (lines.size() < static_cast<qsizetype>(driversShown) && line.points >= 0.05) {
            lines << Texts::tr("%1 costs %2")
                         .arg(wording::costLineName(at.scorer(), detail, line),
                              wording::pointsText(line.points));
        }
    }
    return lines.join(u'\n');
}

QString describe(const AccountAt& at, const charts::TrendData& trend) {
    const auto drawn = [](const charts::TrendPoint& point) {
        return point.score && point.band != Band::None;
    };
    const auto first = std::ranges::find_if(trend.points, drawn);
    if (first == trend.points.end()) {
        return Texts::tr("No score in this time.");
    }
    const charts::TrendPoint& last = trend.points.back();
    const QString end = drawn(last) ? Texts::tr("%1, %2").arg(last.scoreText, wording::bandName(last.band))
                                    : wording::bandName(Band::None);
    return Texts::tr("%1: from %2, %3, on %4 to %5 on %6.")
        .arg(accountName(at),
             first->scoreText,
             wording::bandName(first->band),
             wording::longDayText(first->day),
             end,
             wording::longDayText(last.day));
}

} // namespace

Day monthsBefore(Day day, int months) {
    const YearMonthDay date = toYearMonthDay(day);
    const int month = date.year * 12 + date.month - 1 - months;
    for (int dayOfMonth = date.day; dayOfMonth > 28; --dayOfMonth) {
        if (const auto found = fromYearMonthDay(month / 12, month % 12 + 1, dayOfMonth)) {
            return *found;
        }
    }
    return fromYearMonthDay(month / 12, month % 12 + 1, std::min(date.day, 28)).value_or(firstDay);
}

charts::TrendData accountTrend(const AccountAt& at, Day first, const TrendEvents& events) {
    charts::TrendData trend;
    const std::vector<Day> days = daysOf(first, at.day());
    const std::vector<scoring::AccountScore> scores = at.scorer().scoreAccountHistory(at.account, days);
    for (std::size_t day = 0; day < days.size(); ++day) {
        const scoring::AccountScore& score = scores[day];
        charts::TrendPoint point;
        point.day = days[day];
        point.score = score.shown.optionalScore();
        point.band = score.shown.band;
        point.held = score.hasHeld;
        if (score.hasOverride && score.computed.band != Band::None) {
            point.computed = score.computed.optionalScore();
        }
        point.scoreText = point.score ? scoreText(at, *point.score) : QString();
        trend.points.push_back(std::move(point));
    }
    for (const Range& range : at.version().ranges) {
        trend.zones.push_back({range.from,
                               range.colour,
                               wording::scoreText(range.from, wording::schemeDecimals(at.version().ranges))});
    }
    trend.markers = trendMarkers(at, days, scores, events);
    trend.detail = [at](Day day) { return driversOn(at, day); };
    trend.description = describe(at, trend);
    return trend;
}

} // namespace hb::pages
