// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/known_since.h"

#include <algorithm>

namespace hb::analytics {

std::optional<Day> knownSince(const Snapshot& snapshot, AccountIndex account) {
    std::optional<Day> first;
    const auto see = [&first](std::int32_t number) {
        first = first ? std::min(*first, Day{number}) : Day{number};
    };
    for (const SeriesColumn& series : snapshot.series) {
        if (const Points points = series.of(account); !points.empty()) {
            see(points.days.front());
        }
    }
    for (const AttributeColumn& column : *snapshot.attributes) {
        if (column.offsets[account] < column.offsets[account + 1]) {
            see(column.days[column.offsets[account]]);
        }
    }
    if (const std::span<const Outcome> outcomes = snapshot.outcomesOf(account); !outcomes.empty()) {
        see(outcomes.front().day.number);
    }
    return first;
}

} // namespace hb::analytics
