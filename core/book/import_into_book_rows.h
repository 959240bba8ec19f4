// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace hb::book {

/// Rows of measurements in the order of a file, given back by account, metric and day; rows of one day keep
/// the file's order. Accounts and metrics are dense numbers. 16 bytes a row; they are spread over many small
/// buckets of accounts when they come, so that each is sorted where it fits the cache and nothing is held
/// twice.
class RowBuffer {
public:
    struct Row {
        std::uint64_t key = 0; ///< account, metric, day, noted: in this order
        double value = 0;

        [[nodiscard]] std::uint32_t account() const {
            return static_cast<std::uint32_t>(key >> accountShift);
        }
        [[nodiscard]] std::uint32_t metric() const { return (key >> metricShift) & metricMask; }
        [[nodiscard]] std::int32_t day() const;
        [[nodiscard]] bool isNoted() const { return (key & 1U) != 0; }
        [[nodiscard]] std::uint64_t place() const { return key >> 1U; }
        [[nodiscard]] std::uint64_t series() const { return key >> metricShift; }
    };
    static constexpr std::uint32_t mostAccounts = (1U << 28U) - 1;
    static constexpr std::uint32_t mostMetrics = (1U << 18U) - 1;

    /// `accountCount` is how many to expect; there may come more.
    explicit RowBuffer(std::size_t accountCount);

    /// `day` lies within hb::firstDay and hb::lastDay. A note that is not empty is kept with the row.
    void add(std::uint32_t account,
             std::uint32_t metric,
             std::int32_t day,
             double value,
             std::string_view note = {});
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::size_t noteBytes() const { return m_noteText.size(); }
    void clear();

    /// Gives visit(rows of one series, notes of those that are noted) for each series in order.
    /// `afterBucket(rows done)` comes now and then; both return Result<void>, and an error ends it.
    template <typename Visit, typename AfterBucket>
    [[nodiscard]] Result<void> visitSeries(const Visit& visit, const AfterBucket& afterBucket) {
        sortNotes();
        std::span<const Note> notes = m_notes;
        std::size_t done = 0;
        for (const Bucket& bucket : m_buckets) {
            if (bucket.size == 0) {
                continue;
            }
            sortBucket(bucket);
            std::span<const Row> rest = m_rows;
            while (!rest.empty()) {
                std::size_t count = 1;
                std::size_t noted = rest[0].isNoted() ? 1U : 0U;
                for (; count < rest.size() && rest[count].series() == rest[0].series(); ++count) {
                    noted += rest[count].isNoted() ? 1U : 0U;
                }
                takeTexts(notes.first(noted));
                notes = notes.subspan(noted);
                HB_CHECK(visit(rest.first(count), std::span<const std::string_view>(m_texts)));
                rest = rest.subspan(count);
            }
            done += bucket.size;
            HB_CHECK(afterBucket(done));
        }
        return {};
    }

private:
    static constexpr unsigned dayShift = 1;
    static constexpr unsigned metricShift = 18;
    static constexpr unsigned accountShift = 36;
    static constexpr std::uint64_t metricMask = mostMetrics;
    static constexpr std::size_t blockRows = 1024;

    struct Bucket {
        std::vector<std::unique_ptr<Row[]>> blocks;
        std::size_t size = 0;
    };
    struct Note {
        std::uint64_t place = 0;
        std::size_t start = 0;
        std::size_t length = 0;
    };
    void sortNotes();
    void sortBucket(const Bucket& bucket);
    void takeTexts(std::span<const Note> notes);

    unsigned m_accountsPerBucketLog2;
    std::vector<Bucket> m_buckets;
    std::vector<std::unique_ptr<Row[]>> m_freeBlocks;
    std::size_t m_size = 0;
    std::vector<Note> m_notes; ///< in file order
    std::vector<char> m_noteText;
    // Of the bucket and the series at hand.
    std::vector<Row> m_rows;
    std::vector<Row> m_scratch;
    std::vector<std::string_view> m_texts;
};

} // namespace hb::book
