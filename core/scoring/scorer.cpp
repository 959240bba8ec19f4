// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/scorer.h"

#include "core/base/parallel_for.h"
#include "core/scoring/overrides.h"
#include "core/scoring/score_steps.h"
#include "core/scoring/template_match.h"

#include <algorithm>

namespace hb::scoring {

namespace {

void scoreMetrics(const Snapshot& snapshot,
                  const CompiledVersion& version,
                  AccountIndex account,
                  Day day,
                  std::vector<MetricScore>& metrics) {
    metrics.resize(version.metrics.size());
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        const CompiledMetric& metric = version.metrics[i];
        metrics[i] = metricScore(
            metric, metricValue(metric.rule, snapshot.series[metric.series].of(account), day), day);
    }
}

TrackScore toTrack(const ScoreSteps& steps, double coverage) {
    TrackScore track;
    if (steps.overall) {
        track.score = *steps.overall;
    }
    track.coverage = coverage;
    track.exception = steps.exception;
    track.band = steps.band;
    return track;
}

/// The marks of a tile: does a counted metric stand stale, does one that counts stand held?
void setMarks(const CompiledVersion& version, std::span<const MetricScore> metrics, AccountScore& score) {
    score.hasStale = false;
    score.hasHeld = false;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        if (version.metrics[i].weight > 0 && version.groups[version.metrics[i].group].weight > 0) {
            score.hasStale = score.hasStale || metrics[i].state == State::Stale;
            score.hasHeld = score.hasHeld || metrics[i].held;
        }
    }
}

} // namespace

Scorer::Scorer(std::shared_ptr<const Snapshot> snapshot, std::optional<VersionChoice> choice)
    : m_snapshot(std::move(snapshot)), m_choice(choice) {
    const std::vector<Template>& templates = m_snapshot->scorecard->templates;
    m_versions.resize(templates.size());
    for (std::size_t t = 0; t < templates.size(); ++t) {
        for (std::size_t v = 0; v < templates[t].versions.size(); ++v) {
            m_versions[t].push_back(compile(*m_snapshot, t, v));
        }
    }
}

const CompiledVersion& Scorer::versionOf(AccountIndex account, Day day) const {
    const CompiledVersion& matched = matchTemplate(*m_snapshot, m_versions, account, day);
    if (m_choice && matched.templateIndex == m_choice->templateIndex) {
        return m_versions[m_choice->templateIndex][m_choice->versionIndex];
    }
    return matched;
}

const CompiledVersion& Scorer::version(std::size_t templateIndex, std::size_t versionIndex) const {
    return m_versions[templateIndex][versionIndex];
}

AccountScore Scorer::score(AccountIndex account, Day day, Scratch& scratch) const {
    const CompiledVersion& version = versionOf(account, day);
    AccountScore result;
    result.templateIndex = static_cast<std::uint32_t>(version.templateIndex);
    result.versionIndex = static_cast<std::uint32_t>(version.versionIndex);
    scoreMetrics(*m_snapshot, version, account, day, scratch.metrics);
    const ScoreSteps computed =
        takeSteps(*m_snapshot, version, account, day, scratch.metrics, nullptr, scratch.rollUp);
    result.computed = toTrack(computed, scratch.rollUp.coverage);
    result.shown = result.computed;
    if (!m_snapshot->overridesOf(account).empty()) {
        const LiveOverrides live = liveOverrides(*m_snapshot, version, account, day);
        if (live.any()) {
            result.hasOverride = true;
            applyMetricOverrides(live, scratch.metrics);
            const ScoreSteps shown =
                takeSteps(*m_snapshot, version, account, day, scratch.metrics, &live, scratch.rollUp);
            result.shown = toTrack(shown, scratch.rollUp.coverage);
        }
    }
    setMarks(version, scratch.metrics, result);
    return result;
}

AccountScore Scorer::score(AccountIndex account, Day day) const {
    Scratch scratch;
    return score(account, day, scratch);
}

AccountDetail Scorer::detail(AccountIndex account, Day day, Track track) const {
    const CompiledVersion& version = versionOf(account, day);
    AccountDetail detail;
    detail.day = day;
    detail.account = account;
    detail.templateIndex = static_cast<std::uint32_t>(version.templateIndex);
    detail.versionIndex = static_cast<std::uint32_t>(version.versionIndex);

    std::vector<MetricScore> metrics;
    scoreMetrics(*m_snapshot, version, account, day, metrics);
    LiveOverrides live;
    if (track == Track::Shown) {
        live = liveOverrides(*m_snapshot, version, account, day);
        applyMetricOverrides(live, metrics);
    }
    RollUp result;
    const ScoreSteps steps = takeSteps(*m_snapshot, version, account, day, metrics, &live, result);

    for (std::size_t i = 0; i < version.metrics.size(); ++i) {
        const CompiledMetric& metric = version.metrics[i];
        const Override* entered = live.ofMetric(i);
        detail.metrics.push_back(
            {.value = metricValue(metric.rule, m_snapshot->series[metric.series].of(account), day),
             .state = metrics[i].state,
             .held = metrics[i].held,
             .score = metrics[i].score,
             .counts = metrics[i].score && metric.weight > 0 && version.groups[metric.group].weight > 0,
             .share = result.shares[i],
             .override = entered ? std::optional(entered->id) : std::nullopt});
    }
    for (std::size_t g = 0; g < version.groups.size(); ++g) {
        detail.groups.push_back({.score = result.groupScores[g], .overridden = live.ofGroup(g) != nullptr});
    }
    detail.rollUp = steps.rollUp;
    detail.withGroupOverrides = steps.withGroupOverrides;
    detail.withExceptions = steps.withExceptions;
    detail.overall = steps.overall;
    detail.overallOverride = live.overall ? std::optional(live.overall->id) : std::nullopt;
    detail.coverage = result.coverage;
    detail.exception = steps.exception;
    detail.band = steps.band;
    return detail;
}

std::vector<AccountScore> Scorer::scoreBook(Day day, const std::stop_token& stop) const {
    return scoreHistory(std::span(&day, 1), stop);
}

std::vector<AccountScore> Scorer::scoreHistory(std::span<const Day> days, const std::stop_token& stop) const {
    std::vector<AccountScore> scores(m_snapshot->accountCount() * days.size());
    constexpr std::size_t accountsPerPiece = 512;
    parallelFor(m_snapshot->accountCount(), accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        Scratch scratch;
        for (std::size_t account = first; account < last; ++account) {
            for (std::size_t d = 0; d < days.size(); ++d) {
                scores[account * days.size() + d] =
                    score(static_cast<AccountIndex>(account), days[d], scratch);
            }
        }
    });
    return scores;
}

std::vector<AccountScore> Scorer::scoreAccountHistory(AccountIndex account, std::span<const Day> days) const {
    std::vector<AccountScore> scores;
    scores.reserve(days.size());
    Scratch scratch;
    for (const Day day : days) {
        scores.push_back(score(account, day, scratch));
    }
    return scores;
}

} // namespace hb::scoring
