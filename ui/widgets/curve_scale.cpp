// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/curve_scale.h"

#include "core/scoring/curve.h"
#include "ui/theme/texts.h"
#include "ui/widgets/curve_shapes.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace hb::widgets {

namespace {

constexpr double leastStep = 1e-6;
constexpr std::size_t usualBars = 24;
constexpr double room = 0.06; ///< of the span, on each side

double sixDecimals(double value) {
    const double rounded = std::abs(value) < 1e9 ? std::round(value * 1e6) / 1e6 : std::round(value);
    return rounded == 0 ? 0 : rounded; // no minus before a nothing
}

/// The smallest of 1, 2, 5 times a power of ten that is not below `least`.
double roundStep(double least) {
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (power * times >= least * (1 - 1e-9)) {
            return power * times;
        }
    }
    return power * 10;
}

} // namespace

ValueAxis valueAxis(std::span<const CurvePoint> curve, std::span<const double> sorted) {
    std::vector<double> values;
    for (const CurvePoint& point : curve) {
        values.push_back(point.value);
    }
    if (!sorted.empty()) {
        values.push_back(percentile(sorted, 0.01));
        values.push_back(percentile(sorted, 0.99));
    }
    if (values.empty()) {
        return {};
    }
    const double low = std::ranges::min(values), high = std::ranges::max(values);
    double reach = (high - low) * room;
    if (!std::isfinite(reach)) {
        return {-1e300, 1e300};
    }
    if (high - low < leastStep) {
        reach = std::max(1.0, std::abs(high) / 2);
    }
    ValueAxis axis{low - reach, high + reach};
    if (low >= 0 && (axis.low < 0 || low < 0.25 * high)) {
        axis.low = 0; // counts begin at nothing
    }
    return axis;
}

double valueStep(double span) {
    if (!(span > 0) || !std::isfinite(span)) {
        return leastStep;
    }
    return std::max(leastStep, std::pow(10.0, std::floor(std::log10(span)) - 2));
}

double keyStep(double span) {
    return !(span > 0) || !std::isfinite(span) ? 1 : std::max(leastStep, roundStep(span / 100));
}

double snapped(double value, double step) {
    // By the inverse where that is whole: 3 * 0.1 is not 0.3, 3 / 10 is.
    const double inverse = std::round(1 / step);
    const bool isFraction = step < 1 && std::abs(inverse * step - 1) < 1e-9;
    return sixDecimals(isFraction ? std::round(value * inverse) / inverse : std::round(value / step) * step);
}

std::vector<double> axisTicks(const ValueAxis& axis, int count) {
    const double step = roundStep(axis.span() / std::max(1, count));
    std::vector<double> ticks;
    const double first = std::ceil(axis.low / step - 1e-9);
    for (int at = 0; at <= 2 * count + 2; ++at) {
        const double tick = (first + at) * step;
        if (tick > axis.high + step * 1e-9) {
            break;
        }
        ticks.push_back(sixDecimals(tick));
    }
    return ticks;
}

std::vector<std::size_t> histogram(std::span<const double> sorted, const ValueAxis& axis, std::size_t bars) {
    std::vector<std::size_t> counts(bars);
    for (const double value : sorted) {
        const double place = (value - axis.low) / axis.span() * static_cast<double>(bars);
        ++counts[static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(bars) - 0.5))];
    }
    return counts;
}

std::vector<HistogramBar>
histogramBars(std::span<const double> sorted, const ValueAxis& axis, bool areWhole) {
    if (sorted.empty()) {
        return {};
    }
    ValueAxis over = axis;
    std::size_t count = usualBars;
    if (areWhole && axis.span() < 4 * usualBars) {
        const double each = std::max(1.0, std::ceil(axis.span() / usualBars));
        over.low = std::floor(axis.low) - (axis.low < 0 || axis.low > 0 ? 0.5 : 0);
        count = static_cast<std::size_t>(std::max(1.0, std::ceil((over.high - over.low) / each)));
        over.high = over.low + each * static_cast<double>(count);
    }
    const std::vector<std::size_t> counts = histogram(sorted, over, count);
    const double each = over.span() / static_cast<double>(count);
    std::vector<HistogramBar> made;
    for (std::size_t at = 0; at < count; ++at) {
        made.push_back({.from = over.low + each * static_cast<double>(at),
                        .to = over.low + each * static_cast<double>(at + 1),
                        .count = counts[at]});
    }
    return made;
}

