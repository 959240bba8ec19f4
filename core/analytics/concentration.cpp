// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/concentration.h"

#include <array>
#include <cmath>
#include <unordered_map>

namespace hb::analytics {

namespace {

constexpr std::size_t leastRed = 5, leastWithValue = 4;
/// Standard deviations above what chance gives: some dozen values could have stood out.
constexpr double leastDeviations = 2.8;

constexpr std::array keys{attribute::segment,
                          attribute::region,
                          attribute::product,
                          attribute::lifecycleStage,
                          attribute::serviceLevel,
                          attribute::owner};

/// So many of the red accounts, and of the scored ones.
struct Counts {
    std::size_t red = 0, scored = 0;
};

/// How far the red accounts with a value stand above a draw of as many from all that are scored
/// (hypergeometric, with the correction for whole numbers).
double deviations(const Counts& with, const Counts& all) {
    const auto red = static_cast<double>(all.red), scored = static_cast<double>(all.scored);
    const double share = static_cast<double>(with.scored) / scored;
    const double variance = red * share * (1 - share) * (scored - red) / (scored - 1);
    return variance <= 0 ? 0 : (static_cast<double>(with.red) - 0.5 - red * share) / std::sqrt(variance);
}

bool isClear(const Counts& with, const Counts& all) {
    return with.red >= leastWithValue && 2 * with.red >= all.red && deviations(with, all) >= leastDeviations;
}

} // namespace

std::optional<Concentration> concentration(const Snapshot& snapshot,
                                           Day day,
                                           std::span<const AccountIndex> red,
                                           std::span<const AccountIndex> scored) {
    const Counts all{.red = red.size(), .scored = scored.size()};
    std::optional<Concentration> best;
    double most = 0;
    for (const std::string_view key : keys) {
        const AttributeColumn* column = snapshot.findAttribute(key);
        if (all.red < leastRed || !column) {
            continue;
        }
        std::unordered_map<TextIndex, Counts> values;
        for (const AccountIndex account : red) {
            ++values[column->on(account, day)].red;
        }
        for (const AccountIndex account : scored) {
            // Only what red accounts have: of a hundred thousand owners most are none of them.
            if (const auto found = values.find(column->on(account, day)); found != values.end()) {
                ++found->second.scored;
            }
        }
        for (const auto& [value, with] : values) {
            const double ratio = static_cast<double>(with.red) / static_cast<double>(with.scored);
            const bool isMore = ratio > most || (ratio == most && best && best->key == key &&
                                                 value < best->value); // whatever the order of the map
            if (value != 0 && isClear(with, all) && isMore) {
                most = ratio;
                best = Concentration{.key = key, .value = value, .red = with.red};
            }
        }
    }
    return best;
}

} // namespace hb::analytics
