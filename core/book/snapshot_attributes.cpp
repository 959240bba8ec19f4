// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/snapshot_attributes.h"

#include "core/store/snapshot_store.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <unordered_set>

namespace hb::book {

namespace {

/// Keeps each text once and gives its place. The texts themselves are the keys, so that none is kept twice.
class TextPool {
public:
    explicit TextPool(std::vector<std::string> texts)
        : m_texts(std::move(texts)), m_index(0, Hash{this}, Equal{this}) {
        if (m_texts.empty()) {
            m_texts.emplace_back();
        }
        m_index.reserve(m_texts.size());
        for (TextIndex i = 0; i < m_texts.size(); ++i) {
            m_index.insert(i);
        }
    }
    TextPool(const TextPool&) = delete;
    TextPool& operator=(const TextPool&) = delete;

    TextIndex indexOf(std::string_view text) {
        if (const auto found = m_index.find(text); found != m_index.end()) {
            return *found;
        }
        m_texts.emplace_back(text);
        const auto index = static_cast<TextIndex>(m_texts.size() - 1);
        m_index.insert(index);
        return index;
    }

    std::vector<std::string> take() { return std::move(m_texts); }

private:
    struct Hash {
        using is_transparent = void;
        const TextPool* pool;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
        std::size_t operator()(TextIndex index) const {
            return (*this)(std::string_view(pool->m_texts[index]));
        }
    };
    struct Equal {
        using is_transparent = void;
        const TextPool* pool;
        bool operator()(TextIndex a, TextIndex b) const { return a == b; }
        bool operator()(std::string_view text, TextIndex index) const { return pool->m_texts[index] == text; }
        bool operator()(TextIndex index, std::string_view text) const { return pool->m_texts[index] == text; }
    };
    std::vector<std::string> m_texts;
    std::unordered_set<TextIndex, Hash, Equal> m_index;
};

/// One value of one attribute on its way into a column.
struct Cell {
    std::uint32_t column = 0;
    AccountIndex account = 0;
    std::int32_t day = 0;
    TextIndex value = 0;
    std::int64_t part = 0; ///< 0: the account's own; else the part that states it
};

/// Columns from cells in the order of column, account, day.
void appendColumn(std::vector<AttributeColumn>& columns,
                  std::string key,
                  std::span<const Cell> cells,
                  std::size_t accounts) {
    AttributeColumn& column = columns.emplace_back();
    column.key = std::move(key);
    column.offsets.assign(accounts + 1, 0);
    column.days.reserve(cells.size());
    column.values.reserve(cells.size());
    for (const Cell& cell : cells) {
        ++column.offsets[cell.account + 1];
        column.days.push_back(cell.day);
        column.values.push_back(cell.value);
    }
    for (std::size_t i = 0; i < accounts; ++i) {
        column.offsets[i + 1] += column.offsets[i];
    }
}

/// Of one attribute of one account, from which day on each part states it; 0 is the account's own.
using StatedSince = std::map<std::int64_t, std::int32_t>;

/// The days of whose cells each part is read: the account's own from the first on that it states, those of
/// its parts before that. What is empty before anybody states anything is of the one who speaks first.
std::map<std::int64_t, std::pair<std::int32_t, std::int32_t>> daysOfParts(const StatedSince& stated) {
    constexpr std::int32_t first = std::numeric_limits<std::int32_t>::min();
    std::map<std::int64_t, std::pair<std::int32_t, std::int32_t>> days;
    std::int32_t end = std::numeric_limits<std::int32_t>::max();
    auto earliest = days.end();
    for (const auto& [part, since] : stated) {
        if (since < end) {
            earliest = days.emplace(part, std::pair(since, end)).first;
            end = since;
        }
    }
    earliest->second.first = first;
    return days;
}

/// Before an account had an attribute, it is that of its parts that had it. A parent is an account's own:
/// that of a part may be the account itself.
void keepOnePart(const Places& places, std::uint32_t parentColumn, std::vector<Cell>& cells) {
    if (places.parts.empty()) {
        return;
    }
    std::map<std::pair<std::uint32_t, AccountIndex>, StatedSince> stated;
    for (const Cell& cell : cells) {
        const bool counts = cell.value != 0 && (cell.part == 0 || cell.column != parentColumn);
        if (counts && places.parts.contains(cell.account)) {
            StatedSince& since = stated[{cell.column, cell.account}];
            const auto [first, isNew] = since.try_emplace(cell.part, cell.day);
            first->second = std::min(first->second, cell.day);
        }
    }
    std::map<std::pair<std::uint32_t, AccountIndex>, decltype(daysOfParts({}))> days;
    for (const auto& [at, since] : stated) {
        days.emplace(at, daysOfParts(since));
    }
    std::erase_if(cells, [&](const Cell& cell) {
        const auto parts = days.find({cell.column, cell.account});
        if (parts == days.end()) {
            return cell.part != 0;
        }
        const auto part = parts->second.find(cell.part);
        return part == parts->second.end() || cell.day < part->second.first ||
               cell.day >= part->second.second;
    });
}

/// Where the attribute keys of the book stand: as `first`, then in the order of their ids.
struct KeyPlaces {
    std::unordered_map<std::int64_t, std::uint32_t> columns;
    std::vector<std::string> keys;
};

Result<KeyPlaces> keyPlaces(store::Database& database, const std::vector<AttributeColumn>& first) {
    KeyPlaces places;
    for (const AttributeColumn& column : first) {
        places.keys.push_back(column.key);
    }
    HB_TRY(const std::vector<store::AttributeKey> keys, store::attributeKeys(database));
    for (const store::AttributeKey& key : keys) {
        const auto found = std::ranges::find(places.keys, key.key);
        places.columns.emplace(key.id, static_cast<std::uint32_t>(found - places.keys.begin()));
        if (found == places.keys.end()) {
            places.keys.push_back(key.key);
        }
    }
    return places;
}

std::uint32_t parentColumn(const KeyPlaces& places) {
    return static_cast<std::uint32_t>(std::ranges::find(places.keys, attribute::parentId) -
                                      places.keys.begin());
}

/// 0 for an account of its own, else its id.
std::int64_t partOf(const Places& places, AccountId account) {
    return places.merged.contains(account.value) ? account.value : 0;
}

std::vector<AttributeColumn>
toColumns(std::vector<Cell>& cells, const std::vector<std::string>& keys, std::size_t accounts) {
    std::ranges::sort(
        cells, {}, [](const Cell& cell) { return std::tuple(cell.column, cell.account, cell.day); });
    std::vector<AttributeColumn> columns;
    auto first = cells.begin();
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        const auto last =
            std::find_if(first, cells.end(), [&](const Cell& cell) { return cell.column != i; });
        if (first != last) { // a key that no account has any more is no attribute
            appendColumn(columns, keys[i], {first, last}, accounts);
        }
        first = last;
    }
    return columns;
}

} // namespace

