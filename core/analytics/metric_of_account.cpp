// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/metric_of_account.h"

#include "core/scoring/band.h"

#include <algorithm>
#include <array>

namespace hb::analytics {

namespace {

using scoring::CompiledMetric;
using scoring::CompiledVersion;

constexpr int mostDaysBack = 366;

/// Goes on its way from one day to the next.
bool isDecaying(const CompiledMetric& metric, const scoring::MetricValue& value, Day day) {
    return value.state == scoring::State::Stale && metric.whenStale.rule == WhenStale::Rule::DecayTo &&
           day - *value.observedOn <= 2 * metric.rule.validDays;
}

/// So many days after a measurement its part in the value can change: it comes in, goes out of date or out
/// of the window.
std::array<int, 3> agesOfChange(const MetricRule& rule) {
    if (rule.kind == MetricKind::Level || rule.aggregation == Aggregation::Last) {
        return rule.validDays > 0 ? std::array{0, rule.validDays + 1, 2 * rule.validDays + 1} // decayed
                                  : std::array{0, 0, 0};
    }
    return {0, rule.windowDays, 2 * rule.windowDays}; // the change in percent looks at two windows
}

} // namespace

MetricOfAccount::MetricOfAccount(const scoring::Scorer& scorer, AccountIndex account, MetricIndex metric)
    : m_scorer(scorer), m_snapshot(scorer.snapshot()), m_account(account), m_metric(metric),
      m_hasOverrides(!m_snapshot.overridesOf(account).empty()) {}

const CompiledMetric* MetricOfAccount::metricIn(const CompiledVersion& version) const {
    const auto found = std::ranges::find(version.metrics, m_metric, &CompiledMetric::metric);
    return found == version.metrics.end() ? nullptr : &*found;
}

std::optional<double> MetricOfAccount::value(Day day) const {
    const CompiledVersion& version = m_scorer.versionOf(m_account, day);
    const CompiledMetric* metric = metricIn(version);
    return metric ? scoring::metricValue({m_snapshot, version, m_account, day}, *metric).value : std::nullopt;
}

bool MetricOfAccount::isRed(Day day) {
    const CompiledVersion& version = m_scorer.versionOf(m_account, day);
    const CompiledMetric* metric = metricIn(version);
    if (!metric || m_snapshot.isChurned(m_account, day)) {
        return false;
    }
    const scoring::AccountOnDay on{m_snapshot, version, m_account, day};
    const scoring::MetricScore score =
        m_hasOverrides ? m_shown.of(on)[static_cast<std::size_t>(metric - version.metrics.data())]
                       : scoring::metricScore(*metric, scoring::metricValue(on, *metric), day);
    return scoring::bandOf(version.ranges, score.score) == Band::Red;
}

/// The last day up to `day` on which the value or its age says something else than the day before, as long as
/// the version of `day` scores it; `none` where there is none after it. It may be a day too many, never one
/// too few.
Day MetricOfAccount::lastMeasuredChange(Day day, Day none) const {
    const CompiledVersion& version = m_scorer.versionOf(m_account, day);
    const CompiledMetric* metric = metricIn(version);
    const Points points = metric ? m_snapshot.series[metric->series].of(m_account) : Points();
    if (points.empty() || points.days.front() > day.number) {
        return none;
    }
    const bool isAge =
        metric->rule.kind == MetricKind::Number && metric->rule.aggregation == Aggregation::DaysSince;
    const scoring::AccountOnDay on{m_snapshot, version, m_account, day};
    if (isAge || isDecaying(*metric, scoring::metricValue(on, *metric), day)) {
        return day; // it changes every day
    }
    Day last = none;
    for (const int age : agesOfChange(metric->rule)) {
        const auto after = std::ranges::upper_bound(points.days, day.number - age);
        if (after != points.days.begin()) {
            last = std::max(last, Day{*(after - 1)} + age);
        }
    }
    return last;
}

/// The days on which another version can begin to score the account, it can leave or come back, or an
/// override begins or has ended; in order.
std::vector<Day> MetricOfAccount::switches(Day after, Day upTo) const {
    std::vector<Day> days;
    const auto add = [&](Day day) {
        if (after < day && day <= upTo) {
            days.push_back(day);
        }
    };
    for (const Template& each : m_snapshot.scorecard->templates) {
        for (const TemplateVersion& version : each.versions) {
            add(version.effectiveFrom);
        }
        add(each.retiredOn.value_or(after));
    }
    for (const AttributeColumn& column : *m_snapshot.attributes) {
        for (std::size_t at = column.offsets[m_account]; at < column.offsets[m_account + 1]; ++at) {
            add(Day{column.days[at]});
        }
    }
    for (const Outcome& outcome : m_snapshot.outcomesOf(m_account)) {
        add(outcome.day);
    }
    for (const Override& entered : m_snapshot.overridesOf(m_account)) {
        add(entered.first);
        add(std::min(entered.last, upTo) + 1);
    }
    std::ranges::sort(days);
    return days;
}

std::optional<Day> MetricOfAccount::redSince(Day day) {
    const Day none = day - mostDaysBack;
    std::vector<Day> left = switches(none, day);
    const auto lastChange = [&](Day upTo) {
        while (!left.empty() && left.back() > upTo) {
            left.pop_back();
        }
        return lastMeasuredChange(upTo, left.empty() ? none : left.back());
    };
    // From one change to the one before it all days are alike: the last of them tells.
    for (Day first = lastChange(day); first > none; first = lastChange(first - 1)) {
        if (!isRed(first - 1)) {
            return first;
        }
    }
    return std::nullopt;
}

} // namespace hb::analytics
