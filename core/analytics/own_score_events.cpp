// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/own_score_events.h"

#include "core/base/parallel_for.h"
#include "core/scoring/rounding.h"

#include <algorithm>
#include <tuple>

namespace hb::analytics {

namespace {

using scoring::AccountDetail;
using scoring::AccountOnDay;
using scoring::CompiledMetric;
using scoring::CompiledVersion;
using scoring::MetricValue;
using scoring::Scorer;

constexpr auto byAccountAndDay = [](const auto& each) { return std::tuple(each.account, each.day); };

class Events {
public:
    Events(const Scorer& scorer,
           Day day,
           std::span<const HandScore> byHand,
           std::span<const ReviewHeld> reviews,
           const OwnScoreOptions& options)
        : m_scorer(scorer), m_snapshot(scorer.snapshot()), m_day(day), m_options(options),
          m_byHand(byHand.begin(), byHand.end()), m_reviews(reviews.begin(), reviews.end()) {
        std::ranges::stable_sort(m_byHand, {}, byAccountAndDay);
        std::ranges::stable_sort(m_reviews, {}, byAccountAndDay);
    }

    std::vector<OwnScoreEvent> all(const std::stop_token& stop) {
        addRaises();
        addOverrides();
        addLeavers(stop);
        return std::move(m_events);
    }

private:
    [[nodiscard]] bool isLookedAt(Day day) const {
        return m_day - m_options.lookBackDays < day && day <= m_day;
    }

    void addRaises() {
        for (const HandScore& set : m_byHand) {
            if (isLookedAt(set.day) && isRaise(set)) {
                m_events.push_back({.share = OwnShare::RaisedBefore,
                                    .account = set.account,
                                    .isHit = isBeforeMeeting(set.account, set.day),
                                    .people = {set.author}});
            }
        }
    }

    /// Whether a level scores more than the one that stood there the day before, out of date or not.
    [[nodiscard]] bool isRaise(const HandScore& set) const {
        const CompiledVersion& version = m_scorer.versionOf(set.account, set.day);
        const auto metric = std::ranges::find(version.metrics, set.metric, &CompiledMetric::metric);
        if (metric == version.metrics.end() || !isOwnScore(version, *metric)) {
            return false;
        }
        const auto scoreOn = [&](Day day) -> std::optional<double> {
            MetricValue value = metricValue(AccountOnDay{m_snapshot, version, set.account, day}, *metric);
            if (!value.value) {
                return std::nullopt;
            }
            value.state = scoring::State::Present;
            return metricScore(*metric, value, day).score;
        };
        const std::optional<double> before = scoreOn(set.day - 1);
        return before && scoring::below(*before, scoreOn(set.day).value_or(*before));
    }

    /// What was known of the renewal on the day counts: it may be moved later.
    [[nodiscard]] bool isBeforeMeeting(AccountIndex account, Day day) const {
        const Day last = day + m_options.windowDays;
        const auto isAhead = [&](Day meeting) { return day <= meeting && meeting <= last; };
        const auto renewal = parseIsoDay(m_snapshot.attributeOn(account, attribute::renewalDate, day));
        if (renewal && isAhead(*renewal)) {
            return true;
        }
        const bool wasRenewed =
            std::ranges::any_of(m_snapshot.outcomesOf(account), [&](const Outcome& outcome) {
                return (outcome.kind == OutcomeKind::Renewed || outcome.kind == OutcomeKind::Churned) &&
                       outcome.day <= m_day && isAhead(outcome.day);
            });
        const auto review =
            std::ranges::lower_bound(m_reviews, std::tuple(account, day), {}, byAccountAndDay);
        return wasRenewed || (review != m_reviews.end() && review->account == account &&
                              review->day <= m_day && isAhead(review->day));
    }

    void addOverrides() {
        for (const Override& entered : m_snapshot.overrides) {
            if (!isLookedAt(entered.first) || entered.last < entered.first) {
                continue;
            }
            const std::optional<double> under = scoreUnder(entered);
            if (!under) {
                continue;
            }
            const bool isUpward = scoring::below(*under, entered.score);
            m_events.push_back({.share = OwnShare::OverrodeUpward,
                                .account = entered.account,
                                .isHit = isUpward,
                                .people = {entered.author}});
            if (isUpward) {
                m_events.push_back({.share = OwnShare::OverrodeBefore,
                                    .account = entered.account,
                                    .isHit = isBeforeMeeting(entered.account, entered.first),
                                    .people = {entered.author}});
            }
        }
    }

