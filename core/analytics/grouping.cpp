// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/grouping.h"

#include "core/base/contract.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace hb::analytics {

namespace {

constexpr std::size_t bandCount = 4;

/// From one band to another as one number: a count of these tells how many have each band and how many left
/// it.
constexpr std::size_t codeOf(Band before, Band now) {
    return static_cast<std::size_t>(before) * bandCount + static_cast<std::size_t>(now);
}

constexpr Band bandNow(std::size_t move) {
    return static_cast<Band>(move % bandCount);
}

constexpr Band bandBefore(std::size_t move) {
    return static_cast<Band>(move / bandCount);
}

/// AttributeColumn::on(), without a search for the many accounts whose value never changed.
TextIndex valueOn(const AttributeColumn& column, AccountIndex account, Day day) {
    const std::uint32_t first = column.offsets[account];
    return column.offsets[account + 1] - first == 1 ? column.values[first] : column.on(account, day);
}

/// Accounts in their order, group by group; `groupOf` is as they are, `sizes` as the groups.
std::vector<AccountIndex> byGroup(std::span<const AccountIndex> accounts,
                                  std::span<const std::uint32_t> groupOf,
                                  std::span<const std::size_t> sizes) {
    std::vector<std::size_t> next(sizes.size());
    std::exclusive_scan(sizes.begin(), sizes.end(), next.begin(), std::size_t{0});
    std::vector<AccountIndex> sorted(accounts.size());
    for (std::size_t at = 0; at < accounts.size(); ++at) {
        sorted[next[groupOf[at]]++] = accounts[at];
    }
    return sorted;
}

std::size_t accountsIn(const AccountGroup& group) {
    return std::transform_reduce(
        group.bands.begin(), group.bands.end(), std::size_t{0}, std::plus(), std::mem_fn(&Tally::accounts));
}

/// By the texts, none last.
bool comesFirst(const Snapshot& snapshot, const AccountGroup& a, const AccountGroup& b) {
    for (std::size_t at = 0; at < a.values.size(); ++at) {
        if (a.values[at] != b.values[at]) {
            const bool isOneNone = a.values[at] == 0 || b.values[at] == 0;
            return isOneNone ? b.values[at] == 0
                             : (*snapshot.texts)[a.values[at]] < (*snapshot.texts)[b.values[at]];
        }
    }
    return false;
}

} // namespace

/// A group while it is added up.
struct Groupings::Sums {
    double scores = 0;
    double weightedScores = 0;
    double weights = 0;
    double changes = 0;
    std::array<std::uint32_t, bandCount * bandCount> moves{}; ///< of this run
    std::array<std::int64_t, bandCount> cents{};              ///< of this run
    std::size_t scored = 0;

    void add(const Row& row) {
        scores += row.score;
        weightedScores += row.score * row.weight;
        weights += row.weight;
        changes += row.change;
        ++moves[row.move];
        cents[row.move % bandCount] += row.cents;
    }

    /// Brings what a run has added to the group.
    void endRun(const Run& run, AccountGroup& group) {
        std::array<std::size_t, bandCount> accounts{};
        for (std::size_t move = 0; move < moves.size(); ++move) {
            const bool isScored = bandNow(move) != Band::None;
            accounts[move % bandCount] += moves[move];
            scored += isScored ? moves[move] : 0;
            group.compared += isScored && bandBefore(move) != Band::None ? moves[move] : 0;
            group.leftGreen +=
                bandBefore(move) == Band::Green && bandNow(move) != Band::Green ? moves[move] : 0;
        }
        for (std::size_t band = 0; band < bandCount; ++band) {
            group.bands[band].accounts += accounts[band];
            if (run.currency && accounts[band] > 0) {
                group.bands[band].add(cents[band], *run.currency);
            }
        }
        moves = {};
        cents = {};
    }

    void finish(AccountGroup& group) const {
        if (scored > 0) {
            group.mean = scores / static_cast<double>(scored);
        }
        if (weights > 0) {
            group.arrWeightedMean = weightedScores / weights;
        }
        if (group.compared > 0) {
            group.change = changes / static_cast<double>(group.compared);
        }
    }
};

Groupings::Groupings(std::shared_ptr<const Snapshot> snapshot,
                     Day day,
                     std::span<const PaidAccount> living,
                     std::span<const scoring::AccountScore> now,
                     std::span<const scoring::AccountScore> before)
    : m_snapshot(std::move(snapshot)), m_day(day) {
    m_accounts.reserve(living.size());
    m_rows.reserve(living.size());
    for (const PaidAccount& who : living) {
        const scoring::TrackScore& then = before[who.account].shown;
        const scoring::TrackScore& shown = now[who.account].shown;
        const std::optional currency = who.cents ? std::optional(who.currency) : std::nullopt;
        if (m_runs.empty() || m_runs.back().currency != currency) {
            m_runs.push_back({.end = 0, .currency = currency});
        }
        Row& row = m_rows.emplace_back();
        row.cents = who.cents.value_or(0);
        row.move = static_cast<std::uint8_t>(codeOf(then.band, shown.band));
        if (shown.band != Band::None) {
            const bool isWeighed = who.currency == m_snapshot->settings.currency && row.cents > 0;
            row.score = shown.score;
            row.weight = isWeighed ? static_cast<double>(row.cents) : 0;
            row.change = then.band != Band::None ? shown.score - then.score : 0;
        }
        m_accounts.push_back(who.account);
        m_runs.back().end = m_rows.size();
    }
    const std::array<Values, 1> one{};
    m_all = addedUp(one, std::vector<std::uint32_t>(m_rows.size(), 0)).front();
    m_all.accounts = m_accounts;
}

