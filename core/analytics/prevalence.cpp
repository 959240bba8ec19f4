// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/prevalence.h"

#include "core/base/parallel_for.h"
#include "core/scoring/band.h"
#include "core/scoring/score_steps.h"

#include <algorithm>

namespace hb::analytics {

namespace {

using scoring::AccountOnDay;
using scoring::CompiledVersion;
using scoring::Scorer;

/// Some accounts after one another, in a row a metric of the scorecard.
struct Piece {
    std::vector<MetricPrevalence> metrics;
};

void join(RedOnDay& into, const RedOnDay& more) {
    into.scored += more.scored;
    into.red.accounts += more.red.accounts;
    for (const auto& [currency, cents] : more.red.cents) {
        into.red.add(cents, currency);
    }
}

void append(std::vector<AccountIndex>& to, const std::vector<AccountIndex>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

class Look {
public:
    Look(const Scorer& scorer, Day now, Day before, Piece& piece)
        : m_scorer(scorer), m_snapshot(scorer.snapshot()), m_now(now), m_before(before), m_piece(piece),
          m_wasRed(m_snapshot.metricCount()) {}

    void at(AccountIndex account) {
        m_wasRed.assign(m_wasRed.size(), false);
        each(account, m_before, [&](MetricPrevalence& metric, bool isRed) {
            add(metric.before, account, m_before, isRed);
            m_wasRed[metric.metric] = isRed;
        });
        each(account, m_now, [&](MetricPrevalence& metric, bool isRed) {
            add(metric.now, account, m_now, isRed);
            if (isRed) {
                metric.red.push_back(account);
                if (!m_wasRed[metric.metric]) {
                    metric.newlyRed.push_back(account);
                }
            }
        });
    }

private:
    template <typename Work>
    void each(AccountIndex account, Day day, const Work& work) {
        if (m_snapshot.isChurned(account, day)) {
            return;
        }
        const CompiledVersion& version = m_scorer.versionOf(account, day);
        const AccountOnDay on{m_snapshot, version, account, day};
        scoring::scoreMetrics(on, m_metrics);
        scoring::findLiveOverrides(on, m_live);
        scoring::applyMetricOverrides(m_live, m_metrics);
        for (std::size_t at = 0; at < m_metrics.size(); ++at) {
            if (m_metrics[at].score) {
                work(m_piece.metrics[version.metrics[at].metric],
                     scoring::bandOf(version.ranges, m_metrics[at].score) == Band::Red);
            }
        }
    }

    void add(RedOnDay& to, AccountIndex account, Day day, bool isRed) {
        ++to.scored;
        if (!isRed) {
            return;
        }
        ++to.red.accounts;
        if (const auto cents = m_snapshot.arrCents(account, day)) {
            to.red.add(*cents, m_snapshot.currencyOn(account, day));
        }
    }

    const Scorer& m_scorer;
    const Snapshot& m_snapshot;
    Day m_now;
    Day m_before;
    Piece& m_piece;
    std::vector<bool> m_wasRed; ///< by metric
    std::vector<scoring::MetricScore> m_metrics;
    scoring::LiveOverrides m_live;
};

bool comesFirst(const MetricPrevalence& a, const MetricPrevalence& b) {
    return a.now.share() != b.now.share() ? a.now.share() > b.now.share()
                                          : a.now.red.accounts > b.now.red.accounts;
}

} // namespace

std::vector<MetricPrevalence>
prevalence(const Scorer& scorer, Day now, Day before, const std::stop_token& stop) {
    const Snapshot& snapshot = scorer.snapshot();
    std::vector<MetricPrevalence> all(snapshot.metricCount());
    for (MetricIndex metric = 0; metric < all.size(); ++metric) {
        all[metric].metric = metric;
        all[metric].team = snapshot.scorecard->metrics[metric].ownerTeam;
    }
    constexpr std::size_t accountsPerPiece = 1024;
    const std::size_t count = snapshot.accountCount();
    // Each piece counts for itself and they are joined in order, so that lists and sums are always the same.
    std::vector<Piece> pieces((count + accountsPerPiece - 1) / accountsPerPiece, Piece{all});
    parallelFor(count, accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        Look look(scorer, now, before, pieces[first / accountsPerPiece]);
        for (std::size_t account = first; account < last; ++account) {
            look.at(static_cast<AccountIndex>(account));
        }
    });
    if (stop.stop_requested()) {
        return {};
    }
    for (const Piece& piece : pieces) {
        for (std::size_t metric = 0; metric < all.size(); ++metric) {
            join(all[metric].now, piece.metrics[metric].now);
            join(all[metric].before, piece.metrics[metric].before);
            append(all[metric].red, piece.metrics[metric].red);
            append(all[metric].newlyRed, piece.metrics[metric].newlyRed);
        }
    }
    std::erase_if(all,
                  [](const MetricPrevalence& each) { return each.now.scored + each.before.scored == 0; });
    std::ranges::stable_sort(all, comesFirst);
    return all;
}

} // namespace hb::analytics
