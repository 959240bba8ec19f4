// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/snapshot_series.h"

#include "core/store/measurement_reader.h"
#include "core/store/series_codec.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace hb::book {

namespace {

using store::ChunkRow;
using store::maxChunkPoints;

/// The points of one series while it is put together, outside any block.
struct LooseSeries {
    std::vector<std::int32_t> days;
    std::vector<double> values;

    friend bool operator==(const LooseSeries&, const LooseSeries&) = default;
};

using LooseRows = std::map<std::size_t, LooseSeries>; // by row in a block

Error tooLarge() {
    return {.code = ErrorCode::Corrupt,
            .what = "Could not read the measurements of the book",
            .found = "More of them than it says itself",
            .hint = "Restore a backup of the book"};
}

/// Puts the points of a chunk where they belong. Everything is sized exactly by a first look at all chunks,
/// so that a book costs its 12 bytes a measurement and no more.
class SeriesLoader {
public:
    SeriesLoader(const Places& places, std::size_t accounts, std::size_t metrics)
        : m_places(places), m_accounts(accounts), m_counts(accounts * metrics), m_series(metrics) {}

    bool count(const ChunkRow& chunk) {
        if (const auto at = place(chunk)) {
            m_counts[*at] += static_cast<std::uint32_t>(store::pointCount(chunk.points));
            ++m_chunks;
        }
        return true;
    }

    /// Makes the blocks; m_counts becomes where the next point of each series goes.
    void allocate() {
        for (std::size_t metric = 0; metric < m_series.size(); ++metric) {
            for (std::size_t first = 0; first < m_accounts; first += accountsPerBlock) {
                m_blocks.push_back(
                    allocateBlock(metric, first, std::min(accountsPerBlock, m_accounts - first)));
            }
        }
    }

    bool decode(const ChunkRow& chunk) {
        const auto at = place(chunk);
        if (!at) {
            return true;
        }
        auto decoded = store::decodeChunk(
            chunk.points, chunk.firstDay, {.days = m_days, .values = m_values, .runs = {}});
        if (!decoded) {
            m_error = std::move(decoded).error();
            return false;
        }
        Block& block = blockOf(*at);
        const std::size_t to = m_counts[*at];
        if (to + *decoded > end(block, *at)) {
            m_error = tooLarge();
            return false;
        }
        if (to > start(block, *at) && block.days[to - 1] >= m_days.front()) {
            m_unsorted.push_back(*at);
        }
        std::memcpy(block.days.data() + to, m_days.data(), *decoded * sizeof(std::int32_t));
        std::memcpy(block.values.data() + to, m_values.data(), *decoded * sizeof(double));
        m_counts[*at] += static_cast<std::uint32_t>(*decoded);
        return true;
    }

    [[nodiscard]] std::int64_t chunks() const { return m_chunks; }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    std::vector<SeriesColumn> finish() {
        sortBackfilled();
        const std::size_t perMetric = (m_accounts + accountsPerBlock - 1) / accountsPerBlock;
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            auto& block = m_blocks[i];
            m_series[i / perMetric].blocks.push_back(block->days.empty() ? nullptr : std::move(block));
        }
        return std::move(m_series);
    }

private:
    [[nodiscard]] std::optional<std::size_t> place(const ChunkRow& chunk) {
        // Chunks come in runs of one account: look it up once.
        if (chunk.account.value != m_lastAccount) {
            const auto account = m_places.accounts.find(chunk.account.value);
            m_lastIndex = account == m_places.accounts.end() ? m_accounts : account->second;
            m_lastAccount = chunk.account.value;
        }
        const auto metric = m_places.metrics.find(chunk.metric.value);
        if (m_lastIndex == m_accounts || metric == m_places.metrics.end()) {
            return std::nullopt;
        }
        return metric->second * m_accounts + m_lastIndex;
    }

