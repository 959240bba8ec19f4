// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/grouping.h"

#include "core/base/contract.h"

#include <algorithm>
#include <unordered_map>

namespace hb::analytics {

namespace {

/// A group while it is added up.
struct Sums {
    double scores = 0;
    double weightedScores = 0;
    double arr = 0;
    double changes = 0;
    std::size_t scored = 0;
};

struct Growing {
    AccountGroup group;
    Sums sums;
};

/// What one account brings to its group, and to all.
struct Row {
    const PaidAccount& who;
    const scoring::TrackScore& now;
    const scoring::TrackScore& before;
    bool isInBookCurrency;
};

void add(Growing& to, const Row& row) {
    AccountGroup& group = to.group;
    group.accounts.push_back(row.who.account);
    Tally& band = group.bands[static_cast<std::size_t>(row.now.band)];
    ++band.accounts;
    if (row.who.cents) {
        band.add(*row.who.cents, row.who.currency);
    }
    if (row.before.band == Band::Green && row.now.band != Band::Green) {
        group.leftGreen.push_back(row.who.account);
    }
    if (row.now.band == Band::None) {
        return;
    }
    ++to.sums.scored;
    to.sums.scores += row.now.score;
    if (row.isInBookCurrency && row.who.cents.value_or(0) > 0) {
        const auto weight = static_cast<double>(*row.who.cents);
        to.sums.weightedScores += row.now.score * weight;
        to.sums.arr += weight;
    }
    if (row.before.band != Band::None) {
        ++group.compared;
        to.sums.changes += row.now.score - row.before.score;
    }
}

AccountGroup finished(Growing growing) {
    AccountGroup& group = growing.group;
    const Sums& sums = growing.sums;
    if (sums.scored > 0) {
        group.mean = sums.scores / static_cast<double>(sums.scored);
    }
    if (sums.arr > 0) {
        group.arrWeightedMean = sums.weightedScores / sums.arr;
    }
    if (group.compared > 0) {
        group.change = sums.changes / static_cast<double>(group.compared);
    }
    return std::move(group);
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

Grouping grouping(const Snapshot& snapshot,
                  Day day,
                  std::span<const std::string_view> by,
                  std::span<const PaidAccount> living,
                  std::span<const scoring::AccountScore> now,
                  std::span<const scoring::AccountScore> before) {
    HB_EXPECTS(!by.empty() && by.size() <= 2);
    std::array<const AttributeColumn*, 2> columns{};
    for (std::size_t at = 0; at < by.size(); ++at) {
        columns[at] = snapshot.findAttribute(by[at]);
    }
    std::unordered_map<std::uint64_t, std::size_t> known; ///< by both values
    std::vector<Growing> groups;
    Growing all;
    for (const PaidAccount& who : living) {
        std::array<TextIndex, 2> values{};
        for (std::size_t at = 0; at < columns.size(); ++at) {
            values[at] = columns[at] ? columns[at]->on(who.account, day) : 0;
        }
        const std::uint64_t key = (std::uint64_t{values[0]} << 32U) | values[1];
        const auto [at, isNew] = known.try_emplace(key, groups.size());
        if (isNew) {
            groups.emplace_back().group.values = values;
        }
        const Row row{.who = who,
                      .now = now[who.account].shown,
                      .before = before[who.account].shown,
                      .isInBookCurrency = who.currency == snapshot.settings.currency};
        add(groups[at->second], row);
        add(all, row);
    }
    Grouping result{.groups = {}, .all = finished(std::move(all))};
    for (Growing& each : groups) {
        result.groups.push_back(finished(std::move(each)));
    }
    std::ranges::sort(result.groups, [&](const AccountGroup& a, const AccountGroup& b) {
        return comesFirst(snapshot, a, b);
    });
    return result;
}

} // namespace hb::analytics
