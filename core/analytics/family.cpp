// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/family.h"

#include "core/scoring/band.h"
#include "core/scoring/rounding.h"

#include <numeric>
#include <unordered_map>
#include <unordered_set>

namespace hb::analytics {

Family::Family(const Snapshot& snapshot, Day day)
    : m_snapshot(snapshot), m_day(day), m_parents(snapshot.accountCount()),
      m_offsets(snapshot.accountCount() + 1) {
    std::iota(m_parents.begin(), m_parents.end(), AccountIndex{0});
    const AttributeColumn* column = snapshot.findAttribute(attribute::parentId);
    if (!column) {
        return;
    }
    std::unordered_map<TextIndex, std::optional<AccountIndex>> named;
    for (AccountIndex account = 0; account < m_parents.size(); ++account) {
        const TextIndex text = column->on(account, day);
        const auto [known, isNew] = named.try_emplace(text);
        if (isNew) {
            known->second = snapshot.findAccount((*snapshot.texts)[text]);
        }
        m_parents[account] = known->second.value_or(account);
        m_offsets[m_parents[account] + 1] += m_parents[account] != account ? 1U : 0U;
    }
    std::partial_sum(m_offsets.begin(), m_offsets.end(), m_offsets.begin());
    m_children.resize(m_offsets.back());
    std::vector<std::uint32_t> next(m_offsets.begin(), m_offsets.end() - 1);
    for (AccountIndex account = 0; account < m_parents.size(); ++account) {
        if (m_parents[account] != account) {
            m_children[next[m_parents[account]]++] = account;
        }
    }
}

std::optional<AccountIndex> Family::parentOf(AccountIndex account) const {
    return m_parents[account] == account ? std::nullopt : std::optional(m_parents[account]);
}

std::span<const AccountIndex> Family::childrenOf(AccountIndex account) const {
    return std::span(m_children).subspan(m_offsets[account], m_offsets[account + 1] - m_offsets[account]);
}

std::vector<AccountIndex> Family::below(AccountIndex account) const {
    std::vector<AccountIndex> all;
    std::vector<AccountIndex> waiting{account};
    std::unordered_set<AccountIndex> met{account};
    for (std::size_t at = 0; at < waiting.size(); ++at) {
        for (const AccountIndex child : childrenOf(waiting[at])) {
            if (met.insert(child).second) {
                waiting.push_back(child);
                if (!m_snapshot.isChurned(child, m_day)) {
                    all.push_back(child);
                }
            }
        }
    }
    return all;
}

FamilyScore
familyScore(const scoring::Scorer& scorer, const Family& family, AccountIndex account, FamilyRule rule) {
    const Snapshot& snapshot = scorer.snapshot();
    const Day day = family.day();
    const std::string_view currency = snapshot.currencyOn(account, day);
    FamilyScore result;
    result.rule = rule;
    double sum = 0, weights = 0;
    scoring::Scorer::Scratch scratch;
    for (const AccountIndex each : family.below(account)) {
        ++result.accounts;
        const scoring::TrackScore shown = scorer.score(each, day, scratch).shown;
        if (shown.band == Band::None) {
            ++result.withoutBand;
            continue;
        }
        if (!result.lowestScore || scoring::below(shown.score, *result.lowestScore)) {
            result.lowest = each;
            result.lowestScore = shown.score;
            result.lowestBand = shown.band;
        }
        const std::int64_t cents = snapshot.arrCents(each, day).value_or(0);
        if (cents <= 0) {
            ++result.withoutArr;
        } else if (snapshot.currencyOn(each, day) != currency) {
            ++result.inOtherCurrency;
        } else {
            sum += shown.score * static_cast<double>(cents);
            weights += static_cast<double>(cents);
        }
    }
    if (weights > 0) {
        result.arrWeightedMean = sum / weights;
    }
    const bool isLowest = rule == FamilyRule::Lowest;
    result.score = isLowest ? result.lowestScore : result.arrWeightedMean;
    const scoring::CompiledVersion& version = scorer.versionOf(account, day);
    const Band band = scoring::bandOf(version.ranges, result.score);
    const std::size_t left = result.withoutBand + (isLowest ? 0 : result.withoutArr + result.inOtherCurrency);
    const bool isEnough = scoring::atLeast(static_cast<double>(result.accounts - left),
                                           version.minCoverage * static_cast<double>(result.accounts));
    result.band = isEnough || (isLowest && band == Band::Red) ? band : Band::None;
    return result;
}

} // namespace hb::analytics