    std::shared_ptr<Block> allocateBlock(std::size_t metric, std::size_t first, std::size_t rows) {
        auto block = std::make_shared<Block>();
        block->offsets.reserve(rows + 1);
        std::uint32_t points = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            std::uint32_t& count = m_counts[metric * m_accounts + first + row];
            block->offsets.push_back(points);
            points += std::exchange(count, points);
        }
        block->offsets.push_back(points);
        block->days.resize(points);
        block->values.resize(points);
        return block;
    }

    [[nodiscard]] Block& blockOf(std::size_t at) {
        const std::size_t perMetric = (m_accounts + accountsPerBlock - 1) / accountsPerBlock;
        return *m_blocks[at / m_accounts * perMetric + at % m_accounts / accountsPerBlock];
    }
    [[nodiscard]] std::size_t start(const Block& block, std::size_t at) const {
        return block.offsets[at % m_accounts % accountsPerBlock];
    }
    [[nodiscard]] std::size_t end(const Block& block, std::size_t at) const {
        return block.offsets[at % m_accounts % accountsPerBlock + 1];
    }

    /// A chunk of earlier days may stand later in the table.
    void sortBackfilled() {
        std::ranges::sort(m_unsorted);
        const auto repeated = std::ranges::unique(m_unsorted);
        m_unsorted.erase(repeated.begin(), repeated.end());
        for (const std::size_t at : m_unsorted) {
            Block& block = blockOf(at);
            std::vector<std::pair<std::int32_t, double>> points;
            for (std::size_t i = start(block, at); i < end(block, at); ++i) {
                points.emplace_back(block.days[i], block.values[i]);
            }
            std::ranges::sort(points, {}, &std::pair<std::int32_t, double>::first);
            for (std::size_t i = 0; i < points.size(); ++i) {
                block.days[start(block, at) + i] = points[i].first;
                block.values[start(block, at) + i] = points[i].second;
            }
        }
    }

    const Places& m_places;
    std::size_t m_accounts;
    std::vector<std::uint32_t> m_counts; // by metric and account
    std::vector<SeriesColumn> m_series;
    std::vector<std::shared_ptr<Block>> m_blocks; // by metric and block
    std::vector<std::size_t> m_unsorted;
    std::array<std::int32_t, maxChunkPoints> m_days{};
    std::array<double, maxChunkPoints> m_values{};
    std::int64_t m_lastAccount = 0;
    std::size_t m_lastIndex = 0;
    std::int64_t m_chunks = 0;
    std::optional<Error> m_error;
};

/// Lays hand-set points, by day, over imported ones.
LooseSeries overlaid(const Points& imported, const LooseSeries& byHand) {
    LooseSeries result;
    std::size_t hand = 0;
    const auto take = [&] {
        result.days.push_back(byHand.days[hand]);
        result.values.push_back(byHand.values[hand]);
        ++hand;
    };
    for (std::size_t i = 0; i < imported.size(); ++i) {
        while (hand < byHand.days.size() && byHand.days[hand] < imported.days[i]) {
            take();
        }
        if (hand < byHand.days.size() && byHand.days[hand] == imported.days[i]) {
            take();
        } else {
            result.days.push_back(imported.days[i]);
            result.values.push_back(imported.values[i]);
        }
    }
    while (hand < byHand.days.size()) {
        take();
    }
    return result;
}

/// A copy of a block (null: an empty one of `rows` rows) with other points in some of its rows.
std::shared_ptr<const Block> withRows(const Block* before, std::size_t rows, const LooseRows& replaced) {
    auto block = std::make_shared<Block>();
    std::size_t points = before ? before->days.size() : 0;
    for (const auto& [row, series] : replaced) {
        points += series.days.size(); // at most; what they replace goes
    }
    block->offsets.reserve(rows + 1);
    block->offsets.push_back(0);
    block->days.reserve(points);
    block->values.reserve(points);
    for (std::size_t row = 0; row < rows; ++row) {
        if (const auto found = replaced.find(row); found != replaced.end()) {
            block->days.insert(block->days.end(), found->second.days.begin(), found->second.days.end());
            block->values.insert(
                block->values.end(), found->second.values.begin(), found->second.values.end());
        } else if (before) {
            const auto first = static_cast<std::ptrdiff_t>(before->offsets[row]);
            const auto last = static_cast<std::ptrdiff_t>(before->offsets[row + 1]);
            block->days.insert(block->days.end(), before->days.begin() + first, before->days.begin() + last);
            block->values.insert(
                block->values.end(), before->values.begin() + first, before->values.begin() + last);
        }
        block->offsets.push_back(static_cast<std::uint32_t>(block->days.size()));
    }
    if (block->days.empty()) {
        return nullptr;
    }
    return block;
}

