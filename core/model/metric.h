// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hb {

enum class MetricKind : std::uint8_t { Number, Level };
enum class Aggregation : std::uint8_t { Last, Mean, Sum, Min, Max, Count, ChangePct, DaysSince };
enum class Better : std::uint8_t { Higher, Lower };

/// One level of a level metric. The number is what a measurement holds.
struct Level {
    int level = 0;
    std::string label;
    double score = 0; ///< 0..100
    std::string help;

    friend bool operator==(const Level&, const Level&) = default;
};

/// The part of a metric that scores; a template version freezes it (scoring.md, sections 1 and 2).
struct MetricRule {
    MetricKind kind = MetricKind::Number;
    std::string series; ///< key of the number metric whose measurements are read; empty: its own
    Aggregation aggregation = Aggregation::Last;
    int windowDays = 0; ///< 0 for last and days_since
    int validDays = 0;  ///< 0: never stale
    bool emptyIsZero = false;
    std::vector<Level> levels; ///< of level metrics, in the file's order

    friend bool operator==(const MetricRule&, const MetricRule&) = default;
};

/// One thing that is observed about an account. All but `rule` is description: current, never versioned.
struct Metric {
    std::string key;
    std::string name;
    std::string unit;
    Better better = Better::Higher;
    std::string category;
    std::string source;
    std::string ownerTeam;
    std::string action;
    std::string goal; ///< a goal's key or empty
    bool actionable = true;
    std::string help;
    MetricRule rule;

    friend bool operator==(const Metric&, const Metric&) = default;
};

} // namespace hb
