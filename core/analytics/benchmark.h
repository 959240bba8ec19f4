// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

// An account beside those of its kind, metric by metric.

namespace hb::analytics {

/// A quarter lies below `low`, half below `median`, a quarter above `high`.
struct Quartiles {
    double low = 0;
    double median = 0;
    double high = 0;

    friend bool operator==(const Quartiles&, const Quartiles&) = default;
};

/// With fewer others there are not enough alike to compare with.
inline constexpr std::size_t fewestAlike = 5;

/// Where a number stands among those of others.
struct PlaceAmong {
    std::size_t others = 0;
    std::size_t below = 0; ///< others that are lower; who is equal is neither
    std::size_t above = 0;
    std::optional<Quartiles> quartiles; ///< of the others; none below `fewestAlike`
};

[[nodiscard]] PlaceAmong placeAmong(double own, std::vector<double> others);

struct MetricBenchmark {
    MetricIndex metric = 0;
    double score = 0;
    PlaceAmong ofScore;
    std::optional<double> value;       ///< none: the score stands in for a measurement
    std::optional<PlaceAmong> ofValue; ///< of number metrics with a value
};

struct Benchmark {
    TextIndex value = 0;                  ///< of the attribute, in the snapshot's texts; 0: none
    std::size_t others = 0;               ///< living accounts that have the same, without this one
    std::vector<MetricBenchmark> metrics; ///< those that the account has a score of, as its version's
};

/// The account beside the living accounts that have the same value of attribute `key` on the day; absent is a
/// value like any other. Pure; works on all cores; O(accounts) and the metrics of those alike; incomplete
/// once `stop` is requested.
[[nodiscard]] Benchmark benchmark(const scoring::Scorer& scorer,
                                  AccountIndex account,
                                  std::string_view key,
                                  Day day,
                                  const std::stop_token& stop = {});

/// The living accounts of the day with the same value of an attribute, without this one.
[[nodiscard]] std::vector<AccountIndex>
accountsAlike(const Snapshot& snapshot, AccountIndex account, std::string_view key, Day day);

} // namespace hb::analytics
