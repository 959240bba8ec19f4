// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace hb::analytics {

/// What a scorecard's health check looks for, in the order in which it is told.
enum class FindingKind : std::uint8_t {
    TooManyMetrics, ///< more metrics count than a person can act on
    HeavyMetric,    ///< one metric is most of the score
    Subjective,     ///< too much of the score is set by hand
    MostlyGreen,    ///< nearly everybody is green: it warns of nobody
    MostlyRed,      ///< so many are red that it picks nobody out
    SameScore,      ///< a metric that gives nearly all accounts one score
    OftenAbsent,    ///< a metric that is stale or missing for most accounts
    OutsideCurve,   ///< values beyond the curve's ends, where it tells nothing apart
    SaysTheSame,    ///< two metrics that rank the accounts alike
    NotActionable,  ///< it counts, though nobody can act on it
    Undescribed,    ///< a metric without action, owner team, help or source
    IdleGroup,      ///< a group of weight > 0 that counts for no account
    IdleException,  ///< an exception whose conditions hold for no account
    ReviewDue,      ///< no version since the review that the charter asks for
};

/// The word of a kind in tables and JSON: "too_many_metrics".
[[nodiscard]] std::string_view toText(FindingKind kind);

/// The bounds beyond which something is a finding; shares are of 1.
struct FindingLimits {
    std::size_t countedMetrics = 7;
    double heaviestShare = 0.40;
    double subjectiveShare = 0.25;
    double green = 0.80;
    double red = 0.40;
    double sameScore = 0.90;
    double absent = 0.50;
    double outside = 0.10;
    double rankCorrelation = 0.85;
    std::size_t leastAccounts = 10; ///< with fewer nothing is said of shares of accounts
};

/// One thing about the version of a template that scores on the day, for a person to look at.
struct Finding {
    FindingKind kind{};
    std::size_t templateIndex = 0;
    std::size_t versionIndex = 0;
    std::optional<std::size_t> metric;    ///< in the version's metrics
    std::optional<std::size_t> other;     ///< the one that says the same
    std::optional<std::size_t> group;     ///< in the version's groups
    std::optional<std::size_t> exception; ///< in the version's exceptions
    double amount =
        0; ///< what is beyond its bound: a share, a rank correlation, or a count of metrics or months
    std::size_t accounts = 0; ///< of how many that was worked out; 0 where it needs none
};

/// The health check of every template that is not retired on the day: of the version that scores then, over
/// the accounts that it scores and that have not churned. Idle is what never acts on the day or on any of the
/// twelve days before it that are four weeks apart. Pure; works on all cores. Empty once `stop` is requested.
[[nodiscard]] std::vector<Finding> findings(const scoring::Scorer& scorer,
                                            Day day,
                                            const FindingLimits& limits = {},
                                            const std::stop_token& stop = {});

} // namespace hb::analytics
