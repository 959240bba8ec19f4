// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric.h"
#include "core/model/scheme.h"
#include "core/model/template_version.h"

#include <cstdint>
#include <span>
#include <vector>

// Quick starts of a curve: at least two points, values strictly increasing, whatever they are given.

namespace hb::widgets {

/// Linear between neighbours; 0 without values. `sorted` is increasing, `share` 0..1.
[[nodiscard]] double percentile(std::span<const double> sorted, double share);

/// 0 at the worst value, 100 at the best one. Equal values are put apart.
[[nodiscard]] std::vector<CurvePoint> higherIsBetter(double worst, double best);
/// 100 at the best value, 0 at the worst one.
[[nodiscard]] std::vector<CurvePoint> lowerIsBetter(double best, double worst);
/// 100 from `from` to `to`, falling to 0 at `low` and `high`.
[[nodiscard]] std::vector<CurvePoint> sweetSpot(double low, double from, double to, double high);

enum class CurveShape : std::uint8_t { HigherIsBetter, LowerIsBetter, SweetSpot, ThreeBands };

/// The shape laid over the values of a book: between the 5th and the 95th of a hundred accounts; the sweet
/// spot over the middle half; of three bands each gets a third of the accounts, by the bounds of the scheme.
/// `sorted` may be empty or all the same.
[[nodiscard]] std::vector<CurvePoint>
curveShape(CurveShape shape, std::span<const double> sorted, const Scheme& scheme, Better better);

} // namespace hb::widgets
