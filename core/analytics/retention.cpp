// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/retention.h"

#include "core/analytics/known_since.h"

#include <algorithm>

namespace hb::analytics {

namespace {

/// What an account that stayed pays at the end of the period.
std::int64_t
arrAtEnd(const Snapshot& snapshot, AccountIndex account, const Period& period, std::int64_t start) {
    const AttributeColumn* column = snapshot.findAttribute(attribute::arr);
    const std::optional<Day> changed = column ? column->since(account, period.to) : std::nullopt;
    if (changed && *changed > period.from) {
        return snapshot.arrCents(account, period.to).value_or(start); // cleared is not known, and not 0
    }
    std::int64_t cents = start;
    for (const Outcome& outcome : snapshot.outcomesOf(account)) {
        if (outcome.day > period.from && outcome.day <= period.to) {
            cents += outcome.arrChangeCents.value_or(0);
        }
    }
    return std::max<std::int64_t>(cents, 0);
}

/// One account of the cohort.
struct Member {
    AccountIndex account = 0;
    bool stayed = false;
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::string_view currency;
};

/// An account of which something is known, and since when.
struct Known {
    AccountIndex account = 0;
    Day since;
};

std::vector<Known>
knownOf(const Snapshot& snapshot, std::span<const AccountIndex> among, const std::stop_token& stop) {
    std::vector<Known> known;
    for (const AccountIndex account : among) {
        if (stop.stop_requested()) {
            break;
        }
        if (const std::optional<Day> since = knownSince(snapshot, account)) {
            known.push_back({.account = account, .since = *since});
        }
    }
    return known;
}

std::vector<Member> cohort(const Snapshot& snapshot, const Period& period, std::span<const Known> known) {
    std::vector<Member> members;
    for (const auto& [account, since] : known) {
        if (since > period.from || snapshot.isChurned(account, period.from)) {
            continue;
        }
        Member member{.account = account, .currency = snapshot.currencyOn(account, period.from)};
        member.stayed = !snapshot.isChurned(account, period.to);
        if (snapshot.currencyOn(account, period.to) == member.currency) {
            member.start = std::max<std::int64_t>(snapshot.arrCents(account, period.from).value_or(0), 0);
        }
        member.end = member.stayed ? arrAtEnd(snapshot, account, period, member.start) : 0;
        members.push_back(member);
    }
    return members;
}

void add(Retained& to, const Member& member) {
    to.logos.add(member.stayed);
    if (!member.stayed) {
        to.left.push_back(member.account);
    }
    if (member.start == 0) {
        return; // what paid nothing can keep nothing
    }
    auto found = std::ranges::find(to.arr, member.currency, &ArrKept::currency);
    if (found == to.arr.end()) {
        found = to.arr.insert(found, ArrKept{.currency = std::string(member.currency)});
    }
    found->start += member.start;
    found->kept += std::min(member.start, member.end);
    found->end += member.end;
}

void sortCurrencies(Retained& retained, std::string_view bookCurrency) {
    std::ranges::sort(retained.arr, [bookCurrency](const ArrKept& a, const ArrKept& b) {
        const bool isFirst = a.currency == bookCurrency;
        return isFirst != (b.currency == bookCurrency) ? isFirst : a.currency < b.currency;
    });
}

RetentionByBand byBand(const scoring::Scorer& scorer,
                       const Period& period,
                       int daysBefore,
                       std::span<const Member> members,
                       const std::stop_token& stop) {
    RetentionByBand split{.daysBefore = daysBefore, .bands = {}};
    const std::vector<scoring::AccountScore> scores = scorer.scoreBook(period.from - daysBefore, stop);
    for (const Member& member : members) {
        add(split.bands.at(static_cast<std::size_t>(scores[member.account].shown.band)), member);
    }
    for (Retained& band : split.bands) {
        sortCurrencies(band, scorer.snapshot().settings.currency);
    }
    return split;
}

std::optional<double> ratio(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? std::optional(static_cast<double>(part) / static_cast<double>(whole)) : std::nullopt;
}

} // namespace

std::optional<double> ArrKept::gross() const {
    return ratio(kept, start);
}

std::optional<double> ArrKept::net() const {
    return ratio(end, start);
}

std::vector<Retention> retention(const scoring::Scorer& scorer,
                                 std::span<const AccountIndex> among,
                                 std::span<const Period> periods,
                                 std::span<const int> daysBefore,
                                 const std::stop_token& stop) {
    const Snapshot& snapshot = scorer.snapshot();
    const std::vector<Known> known = knownOf(snapshot, among, stop);
    std::vector<Retention> result;
    for (const Period& period : periods) {
        if (stop.stop_requested()) {
            break;
        }
        Retention one{.period = period, .all = {}, .ahead = {}};
        const std::vector<Member> members = cohort(snapshot, period, known);
        for (const Member& member : members) {
            add(one.all, member);
        }
        sortCurrencies(one.all, snapshot.settings.currency);
        for (const int days : daysBefore) {
            one.ahead.push_back(byBand(scorer, period, days, members, stop));
        }
        result.push_back(std::move(one));
    }
    return result;
}

} // namespace hb::analytics