/// Replaced rows by metric and block.
using Replacements = std::map<std::pair<MetricIndex, std::size_t>, LooseRows>;

void replace(std::vector<SeriesColumn>& series, const Replacements& replacements, std::size_t accounts) {
    for (const auto& [at, rows] : replacements) {
        const auto& [metric, number] = at;
        auto& blocks = series[metric].blocks;
        blocks.resize(std::max(blocks.size(), number + 1));
        const std::size_t rowCount = std::min(accountsPerBlock, accounts - number * accountsPerBlock);
        blocks[number] = withRows(blocks[number].get(), rowCount, rows);
    }
}

Result<void>
overlayHandValues(store::Database& database, const Places& places, std::vector<SeriesColumn>& series) {
    HB_TRY(const std::vector<store::HandPoint> points, store::handPoints(database));
    std::map<std::pair<MetricIndex, AccountIndex>, LooseSeries> byHand;
    for (const store::HandPoint& point : points) {
        const auto account = places.accounts.find(point.account.value);
        const auto metric = places.metrics.find(point.metric.value);
        if (account != places.accounts.end() && metric != places.metrics.end()) {
            LooseSeries& loose = byHand[{metric->second, account->second}];
            loose.days.push_back(point.day.number);
            loose.values.push_back(point.value);
        }
    }
    Replacements replacements;
    for (const auto& [at, loose] : byHand) {
        const auto& [metric, account] = at;
        replacements[{metric, account / accountsPerBlock}][account % accountsPerBlock] =
            overlaid(series[metric].of(account), loose);
    }
    replace(series, replacements, places.accounts.size());
    return {};
}

using SeriesByMetric = std::map<MetricIndex, LooseSeries>;

/// The series of one account as imports state them.
Result<SeriesByMetric> importedSeriesOf(store::Database& database, const Places& places, AccountId account) {
    SeriesByMetric imported;
    std::array<std::int32_t, maxChunkPoints> days{};
    std::array<double, maxChunkPoints> values{};
    std::optional<Error> error;
    HB_CHECK(store::readChunksOf(database, account, [&](const ChunkRow& chunk) {
        const auto metric = places.metrics.find(chunk.metric.value);
        if (metric == places.metrics.end()) {
            return true;
        }
        auto count =
            store::decodeChunk(chunk.points, chunk.firstDay, {.days = days, .values = values, .runs = {}});
        if (!count) {
            error = std::move(count).error();
            return false;
        }
        const auto end = static_cast<std::ptrdiff_t>(*count);
        LooseSeries& loose = imported[metric->second];
        loose.days.insert(loose.days.end(), days.begin(), days.begin() + end);
        loose.values.insert(loose.values.end(), values.begin(), values.begin() + end);
        return true;
    }));
    if (error) {
        return failure(std::move(*error));
    }
    return imported;
}

Result<SeriesByMetric> handSeriesOf(store::Database& database, const Places& places, AccountId account) {
    HB_TRY(const std::vector<store::HandPoint> points, store::handPoints(database, account));
    SeriesByMetric byHand;
    for (const store::HandPoint& point : points) {
        if (const auto metric = places.metrics.find(point.metric.value); metric != places.metrics.end()) {
            byHand[metric->second].days.push_back(point.day.number);
            byHand[metric->second].values.push_back(point.value);
        }
    }
    return byHand;
}

/// Adds the values of days that have none.
void addBeneath(SeriesByMetric& stands, const SeriesByMetric& more) {
    for (const auto& [metric, loose] : more) {
        LooseSeries& over = stands[metric];
        over = overlaid({.days = loose.days, .values = loose.values}, over);
    }
}

/// The series of an account and its parts as they stand in the book: on a day on which several have a value,
/// the first that was set by hand, else the first one's.
Result<SeriesByMetric>
readWhole(store::Database& database, const Places& places, const std::vector<AccountId>& parts) {
    SeriesByMetric whole;
    SeriesByMetric imported;
    for (const AccountId part : parts) {
        HB_TRY(const SeriesByMetric byHand, handSeriesOf(database, places, part));
        addBeneath(whole, byHand);
        HB_TRY(const SeriesByMetric stated, importedSeriesOf(database, places, part));
        addBeneath(imported, stated);
    }
    addBeneath(whole, imported);
    return whole;
}

