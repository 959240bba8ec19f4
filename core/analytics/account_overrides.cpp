// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/account_overrides.h"

#include <algorithm>
#include <tuple>

namespace hb::analytics {

namespace {

using Positions = std::vector<std::pair<std::size_t, const Override*>>;

bool holds(const Positions& acting, OverrideId id) {
    return std::ranges::any_of(acting, [id](const auto& each) { return each.second->id == id; });
}

std::optional<std::size_t>
positionOf(const Snapshot& snapshot, const scoring::CompiledVersion& version, const Override& entered) {
    if (entered.target == OverrideTarget::Group) {
        const auto group = std::ranges::find(version.groups, entered.key, &scoring::CompiledGroup::key);
        return group == version.groups.end()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(group - version.groups.begin()));
    }
    const auto metric = std::ranges::find_if(version.metrics, [&](const scoring::CompiledMetric& each) {
        return snapshot.scorecard->metrics[each.metric].key == entered.key;
    });
    return metric == version.metrics.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(metric - version.metrics.begin()));
}

} // namespace

std::vector<AccountOverride> accountOverrides(const scoring::Scorer& scorer, AccountIndex account, Day day) {
    const Snapshot& snapshot = scorer.snapshot();
    const scoring::CompiledVersion& version = scorer.versionOf(account, day);
    const scoring::AccountDetail computed = scorer.detail(account, day, scoring::Track::Computed);
    scoring::LiveOverrides live;
    scoring::findLiveOverrides({snapshot, version, account, day}, live);
    std::vector<AccountOverride> all;
    for (const Override& entered : snapshot.overridesOf(account)) {
        AccountOverride each{.entered = entered, .state = OverrideState::Ended, .computed = {}};
        const bool isOverall = entered.target == OverrideTarget::Overall;
        const auto position = isOverall ? std::nullopt : positionOf(snapshot, version, entered);
        if (isOverall) {
            each.computed = computed.overall;
        } else if (position) {
            each.computed = entered.target == OverrideTarget::Metric ? computed.metrics[*position].score
                                                                     : computed.groups[*position].score;
        }
        const bool acts = (live.overall && live.overall->id == entered.id) ||
                          holds(live.metrics, entered.id) || holds(live.groups, entered.id);
        if (acts) {
            each.state = OverrideState::Acting;
        } else if (entered.first > day && entered.last >= entered.first) {
            each.state = OverrideState::Coming;
        } else if (entered.first <= day && day <= entered.last) {
            each.state = isOverall || position ? OverrideState::Superseded : OverrideState::Untargeted;
        }
        all.push_back(std::move(each));
    }
    std::ranges::reverse(all); // of equals the last entered stands first
    std::ranges::stable_sort(all, [](const AccountOverride& a, const AccountOverride& b) {
        const auto rank = [](const AccountOverride& each) {
            return each.isLive() ? 0 : each.state == OverrideState::Coming ? 1 : 2;
        };
        return std::tuple(rank(a), b.entered.first) < std::tuple(rank(b), a.entered.first);
    });
    return all;
}

OverrideEffect overrideEffect(const scoring::Scorer& scorer, const Override& added, Day day) {
    return {.before = scorer.score(added.account, day).shown, .after = scorer.scoreWith(added, day).shown};
}

} // namespace hb::analytics
