// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/import_into_book_rows.h"

#include "core/base/contract.h"
#include "core/base/day.h"

#include <algorithm>
#include <array>
#include <bit>

namespace hb::book {

namespace {

using Row = RowBuffer::Row;

/// A part of a key as it is within one bucket: few bits, because all rows lie close together.
struct Field {
    unsigned shift = 0;
    std::uint64_t mask = 0;
    std::uint64_t least = ~std::uint64_t{0};
    std::uint64_t most = 0;

    [[nodiscard]] std::uint64_t of(std::uint64_t key) const { return (key >> shift) & mask; }
    [[nodiscard]] unsigned bits() const { return static_cast<unsigned>(std::bit_width(most - least)); }
    void see(std::uint64_t key) {
        least = std::min(least, of(key));
        most = std::max(most, of(key));
    }
};

constexpr unsigned digitBits = 11;
constexpr std::size_t digitCount = std::size_t{1} << digitBits;

/// One pass of a stable radix sort by the digit at `shift`.
void sortByDigit(const std::vector<Row>& from, std::vector<Row>& to, unsigned shift) {
    std::array<std::uint32_t, digitCount> starts{};
    const auto digit = [shift](const Row& row) { return (row.key >> shift) & (digitCount - 1); };
    for (const Row& row : from) {
        ++starts[digit(row)];
    }
    std::uint32_t next = 0;
    for (std::uint32_t& start : starts) {
        next += std::exchange(start, next);
    }
    for (const Row& row : from) {
        to[starts[digit(row)]++] = row;
    }
}

} // namespace

std::int32_t RowBuffer::Row::day() const {
    constexpr std::uint64_t dayMask = (std::uint64_t{1} << (metricShift - dayShift)) - 1;
    return static_cast<std::int32_t>((key >> dayShift) & dayMask) + hb::firstDay.number;
}

RowBuffer::RowBuffer(std::size_t accountCount)
    : m_accountsPerBucketLog2(std::max(15U, static_cast<unsigned>(std::bit_width(accountCount))) - 9U) {}

void RowBuffer::add(
    std::uint32_t account, std::uint32_t metric, std::int32_t day, double value, std::string_view note) {
    HB_EXPECTS(account <= mostAccounts && metric <= mostMetrics);
    const std::size_t number = account >> m_accountsPerBucketLog2;
    if (number >= m_buckets.size()) {
        m_buckets.resize(number + 1);
    }
    Bucket& bucket = m_buckets[number];
    const std::size_t place = bucket.size % blockRows;
    if (place == 0) {
        if (m_freeBlocks.empty()) {
            bucket.blocks.push_back(std::make_unique_for_overwrite<Row[]>(blockRows));
        } else {
            bucket.blocks.push_back(std::move(m_freeBlocks.back()));
            m_freeBlocks.pop_back();
        }
    }
    const auto days = static_cast<std::uint64_t>(day - hb::firstDay.number);
    const std::uint64_t key = std::uint64_t{account} << accountShift | std::uint64_t{metric} << metricShift |
                              days << dayShift | (note.empty() ? 0U : 1U);
    bucket.blocks.back()[place] = {key, value};
    ++bucket.size;
    ++m_size;
    if (!note.empty()) {
        m_notes.push_back({key >> 1U, m_noteText.size(), note.size()});
        m_noteText.insert(m_noteText.end(), note.begin(), note.end());
    }
}

void RowBuffer::clear() {
    for (Bucket& bucket : m_buckets) {
        std::ranges::move(bucket.blocks, std::back_inserter(m_freeBlocks));
        bucket.blocks.clear();
        bucket.size = 0;
    }
    m_size = 0;
    m_notes.clear();
    m_noteText.clear();
}

void RowBuffer::sortNotes() {
    std::ranges::stable_sort(m_notes, {}, &Note::place);
}

void RowBuffer::sortBucket(const Bucket& bucket) {
    m_rows.clear();
    m_rows.reserve(bucket.size);
    for (const auto& block : bucket.blocks) {
        const std::size_t count = std::min(blockRows, bucket.size - m_rows.size());
        m_rows.insert(m_rows.end(), block.get(), block.get() + count);
    }
    if (std::ranges::is_sorted(m_rows, {}, &Row::place)) {
        return;
    }
    Field day{dayShift, (std::uint64_t{1} << (metricShift - dayShift)) - 1};
    Field metric{metricShift, metricMask};
    Field account{accountShift, mostAccounts};
    for (const Row& row : m_rows) {
        day.see(row.key);
        metric.see(row.key);
        account.see(row.key);
    }
    // The key in few bits: account, metric, day, noted, each counted from its least within the bucket.
    const unsigned metricAt = 1 + day.bits();
    const unsigned accountAt = metricAt + metric.bits();
    const unsigned end = accountAt + account.bits();
    for (Row& row : m_rows) {
        row.key = (account.of(row.key) - account.least) << accountAt |
                  (metric.of(row.key) - metric.least) << metricAt | (day.of(row.key) - day.least) << 1U |
                  (row.key & 1U);
    }
    m_scratch.resize(m_rows.size());
    for (unsigned shift = 1; shift < end; shift += digitBits) {
        sortByDigit(m_rows, m_scratch, shift);
        m_rows.swap(m_scratch);
    }
    const auto low = [](unsigned bits) { return (std::uint64_t{1} << bits) - 1; };
    for (Row& row : m_rows) {
        row.key = ((row.key >> accountAt) + account.least) << accountShift |
                  (((row.key >> metricAt) & low(metric.bits())) + metric.least) << metricShift |
                  (((row.key >> 1U) & low(day.bits())) + day.least) << dayShift | (row.key & 1U);
    }
}

void RowBuffer::takeTexts(std::span<const Note> notes) {
    m_texts.clear();
    for (const Note& note : notes) {
        m_texts.emplace_back(m_noteText.data() + note.start, note.length);
    }
}

} // namespace hb::book