QString exactText(double value) {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(std::abs(value), 'f', std::abs(value) < 1e9 ? 6 : 0);
    if (text.contains(locale.decimalPoint())) {
        while (text.endsWith(locale.zeroDigit())) {
            text.chop(1);
        }
        if (text.endsWith(locale.decimalPoint())) {
            text.chop(locale.decimalPoint().size());
        }
    }
    const bool isNothing = text == locale.zeroDigit();
    return value < 0 && !isNothing ? QChar(u'\u2212') + text : text;
}

QString axisText(double value) {
    const double size = std::abs(value);
    if (size >= 1e12) {
        return QLocale().toString(value, 'g', 3);
    }
    if (size >= 1e9) {
        return Texts::tr("%1B", "thousand millions").arg(exactText(snapped(value / 1e9, 0.01)));
    }
    if (size >= 1e6) {
        return Texts::tr("%1M", "millions").arg(exactText(snapped(value / 1e6, 0.01)));
    }
    if (size >= 1e4) {
        return Texts::tr("%1k", "thousands").arg(exactText(snapped(value / 1e3, 0.01)));
    }
    return exactText(value);
}

QString withUnit(const QString& number, const QString& unit) {
    if (unit.isEmpty()) {
        return number;
    }
    return unit == QChar(u'%') ? Texts::tr("%1%").arg(number) : Texts::tr("%1 %2").arg(number, unit);
}

std::optional<double> between(std::span<const CurvePoint> curve, std::size_t at, double value, double step) {
    const bool hasLeft = at > 0, hasRight = at + 1 < curve.size();
    const double low = hasLeft ? curve[at - 1].value : value;
    const double high = hasRight ? curve[at + 1].value : value;
    if ((hasLeft && value <= low) || (hasRight && value >= high)) {
        value = sixDecimals(hasLeft && value <= low ? low + step : high - step);
    }
    const bool fits = std::isfinite(value) && (!hasLeft || value > low) && (!hasRight || value < high);
    return fits ? std::optional(value) : std::nullopt;
}

std::optional<PointAdded> withPoint(std::span<const CurvePoint> curve, double value) {
    const auto after = std::ranges::lower_bound(curve, value, {}, &CurvePoint::value);
    if (!std::isfinite(value) || (after != curve.end() && after->value == value)) {
        return std::nullopt;
    }
    PointAdded added{.curve = {curve.begin(), curve.end()},
                     .at = static_cast<std::size_t>(after - curve.begin())};
    const double score = curve.empty() ? 50 : scoring::curveScore(curve, value);
    added.curve.insert(added.curve.begin() + (after - curve.begin()), {value, std::round(score)});
    return added;
}

std::optional<PointAdded> withPointInWidestGap(std::span<const CurvePoint> curve) {
    if (curve.size() < 2) {
        return withPoint(curve, curve.empty() ? 0 : sixDecimals(curve.front().value + 1));
    }
    std::size_t widest = 0;
    for (std::size_t at = 0; at + 1 < curve.size(); ++at) {
        if (curve[at + 1].value - curve[at].value > curve[widest + 1].value - curve[widest].value) {
            widest = at;
        }
    }
    const double low = curve[widest].value, high = curve[widest + 1].value;
    const double middle = low / 2 + high / 2;
    const double tidy = snapped(middle, valueStep(high - low));
    return withPoint(curve, tidy > low && tidy < high ? tidy : sixDecimals(middle));
}

} // namespace hb::widgets
