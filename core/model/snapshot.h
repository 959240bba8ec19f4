// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/model/action.h"
#include "core/model/draft.h"
#include "core/model/outcome.h"
#include "core/model/override.h"
#include "core/model/settings.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// A Snapshot is the whole book in columns: immutable, shared between threads, made by core/book. Scores,
// pages, versions and what-ifs are all answered from it. An edit makes a new Snapshot that shares every part
// it did not touch.

namespace hb {

/// The measurements of one metric of one account, days strictly increasing. A day is Day::number.
struct Points {
    std::span<const std::int32_t> days;
    std::span<const double> values;

    [[nodiscard]] bool empty() const { return days.empty(); }
    [[nodiscard]] std::size_t size() const { return days.size(); }
};

inline constexpr std::size_t accountsPerBlock = 4096;

/// One metric of `accountsPerBlock` accounts (fewer in the last block).
struct Block {
    std::vector<std::uint32_t> offsets; ///< accounts in the block + 1
    std::vector<std::int32_t> days;
    std::vector<double> values;
};

/// All measurements of one metric. A missing block (null) has none.
struct SeriesColumn {
    std::vector<std::shared_ptr<const Block>> blocks;

    [[nodiscard]] Points of(AccountIndex account) const {
        const std::size_t number = account / accountsPerBlock;
        if (number >= blocks.size() || !blocks[number]) {
            return {};
        }
        const Block& block = *blocks[number];
        const std::size_t row = account % accountsPerBlock;
        if (row + 1 >= block.offsets.size()) {
            return {};
        }
        const std::size_t first = block.offsets[row];
        const std::size_t count = block.offsets[row + 1] - first;
        return {std::span(block.days).subspan(first, count), std::span(block.values).subspan(first, count)};
    }
};

/// One attribute of all accounts: for each, the days from which its values hold, increasing.
struct AttributeColumn {
    std::string key;
    std::vector<std::uint32_t> offsets; ///< accounts + 1
    std::vector<std::int32_t> days;
    std::vector<TextIndex> values; ///< into Snapshot::texts

    /// The value that holds on `day`: the latest from then or before, else the earliest; 0 (the empty text)
    /// without any.
    [[nodiscard]] TextIndex on(AccountIndex account, Day day) const;
    /// The day of the change after which the value on `day` has held without a break. None where nothing
    /// changed before: the earliest value holds before its day too, nobody knows since when.
    [[nodiscard]] std::optional<Day> since(AccountIndex account, Day day) const;
};

struct Account {
    AccountId id;
    std::string key; ///< the account_id of the files, unique in a book
};

/// One more id that leads to an account: one that it had before, or one of an account that was merged into
/// it.
struct FurtherKey {
    std::string key;
    AccountIndex account = 0;
};

/// An account that is shown as a part of another.
struct MergedAccount {
    AccountId id;
    AccountIndex into = 0;
};

/// Which person has looked at an account, when, and which reasons held then (bits of scoring/reasons.h).
struct Review {
    AccountIndex account = 0;
    std::string person;
    Day day;
    std::uint32_t reasons = 0;

    friend bool operator==(const Review&, const Review&) = default;
};

/// Names of the attributes that Healthbook itself knows (formats.md). All others are custom.
namespace attribute {
inline constexpr std::string_view name = "name";
inline constexpr std::string_view owner = "owner";
inline constexpr std::string_view manager = "manager";
inline constexpr std::string_view segment = "segment";
inline constexpr std::string_view lifecycleStage = "lifecycle_stage";
inline constexpr std::string_view region = "region";
inline constexpr std::string_view product = "product";
inline constexpr std::string_view serviceLevel = "service_level";
inline constexpr std::string_view arr = "arr"; ///< a decimal number with at most two decimals, as "120000.5"
inline constexpr std::string_view currency = "currency";
inline constexpr std::string_view renewalDate = "renewal_date"; ///< YYYY-MM-DD
inline constexpr std::string_view parentId = "parent_id";
inline constexpr std::string_view status = "status";
inline constexpr std::string_view champion = "champion";
} // namespace attribute

struct Snapshot {
    std::shared_ptr<const std::vector<Account>> accounts; ///< by key
    std::shared_ptr<const Scorecard> scorecard;
    std::vector<MetricId> metricIds;  ///< as scorecard->metrics
    std::vector<SeriesColumn> series; ///< as scorecard->metrics; hand-set values stand over imported ones
    std::shared_ptr<const std::vector<AttributeColumn>> attributes;
    std::shared_ptr<const std::vector<std::string>> texts; ///< the first is empty; each text once
    std::vector<Override> overrides;                       ///< by account, then as entered
    std::vector<Outcome> outcomes;                         ///< by account, then day, then as stated
    std::vector<Action> actions;                           ///< by account, then as entered
    std::vector<Review> reviews;
    std::vector<SavedDraft> drafts; ///< by key; they score nobody
    BookSettings settings;
    std::optional<Day> newestMeasurement;
    std::optional<Day> oldestMeasurement;
    std::int64_t lastChange = 0;         ///< the seq of the book's newest change that this holds
    std::vector<FurtherKey> furtherKeys; ///< by key
    std::vector<MergedAccount> merged;   ///< by id

    [[nodiscard]] std::size_t accountCount() const { return accounts->size(); }
    [[nodiscard]] std::size_t metricCount() const { return scorecard->metrics.size(); }
    /// None where the book has no such account, metric or attribute. An account is found by further ids too.
    [[nodiscard]] std::optional<AccountIndex> findAccount(std::string_view key) const;
    /// The account itself, or the one that shows it.
    [[nodiscard]] std::optional<AccountIndex> findAccount(AccountId id) const;
    [[nodiscard]] std::optional<MetricIndex> findMetric(std::string_view key) const;
    [[nodiscard]] const AttributeColumn* findAttribute(std::string_view key) const;
    /// The value of an attribute on a day; empty where it is absent.
    [[nodiscard]] std::string_view attributeOn(AccountIndex account, std::string_view key, Day day) const;
    /// Its name on a day; its key where it has none, as an account that only a measurement named.
    [[nodiscard]] std::string_view nameOn(AccountIndex account, Day day) const;
    /// The overrides (outcomes, actions) of one account, as entered.
    [[nodiscard]] std::span<const Override> overridesOf(AccountIndex account) const;
    [[nodiscard]] std::span<const Outcome> outcomesOf(AccountIndex account) const;
    [[nodiscard]] std::span<const Action> actionsOf(AccountIndex account) const;
    /// ARR in cents of the account's currency on a day; none where it has none: that is not 0.
    [[nodiscard]] std::optional<std::int64_t> arrCents(AccountIndex account, Day day) const;
    [[nodiscard]] std::string_view currencyOn(AccountIndex account, Day day) const;
    /// By its latest outcome or its status on the day (scoring.md, section 1).
    [[nodiscard]] bool isChurned(AccountIndex account, Day day) const;
};

/// Reads a decimal amount with at most two decimals ("-12", "120000.5") as hundredths; none for anything
/// else.
[[nodiscard]] std::optional<std::int64_t> parseCents(std::string_view text);
/// The inverse of parseCents, without needless zeros.
[[nodiscard]] std::string centsToText(std::int64_t cents);

} // namespace hb
