// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/prevalence.h"

#include "core/analytics/shown_metrics.h"
#include "core/base/parallel_for.h"
#include "core/scoring/band.h"

#include <algorithm>
#include <mutex>

namespace hb::analytics {

namespace {

using scoring::CompiledVersion;
using scoring::Scorer;

constexpr std::size_t accountsAtOnce = 1024;

bool isRed(const CompiledVersion& version, const scoring::MetricScore& metric) {
    return scoring::bandOf(version.ranges, metric.score) == Band::Red;
}

/// Some accounts after one another, in a row a metric of the scorecard.
struct RedPiece {
    std::vector<MetricPrevalence> metrics;
};

void join(RedOnDay& into, const RedOnDay& more) {
    into.scored += more.scored;
    into.arr.add(more.arr);
    into.red.accounts += more.red.accounts;
    for (const auto& [currency, cents] : more.red.cents) {
        into.red.add(cents, currency);
    }
}

void append(std::vector<AccountIndex>& to, const std::vector<AccountIndex>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

class RedLook {
public:
    RedLook(const Scorer& scorer, Day now, Day before, RedPiece& piece)
        : m_scorer(scorer), m_snapshot(scorer.snapshot()), m_now(now), m_before(before), m_piece(piece),
          m_wasRed(m_snapshot.metricCount()) {}

    void at(AccountIndex account) {
        m_wasRed.assign(m_wasRed.size(), false);
        each(account, m_before, [&](MetricPrevalence& metric, const PaidAccount& who, bool red, bool /**/) {
            add(metric.before, who, red);
            m_wasRed[metric.metric] = red;
        });
        each(account, m_now, [&](MetricPrevalence& metric, const PaidAccount& who, bool red, bool counts) {
            add(metric.now, who, red);
            metric.scored.push_back(account);
            metric.counted += counts ? 1U : 0U;
            if (red) {
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
        const PaidAccount who = paidOn(m_snapshot, account, day);
        const CompiledVersion& version = m_scorer.versionOf(account, day);
        const auto& metrics = m_metrics.of({m_snapshot, version, account, day});
        for (std::size_t at = 0; at < metrics.size(); ++at) {
            if (metrics[at].score) {
                const scoring::CompiledMetric& metric = version.metrics[at];
                work(m_piece.metrics[metric.metric],
                     who,
                     isRed(version, metrics[at]),
                     metric.weight > 0 && version.groups[metric.group].weight > 0);
            }
        }
    }

    void add(RedOnDay& to, const PaidAccount& who, bool red) const {
        ++to.scored;
        to.arr.add(who, red, m_snapshot.settings.currency);
        to.red.accounts += red ? 1U : 0U;
        if (red && who.cents) {
            to.red.add(*who.cents, who.currency);
        }
    }

    const Scorer& m_scorer;
    const Snapshot& m_snapshot;
    Day m_now;
    Day m_before;
    RedPiece& m_piece;
    std::vector<bool> m_wasRed; ///< by metric
    ShownMetrics m_metrics;
};

bool isMoreWidespread(const MetricPrevalence& a, const MetricPrevalence& b) {
    return a.now.share() != b.now.share() ? a.now.share() > b.now.share()
                                          : a.now.red.accounts > b.now.red.accounts;
}

/// Some metrics of some accounts over days.
class Weeks {
public:
    Weeks(const Scorer& scorer, std::span<const MetricIndex> metrics, std::span<const Day> days)
        : m_scorer(scorer), m_snapshot(scorer.snapshot()), m_days(days), m_rows(m_snapshot.metricCount()) {
        for (std::size_t row = 0; row < metrics.size(); ++row) {
            m_rows[metrics[row]] = row * days.size();
        }
    }

    void at(AccountIndex account, ShownMetrics& shown, std::vector<RedCount>& counts) const {
        for (std::size_t day = 0; day < m_days.size(); ++day) {
            if (!m_snapshot.isChurned(account, m_days[day])) {
                on(account, day, shown, counts);
            }
        }
    }

private:
    void on(AccountIndex account, std::size_t day, ShownMetrics& shown, std::vector<RedCount>& counts) const {
        const PaidAccount who = paidOn(m_snapshot, account, m_days[day]);
        const CompiledVersion& version = m_scorer.versionOf(account, m_days[day]);
        const auto& scores = shown.of({m_snapshot, version, account, m_days[day]});
        for (std::size_t at = 0; at < scores.size(); ++at) {
            const auto row = m_rows[version.metrics[at].metric];
            if (row && scores[at].score) {
                const bool red = isRed(version, scores[at]);
                RedCount& count = counts[*row + day];
                ++count.scored;
                count.red += red ? 1U : 0U;
                count.arr.add(who, red, m_snapshot.settings.currency);
            }
        }
    }

    const Scorer& m_scorer;
    const Snapshot& m_snapshot;
    std::span<const Day> m_days;
    std::vector<std::optional<std::size_t>> m_rows; ///< by metric, where its days begin
};

} // namespace

void RedArr::add(const PaidAccount& who, bool isRed, std::string_view bookCurrency) {
    const bool counts = who.cents && who.currency == bookCurrency;
    uncounted += counts ? 0U : 1U;
    scored += counts ? *who.cents : 0;
    red += counts && isRed ? *who.cents : 0;
}

void RedArr::add(const RedArr& more) {
    scored += more.scored;
    red += more.red;
    uncounted += more.uncounted;
}

std::vector<MetricPrevalence> prevalence(const Scorer& scorer,
                                         std::span<const AccountIndex> among,
                                         Day now,
                                         Day before,
                                         const std::stop_token& stop) {
    const Snapshot& snapshot = scorer.snapshot();
    std::vector<MetricPrevalence> all(snapshot.metricCount());
    for (MetricIndex metric = 0; metric < all.size(); ++metric) {
        all[metric].metric = metric;
        all[metric].team = snapshot.scorecard->metrics[metric].ownerTeam;
    }
    // Each piece counts for itself and they are joined in order, so that lists and sums are always the same.
    std::vector<RedPiece> pieces((among.size() + accountsAtOnce - 1) / accountsAtOnce, RedPiece{all});
    parallelFor(among.size(), accountsAtOnce, stop, [&](std::size_t first, std::size_t last) {
        RedLook look(scorer, now, before, pieces[first / accountsAtOnce]);
        for (const AccountIndex account : among.subspan(first, last - first)) {
            look.at(account);
        }
    });
    if (stop.stop_requested()) {
        return {};
    }
    for (const RedPiece& piece : pieces) {
        for (std::size_t metric = 0; metric < all.size(); ++metric) {
            join(all[metric].now, piece.metrics[metric].now);
            join(all[metric].before, piece.metrics[metric].before);
            all[metric].counted += piece.metrics[metric].counted;
            append(all[metric].scored, piece.metrics[metric].scored);
            append(all[metric].red, piece.metrics[metric].red);
            append(all[metric].newlyRed, piece.metrics[metric].newlyRed);
        }
    }
    std::erase_if(all,
                  [](const MetricPrevalence& each) { return each.now.scored + each.before.scored == 0; });
    std::ranges::stable_sort(all, isMoreWidespread);
    return all;
}

std::vector<MetricPrevalence>
prevalence(const Scorer& scorer, Day now, Day before, const std::stop_token& stop) {
    return prevalence(scorer, everyAccount(scorer.snapshot()), now, before, stop);
}

std::vector<RedCount> redHistory(const Scorer& scorer,
                                 std::span<const AccountIndex> among,
                                 std::span<const MetricIndex> metrics,
                                 std::span<const Day> days,
                                 const std::stop_token& stop) {
    const Weeks weeks(scorer, metrics, days);
    std::vector<RedCount> all(metrics.size() * days.size());
    std::mutex adding;
    parallelFor(among.size(), accountsAtOnce, stop, [&](std::size_t first, std::size_t last) {
        std::vector<RedCount> counts(all.size());
        ShownMetrics shown;
        for (const AccountIndex account : among.subspan(first, last - first)) {
            weeks.at(account, shown, counts);
        }
        const std::lock_guard lock(adding);
        for (std::size_t at = 0; at < all.size(); ++at) {
            all[at].scored += counts[at].scored;
            all[at].red += counts[at].red;
            all[at].arr.add(counts[at].arr);
        }
    });
    return stop.stop_requested() ? std::vector<RedCount>() : all;
}

std::vector<std::size_t> redByMetric(const Snapshot& snapshot,
                                     const CompiledVersion& version,
                                     std::span<const AccountIndex> accounts,
                                     Day day,
                                     const std::stop_token& stop) {
    std::vector<std::size_t> red(version.metrics.size());
    std::mutex adding;
    parallelFor(accounts.size(), accountsAtOnce, stop, [&](std::size_t first, std::size_t last) {
        std::vector<std::size_t> counts(red.size());
        ShownMetrics shown;
        for (std::size_t row = first; row < last; ++row) {
            const auto& metrics = shown.of({snapshot, version, accounts[row], day});
            for (std::size_t at = 0; at < counts.size(); ++at) {
                counts[at] += isRed(version, metrics[at]) ? 1U : 0U;
            }
        }
        const std::lock_guard lock(adding);
        for (std::size_t at = 0; at < red.size(); ++at) {
            red[at] += counts[at];
        }
    });
    return red;
}

} // namespace hb::analytics