    /// What stands under an override on its first day, without any override; none where nothing does.
    [[nodiscard]] std::optional<double> scoreUnder(const Override& entered) const {
        const AccountDetail detail =
            m_scorer.detail(entered.account, entered.first, scoring::Track::Computed);
        const CompiledVersion& version = m_scorer.version(detail.templateIndex, detail.versionIndex);
        switch (entered.target) {
        case OverrideTarget::Metric:
            for (std::size_t at = 0; at < version.metrics.size(); ++at) {
                if (m_snapshot.scorecard->metrics[version.metrics[at].metric].key == entered.key) {
                    return detail.metrics[at].score;
                }
            }
            return std::nullopt;
        case OverrideTarget::Group:
            for (std::size_t at = 0; at < version.groups.size(); ++at) {
                if (version.groups[at].key == entered.key) {
                    return detail.groups[at].score;
                }
            }
            return std::nullopt;
        case OverrideTarget::Overall:
            break;
        }
        return detail.overall;
    }

    void addLeavers(const std::stop_token& stop) {
        const std::size_t count = m_snapshot.accountCount();
        constexpr std::size_t accountsPerPiece = 256;
        std::vector<std::optional<OwnScoreEvent>> found(count);
        parallelFor(count, accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
            for (std::size_t account = first; account < last; ++account) {
                found[account] = leaver(static_cast<AccountIndex>(account));
            }
        });
        for (std::optional<OwnScoreEvent>& event : found) {
            if (event) {
                m_events.push_back(std::move(*event));
            }
        }
    }

    [[nodiscard]] std::optional<OwnScoreEvent> leaver(AccountIndex account) const {
        const std::optional<Day> left = leftOn(account);
        if (!left || !isLookedAt(*left)) {
            return std::nullopt;
        }
        OwnScoreEvent event{.share = OwnShare::GreenThenChurned,
                            .account = account,
                            .isHit = false,
                            .people = whoSetLevels(account, *left)};
        if (event.people.empty()) {
            return std::nullopt;
        }
        Scorer::Scratch scratch;
        for (Day day = *left - m_options.greenDays; day < *left && !event.isHit; day = day + 1) {
            event.isHit = m_scorer.score(account, day, scratch).shown.band == Band::Green;
        }
        return event;
    }

    [[nodiscard]] std::optional<Day> leftOn(AccountIndex account) const {
        if (!m_snapshot.isChurned(account, m_day)) {
            return std::nullopt;
        }
        const std::span<const Outcome> outcomes = m_snapshot.outcomesOf(account);
        const auto later = std::ranges::upper_bound(outcomes, m_day, {}, &Outcome::day);
        if (later != outcomes.begin() && (later - 1)->kind == OutcomeKind::Churned) {
            return (later - 1)->day;
        }
        const AttributeColumn* status = m_snapshot.findAttribute(attribute::status);
        return status ? status->since(account, m_day) : std::nullopt;
    }

    [[nodiscard]] std::vector<std::string> whoSetLevels(AccountIndex account, Day left) const {
        std::vector<std::string> people;
        const auto first = std::ranges::lower_bound(
            m_byHand, std::tuple(account, left - m_options.greenDays), {}, byAccountAndDay);
        for (auto set = first; set != m_byHand.end() && set->account == account && set->day < left; ++set) {
            const CompiledVersion& version = m_scorer.versionOf(account, set->day);
            const auto metric = std::ranges::find(version.metrics, set->metric, &CompiledMetric::metric);
            if (metric != version.metrics.end() && isOwnScore(version, *metric)) {
                people.push_back(set->author);
            }
        }
        if (people.empty() && hasLevel(account, left - 1)) {
            people.emplace_back(m_snapshot.attributeOn(account, attribute::owner, left - 1));
        }
        std::ranges::sort(people);
        const auto repeated = std::ranges::unique(people);
        people.erase(repeated.begin(), repeated.end());
        return people;
    }

    [[nodiscard]] bool hasLevel(AccountIndex account, Day day) const {
        const CompiledVersion& version = m_scorer.versionOf(account, day);
        const AccountOnDay on{m_snapshot, version, account, day};
        return std::ranges::any_of(version.metrics, [&](const CompiledMetric& metric) {
            return isOwnScore(version, metric) && metricValue(on, metric).state == scoring::State::Present;
        });
    }

    const Scorer& m_scorer;
    const Snapshot& m_snapshot;
    Day m_day;
    const OwnScoreOptions& m_options;
    std::vector<HandScore> m_byHand; ///< by account and day, as are the next
    std::vector<ReviewHeld> m_reviews;
    std::vector<OwnScoreEvent> m_events;
};

} // namespace

bool isOwnScore(const CompiledVersion& version, const CompiledMetric& metric) {
    return metric.rule.kind == MetricKind::Level && metric.weight > 0 &&
           version.groups[metric.group].weight > 0;
}

std::vector<OwnScoreEvent> ownScoreEvents(const Scorer& scorer,
                                          Day day,
                                          std::span<const HandScore> byHand,
                                          std::span<const ReviewHeld> reviews,
                                          const OwnScoreOptions& options,
                                          const std::stop_token& stop) {
    return Events(scorer, day, byHand, reviews, options).all(stop);
}

} // namespace hb::analytics
