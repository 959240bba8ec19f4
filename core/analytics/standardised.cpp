// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/standardised.h"

#include "core/analytics/dice.h"
#include "core/analytics/quantile.h"
#include "core/base/parallel_for.h"

#include <algorithm>
#include <map>

namespace hb::analytics {

namespace {

struct Scored {
    std::size_t kind = 0;
    double score = 0;
};

/// The accounts that count: by owner, with the kind of each, and how many of a kind the book has.
struct Mix {
    std::map<TextIndex, std::vector<Scored>> byOwner;
    std::vector<std::size_t> counts; ///< by kind
    std::size_t accounts = 0;
};

Mix mixOf(const Snapshot& snapshot,
          std::span<const AccountIndex> among,
          Day day,
          std::span<const scoring::AccountScore> scores,
          std::span<const std::string_view> over,
          std::string_view of) {
    std::vector<const AttributeColumn*> columns;
    for (const std::string_view key : over) {
        columns.push_back(snapshot.findAttribute(key));
    }
    const AttributeColumn* owners = snapshot.findAttribute(of);
    std::map<std::vector<TextIndex>, std::size_t> kinds;
    Mix mix;
    std::vector<TextIndex> values(columns.size());
    for (const AccountIndex account : among) {
        const scoring::TrackScore& shown = scores[account].shown;
        if (shown.band == Band::None || snapshot.isChurned(account, day)) {
            continue;
        }
        for (std::size_t at = 0; at < columns.size(); ++at) {
            values[at] = columns[at] ? columns[at]->on(account, day) : 0;
        }
        const std::size_t kind = kinds.try_emplace(values, kinds.size()).first->second;
        mix.counts.resize(kinds.size());
        ++mix.counts[kind];
        ++mix.accounts;
        mix.byOwner[owners ? owners->on(account, day) : 0].push_back({.kind = kind, .score = shown.score});
    }
    return mix;
}

/// The means of one owner, again and again over other accounts.
class Means {
public:
    explicit Means(const Mix& mix) : m_mix(mix), m_sums(mix.counts.size()), m_counts(mix.counts.size()) {}

    void clear() {
        std::ranges::fill(m_sums, 0);
        std::ranges::fill(m_counts, std::size_t{0});
    }
    void add(const Scored& each) {
        m_sums[each.kind] += each.score;
        ++m_counts[each.kind];
    }
    [[nodiscard]] double adjusted() const {
        double sum = 0, weights = 0;
        for (std::size_t kind = 0; kind < m_sums.size(); ++kind) {
            if (m_counts[kind] > 0) {
                const auto weight = static_cast<double>(m_mix.counts[kind]);
                sum += weight * m_sums[kind] / static_cast<double>(m_counts[kind]);
                weights += weight;
            }
        }
        return sum / weights;
    }
    [[nodiscard]] double covered() const {
        std::size_t accounts = 0;
        for (std::size_t kind = 0; kind < m_counts.size(); ++kind) {
            accounts += m_counts[kind] > 0 ? m_mix.counts[kind] : 0;
        }
        return static_cast<double>(accounts) / static_cast<double>(m_mix.accounts);
    }

private:
    const Mix& m_mix;
    std::vector<double> m_sums; ///< by kind, as is the next
    std::vector<std::size_t> m_counts;
};

StandardisedMean
meanOf(const Mix& mix, TextIndex owner, const std::vector<Scored>& own, const StandardisedOptions& options) {
    StandardisedMean result;
    result.owner = owner;
    result.accounts = own.size();
    Means means(mix);
    for (const Scored& each : own) {
        means.add(each);
        result.mean += each.score / static_cast<double>(own.size());
    }
    result.covered = means.covered();
    if (own.size() < options.leastAccounts) {
        return result;
    }
    result.adjusted = means.adjusted();
    Dice dice(options.seed);
    std::vector<double> trials;
    for (std::size_t trial = 0; trial < options.trials; ++trial) {
        means.clear();
        for (std::size_t draw = 0; draw < own.size(); ++draw) {
            means.add(own[dice.below(own.size())]);
        }
        trials.push_back(means.adjusted());
    }
    std::ranges::sort(trials);
    const double outside = (1 - options.interval) / 2;
    result.low = trials.empty() ? *result.adjusted : quantile(trials, outside);
    result.high = trials.empty() ? *result.adjusted : quantile(trials, 1 - outside);
    return result;
}

} // namespace

bool standApart(const StandardisedMean& a, const StandardisedMean& b) {
    return a.adjusted && b.adjusted && (a.high < b.low || b.high < a.low);
}

std::vector<StandardisedMean> standardisedMeans(const Snapshot& snapshot,
                                                std::span<const AccountIndex> among,
                                                Day day,
                                                std::span<const scoring::AccountScore> scores,
                                                std::span<const std::string_view> over,
                                                const StandardisedOptions& options,
                                                const std::stop_token& stop) {
    const Mix mix = mixOf(snapshot, among, day, scores, over, options.of);
    std::vector<const std::pair<const TextIndex, std::vector<Scored>>*> owners;
    for (const auto& each : mix.byOwner) {
        owners.push_back(&each);
    }
    std::ranges::sort(owners, [&](const auto* a, const auto* b) {
        return (a->first == 0) != (b->first == 0) ? b->first == 0
                                                  : (*snapshot.texts)[a->first] < (*snapshot.texts)[b->first];
    });
    std::vector<StandardisedMean> means(owners.size());
    parallelFor(owners.size(), 1, stop, [&](std::size_t first, std::size_t last) {
        for (std::size_t at = first; at < last; ++at) {
            means[at] = meanOf(mix, owners[at]->first, owners[at]->second, options);
        }
    });
    if (stop.stop_requested()) {
        means.clear();
    }
    return means;
}

} // namespace hb::analytics
