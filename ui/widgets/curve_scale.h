// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/template_version.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

// The numbers behind the curve editor: its value axis, the steps that values move in, and where a point fits.

namespace hb::widgets {

/// The value axis of a curve; low < high.
struct ValueAxis {
    double low = 0;
    double high = 100;

    [[nodiscard]] double span() const { return high - low; }
    friend bool operator==(const ValueAxis&, const ValueAxis&) = default;
};

/// Covers the points of the curve and the 1st to 99th of a hundred values (increasing), with a little room;
/// does not go below 0 where nothing does.
[[nodiscard]] ValueAxis valueAxis(std::span<const CurvePoint> curve, std::span<const double> sorted);

/// The smallest step of a drag over a span: three significant digits of it, at least 10^-6.
[[nodiscard]] double valueStep(double span);
/// The step of an arrow key: about a hundredth of the span, 1, 2 or 5 times a power of ten.
[[nodiscard]] double keyStep(double span);
/// The nearest multiple of a step, with at most 6 decimals.
[[nodiscard]] double snapped(double value, double step);
/// Values of about `count` labels: multiples of 1, 2 or 5 times a power of ten.
[[nodiscard]] std::vector<double> axisTicks(const ValueAxis& axis, int count);
/// How many of the values (increasing) fall in each of `bars` equal parts of the axis; those beyond it in the
/// first and the last.
[[nodiscard]] std::vector<std::size_t>
histogram(std::span<const double> sorted, const ValueAxis& axis, std::size_t bars);

/// One of its bars; what lies at an inner edge is of the bar above it.
struct HistogramBar {
    double from = 0;
    double to = 0;
    std::size_t count = 0;
};
/// The values (increasing) in some 24 bars over the axis; of whole values a bar is some whole values wide, as
/// they fall between the bars of a fine comb. None without values.
[[nodiscard]] std::vector<HistogramBar>
histogramBars(std::span<const double> sorted, const ValueAxis& axis, bool areWhole);

/// All its digits, at most 6 decimals: what a person would type.
[[nodiscard]] QString exactText(double value);
/// Short, for an axis: "120k", "1.5M".
[[nodiscard]] QString axisText(double value);
/// "12 logins", "40%".
[[nodiscard]] QString withUnit(const QString& number, const QString& unit);

/// `value` if it stays between the neighbours of a point, else as near as it may go: a step from them. None
/// where there is no room between them.
[[nodiscard]] std::optional<double>
between(std::span<const CurvePoint> curve, std::size_t at, double value, double step);
/// The curve with a point more, on its line; `at` says where it stands. None where it would stand on another.
struct PointAdded {
    std::vector<CurvePoint> curve;
    std::size_t at = 0;
};
[[nodiscard]] std::optional<PointAdded> withPoint(std::span<const CurvePoint> curve, double value);
/// The same in the middle of the widest gap, beyond the end where there is but one point.
[[nodiscard]] std::optional<PointAdded> withPointInWidestGap(std::span<const CurvePoint> curve);

} // namespace hb::widgets
