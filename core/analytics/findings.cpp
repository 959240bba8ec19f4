// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/findings.h"

#include "core/analytics/review_due.h"
#include "core/base/parallel_for.h"
#include "core/scoring/exceptions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace hb::analytics {

namespace {

using scoring::AccountOnDay;
using scoring::CompiledMetric;
using scoring::CompiledVersion;
using scoring::MetricScore;
using scoring::Scorer;
using scoring::State;

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr int stepDays = 28;
constexpr int stepsBack = 13;

/// What the accounts of one version look like on the day.
struct Observed {
    std::vector<std::vector<double>> scores; ///< by metric, by account; NaN: no score
    std::vector<std::size_t> absent;         ///< by metric
    std::vector<std::size_t> valued;         ///< by metric: accounts with a fresh number
    std::vector<std::size_t> outside;        ///< of these, beyond the curve
    std::array<std::size_t, 4> bands{};
    std::vector<bool> groupCounts;    ///< for any account, now or before
    std::vector<bool> exceptionHolds; ///< the same
};

double shareOf(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool isCounted(const CompiledVersion& version, const CompiledMetric& metric) {
    return metric.weight > 0 && version.groups[metric.group].weight > 0;
}

bool isBeyond(const CompiledMetric& metric, double value) {
    return !metric.curve.empty() && (value < metric.curve.front().value || value > metric.curve.back().value);
}

/// Looks at one account on one day; notes which groups count and which exceptions hold.
void observeParts(const AccountOnDay& on,
                  const std::vector<MetricScore>& metrics,
                  scoring::RollUp& rolledUp,
                  Observed& seen) {
    scoring::rollUp(on.version, metrics, rolledUp);
    for (std::size_t at = 0; at < metrics.size(); ++at) {
        if (rolledUp.shares[at] > 0) {
            seen.groupCounts[on.version.metrics[at].group] = true;
        }
    }
    if (!rolledUp.score) {
        return;
    }
    const scoring::ExceptionInput input{
        .on = on, .metrics = metrics, .groupScores = rolledUp.groupScores, .score = *rolledUp.score};
    for (std::size_t at = 0; at < on.version.exceptions.size(); ++at) {
        if (!seen.exceptionHolds[at]) {
            seen.exceptionHolds[at] = std::ranges::all_of(on.version.exceptions[at].when,
                                                          [&](const scoring::CompiledCondition& condition) {
                                                              return scoring::holds(condition, input);
                                                          });
        }
    }
}

Observed observe(const Scorer& scorer,
                 const CompiledVersion& version,
                 const std::vector<AccountIndex>& accounts,
                 Day day,
                 const std::stop_token& stop) {
    const std::size_t metricCount = version.metrics.size();
    Observed seen{.scores = std::vector(metricCount, std::vector(accounts.size(), none)),
                  .absent = std::vector<std::size_t>(metricCount),
                  .valued = std::vector<std::size_t>(metricCount),
                  .outside = std::vector<std::size_t>(metricCount),
                  .groupCounts = std::vector<bool>(version.groups.size()),
                  .exceptionHolds = std::vector<bool>(version.exceptions.size())};
    Scorer::Scratch scratch;
    std::vector<MetricScore> metrics;
    for (std::size_t row = 0; row < accounts.size() && !stop.stop_requested(); ++row) {
        const AccountOnDay on{scorer.snapshot(), version, accounts[row], day};
        ++seen.bands[static_cast<std::size_t>(scorer.score(on.account, day, scratch).shown.band)];
        scoring::scoreMetrics(on, metrics);
        for (std::size_t at = 0; at < metricCount; ++at) {
            const CompiledMetric& metric = version.metrics[at];
            seen.scores[at][row] = metrics[at].score.value_or(none);
            seen.absent[at] +=
                metrics[at].state == State::Stale || metrics[at].state == State::Missing ? 1U : 0U;
            if (metrics[at].state == State::Present && metric.rule.kind == MetricKind::Number) {
                ++seen.valued[at];
                seen.outside[at] += isBeyond(metric, *scoring::metricValue(on, metric).value) ? 1U : 0U;
            }
        }
        observeParts(on, metrics, scratch.rollUp, seen);
        for (int step = 1; step < stepsBack; ++step) {
            const AccountOnDay before{scorer.snapshot(), version, accounts[row], day - step * stepDays};
            scoring::scoreMetrics(before, metrics);
            observeParts(before, metrics, scratch.rollUp, seen);
        }
    }
    return seen;
}

/// The share of the accounts with a score that have the commonest one; 0 without enough of them.
std::pair<double, std::size_t> commonestScore(std::vector<double> scores, std::size_t least) {
    std::erase_if(scores, [](double score) { return std::isnan(score); });
    if (scores.size() < least) {
        return {0, scores.size()};
    }
    std::ranges::sort(scores);
    std::size_t longest = 0;
    for (std::size_t first = 0; first < scores.size();) {
        std::size_t end = first;
        while (end < scores.size() && scores[end] - scores[first] < 1e-9) {
            ++end;
        }
        longest = std::max(longest, end - first);
        first = end;
    }
    return {shareOf(longest, scores.size()), scores.size()};
}

/// Ranks from 0, ties share the mean of theirs.
std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t at) { return values[at]; });
    std::vector<double> result(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t end = first;
        while (end < order.size() && values[order[end]] == values[order[first]]) {
            ++end;
        }
        const double rank = static_cast<double>(first + end - 1) / 2;
        for (; first < end; ++first) {
            result[order[first]] = rank;
        }
    }
    return result;
}

