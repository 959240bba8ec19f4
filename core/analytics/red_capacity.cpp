// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/red_capacity.h"

#include "core/scoring/rounding.h"
#include "core/scoring/score_steps.h"

#include <algorithm>
#include <cmath>

namespace hb::analytics {

namespace {

constexpr int months = 12;
constexpr int tenths = 10;

std::vector<double> scoresOn(const scoring::Scorer& scorer,
                             const scoring::CompiledVersion& version,
                             const TemplatePlace& place,
                             Day day,
                             const std::stop_token& stop) {
    std::vector<double> scores;
    std::vector<scoring::MetricScore> metrics;
    scoring::LiveOverrides live;
    scoring::RollUp rolledUp;
    for (const AccountIndex account : templateMatches(scorer, place, day, stop).scored) {
        if (stop.stop_requested()) {
            break;
        }
        const scoring::AccountOnDay on{scorer.snapshot(), version, account, day};
        scoring::scoreMetrics(on, metrics);
        scoring::findLiveOverrides(on, live);
        scoring::applyMetricOverrides(live, metrics);
        const scoring::ScoreSteps steps = scoring::takeSteps(on, metrics, &live, rolledUp);
        if (steps.band != Band::None) {
            scores.push_back(scoring::rounded(*steps.overall));
        }
    }
    std::ranges::sort(scores);
    return scores;
}

} // namespace

std::vector<Day> lastMonthEnds(Day day) {
    std::vector<Day> ends;
    for (int back = 0; back < months && day > firstDay; ++back) {
        day = day - toYearMonthDay(day).day;
        ends.push_back(day);
    }
    return ends;
}

ScoresOfYear scoresOfYear(const scoring::Scorer& scorer,
                          const scoring::CompiledVersion& version,
                          const TemplatePlace& place,
                          Day day,
                          const std::stop_token& stop) {
    ScoresOfYear year;
    year.today = scoresOn(scorer, version, place, day, stop);
    for (const Day end : lastMonthEnds(day)) {
        if (std::vector<double> scores = scoresOn(scorer, version, place, end, stop); !scores.empty()) {
            year.monthEnds.push_back(std::move(scores));
        }
    }
    return year;
}

std::size_t redBelow(std::span<const double> scores, double bound) {
    return static_cast<std::size_t>(std::ranges::lower_bound(scores, scoring::rounded(bound)) -
                                    scores.begin());
}

RedRange redOverYear(const ScoresOfYear& scores, double bound) {
    RedRange range;
    for (std::size_t at = 0; at < scores.monthEnds.size(); ++at) {
        const std::size_t red = redBelow(scores.monthEnds[at], bound);
        range.least = at == 0 ? red : std::min(range.least, red);
        range.most = std::max(range.most, red);
    }
    return range;
}

std::optional<RedCapacity>
sizeRedTo(std::size_t capacity, const ScoresOfYear& scores, const BoundRoom& room) {
    const int lowest = static_cast<int>(std::floor(scoring::rounded(room.above * tenths))) + 1;
    const int highest = static_cast<int>(std::ceil(scoring::rounded(room.below * tenths))) - 1;
    std::optional<RedCapacity> best;
    for (int at = lowest; at <= highest; ++at) {
        const double bound = static_cast<double>(at) / tenths;
        const std::size_t red = redBelow(scores.today, bound);
        if (best && red > capacity) {
            break; // a higher bound has no fewer
        }
        const bool isBetter =
            !best || red > best->red || std::abs(bound - room.now) < std::abs(best->bound - room.now);
        if (isBetter) {
            best = {.bound = bound, .red = red, .isWithinIt = red <= capacity};
        }
    }
    return best;
}

} // namespace hb::analytics
