// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorer.h"

#include <QString>

#include <optional>

// Where a number of an account comes from, in words. Metrics are named by their position in the version.

namespace hb::wording {

/// What was measured: "10 tickets, measured on Sun 29 Mar 2026 (Support desk).", "The sum of 3 measurements
/// from Mon 5 Jan 2026 to Mon 30 Mar 2026.", "Never measured here."
[[nodiscard]] QString
measuredSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail, std::size_t metric);
/// How it counts: "It scores 61.6 and has 42% of the whole, by Enterprise v4, in force since Thu 1 Jan 2026."
[[nodiscard]] QString
scoredSentence(const scoring::Scorer& scorer, const scoring::AccountDetail& detail, std::size_t metric);

/// The run of an import, as a sentence names it.
struct NamedRun {
    std::int64_t number = 0;
    QString by;
    std::optional<Day> on; ///< none: nobody knows any more
    QString file;
    QString note; ///< beside the measurement
};
/// "Imported by Ana Lopez on Mon 30 Mar 2026: usage.csv, run 7. It says: \"estimate\"."
[[nodiscard]] QString importedSentence(const NamedRun& run);

/// A value that a person set, as a sentence names it.
struct NamedHandValue {
    QString author;
    Day day;
    double value = 0;
    QString note;
    std::optional<double> importedValue; ///< what an import says of that day
};
/// "Ana Lopez set Content on 1 Mar: \"sponsor came back\"."
[[nodiscard]] QString handValueSentence(const Metric& metric, const NamedHandValue& value, Day today);

} // namespace hb::wording
