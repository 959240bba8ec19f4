// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/movement.h"
#include "core/analytics/period.h"
#include "core/analytics/rate.h"
#include "core/scoring/scorer.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

// What is up for renewal, and how much of it the book's own past says will stay.

namespace hb::analytics {

struct RenewalRateOptions {
    int daysBefore = 90;            ///< the band is that of so many days before the decision
    std::size_t leastOutcomes = 10; ///< of a band; with fewer nothing is said
};

/// How often accounts of each band stayed.
struct RenewalRates {
    std::array<Rate, 4> bands; ///< by Band
    RenewalRateOptions options;

    [[nodiscard]] Rate all() const;
    /// Whether enough was decided to say anything of the band.
    [[nodiscard]] bool isKnown(Band band) const {
        return bands.at(static_cast<std::size_t>(band)).of >= options.leastOutcomes;
    }
};

/// From the outcomes up to `day`. An account decides when it renewed, was downgraded (it stayed, for less) or
/// churned; an expansion comes at any time and says nothing about staying. Of several outcomes of an account
/// on one day the last counts. Pure; works on all cores; incomplete once `stop` is requested.
[[nodiscard]] RenewalRates renewalRates(const scoring::Scorer& scorer,
                                        Day day,
                                        const RenewalRateOptions& options = {},
                                        const std::stop_token& stop = {});

/// A living account whose renewal day is known.
struct Renewing {
    PaidAccount who;
    Day renews;
    scoring::TrackScore score; ///< now
};

/// The amounts of one currency in a quarter. What is of a band without a known rate is in `unknown` and not
/// in the three others.
struct ExpectedArr {
    std::string currency;
    std::int64_t due = 0; ///< cents
    std::int64_t unknown = 0;
    double expected = 0; ///< cents: each band's amount times its rate
    double low = 0;      ///< with the low ends of all rates
    double high = 0;
};

struct RenewalQuarter {
    Day first; ///< of the calendar quarter
    Day last;
    std::vector<Renewing> renewals; ///< by day; of the first quarter those from the as-of day on
    std::array<Tally, 4> bands;     ///< by Band
    std::vector<ExpectedArr> arr;   ///< a currency each, the book's first, then by code
};

struct RenewalForecast {
    std::vector<RenewalQuarter> quarters;
    std::vector<Renewing>
        overdue; ///< not churned, and the renewal day has passed: nobody has said what came of it
};

/// The quarter of `day` and those after it. `living` is livingByArr(), or some of it, and `now` the scores of
/// the day. Pure.
[[nodiscard]] RenewalForecast renewalForecast(const Snapshot& snapshot,
                                              Day day,
                                              std::span<const PaidAccount> living,
                                              std::span<const scoring::AccountScore> now,
                                              const RenewalRates& rates,
                                              std::size_t quarters = 4);

} // namespace hb::analytics
