// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/model/scheme.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hb {

/// The numbers of scoring.md, section 10: settings of the book, with its defaults.
struct ReasonRules {
    int newlyRedDays = 7;
    double fallingPoints = 10;
    int renewalDays = 90;
    int championDays = 30;
    int leftAloneWeeks = 4;
    int silentDays = 30;
    double seatsFull = 90;

    friend bool operator==(const ReasonRules&, const ReasonRules&) = default;
};

/// How the scores of the accounts below one become one score.
enum class FamilyRule : std::uint8_t { ArrWeightedMean, Lowest };

/// Settings that belong to the data and travel with the book.
struct BookSettings {
    std::string currency = "USD"; ///< ISO 4217; of amounts without one of their own
    std::vector<std::string>
        seatsMetrics; ///< keys of the metrics that say how full the seats are, in percent
    ReasonRules reasons;
    /// What scores are called, in words alone; none: as each template says.
    std::optional<SchemeKind> shownAs = {};
    FamilyRule familyRule = FamilyRule::ArrWeightedMean;

    friend bool operator==(const BookSettings&, const BookSettings&) = default;
};

/// What a copy that is only to be read says of itself.
struct SharedCopy {
    Day day;        ///< of which it is
    std::string by; ///< who made it

    friend bool operator==(const SharedCopy&, const SharedCopy&) = default;
};

} // namespace hb