/// Spearman's, of the accounts that have both scores; none with too few of them, or where one never differs.
std::optional<std::pair<double, std::size_t>>
rankCorrelation(const std::vector<double>& a, const std::vector<double>& b, std::size_t least) {
    std::vector<double> left, right;
    for (std::size_t row = 0; row < a.size(); ++row) {
        if (!std::isnan(a[row]) && !std::isnan(b[row])) {
            left.push_back(a[row]);
            right.push_back(b[row]);
        }
    }
    if (left.size() < least) {
        return std::nullopt;
    }
    left = ranks(left);
    right = ranks(right);
    const double mean = static_cast<double>(left.size() - 1) / 2;
    double both = 0, ofLeft = 0, ofRight = 0;
    for (std::size_t row = 0; row < left.size(); ++row) {
        both += (left[row] - mean) * (right[row] - mean);
        ofLeft += (left[row] - mean) * (left[row] - mean);
        ofRight += (right[row] - mean) * (right[row] - mean);
    }
    if (ofLeft <= 0 || ofRight <= 0) {
        return std::nullopt;
    }
    return std::pair(both / std::sqrt(ofLeft * ofRight), left.size());
}

/// The check of one version.
class Check {
public:
    Check(const Scorer& scorer,
          const CompiledVersion& version,
          const std::vector<AccountIndex>& accounts,
          const FindingLimits& limits)
        : m_scorer(scorer), m_version(version), m_accounts(accounts), m_limits(limits) {}

    std::vector<Finding> run(Day day, const std::stop_token& stop) {
        checkShares();
        const Observed seen = observe(m_scorer, m_version, m_accounts, day, stop);
        const bool isEnough = m_accounts.size() >= m_limits.leastAccounts;
        if (isEnough) {
            checkBands(seen);
            checkMetrics(seen);
            checkPairs(seen, stop);
        }
        checkDescriptions();
        if (isEnough) {
            checkParts(seen);
        }
        checkReview(day);
        return std::move(m_found);
    }

private:
    Finding& add(FindingKind kind, double amount, std::size_t accounts = 0) {
        m_found.push_back({.kind = kind,
                           .templateIndex = m_version.templateIndex,
                           .versionIndex = m_version.versionIndex,
                           .metric = {},
                           .other = {},
                           .group = {},
                           .exception = {},
                           .amount = amount,
                           .accounts = accounts});
        return m_found.back();
    }

    void checkShares() {
        std::size_t counted = 0;
        double byHand = 0;
        for (const CompiledMetric& metric : m_version.metrics) {
            counted += isCounted(m_version, metric) ? 1U : 0U;
            byHand += metric.rule.kind == MetricKind::Level ? metric.nominalShare : 0;
        }
        if (counted > m_limits.countedMetrics) {
            add(FindingKind::TooManyMetrics, static_cast<double>(counted));
        }
        for (std::size_t at = 0; at < m_version.metrics.size(); ++at) {
            if (m_version.metrics[at].nominalShare > m_limits.heaviestShare + tiny) {
                add(FindingKind::HeavyMetric, m_version.metrics[at].nominalShare).metric = at;
            }
        }
        if (byHand > m_limits.subjectiveShare + tiny) {
            add(FindingKind::Subjective, byHand);
        }
    }

    void checkBands(const Observed& seen) {
        const std::size_t banded = m_accounts.size() - seen.bands[static_cast<std::size_t>(Band::None)];
        if (banded < m_limits.leastAccounts) {
            return;
        }
        const double green = shareOf(seen.bands[static_cast<std::size_t>(Band::Green)], banded);
        const double red = shareOf(seen.bands[static_cast<std::size_t>(Band::Red)], banded);
        if (green > m_limits.green + tiny) {
            add(FindingKind::MostlyGreen, green, banded);
        }
        if (red > m_limits.red + tiny) {
            add(FindingKind::MostlyRed, red, banded);
        }
    }

    void checkMetrics(const Observed& seen) {
        for (std::size_t at = 0; at < m_version.metrics.size(); ++at) {
            const auto [same, scored] = commonestScore(seen.scores[at], m_limits.leastAccounts);
            if (same > m_limits.sameScore + tiny) {
                add(FindingKind::SameScore, same, scored).metric = at;
            }
            const double absent = shareOf(seen.absent[at], m_accounts.size());
            if (absent > m_limits.absent + tiny) {
                add(FindingKind::OftenAbsent, absent, m_accounts.size()).metric = at;
            }
            const double outside = shareOf(seen.outside[at], seen.valued[at]);
            if (seen.valued[at] >= m_limits.leastAccounts && outside > m_limits.outside + tiny) {
                add(FindingKind::OutsideCurve, outside, seen.valued[at]).metric = at;
            }
        }
    }

