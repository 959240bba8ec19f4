// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/snapshot.h"

#include <algorithm>
#include <cctype>

namespace hb {

namespace {

template <typename Row>
std::span<const Row> rowsOf(const std::vector<Row>& rows, AccountIndex account) {
    const auto found = std::ranges::equal_range(rows, account, {}, &Row::account);
    return {found.begin(), found.end()};
}

bool equalsIgnoringCase(std::string_view text, std::string_view lower) {
    return std::ranges::equal(
        text, lower, [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
}

} // namespace

TextIndex AttributeColumn::on(AccountIndex account, Day day) const {
    const std::size_t first = offsets[account];
    const std::size_t last = offsets[account + 1];
    if (first == last) {
        return 0;
    }
    const auto begin = days.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = days.begin() + static_cast<std::ptrdiff_t>(last);
    const auto after = std::upper_bound(begin, end, day.number);
    const auto at = after == begin ? begin : after - 1;
    return values[static_cast<std::size_t>(at - days.begin())];
}

std::optional<Day> AttributeColumn::since(AccountIndex account, Day day) const {
    std::optional<Day> since;
    for (std::size_t i = offsets[account] + 1; i < offsets[account + 1] && days[i] <= day.number; ++i) {
        if (values[i] != values[i - 1]) {
            since = Day{days[i]};
        }
    }
    return since;
}

std::optional<AccountIndex> Snapshot::findAccount(std::string_view key) const {
    const auto at = std::ranges::lower_bound(
        *accounts, key, {}, [](const Account& a) -> std::string_view { return a.key; });
    if (at != accounts->end() && at->key == key) {
        return static_cast<AccountIndex>(at - accounts->begin());
    }
    const auto further = std::ranges::lower_bound(
        furtherKeys, key, {}, [](const FurtherKey& each) -> std::string_view { return each.key; });
    return further != furtherKeys.end() && further->key == key ? std::optional(further->account)
                                                               : std::nullopt;
}

std::optional<AccountIndex> Snapshot::findAccount(AccountId id) const {
    if (const auto at = std::ranges::find(*accounts, id, &Account::id); at != accounts->end()) {
        return static_cast<AccountIndex>(at - accounts->begin());
    }
    const auto part = std::ranges::lower_bound(merged, id, {}, &MergedAccount::id);
    return part != merged.end() && part->id == id ? std::optional(part->into) : std::nullopt;
}

std::optional<MetricIndex> Snapshot::findMetric(std::string_view key) const {
    const auto at = std::ranges::find(scorecard->metrics, key, &Metric::key);
    if (at == scorecard->metrics.end()) {
        return std::nullopt;
    }
    return static_cast<MetricIndex>(at - scorecard->metrics.begin());
}

const AttributeColumn* Snapshot::findAttribute(std::string_view key) const {
    const auto at = std::ranges::find(*attributes, key, &AttributeColumn::key);
    return at == attributes->end() ? nullptr : &*at;
}

std::string_view Snapshot::attributeOn(AccountIndex account, std::string_view key, Day day) const {
    const AttributeColumn* column = findAttribute(key);
    return column ? std::string_view((*texts)[column->on(account, day)]) : std::string_view();
}

std::string_view Snapshot::nameOn(AccountIndex account, Day day) const {
    const std::string_view name = attributeOn(account, attribute::name, day);
    return name.empty() ? std::string_view((*accounts)[account].key) : name;
}

std::span<const Override> Snapshot::overridesOf(AccountIndex account) const {
    return rowsOf(overrides, account);
}

std::span<const Outcome> Snapshot::outcomesOf(AccountIndex account) const {
    return rowsOf(outcomes, account);
}

std::span<const Action> Snapshot::actionsOf(AccountIndex account) const {
    return rowsOf(actions, account);
}

std::optional<std::int64_t> Snapshot::arrCents(AccountIndex account, Day day) const {
    return parseCents(attributeOn(account, attribute::arr, day));
}

std::string_view Snapshot::currencyOn(AccountIndex account, Day day) const {
    const std::string_view own = attributeOn(account, attribute::currency, day);
    return own.empty() ? std::string_view(settings.currency) : own;
}

bool Snapshot::isChurned(AccountIndex account, Day day) const {
    const std::span<const Outcome> all = outcomesOf(account);
    const auto later = std::ranges::upper_bound(all, day, {}, &Outcome::day);
    if (later != all.begin() && (later - 1)->kind == OutcomeKind::Churned) {
        return true;
    }
    return equalsIgnoringCase(attributeOn(account, attribute::status, day), "churned");
}

std::optional<std::int64_t> parseCents(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) {
        text.remove_prefix(1);
    }
    constexpr std::size_t mostDigits = 15; // stays far inside 64 bits
    std::int64_t cents = 0;
    std::size_t whole = 0;
    while (whole < text.size() && text[whole] >= '0' && text[whole] <= '9') {
        cents = cents * 10 + (text[whole] - '0');
        if (++whole > mostDigits) {
            return std::nullopt;
        }
    }
    if (whole == 0) {
        return std::nullopt;
    }
    std::size_t decimals = 0;
    if (whole < text.size()) {
        if (text[whole] != '.' || text.size() - whole > 3 || text.size() - whole < 2) {
            return std::nullopt;
        }
        for (std::size_t i = whole + 1; i < text.size(); ++i, ++decimals) {
            if (text[i] < '0' || text[i] > '9') {
                return std::nullopt;
            }
            cents = cents * 10 + (text[i] - '0');
        }
    }
    for (; decimals < 2; ++decimals) {
        cents *= 10;
    }
    return negative ? -cents : cents;
}

std::string centsToText(std::int64_t cents) {
    const std::int64_t size = cents < 0 ? -cents : cents;
    std::string text = (cents < 0 ? "-" : "") + std::to_string(size / 100);
    if (const std::int64_t rest = size % 100; rest != 0) {
        text += '.';
        text += static_cast<char>('0' + rest / 10);
        if (rest % 10 != 0) {
            text += static_cast<char>('0' + rest % 10);
        }
    }
    return text;
}

} // namespace hb
