// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/movement.h"

#include "core/scoring/rounding.h"

#include <algorithm>
#include <cmath>
#include <numeric>

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
bool paysMore(const PaidAccount& a, const PaidAccount& b, std::string_view bookCurrency) {
    if (a.cents.has_value() != b.cents.has_value()) {
        return a.cents.has_value();
    }
    if (a.currency != b.currency) {
        const bool isOwn = a.currency == bookCurrency;
        return isOwn != (b.currency == bookCurrency) ? isOwn : a.currency < b.currency;
    }
    return a.cents && *a.cents > *b.cents;
}

bool paysTheSame(const Mover& a, const Mover& b) {
    return a.who.cents == b.who.cents && a.who.currency == b.who.currency;
}

/// They come by ARR; those of equal ARR are put by how far they moved.
void sortEqualArr(std::vector<Mover>& movers) {
    for (auto first = movers.begin(); first != movers.end();) {
        const auto last = std::find_if_not(
            first, movers.end(), [&](const Mover& each) { return paysTheSame(*first, each); });
        std::stable_sort(
            first, last, [](const Mover& a, const Mover& b) { return pointsMoved(a) > pointsMoved(b); });
        first = last;
    }
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

PaidAccount paidOn(const Snapshot& snapshot, AccountIndex account, Day day) {
    PaidAccount paid{.account = account, .cents = snapshot.arrCents(account, day), .currency = {}};
    if (paid.cents) {
        paid.currency = snapshot.currencyOn(account, day);
    }
    return paid;
}

std::vector<AccountIndex> everyAccount(const Snapshot& snapshot) {
    std::vector<AccountIndex> all(snapshot.accountCount());
    std::iota(all.begin(), all.end(), AccountIndex{0});
    return all;
}

std::vector<PaidAccount> livingByArr(const Snapshot& snapshot, Day day) {
    std::vector<PaidAccount> living;
    living.reserve(snapshot.accountCount());
    for (AccountIndex account = 0; account < snapshot.accountCount(); ++account) {
        if (!snapshot.isChurned(account, day)) {
            living.push_back(paidOn(snapshot, account, day));
        }
    }
    std::ranges::stable_sort(living, [&](const PaidAccount& a, const PaidAccount& b) {
        return paysMore(a, b, snapshot.settings.currency);
    });
    return living;
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

Movement movement(std::span<const PaidAccount> living,
                  std::span<const scoring::TrackScore> before,
                  std::span<const scoring::TrackScore> after) {
    Movement result;
    for (const PaidAccount& who : living) {
        const scoring::TrackScore& old = before[who.account];
        const scoring::TrackScore& now = after[who.account];
        result.coverageBefore += old.coverage;
        result.coverageAfter += now.coverage;
        result.rescored += isRescored(old, now) ? 1U : 0U;
        Tally& cell = result.cells[static_cast<std::size_t>(old.band)][static_cast<std::size_t>(now.band)];
        ++cell.accounts;
        if (who.cents) {
            cell.add(*who.cents, who.currency);
        }
        if (old.band != now.band) {
            result.movers.push_back({.who = who, .before = old, .after = now});
        }
    }
    if (!living.empty()) {
        result.coverageBefore /= static_cast<double>(living.size());
        result.coverageAfter /= static_cast<double>(living.size());
    }
    sortEqualArr(result.movers);
    return result;
}

} // namespace hb::analytics
