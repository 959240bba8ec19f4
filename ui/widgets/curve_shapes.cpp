// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/curve_shapes.h"

#include "ui/widgets/curve_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hb::widgets {

namespace {

struct Span {
    double low = 0;
    double high = 100;
};

/// Where a book has no values, or one alone, there is still something to draw over.
Span apart(double a, double b) {
    Span span{std::min(a, b), std::max(a, b)};
    if (!std::isfinite(span.low) || !std::isfinite(span.high)) {
        return {};
    }
    const double least = std::max(1e-5, std::abs(span.high) * 1e-6);
    if (span.high - span.low < least) {
        const double reach = span.high == 0 ? 1 : std::abs(span.high) / 2;
        const bool isCount = span.low >= 0;
        span = {isCount ? std::max(0.0, span.low - reach) : span.low - reach, span.high + reach};
    }
    return span;
}

/// Rounds to a hundredth of what the points span and drops those that fall on the one before; of equal ones
/// at the end the last stays, so that the ends keep their scores.
std::vector<CurvePoint> tidy(const std::vector<CurvePoint>& points) {
    const double first = points.front().value, last = points.back().value;
    const double step = valueStep(last - first);
    std::vector<CurvePoint> result;
    for (CurvePoint point : points) {
        point.value = snapped(point.value, step);
        if (!result.empty() && point.value <= result.back().value) {
            continue;
        }
        result.push_back(point);
    }
    const double end = snapped(last, step);
    if (result.size() > 1 && result.back().value >= end) {
        result.back().score = points.back().score;
    }
    return result;
}

std::vector<CurvePoint> sloped(Span span, double lowScore, double highScore) {
    return tidy({{span.low, lowScore}, {span.high, highScore}});
}

/// The lowest bound of a colour, or `otherwise`.
double boundOf(const Scheme& scheme, Band colour, double otherwise) {
    const auto found =
        std::ranges::find_if(scheme.ranges, [&](const Range& range) { return range.colour == colour; });
    return found == scheme.ranges.end() || found->from <= 0 ? otherwise : found->from;
}

std::vector<CurvePoint> threeBands(std::span<const double> sorted, const Scheme& scheme, Better better) {
    const double yellow = boundOf(scheme, Band::Yellow, 50), green = boundOf(scheme, Band::Green, 75);
    const Span span = sorted.empty() ? Span{} : apart(percentile(sorted, 0.05), percentile(sorted, 0.95));
    const bool isRising = better == Better::Higher;
    std::array<double, 4> values{
        span.low, percentile(sorted, 1.0 / 3), percentile(sorted, 2.0 / 3), span.high};
    // Thirds that fall together, or on an end, say nothing: then the span is cut instead.
    const double third = (span.high - span.low) / 3, least = third / 10;
    if (values[1] - values[0] < least || values[2] - values[1] < least || values[3] - values[2] < least) {
        values[1] = span.low + third;
        values[2] = span.high - third;
    }
    const double low = std::min(yellow, green), high = std::max(yellow, green);
    return tidy({{values[0], isRising ? 0.0 : 100.0},
                 {values[1], isRising ? low : high},
                 {values[2], isRising ? high : low},
                 {values[3], isRising ? 100.0 : 0.0}});
}

} // namespace

double percentile(std::span<const double> sorted, double share) {
    if (sorted.empty()) {
        return 0;
    }
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double way = place - static_cast<double>(below);
    return sorted[below] * (1 - way) + sorted[above] * way;
}

std::vector<CurvePoint> higherIsBetter(double worst, double best) {
    return sloped(apart(worst, best), 0, 100);
}

std::vector<CurvePoint> lowerIsBetter(double best, double worst) {
    return sloped(apart(best, worst), 100, 0);
}

std::vector<CurvePoint> sweetSpot(double low, double from, double to, double high) {
    const Span span = apart(low, high);
    const double quarter = (span.high - span.low) / 4, least = quarter / 10;
    if (!(from - span.low >= least) || !(to - from >= least) || !(span.high - to >= least)) {
        from = span.low + quarter;
        to = span.high - quarter;
    }
    return tidy({{span.low, 0}, {from, 100}, {to, 100}, {span.high, 0}});
}

std::vector<CurvePoint>
curveShape(CurveShape shape, std::span<const double> sorted, const Scheme& scheme, Better better) {
    const double low = sorted.empty() ? 0 : percentile(sorted, 0.05);
    const double high = sorted.empty() ? 100 : percentile(sorted, 0.95);
    switch (shape) {
    case CurveShape::HigherIsBetter:
        return higherIsBetter(low, high);
    case CurveShape::LowerIsBetter:
        return lowerIsBetter(low, high);
    case CurveShape::SweetSpot:
        return sweetSpot(low,
                         sorted.empty() ? 25 : percentile(sorted, 0.25),
                         sorted.empty() ? 75 : percentile(sorted, 0.75),
                         high);
    case CurveShape::ThreeBands:
        break;
    }
    return threeBands(sorted, scheme, better);
}

} // namespace hb::widgets
