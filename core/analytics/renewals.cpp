// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/renewals.h"

#include "core/base/parallel_for.h"

#include <algorithm>

namespace hb::analytics {

namespace {

/// Whether an account stayed, where that is what the outcome says.
std::optional<bool> staysBy(OutcomeKind kind) {
    switch (kind) {
    case OutcomeKind::Renewed:
    case OutcomeKind::Downgraded:
        return true;
    case OutcomeKind::Churned:
        return false;
    case OutcomeKind::Expanded:
        break;
    }
    return std::nullopt;
}

struct Decision {
    AccountIndex account = 0;
    Day day;
    bool stayed = false;
};

std::vector<Decision> decisionsUntil(const Snapshot& snapshot, Day day) {
    std::vector<Decision> decisions;
    for (const Outcome& outcome : snapshot.outcomes) {
        const std::optional<bool> stayed = staysBy(outcome.kind);
        if (!stayed || outcome.day > day) {
            continue;
        }
        const bool isAgain = !decisions.empty() && decisions.back().account == outcome.account &&
                             decisions.back().day == outcome.day;
        if (isAgain) {
            decisions.back().stayed = *stayed;
        } else {
            decisions.push_back({.account = outcome.account, .day = outcome.day, .stayed = *stayed});
        }
    }
    return decisions;
}

/// The day after the last of the calendar quarter that begins on `first`.
Day nextQuarter(Day first) {
    const YearMonthDay date = toYearMonthDay(first);
    const int month = date.month + 3;
    return fromYearMonthDay(date.year + (month > 12 ? 1 : 0), month > 12 ? month - 12 : month, 1)
        .value_or(lastDay);
}

std::vector<RenewalQuarter> quartersFrom(Day day, std::size_t count) {
    std::vector<RenewalQuarter> quarters(count);
    Day first = periodOn(day, PeriodKind::ThisQuarter).from + 1;
    for (RenewalQuarter& quarter : quarters) {
        quarter.first = first;
        first = nextQuarter(first);
        quarter.last = first - 1;
    }
    return quarters;
}

void addArr(std::vector<ExpectedArr>& to, const Renewing& renewing, const RenewalRates& rates) {
    auto found = std::ranges::find(to, renewing.who.currency, &ExpectedArr::currency);
    if (found == to.end()) {
        found = to.insert(found, ExpectedArr{.currency = std::string(renewing.who.currency)});
    }
    const std::int64_t cents = *renewing.who.cents;
    const Band band = renewing.score.band;
    found->due += cents;
    if (!rates.isKnown(band)) {
        found->unknown += cents;
        return;
    }
    const Rate& rate = rates.bands.at(static_cast<std::size_t>(band));
    const Interval interval = intervalOf(rate);
    const auto amount = static_cast<double>(cents);
    found->expected += amount * rate.share();
    found->low += amount * interval.low;
    found->high += amount * interval.high;
}

void finish(RenewalQuarter& quarter, const RenewalRates& rates, std::string_view bookCurrency) {
    for (const Renewing& renewing : quarter.renewals) {
        Tally& band = quarter.bands.at(static_cast<std::size_t>(renewing.score.band));
        ++band.accounts;
        if (renewing.who.cents) {
            band.add(*renewing.who.cents, renewing.who.currency);
            addArr(quarter.arr, renewing, rates);
        }
    }
    std::ranges::sort(quarter.arr, [bookCurrency](const ExpectedArr& a, const ExpectedArr& b) {
        const bool isFirst = a.currency == bookCurrency;
        return isFirst != (b.currency == bookCurrency) ? isFirst : a.currency < b.currency;
    });
    std::ranges::stable_sort(quarter.renewals, {}, &Renewing::renews);
}

} // namespace

Rate RenewalRates::all() const {
    Rate sum;
    for (const Rate& band : bands) {
        sum.yes += band.yes;
        sum.of += band.of;
    }
    return sum;
}

RenewalRates renewalRates(const scoring::Scorer& scorer,
                          Day day,
                          const RenewalRateOptions& options,
                          const std::stop_token& stop) {
    const std::vector<Decision> decisions = decisionsUntil(scorer.snapshot(), day);
    std::vector<Band> bands(decisions.size(), Band::None);
    constexpr std::size_t accountsPerPiece = 256;
    parallelFor(decisions.size(), accountsPerPiece, stop, [&](std::size_t first, std::size_t last) {
        scoring::Scorer::Scratch scratch;
        for (std::size_t at = first; at < last; ++at) {
            const Day before = decisions[at].day - options.daysBefore;
            bands[at] = scorer.score(decisions[at].account, before, scratch).shown.band;
        }
    });
    RenewalRates rates{.bands = {}, .options = options};
    for (std::size_t at = 0; at < decisions.size(); ++at) {
        rates.bands.at(static_cast<std::size_t>(bands[at])).add(decisions[at].stayed);
    }
    return rates;
}

RenewalForecast renewalForecast(const Snapshot& snapshot,
                                Day day,
                                std::span<const PaidAccount> living,
                                std::span<const scoring::AccountScore> now,
                                const RenewalRates& rates,
                                std::size_t quarters) {
    RenewalForecast forecast{.quarters = quartersFrom(day, quarters), .overdue = {}};
    for (const PaidAccount& who : living) {
        const auto renews = parseIsoDay(snapshot.attributeOn(who.account, attribute::renewalDate, day));
        if (!renews) {
            continue;
        }
        const Renewing renewing{.who = who, .renews = *renews, .score = now[who.account].shown};
        if (*renews < day) {
            forecast.overdue.push_back(renewing);
            continue;
        }
        const auto quarter = std::ranges::find_if(
            forecast.quarters, [&](const RenewalQuarter& each) { return *renews <= each.last; });
        if (quarter != forecast.quarters.end()) {
            quarter->renewals.push_back(renewing);
        }
    }
    for (RenewalQuarter& quarter : forecast.quarters) {
        finish(quarter, rates, snapshot.settings.currency);
    }
    std::ranges::stable_sort(forecast.overdue, {}, &Renewing::renews);
    return forecast;
}

} // namespace hb::analytics
