// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/own_scores.h"

#include "core/analytics/own_score_events.h"
#include "core/base/parallel_for.h"

#include <algorithm>

namespace hb::analytics {

namespace {

using scoring::AccountOnDay;
using scoring::CompiledMetric;
using scoring::CompiledVersion;
using scoring::Scorer;
using scoring::State;

/// One living account on the day.
struct Seen {
    std::optional<AccountGap> gap;
    bool isGreen = false;
    bool isStale = false;
};

struct Weighted {
    double sum = 0;
    double weights = 0;
    std::size_t count = 0;

    void add(double score, double weight) {
        sum += score * weight;
        weights += weight;
        ++count;
    }
};

class Look {
public:
    Look(const Scorer& scorer, Day day) : m_scorer(scorer), m_day(day) {}

    Seen at(AccountIndex account) {
        const CompiledVersion& version = m_scorer.versionOf(account, m_day);
        const AccountOnDay on{m_scorer.snapshot(), version, account, m_day};
        scoring::scoreMetrics(on, m_metrics);
        scoring::findLiveOverrides(on, m_live);
        Seen seen;
        Weighted own, measured;
        for (std::size_t at = 0; at < m_metrics.size(); ++at) {
            const CompiledMetric& metric = version.metrics[at];
            const bool isOwn = isOwnScore(version, metric);
            if (m_metrics[at].state == State::Present && metric.nominalShare > 0) {
                (isOwn ? own : measured).add(*m_metrics[at].score, metric.nominalShare);
            }
            seen.isStale = seen.isStale ||
                           (isOwn && m_metrics[at].state == State::Stale && m_live.ofMetric(at) == nullptr);
        }
        if (own.count > 0 && measured.count > 0) {
            seen.gap = AccountGap{.account = account,
                                  .own = own.sum / own.weights,
                                  .measured = measured.sum / measured.weights,
                                  .levels = own.count,
                                  .numbers = measured.count};
        }
        seen.isGreen = m_scorer.score(account, m_day, m_scratch).shown.band == Band::Green;
        return seen;
    }

private:
    const Scorer& m_scorer;
    Day m_day;
    std::vector<scoring::MetricScore> m_metrics;
    scoring::LiveOverrides m_live;
    Scorer::Scratch m_scratch;
};

/// By account; nothing of those that have churned.
std::vector<std::optional<Seen>> lookAtAll(const Scorer& scorer, Day day, const std::stop_token& stop) {
    const Snapshot& snapshot = scorer.snapshot();
    std::vector<std::optional<Seen>> all(snapshot.accountCount());
    constexpr std::size_t accountsPerPiece = 512;
    parallelFor(all.size(), accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        Look look(scorer, day);
        for (std::size_t at = first; at < last; ++at) {
            const auto account = static_cast<AccountIndex>(at);
            if (!snapshot.isChurned(account, day)) {
                all[at] = look.at(account);
            }
        }
    });
    return all;
}

void add(ShareFigure& figure, AccountIndex account, bool isHit) {
    ++figure.cases;
    if (isHit) {
        ++figure.hits;
        figure.accounts.push_back(account);
    }
}

/// The figures while they are added up.
class Figures {
public:
    Figures(const Scorer& scorer, Day day, const OwnScoreOptions& options) : m_snapshot(scorer.snapshot()) {
        m_result.day = day;
        m_result.options = options;
    }

    OwnScores of(const std::vector<std::optional<Seen>>& seen, const std::vector<OwnScoreEvent>& events) {
        namePeople(seen, events);
        for (const OwnScoreEvent& event : events) {
            addCase(event.share, event.account, event.isHit, event.people);
        }
        for (AccountIndex account = 0; account < seen.size(); ++account) {
            if (seen[account]) {
                addAccount(account, *seen[account]);
            }
        }
        const std::vector<Standing> found =
            standings(m_cases, m_result.people.size(), m_result.options.standing);
        for (std::size_t person = 0; person < found.size(); ++person) {
            m_result.people[person].gap.standing = found[person];
        }
        GapFigure& all = m_result.book.gap;
        all.standing.cases = m_result.accounts.size();
        for (const AccountGap& each : m_result.accounts) {
            all.standing.mean += each.gap() / static_cast<double>(m_result.accounts.size());
        }
        finish(m_result.book);
        std::ranges::for_each(m_result.people, finish);
        return std::move(m_result);
    }

private:
    [[nodiscard]] std::string ownerOf(AccountIndex account) const {
        return std::string(m_snapshot.attributeOn(account, attribute::owner, m_result.day));
    }