const Grouping& Groupings::by(std::span<const std::string_view> attributes) const {
    HB_EXPECTS(!attributes.empty() && attributes.size() <= 2);
    const std::vector<std::string> keys(attributes.begin(), attributes.end());
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_kept.find(keys); known != m_kept.end()) {
            return known->second.grouping;
        }
    }
    Kept kept = made(attributes); // two who ask at once both work it out, and one is kept
    const std::scoped_lock lock(m_mutex);
    return m_kept.try_emplace(keys, std::move(kept)).first->second.grouping;
}

/// The groups of `from` where each has one value of the attribute: its values[at].
Groupings::Partition
Groupings::split(const Partition& from, std::string_view attribute, std::size_t at) const {
    std::vector<AccountIndex> accounts(from.groupOf.size());
    std::iota(accounts.begin(), accounts.end(), AccountIndex{0});
    if (from.values.size() > 1) { // group by group, so that what is met of one is done with
        std::vector<std::size_t> sizes(from.values.size(), 0);
        for (const std::uint32_t group : from.groupOf) {
            ++sizes[group];
        }
        accounts = byGroup(accounts, from.groupOf, sizes);
    }
    struct Met {
        std::uint32_t in;   ///< which group of `from` the value was met in last
        std::uint32_t part; ///< and what that made
    };
    const Met nowhere{.in = static_cast<std::uint32_t>(from.values.size()), .part = 0};
    std::vector<Met> met; ///< by value
    const AttributeColumn* column = m_snapshot->findAttribute(attribute);
    Partition parts{.values = {}, .groupOf = std::vector<std::uint32_t>(accounts.size())};
    for (const AccountIndex account : accounts) {
        const std::uint32_t in = from.groupOf[account];
        const TextIndex value = column ? valueOn(*column, account, m_day) : 0;
        if (value >= met.size()) {
            met.resize(value + 1, nowhere);
        }
        if (met[value].in != in) {
            met[value] = {.in = in, .part = static_cast<std::uint32_t>(parts.values.size())};
            parts.values.push_back(from.values[in]);
            parts.values.back()[at] = value;
        }
        parts.groupOf[account] = met[value].part;
    }
    return parts;
}

std::vector<AccountGroup> Groupings::addedUp(std::span<const Values> values,
                                             std::span<const std::uint32_t> groupOf) const {
    std::vector<Sums> sums(values.size());
    std::vector<AccountGroup> groups(values.size());
    std::size_t row = 0;
    for (const Run& run : m_runs) {
        for (; row < run.end; ++row) {
            sums[groupOf[row]].add(m_rows[row]);
        }
        for (std::size_t group = 0; group < groups.size(); ++group) {
            sums[group].endRun(run, groups[group]);
        }
    }
    for (std::size_t group = 0; group < groups.size(); ++group) {
        groups[group].values = values[group];
        sums[group].finish(groups[group]);
    }
    return groups;
}

Groupings::Kept Groupings::made(std::span<const std::string_view> attributes) const {
    Partition partition{.values = {{0, 0}},
                        .groupOf = std::vector<std::uint32_t>(m_snapshot->accountCount(), 0)};
    for (std::size_t at = 0; at < attributes.size(); ++at) {
        partition = split(partition, attributes[at], at);
    }
    std::vector<std::uint32_t> groupOf(m_rows.size());
    std::ranges::transform(
        m_accounts, groupOf.begin(), [&](AccountIndex account) { return partition.groupOf[account]; });
    std::vector<AccountGroup> groups = addedUp(partition.values, groupOf);
    std::vector<std::size_t> sizes(groups.size());
    std::ranges::transform(groups, sizes.begin(), accountsIn);
    std::vector<AccountIndex> accounts = byGroup(m_accounts, groupOf, sizes);
    std::size_t first = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        groups[group].accounts = std::span(accounts).subspan(first, sizes[group]);
        first += sizes[group];
    }
    std::erase_if(groups, [](const AccountGroup& group) { return group.accounts.empty(); });
    std::ranges::sort(groups, [this](const AccountGroup& a, const AccountGroup& b) {
        return comesFirst(*m_snapshot, a, b);
    });
    return {.accounts = std::move(accounts), .grouping = {.groups = std::move(groups), .all = m_all}};
}

} // namespace hb::analytics
