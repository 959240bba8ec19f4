// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric.h"
#include "core/model/scheme.h"

#include <QChar>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hb::wording {

/// Points below these read as nothing.
inline constexpr double smallestShown = 0.05;
inline constexpr QChar minus = u'\u2212';

/// Digits truncated as scoring.md 7 says: 74.96 with 0 decimals is "74"; minus is U+2212.
[[nodiscard]] QString scoreText(double score, int decimals);
/// The decimals that the bounds of a scheme have (usually none).
[[nodiscard]] int schemeDecimals(const std::vector<Range>& ranges);
/// Rounded to 0.1: "32.0".
[[nodiscard]] QString pointsText(double points);
/// With its sign: "+1.8", "−9.2"; what rounds to nothing has none: "0.0".
[[nodiscard]] QString signedPointsText(double points);
/// Whole points, as on tiles: "32".
[[nodiscard]] QString wholePointsText(double points);
/// A share of 0..1 truncated, so that 49.9% never reads as the 50% that is needed: "35%".
[[nodiscard]] QString percentText(double share);
/// The same of a part that must not read as nothing: "<1%".
[[nodiscard]] QString partText(double share);
/// The parts of a whole in percent, which sum to 100: the largest remainders are rounded up. As many as
/// `parts`; all 0 where there is nothing. What would read as nothing or as all and is not: "<1%", ">99%".
[[nodiscard]] std::vector<QString> percentTexts(std::span<const double> parts);
/// At most two decimals, none that are 0: "4", "12.5".
[[nodiscard]] QString numberText(double value);
/// "1,200"
[[nodiscard]] QString countText(std::size_t count);
/// "9 more than on 3 Oct", "as many as 30 days ago"; `when` as it stands in a sentence.
[[nodiscard]] QString moreOrFewerText(std::size_t now, std::size_t before, const QString& when);
/// A value of a metric in its unit: "40%", "12 days"; of a level metric its label.
[[nodiscard]] QString valueText(const Metric& metric, double value);
/// $120k, $1.2M; the currency's sign where it has a well-known one, else its code.
[[nodiscard]] QString shortMoney(std::int64_t cents, QStringView currency);
[[nodiscard]] QString fullMoney(std::int64_t cents, QStringView currency);
[[nodiscard]] QString bandName(Band band); ///< "red", "no data"

} // namespace hb::wording