    void namePeople(const std::vector<std::optional<Seen>>& seen, const std::vector<OwnScoreEvent>& events) {
        std::vector<std::string> names;
        for (AccountIndex account = 0; account < seen.size(); ++account) {
            if (seen[account]) {
                names.push_back(ownerOf(account));
            }
        }
        for (const OwnScoreEvent& event : events) {
            names.insert(names.end(), event.people.begin(), event.people.end());
        }
        std::ranges::sort(names);
        const auto repeated = std::ranges::unique(names);
        names.erase(repeated.begin(), repeated.end());
        for (std::string& name : names) {
            if (!name.empty()) {
                m_result.people.emplace_back().name = std::move(name);
            }
        }
    }

    /// None for the empty name.
    [[nodiscard]] std::optional<std::size_t> personOf(const std::string& name) const {
        const auto at = std::ranges::lower_bound(m_result.people, name, {}, &PersonFigures::name);
        return name.empty() ? std::nullopt
                            : std::optional(static_cast<std::size_t>(at - m_result.people.begin()));
    }

    void addCase(OwnShare share, AccountIndex account, bool isHit, const std::vector<std::string>& people) {
        const auto which = static_cast<std::size_t>(share);
        add(m_result.book.shares[which], account, isHit);
        for (const std::string& name : people) {
            if (const auto person = personOf(name)) {
                add(m_result.people[*person].shares[which], account, isHit);
            }
        }
    }

    void addAccount(AccountIndex account, const Seen& seen) {
        const std::string owner = ownerOf(account);
        const std::optional<std::size_t> person = personOf(owner);
        if (seen.isGreen) {
            addCase(OwnShare::StaleGreen, account, seen.isStale, {owner});
        }
        if (!seen.gap) {
            return;
        }
        m_result.accounts.push_back(*seen.gap);
        m_cases.push_back({.person = person, .value = seen.gap->gap(), .level = seen.gap->measured});
        m_result.book.gap.accounts.push_back(account);
        if (person) {
            m_result.people[*person].gap.accounts.push_back(account);
        }
    }

    static void finish(PersonFigures& figures) {
        for (ShareFigure& figure : figures.shares) {
            std::ranges::sort(figure.accounts);
            const auto repeated = std::ranges::unique(figure.accounts);
            figure.accounts.erase(repeated.begin(), repeated.end());
        }
    }

    const Snapshot& m_snapshot;
    std::vector<ComparedCase> m_cases; ///< as m_result.accounts
    OwnScores m_result;
};

} // namespace

std::string_view toText(OwnShare share) {
    static constexpr std::array<std::string_view, ownShareCount> words{
        "raised_before", "overrode_before", "overrode_upward", "stale_green", "green_then_churned"};
    return words.at(static_cast<std::size_t>(share));
}

OwnScores ownScores(const Scorer& scorer,
                    Day day,
                    std::span<const HandScore> byHand,
                    std::span<const ReviewHeld> reviews,
                    const OwnScoreOptions& options,
                    const std::stop_token& stop) {
    const std::vector<std::optional<Seen>> seen = lookAtAll(scorer, day, stop);
    const std::vector<OwnScoreEvent> events = ownScoreEvents(scorer, day, byHand, reviews, options, stop);
    if (stop.stop_requested()) {
        return {};
    }
    return Figures(scorer, day, options).of(seen, events);
}

} // namespace hb::analytics
