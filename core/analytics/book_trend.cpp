// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/book_trend.h"

#include "core/scoring/template_match.h"

#include <algorithm>

namespace hb::analytics {

namespace {

constexpr int week = 7, leastWeeks = 12, mostWeeks = 104;
constexpr std::size_t daysAtATime = 8; ///< between two reports of how far it is

std::array<BookDay, 2> endsOf(const scoring::Scorer& scorer,
                              std::span<const AccountIndex> among,
                              const Period& period,
                              const std::stop_token& stop) {
    const std::array days{period.from, period.to};
    const std::vector<BookDay> ends = bookHistory(scorer, among, days, Accounts::Living, stop);
    return {ends[0], ends[1]};
}

/// Some template had another version on a day from `first` on than it has today. Later versions replace
/// earlier ones, so the first day tells.
bool isScoredOtherwise(const Scorecard& scorecard, Day first, Day today) {
    return scoring::versionsOn(scorecard, first) != scoring::versionsOn(scorecard, today);
}

} // namespace

std::vector<Day> trendDays(const Period& period, std::optional<Day> oldestMeasurement) {
    const Day least = period.to - leastWeeks * week;
    const Day first = std::max(std::min(period.from, least), oldestMeasurement.value_or(firstDay));
    const int weeks = std::max(0, (period.to - first) / week);
    const int step = week * std::max(1, (weeks + mostWeeks - 1) / mostWeeks);
    std::vector<Day> days;
    for (Day day = period.to; day >= first; day = day - step) {
        days.push_back(day);
    }
    if (days.empty()) {
        days.push_back(period.to);
    }
    std::ranges::reverse(days);
    return days;
}

BookTrend bookTrend(const ComparedBook& book,
                    std::span<const AccountIndex> among,
                    ScoredBy scoredBy,
                    Day today,
                    const Job& job) {
    const Snapshot& snapshot = book.snapshot();
    const std::vector<Day> days = trendDays(book.period, snapshot.oldestMeasurement);
    const scoring::Scorer byTodays(book.scorer->sharedSnapshot(),
                                   scoring::versionsOn(*snapshot.scorecard, today));
    const bool isTodays = scoredBy == ScoredBy::TodaysVersions;
    const scoring::Scorer& scorer = isTodays ? byTodays : *book.scorer;
    const auto total = static_cast<std::int64_t>(days.size());

    BookTrend trend;
    trend.ends = endsOf(scorer, among, book.period, job.stop);
    if (isScoredOtherwise(*snapshot.scorecard, std::min(days.front(), book.period.from), today)) {
        trend.otherwise = endsOf(isTodays ? *book.scorer : byTodays, among, book.period, job.stop);
    }
    for (std::size_t first = 0; first < days.size() && !job.stopped(); first += daysAtATime) {
        job.report(static_cast<std::int64_t>(first), total, "Scoring weeks");
        const auto part = std::span(days).subspan(first, std::min(daysAtATime, days.size() - first));
        const std::vector<BookDay> history = bookHistory(scorer, among, part, Accounts::Living, job.stop);
        trend.days.insert(trend.days.end(), history.begin(), history.end());
    }
    return trend;
}

} // namespace hb::analytics
