// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/movement.h"

#include "core/scoring/rounding.h"

#include <algorithm>
#include <cmath>

namespace hb::analytics {

namespace {

void join(Tally& into, const Tally& more) {
    into.accounts += more.accounts;
    for (const auto& [currency, cents] : more.cents) {
        const auto known =
            std::ranges::find(into.cents, currency, &std::pair<std::string, std::int64_t>::first);
        if (known == into.cents.end()) {
            into.cents.emplace_back(currency, cents);
        } else {
            known->second += cents;
        }
    }
}

double pointsMoved(const Mover& mover) {
    return mover.before.hasScore() && mover.after.hasScore()
               ? std::abs(mover.after.score - mover.before.score)
               : 0;
}

/// Amounts of different currencies say nothing of one another: the book's own come first.
bool comesFirst(const Mover& a, const Mover& b, std::string_view bookCurrency) {
    if (a.cents.has_value() != b.cents.has_value()) {
        return a.cents.has_value();
    }
    if (a.currency != b.currency) {
        const bool isOwn = a.currency == bookCurrency;
        return isOwn != (b.currency == bookCurrency) ? isOwn : a.currency < b.currency;
    }
    if (a.cents != b.cents) {
        return *a.cents > *b.cents;
    }
    return pointsMoved(a) > pointsMoved(b);
}

bool isRescored(const scoring::TrackScore& before, const scoring::TrackScore& after) {
    return before.hasScore() != after.hasScore() ||
           (before.hasScore() && scoring::rounded(before.score) != scoring::rounded(after.score));
}

} // namespace

void Tally::add(std::int64_t amount, std::string_view currency) {
    const auto known = std::ranges::find(cents, currency, &std::pair<std::string, std::int64_t>::first);
    if (known == cents.end()) {
        cents.emplace_back(currency, amount);
    } else {
        known->second += amount;
    }
}

std::vector<AccountArr> arrOfBook(const Snapshot& snapshot, Day day) {
    std::vector<AccountArr> all(snapshot.accountCount());
    for (AccountIndex account = 0; account < all.size(); ++account) {
        all[account].cents = snapshot.arrCents(account, day);
        if (all[account].cents) {
            all[account].currency = snapshot.currencyOn(account, day);
        }
    }
    return all;
}

std::array<Tally, 4> Movement::before() const {
    std::array<Tally, 4> sums;
    for (std::size_t from = 0; from < sums.size(); ++from) {
        for (const Tally& cell : cells[from]) {
            join(sums[from], cell);
        }
    }
    return sums;
}

std::array<Tally, 4> Movement::after() const {
    std::array<Tally, 4> sums;
    for (const auto& row : cells) {
        for (std::size_t to = 0; to < sums.size(); ++to) {
            join(sums[to], row[to]);
        }
    }
    return sums;
}

Tally Movement::moved() const {
    Tally all;
    for (std::size_t from = 0; from < cells.size(); ++from) {
        for (std::size_t to = 0; to < cells.size(); ++to) {
            if (from != to) {
                join(all, cells[from][to]);
            }
        }
    }
    return all;
}

Movement movement(const Snapshot& snapshot,
                  Day day,
                  std::span<const scoring::AccountScore> before,
                  std::span<const scoring::AccountScore> after,
                  std::span<const AccountArr> arr) {
    Movement result;
    std::size_t living = 0;
    for (AccountIndex account = 0; account < before.size(); ++account) {
        if (snapshot.isChurned(account, day)) {
            continue;
        }
        ++living;
        const scoring::TrackScore& old = before[account].shown;
        const scoring::TrackScore& now = after[account].shown;
        result.coverageBefore += old.coverage;
        result.coverageAfter += now.coverage;
        result.rescored += isRescored(old, now) ? 1U : 0U;
        Tally& cell = result.cells[static_cast<std::size_t>(old.band)][static_cast<std::size_t>(now.band)];
        ++cell.accounts;
        if (arr[account].cents) {
            cell.add(*arr[account].cents, arr[account].currency);
        }
        if (old.band != now.band) {
            result.movers.push_back({.account = account,
                                     .before = old,
                                     .after = now,
                                     .cents = arr[account].cents,
                                     .currency = arr[account].currency});
        }
    }
    if (living > 0) {
        result.coverageBefore /= static_cast<double>(living);
        result.coverageAfter /= static_cast<double>(living);
    }
    std::ranges::stable_sort(result.movers, [&](const Mover& a, const Mover& b) {
        return comesFirst(a, b, snapshot.settings.currency);
    });
    return result;
}

} // namespace hb::analytics