Result<AttributeColumns> loadAttributes(store::Database& database, const Places& places) {
    HB_TRY(const KeyPlaces keys, keyPlaces(database, {}));
    TextPool pool({});
    std::vector<Cell> cells;
    HB_CHECK(store::readAttributes(database, [&](const store::AttributeRow& row) {
        const auto account = places.of(row.account);
        const auto column = keys.columns.find(row.key);
        if (account && column != keys.columns.end()) {
            cells.push_back({.column = column->second,
                             .account = *account,
                             .day = row.from.number,
                             .value = pool.indexOf(row.value),
                             .part = partOf(places, row.account)});
        }
    }));
    keepOnePart(places, parentColumn(keys), cells);
    auto columns = toColumns(cells, keys.keys, places.accounts.size());
    return AttributeColumns{.columns =
                                std::make_shared<const std::vector<AttributeColumn>>(std::move(columns)),
                            .texts = std::make_shared<const std::vector<std::string>>(pool.take())};
}

Result<AttributeColumns> patchAttributes(store::Database& database,
                                         const Places& places,
                                         const AttributeColumns& before,
                                         const std::vector<AccountId>& accounts) {
    HB_TRY(const KeyPlaces keys, keyPlaces(database, *before.columns));
    TextPool pool(*before.texts);
    std::map<AccountIndex, std::vector<AccountId>> again;
    for (const AccountId id : accounts) {
        if (const auto account = places.of(id)) {
            again.emplace(*account, places.wholeOf(id));
        }
    }
    std::vector<Cell> cells;
    for (std::uint32_t i = 0; i < before.columns->size(); ++i) {
        const AttributeColumn& column = (*before.columns)[i];
        for (AccountIndex account = 0; account + 1 < column.offsets.size(); ++account) {
            for (std::size_t at = column.offsets[account];
                 at < column.offsets[account + 1] && !again.contains(account);
                 ++at) {
                cells.push_back(
                    {.column = i, .account = account, .day = column.days[at], .value = column.values[at]});
            }
        }
    }
    for (const auto& [index, parts] : again) {
        for (const AccountId part : parts) {
            HB_CHECK(store::readAttributes(
                database,
                [&, account = index](const store::AttributeRow& row) {
                    cells.push_back({.column = keys.columns.at(row.key),
                                     .account = account,
                                     .day = row.from.number,
                                     .value = pool.indexOf(row.value),
                                     .part = partOf(places, row.account)});
                },
                part));
        }
    }
    keepOnePart(places, parentColumn(keys), cells);
    auto columns = toColumns(cells, keys.keys, places.accounts.size());
    return AttributeColumns{.columns =
                                std::make_shared<const std::vector<AttributeColumn>>(std::move(columns)),
                            .texts = std::make_shared<const std::vector<std::string>>(pool.take())};
}

} // namespace hb::book