bool isSame(const Points& before, const LooseSeries& now) {
    return std::ranges::equal(before.days, now.days) && std::ranges::equal(before.values, now.values);
}

} // namespace

Places placesOf(const Snapshot& snapshot) {
    Places places;
    places.accounts.reserve(snapshot.accountCount());
    for (std::size_t i = 0; i < snapshot.accountCount(); ++i) {
        places.accounts.emplace((*snapshot.accounts)[i].id.value, static_cast<AccountIndex>(i));
    }
    for (std::size_t i = 0; i < snapshot.metricIds.size(); ++i) {
        places.metrics.emplace(snapshot.metricIds[i].value, static_cast<MetricIndex>(i));
    }
    for (const MergedAccount& part : snapshot.merged) {
        places.merged.emplace(part.id.value, part.into);
        std::vector<AccountId>& parts = places.parts[part.into];
        if (parts.empty()) {
            parts.push_back((*snapshot.accounts)[part.into].id);
        }
        parts.push_back(part.id);
    }
    return places;
}

std::optional<AccountIndex> Places::of(AccountId id) const {
    if (const auto own = accounts.find(id.value); own != accounts.end()) {
        return own->second;
    }
    const auto into = merged.find(id.value);
    return into == merged.end() ? std::nullopt : std::optional(into->second);
}

std::vector<AccountId> Places::wholeOf(AccountId id) const {
    const auto account = of(id);
    const auto whole = account ? parts.find(*account) : parts.end();
    return whole == parts.end() ? std::vector{id} : whole->second;
}

Result<std::vector<SeriesColumn>>
loadSeries(store::Database& database, const Places& places, const Job& job) {
    SeriesLoader loader(places, places.accounts.size(), places.metrics.size());
    HB_CHECK(store::readChunks(database, [&](const ChunkRow& chunk) { return loader.count(chunk); }, job));
    loader.allocate();
    constexpr std::int64_t chunksBetweenReports = 16'384;
    std::int64_t done = 0;
    HB_CHECK(store::readChunks(
        database,
        [&](const ChunkRow& chunk) {
            if (++done % chunksBetweenReports == 0) {
                job.report(done, loader.chunks(), "load");
            }
            return loader.decode(chunk);
        },
        job));
    if (loader.error()) {
        return failure(*loader.error());
    }
    std::vector<SeriesColumn> series = loader.finish();
    HB_CHECK(overlayHandValues(database, places, series));
    std::vector<AccountId> whole;
    for (const auto& [account, parts] : places.parts) {
        whole.push_back(parts.front());
    }
    return whole.empty() ? series : patchSeries(database, places, series, whole);
}

Result<std::vector<SeriesColumn>> patchSeries(store::Database& database,
                                              const Places& places,
                                              const std::vector<SeriesColumn>& before,
                                              const std::vector<AccountId>& accounts) {
    Replacements replacements;
    std::map<AccountIndex, std::vector<AccountId>> again;
    for (const AccountId id : accounts) {
        if (const auto account = places.of(id)) {
            again.emplace(*account, places.wholeOf(id));
        }
    }
    for (const auto& [account, parts] : again) {
        HB_TRY(auto now, readWhole(database, places, parts));
        for (MetricIndex metric = 0; metric < before.size(); ++metric) {
            if (!isSame(before[metric].of(account), now[metric])) {
                replacements[{metric, account / accountsPerBlock}][account % accountsPerBlock] =
                    std::move(now[metric]);
            }
        }
    }
    std::vector<SeriesColumn> series = before;
    replace(series, replacements, places.accounts.size());
    return series;
}

DayRange measuredDays(const std::vector<SeriesColumn>& series) {
    DayRange range;
    for (const SeriesColumn& column : series) {
        for (const auto& block : column.blocks) {
            for (std::size_t row = 0; block && row + 1 < block->offsets.size(); ++row) {
                if (block->offsets[row] < block->offsets[row + 1]) {
                    const Day first{block->days[block->offsets[row]]};
                    const Day last{block->days[block->offsets[row + 1] - 1]};
                    range.oldest = std::min(range.oldest.value_or(first), first);
                    range.newest = std::max(range.newest.value_or(last), last);
                }
            }
        }
    }
    return range;
}

} // namespace hb::book
