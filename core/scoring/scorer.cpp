// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/scorer.h"

#include "core/base/parallel_for.h"
#include "core/scoring/score_steps.h"
#include "core/scoring/template_match.h"

#include <algorithm>
#include <iterator>

namespace hb::scoring {

namespace {

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

/// Whether a metric counts once it has a score. Not by its nominal share: that of tiny weights may be 0.
bool canCount(const CompiledVersion& version, const CompiledMetric& metric) {
    return metric.weight > 0 && version.groups[metric.group].weight > 0;
}

/// The marks of a tile: does a counted metric stand stale, does one that counts stand held?
void setMarks(const CompiledVersion& version, std::span<const MetricScore> metrics, AccountScore& score) {
    score.hasStale = false;
    score.hasHeld = false;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        if (canCount(version, version.metrics[i])) {
            score.hasStale = score.hasStale || metrics[i].state == State::Stale;
            score.hasHeld = score.hasHeld || metrics[i].held;
        }
    }
}

} // namespace

std::vector<VersionChoice> versionsOn(const Scorecard& scorecard, Day day) {
    std::vector<VersionChoice> choices;
    for (std::size_t t = 0; t < scorecard.templates.size(); ++t) {
        choices.push_back(
            {.templateIndex = t, .versionIndex = versionOn(scorecard.templates[t].versions, day)});
    }
    return choices;
}

Scorer::Scorer(std::shared_ptr<const Snapshot> snapshot, std::span<const VersionChoice> choices)
    : m_snapshot(std::move(snapshot)) {
    const std::vector<Template>& templates = m_snapshot->scorecard->templates;
    m_chosen.resize(templates.size());
    for (const VersionChoice& choice : choices) {
        m_chosen[choice.templateIndex] = choice.versionIndex;
    }
    m_versions.resize(templates.size());
    for (std::size_t t = 0; t < templates.size(); ++t) {
        for (std::size_t v = 0; v < templates[t].versions.size(); ++v) {
            m_versions[t].push_back(compile(*m_snapshot, t, v));
        }
    }
}

const CompiledVersion& Scorer::versionOf(AccountIndex account, Day day) const {
    const CompiledVersion& matched = matchTemplate(*m_snapshot, m_versions, account, day);
    const std::optional<std::size_t> chosen = m_chosen[matched.templateIndex];
    return chosen ? m_versions[matched.templateIndex][*chosen] : matched;
}

const CompiledVersion& Scorer::version(std::size_t templateIndex, std::size_t versionIndex) const {
    return m_versions[templateIndex][versionIndex];
}

AccountScore Scorer::score(AccountIndex account, Day day, const Override* added, Scratch& scratch) const {
    const CompiledVersion& version = versionOf(account, day);
    AccountScore result;
    result.templateIndex = static_cast<std::uint32_t>(version.templateIndex);
    result.versionIndex = static_cast<std::uint32_t>(version.versionIndex);
    const AccountOnDay on{*m_snapshot, version, account, day};
    scoreMetrics(on, scratch.metrics);
    const ScoreSteps computed = takeSteps(on, scratch.metrics, nullptr, scratch.rollUp);
    result.computed = toTrack(computed, scratch.rollUp.coverage);
    result.shown = result.computed;
    findLiveOverrides(on, scratch.live);
    if (added != nullptr) {
        addLiveOverride(on, *added, scratch.live);
    }
    if (scratch.live.any()) {
        result.hasOverride = true;
        applyMetricOverrides(scratch.live, scratch.metrics);
        const ScoreSteps shown = takeSteps(on, scratch.metrics, &scratch.live, scratch.rollUp);
        result.shown = toTrack(shown, scratch.rollUp.coverage);
    }
    setMarks(version, scratch.metrics, result);
    return result;
}

AccountScore Scorer::score(AccountIndex account, Day day, Scratch& scratch) const {
    return score(account, day, nullptr, scratch);
}

AccountScore Scorer::score(AccountIndex account, Day day) const {
    Scratch scratch;
    return score(account, day, scratch);
}

AccountScore Scorer::scoreWith(const Override& added, Day day) const {
    Scratch scratch;
    return score(added.account, day, &added, scratch);
}

AccountDetail Scorer::detail(AccountIndex account, Day day, Track track) const {
    const CompiledVersion& version = versionOf(account, day);
    AccountDetail detail;
    detail.day = day;
    detail.account = account;
    detail.templateIndex = static_cast<std::uint32_t>(version.templateIndex);
    detail.versionIndex = static_cast<std::uint32_t>(version.versionIndex);

    const AccountOnDay on{*m_snapshot, version, account, day};
    std::vector<MetricScore> metrics;
    for (const CompiledMetric& metric : version.metrics) {
        MetricDetail& each = detail.metrics.emplace_back();
        each.value = metricValue(on, metric);
        metrics.push_back(metricScore(metric, each.value, day));
    }
    LiveOverrides live;
    if (track == Track::Shown) {
        findLiveOverrides(on, live);
        applyMetricOverrides(live, metrics);
    }
    RollUp result;
    const ScoreSteps steps = takeSteps(on, metrics, &live, result);

    for (std::size_t i = 0; i < metrics.size(); ++i) {
        const Override* entered = live.ofMetric(i);
        MetricDetail& metric = detail.metrics[i];
        metric.state = metrics[i].state;
        metric.held = metrics[i].held;
        metric.score = metrics[i].score;
        metric.counts = metric.score && canCount(version, version.metrics[i]);
        metric.share = result.shares[i];
        metric.override = entered ? std::optional(entered->id) : std::nullopt;
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

std::vector<TrackScore> shownTracks(std::span<const AccountScore> scores) {
    std::vector<TrackScore> tracks;
    tracks.reserve(scores.size());
    std::ranges::transform(scores, std::back_inserter(tracks), &AccountScore::shown);
    return tracks;
}

} // namespace hb::scoring
