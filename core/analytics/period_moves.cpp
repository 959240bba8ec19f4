// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/period_moves.h"

#include "core/analytics/known_since.h"
#include "core/base/contract.h"

#include <algorithm>
#include <iterator>

namespace hb::analytics {

namespace {

bool isKnownBy(const Snapshot& snapshot, AccountIndex account, Day day) {
    const std::optional<Day> since = knownSince(snapshot, account);
    return since && *since <= day;
}

/// Points from before to after; nothing where a day has no score.
double pointsOf(const Mover& mover) {
    return mover.before.hasScore() && mover.after.hasScore() ? mover.after.score - mover.before.score : 0;
}

void tally(Tally& into, const PaidAccount& who) {
    ++into.accounts;
    if (who.cents) {
        into.add(*who.cents, who.currency);
    }
}

} // namespace

Move moveOf(Band before, Band after) {
    if (before == after) {
        return Move::Stays;
    }
    if (before == Band::None || after == Band::None) {
        return after == Band::None ? Move::LosesData : Move::GainsData;
    }
    return after < before ? Move::Worse : Move::Better;
}

PeriodMoves periodMoves(const ComparedBook& book, std::span<const AccountIndex> among) {
    const Snapshot& snapshot = book.snapshot();
    const auto [from, to] = book.period;
    std::vector<bool> isAmong(snapshot.accountCount(), false);
    for (const AccountIndex account : among) {
        isAmong[account] = true;
    }
    const auto isMember = [&](const PaidAccount& who) { return isAmong[who.account]; };
    PeriodMoves result;
    std::ranges::copy_if(book.living, std::back_inserter(result.living), isMember);
    result.movement =
        movement(result.living, scoring::shownTracks(book.before), scoring::shownTracks(book.now));
    for (const PaidAccount& who : result.living) {
        const Move move = moveOf(book.before[who.account].shown.band, book.now[who.account].shown.band);
        tally(result.byMove[static_cast<std::size_t>(move)], who);
        if (!isKnownBy(snapshot, who.account, from)) {
            result.came.push_back(who);
        }
    }
    result.worstFirst = result.movement.movers;
    std::ranges::stable_sort(result.worstFirst, {}, pointsOf);
    for (const PaidAccount& who : livingByArr(snapshot, from)) {
        if (isMember(who) && snapshot.isChurned(who.account, to) && isKnownBy(snapshot, who.account, from)) {
            result.left.push_back(who);
        }
    }
    return result;
}

std::vector<Mover> inCell(const ComparedBook& book, const PeriodMoves& moves, Band before, Band after) {
    std::vector<Mover> movers;
    for (const PaidAccount& who : moves.living) {
        const scoring::TrackScore& old = book.before[who.account].shown;
        const scoring::TrackScore& now = book.now[who.account].shown;
        if (old.band == before && now.band == after) {
            movers.push_back({.who = who, .before = old, .after = now});
        }
    }
    std::ranges::stable_sort(movers, {}, pointsOf);
    return movers;
}

std::vector<AccountIndex> membersOf(const Snapshot& snapshot,
                                    Day day,
                                    std::span<const std::string_view> by,
                                    const std::array<TextIndex, 2>& values) {
    HB_EXPECTS(by.size() <= values.size());
    std::array<const AttributeColumn*, 2> columns{};
    for (std::size_t at = 0; at < by.size(); ++at) {
        columns[at] = snapshot.findAttribute(by[at]);
    }
    std::vector<AccountIndex> members;
    for (AccountIndex account = 0; account < snapshot.accountCount(); ++account) {
        bool has = true;
        for (std::size_t at = 0; at < by.size() && has; ++at) {
            has = (columns[at] ? columns[at]->on(account, day) : 0) == values[at];
        }
        if (has) {
            members.push_back(account);
        }
    }
    return members;
}

} // namespace hb::analytics