    void checkPairs(const Observed& seen, const std::stop_token& stop) {
        std::vector<std::pair<std::size_t, std::size_t>> pairs;
        for (std::size_t a = 0; a < m_version.metrics.size(); ++a) {
            for (std::size_t b = a + 1; b < m_version.metrics.size(); ++b) {
                pairs.emplace_back(a, b);
            }
        }
        std::vector<std::optional<std::pair<double, std::size_t>>> found(pairs.size());
        parallelFor(pairs.size(), 1, stop, [&](std::size_t first, std::size_t last) {
            for (std::size_t at = first; at < last; ++at) {
                found[at] = rankCorrelation(
                    seen.scores[pairs[at].first], seen.scores[pairs[at].second], m_limits.leastAccounts);
            }
        });
        for (std::size_t at = 0; at < pairs.size(); ++at) {
            if (found[at] && found[at]->first > m_limits.rankCorrelation) {
                Finding& finding = add(FindingKind::SaysTheSame, found[at]->first, found[at]->second);
                finding.metric = pairs[at].first;
                finding.other = pairs[at].second;
            }
        }
    }

    void checkDescriptions() {
        for (std::size_t at = 0; at < m_version.metrics.size(); ++at) {
            const Metric& metric = m_scorer.snapshot().scorecard->metrics[m_version.metrics[at].metric];
            if (!metric.actionable && isCounted(m_version, m_version.metrics[at])) {
                add(FindingKind::NotActionable, m_version.metrics[at].nominalShare).metric = at;
            }
            if (metric.action.empty() || metric.ownerTeam.empty() || metric.help.empty() ||
                metric.source.empty()) {
                add(FindingKind::Undescribed, 0).metric = at;
            }
        }
    }

    void checkParts(const Observed& seen) {
        for (std::size_t at = 0; at < m_version.groups.size(); ++at) {
            if (m_version.groups[at].weight > 0 && !seen.groupCounts[at]) {
                add(FindingKind::IdleGroup, 0, m_accounts.size()).group = at;
            }
        }
        for (std::size_t at = 0; at < m_version.exceptions.size(); ++at) {
            if (!seen.exceptionHolds[at]) {
                add(FindingKind::IdleException, 0, m_accounts.size()).exception = at;
            }
        }
    }

    void checkReview(Day day) {
        const Template& entry = m_scorer.snapshot().scorecard->templates[m_version.templateIndex];
        if (reviewDue(entry, day)) {
            add(FindingKind::ReviewDue, entry.charter.reviewMonths);
        }
    }

    static constexpr double tiny = 1e-9; ///< a share at its bound is none beyond it
    const Scorer& m_scorer;
    const CompiledVersion& m_version;
    const std::vector<AccountIndex>& m_accounts;
    const FindingLimits& m_limits;
    std::vector<Finding> m_found;
};

/// The version of a template that scores on a day: the newest in force, else the first.
std::size_t versionOn(const Template& entry, Day day) {
    std::size_t result = 0;
    for (std::size_t at = 0; at < entry.versions.size(); ++at) {
        if (entry.versions[at].effectiveFrom <= day) {
            result = at;
        }
    }
    return result;
}

} // namespace

std::string_view toText(FindingKind kind) {
    static constexpr std::array<std::string_view, 14> words{"too_many_metrics",
                                                            "heavy_metric",
                                                            "subjective",
                                                            "mostly_green",
                                                            "mostly_red",
                                                            "same_score",
                                                            "often_absent",
                                                            "outside_curve",
                                                            "says_the_same",
                                                            "not_actionable",
                                                            "undescribed",
                                                            "idle_group",
                                                            "idle_exception",
                                                            "review_due"};
    return words.at(static_cast<std::size_t>(kind));
}

std::vector<Finding>
findings(const Scorer& scorer, Day day, const FindingLimits& limits, const std::stop_token& stop) {
    const Snapshot& snapshot = scorer.snapshot();
    std::map<std::pair<std::size_t, std::size_t>, std::vector<AccountIndex>> accounts;
    for (std::size_t at = 0; at < snapshot.scorecard->templates.size(); ++at) {
        const Template& entry = snapshot.scorecard->templates[at];
        if (!entry.retiredOn || day < *entry.retiredOn) {
            accounts[{at, versionOn(entry, day)}];
        }
    }
    for (AccountIndex account = 0; account < snapshot.accountCount(); ++account) {
        if (!snapshot.isChurned(account, day)) {
            const CompiledVersion& version = scorer.versionOf(account, day);
            accounts[{version.templateIndex, version.versionIndex}].push_back(account);
        }
    }
    std::vector<Finding> found;
    for (const auto& [position, scored] : accounts) {
        const std::vector<Finding> more =
            Check(scorer, scorer.version(position.first, position.second), scored, limits).run(day, stop);
        found.insert(found.end(), more.begin(), more.end());
    }
    if (stop.stop_requested()) {
        found.clear();
    }
    return found;
}

} // namespace hb::analytics
