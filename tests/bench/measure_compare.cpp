// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure_compare.h"

#include "core/analytics/book_history.h"
#include "core/analytics/group_reasons.h"
#include "core/analytics/heat_map.h"
#include "core/analytics/prevalence.h"
#include "tests/bench/timing.h"

#include <array>
#include <cstdint>
#include <numeric>
#include <vector>

namespace hb::bench {

namespace {

using analytics::ComparedBook;

constexpr int weeksOfTwoYears = 104;
constexpr int weeksOfAYear = 53;

/// What the row of the whole book needs of each living account, side by side: the floor of a grouping reads
/// it once and knows of no groups.
struct ScoreColumns {
    std::vector<double> scores;
    std::vector<double> changes;
    std::vector<double> weights;
    std::vector<std::int64_t> cents;
    std::vector<std::uint8_t> bands;

    explicit ScoreColumns(const ComparedBook& book) {
        for (const analytics::PaidAccount& each : book.living) {
            const scoring::TrackScore& now = book.now[each.account].shown;
            const scoring::TrackScore& before = book.before[each.account].shown;
            const bool isScored = now.band != Band::None;
            const auto paid = static_cast<double>(each.cents.value_or(0));
            scores.push_back(isScored ? now.score : 0);
            changes.push_back(isScored && before.band != Band::None ? now.score - before.score : 0);
            weights.push_back(isScored ? paid : 0);
            cents.push_back(each.cents.value_or(0));
            bands.push_back(static_cast<std::uint8_t>(now.band));
        }
    }

    [[nodiscard]] double readOnce() const {
        double sum = 0;
        double weighted = 0;
        double weight = 0;
        double change = 0;
        std::array<std::uint32_t, 4> accounts{};
        std::array<std::int64_t, 4> arr{};
        for (std::size_t row = 0; row < scores.size(); ++row) {
            sum += scores[row];
            weighted += scores[row] * weights[row];
            weight += weights[row];
            change += changes[row];
            ++accounts[bands[row]];
            arr[bands[row]] += cents[row];
        }
        return sum + weighted / weight + change + std::accumulate(accounts.begin(), accounts.end(), 0.0) +
               std::accumulate(arr.begin(), arr.end(), 0.0);
    }
};

std::string member(const char* name, double value) {
    return ", \"" + std::string(name) + "\": " + std::to_string(value);
}

std::string measureGrouping(const ComparedBook& book) {
    const std::string_view segment = attribute::segment;
    const auto groupings = [&] {
        return std::make_shared<const analytics::Groupings>(
            book.scorer->sharedSnapshot(), book.period.to, book.living, book.now, book.before);
    };
    volatile double sink = 0;
    double firstMs = 1e300;
    double againMs = 1e300;
    for (int i = 0; i < 10; ++i) { // what was asked once is kept: each try begins anew
        const auto fresh = groupings();
        const auto ask = [&] { sink = fresh->by({&segment, 1}).groups.front().mean.value_or(0); };
        firstMs = std::min(firstMs, milliseconds(1, ask));
        againMs = std::min(againMs, milliseconds(1, ask));
    }
    const ScoreColumns columns(book);
    const double passMs = milliseconds(20, [&] { sink = columns.readOnce(); });
    const double readyMs = milliseconds(3, [&] { sink = static_cast<double>(groupings().use_count()); });
    return member("group_ms", firstMs) + member("group_again_ms", againMs) + member("group_pass_ms", passMs) +
           member("group_ready_ms", readyMs);
}

/// The day and weeks before it, oldest first, as far as the book goes back.
std::vector<Day> weeksUpTo(const Snapshot& snapshot, Day day, int most) {
    std::vector<Day> weeks;
    for (int back = most - 1; back >= 0; --back) {
        if (day - 7 * back >= *snapshot.oldestMeasurement) {
            weeks.push_back(day - 7 * back);
        }
    }
    return weeks;
}

std::string measureWeeks(const scoring::Scorer& scorer, Day day) {
    const Snapshot& snapshot = scorer.snapshot();
    const std::vector<Day> twoYears = weeksUpTo(snapshot, day, weeksOfTwoYears);
    std::vector<analytics::BookDay> history;
    const double sharesMs = milliseconds(
        1, [&] { history = analytics::bookHistory(scorer, twoYears, analytics::Accounts::Living); });
    const std::vector<Day> year = weeksUpTo(snapshot, day, weeksOfAYear);
    std::vector<MetricIndex> metrics(snapshot.metricCount());
    std::iota(metrics.begin(), metrics.end(), MetricIndex{0});
    const std::vector<AccountIndex> all = analytics::everyAccount(snapshot);
    volatile std::size_t sink = 0;
    const double redMs =
        milliseconds(1, [&] { sink = analytics::redHistory(scorer, all, metrics, year).back().red; });
    const double yearScoredMs = milliseconds(1, [&] {
        for (const Day each : year) {
            sink = scorer.scoreBook(each).size();
        }
    });
    const double heatMs = milliseconds(3, [&] { sink = analytics::heatMap(scorer, day).scores.size(); });
    const auto& bands = history.back().bands;
    return member("shares_ms", sharesMs) + member("shares_weeks", static_cast<double>(twoYears.size())) +
           member("red_year_ms", redMs) + member("red_weeks", static_cast<double>(year.size())) +
           member("year_scored_ms", yearScoredMs) + member("heat_ms", heatMs) + ", \"bands\": [" +
           std::to_string(bands[0]) + ", " + std::to_string(bands[1]) + ", " + std::to_string(bands[2]) + "]";
}

} // namespace

std::string measureCompare(const std::shared_ptr<const Snapshot>& snapshot, Day day) {
    const auto scorer = std::make_shared<const scoring::Scorer>(snapshot);
    const ComparedBook book = analytics::comparedBook(scorer, {day - 90, day});
    std::string members = measureGrouping(book) + measureWeeks(*scorer, day);
    volatile std::size_t sink = 0;
    members +=
        member("causes_ms", milliseconds(1, [&] { sink = analytics::bookChanges(book).points.size(); }));
    return members;
}

} // namespace hb::bench
