// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/benchmark_sentence.h"

#include "core/wording/numbers.h"
#include "core/wording/words.h"

namespace hb::wording {

namespace {

using analytics::PlaceAmong;

struct Benchmark {
    Q_DECLARE_TR_FUNCTIONS(Benchmark)
};

constexpr double half = 0.5, threeQuarters = 0.75;

QString others(const PlaceAmong& place) {
    return QLocale().toString(static_cast<qulonglong>(place.others));
}

} // namespace

QString benchmarkText(const PlaceAmong& place, const QString& whom) {
    if (!place.quartiles) {
        return Benchmark::tr("not enough accounts alike");
    }
    const auto all = static_cast<double>(place.others);
    const double above = static_cast<double>(place.above) / all;
    const double below = static_cast<double>(place.below) / all;
    if (above >= threeQuarters) {
        return Benchmark::tr("scores lower than three quarters of %1").arg(whom);
    }
    if (below >= threeQuarters) {
        return Benchmark::tr("scores higher than three quarters of %1").arg(whom);
    }
    if (above > half) {
        return Benchmark::tr("scores lower than half of %1").arg(whom);
    }
    return below > half ? Benchmark::tr("scores higher than half of %1").arg(whom)
                        : Benchmark::tr("in the middle of %1").arg(whom);
}

QString benchmarkScores(const PlaceAmong& place, int decimals) {
    if (!place.quartiles) {
        return {};
    }
    const auto text = [decimals](double score) { return scoreText(score, decimals); };
    const analytics::Quartiles& quartiles = *place.quartiles;
    return quartiles.low == quartiles.high
               ? Benchmark::tr("Half of %1 others score %2.").arg(others(place), text(quartiles.median))
               : Benchmark::tr("Half of %1 others score %2 to %3, the middle one %4.")
                     .arg(others(place), text(quartiles.low), text(quartiles.high), text(quartiles.median));
}

QString benchmarkValues(const Metric& metric, const analytics::MetricBenchmark& benchmark) {
    if (!benchmark.value || !benchmark.ofValue || !benchmark.ofValue->quartiles) {
        return {};
    }
    const auto text = [&metric](double value) { return valueText(metric, value); };
    const analytics::Quartiles& quartiles = *benchmark.ofValue->quartiles;
    const QString of = others(*benchmark.ofValue);
    const QString own = text(*benchmark.value);
    return quartiles.low == quartiles.high
               ? Benchmark::tr("Half of %1 others have %2; here it is %3.")
                     .arg(of, text(quartiles.median), own)
               : Benchmark::tr("Half of %1 others have %2 to %3, the middle one %4; here it is %5.")
                     .arg(of, text(quartiles.low), text(quartiles.high), text(quartiles.median), own);
}

} // namespace hb::wording
