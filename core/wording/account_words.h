// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/explain_score.h"
#include "core/scoring/trend.h"

#include <QString>

#include <optional>

// The small numbers of the account page in words.

namespace hb::wording {

/// How far it is to the next better band: "5.0 to yellow"; empty in the best one and without a score. Rounded
/// up, so that it agrees with the truncated score beside it.
[[nodiscard]] QString nextBandText(const std::vector<Range>& ranges, std::optional<double> score);
/// "40%" of the score that the metrics of a group have together; empty where it does not count.
[[nodiscard]] QString groupShareText(const scoring::CompiledVersion& version,
                                     const scoring::AccountDetail& detail,
                                     std::size_t group);
/// The lines from `first` on together: "4 more cost 6.1"; empty where there are none.
[[nodiscard]] QString restOfCostsText(const std::vector<scoring::CostLine>& lines, std::size_t first);
/// "up", "down", "steady"; empty without a trend.
[[nodiscard]] QString directionText(scoring::Direction direction);
/// How old the measurement of a metric is: "today", "3 d"; empty without one.
[[nodiscard]] QString ageText(const scoring::MetricDetail& metric, Day day);
/// What the table of an explanation ends with: the unrounded sum of the lines.
[[nodiscard]] double sumOf(const std::vector<scoring::CostLine>& lines);

} // namespace hb::wording
