// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/distance_to_flip.h"

#include "core/scoring/band.h"
#include "core/scoring/curve.h"
#include "core/scoring/metric_score.h"
#include "core/scoring/rounding.h"
#include "core/scoring/score_steps.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace hb::analytics {

namespace {

using scoring::AccountOnDay;
using scoring::CompiledMetric;
using scoring::MetricScore;
using scoring::State;

enum class Way { Up, Down };

/// A value that the metric could have, and the score that it gives.
struct Candidate {
    double value = 0;
    double score = 0;
};

/// One account, asked what its band would be if one metric scored otherwise.
class Trial {
public:
    Trial(const scoring::Scorer& scorer, AccountIndex account, Day day)
        : m_on{scorer.snapshot(), scorer.versionOf(account, day), account, day} {
        scoring::scoreMetrics(m_on, m_metrics);
        scoring::findLiveOverrides(m_on, m_live);
        scoring::applyMetricOverrides(m_live, m_metrics);
        m_steps = scoring::takeSteps(m_on, m_metrics, &m_live, m_rolledUp);
    }

    [[nodiscard]] const AccountOnDay& on() const { return m_on; }
    [[nodiscard]] const scoring::ScoreSteps& steps() const { return m_steps; }
    [[nodiscard]] bool isSetByHand() const { return m_live.overall != nullptr; }
    [[nodiscard]] bool canMove(std::size_t at) const {
        const CompiledMetric& metric = m_on.version.metrics[at];
        return metric.weight > 0 && m_on.version.groups[metric.group].weight > 0 && !m_live.ofMetric(at);
    }
    [[nodiscard]] Band bandWith(std::size_t at, double score) {
        const MetricScore kept =
            std::exchange(m_metrics[at], MetricScore{.state = State::Present, .held = false, .score = score});
        const Band band = scoring::takeSteps(m_on, m_metrics, &m_live, m_rolledUp).band;
        m_metrics[at] = kept;
        return band;
    }
    [[nodiscard]] double scoreOf(std::size_t at) const { return m_metrics[at].score.value_or(0); }

private:
    AccountOnDay m_on;
    std::vector<MetricScore> m_metrics;
    scoring::LiveOverrides m_live;
    scoring::RollUp m_rolledUp;
    scoring::ScoreSteps m_steps;
};

bool isBeyond(Band band, Band from, Way way) {
    return band != Band::None && (way == Way::Up ? band > from : band < from);
}

/// A value is told with two decimals, rounded so that it still does it.
constexpr double hundredths = 100;
constexpr int walkSteps = 200;

/// The nearest value beyond the present one at which the band flips: first a coarse walk along the curve,
/// then a fine one in the step where it did.
std::optional<Candidate>
alongCurve(Trial& trial, std::size_t at, double from, double to, Band band, Way way) {
    const std::vector<CurvePoint>& curve = trial.on().version.metrics[at].curve;
    const auto flips = [&](double value) {
        return isBeyond(trial.bandWith(at, scoring::curveScore(curve, value)), band, way);
    };
    for (int step = 1; step <= walkSteps; ++step) {
        const double value = from + (to - from) * step / walkSteps;
        if (!flips(value)) {
            continue;
        }
        double near = from + (to - from) * (step - 1) / walkSteps; // does not flip
        double far = value;
        for (int halving = 0; halving < 40; ++halving) {
            const double middle = (near + far) / 2;
            (flips(middle) ? far : near) = middle;
        }
        const double shown =
            to > from ? std::ceil(far * hundredths) / hundredths : std::floor(far * hundredths) / hundredths;
        const double told = flips(shown) ? shown : far;
        return Candidate{.value = told, .score = scoring::curveScore(curve, told)};
    }
    return {};
}

std::optional<Candidate>
nearestValue(Trial& trial, std::size_t at, std::optional<double> now, Band band, Way way) {
    const CompiledMetric& metric = trial.on().version.metrics[at];
    if (metric.rule.kind == MetricKind::Level) {
        std::optional<Candidate> best;
        const double score = trial.scoreOf(at);
        for (const Level& level : metric.rule.levels) {
            const auto own = std::ranges::find(metric.levels, level.level, &LevelScore::level);
            const double gives = own == metric.levels.end() ? level.score : own->score;
            const bool isNearer = !best || std::abs(gives - score) < std::abs(best->score - score);
            if (isNearer && isBeyond(trial.bandWith(at, gives), band, way)) {
                best = Candidate{.value = static_cast<double>(level.level), .score = gives};
            }
        }
        return best;
    }
    const double first = metric.curve.front().value;
    const double last = metric.curve.back().value;
    const double from = std::clamp(now.value_or(first), first, last);
    const auto below = alongCurve(trial, at, from, first, band, way);
    const auto above = alongCurve(trial, at, from, last, band, way);
    if (!below || !above) {
        return below ? below : above;
    }
    return std::abs(below->value - from) < std::abs(above->value - from) ? below : above;
}

/// The bound that a score crosses to leave its band: up, the first of another colour; down, its own lowest.
std::optional<std::pair<Band, double>> bound(std::span<const Range> ranges, double score, Way way) {
    const std::size_t now = scoring::rangeOf(ranges, score);
    if (way == Way::Up) {
        for (std::size_t at = now + 1; at < ranges.size(); ++at) {
            if (ranges[at].colour != ranges[now].colour) {
                return std::pair(ranges[at].colour, ranges[at].from);
            }
        }
        return {};
    }
    for (std::size_t at = now; at > 0; --at) {
        if (ranges[at - 1].colour != ranges[now].colour) {
            return std::pair(ranges[at - 1].colour, ranges[at].from);
        }
    }
    return {};
}

std::optional<Flip> flip(Trial& trial, Way way) {
    const double score = *trial.steps().overall;
    const Band band = trial.steps().band;
    const auto crossed = bound(trial.on().version.ranges, score, way);
    if (!crossed) {
        return {};
    }
    Flip result{.to = crossed->first, .points = std::abs(score - crossed->second), .metrics = {}};
    for (std::size_t at = 0; at < trial.on().version.metrics.size(); ++at) {
        if (!trial.canMove(at)) {
            continue;
        }
        const scoring::MetricValue value = scoring::metricValue(trial.on(), trial.on().version.metrics[at]);
        if (const auto found = nearestValue(trial, at, value.value, band, way)) {
            result.metrics.push_back(
                {.metric = at, .value = value.value, .needed = found->value, .score = found->score});
        }
    }
    std::ranges::stable_sort(result.metrics, {}, [&](const MetricFlip& metric) {
        return std::abs(metric.score - trial.scoreOf(metric.metric));
    });
    return result;
}

} // namespace

DistanceToFlip distanceToFlip(const scoring::Scorer& scorer, AccountIndex account, Day day) {
    Trial trial(scorer, account, day);
    if (!trial.steps().overall || trial.steps().band == Band::None || trial.isSetByHand()) {
        return {};
    }
    return {.up = flip(trial, Way::Up), .down = flip(trial, Way::Down)};
}

} // namespace hb::analytics
