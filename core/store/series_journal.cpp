// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/series_journal.h"

#include "core/base/contract.h"
#include "core/base/day.h"

#include <bit>
#include <cmath>
#include <limits>

namespace hb::store {

namespace {

constexpr std::uint8_t journalVersion = 1;
constexpr auto mostDays = static_cast<std::uint64_t>(hb::lastDay.number - hb::firstDay.number + 1);

/// The end of the stretch of entries from `first` on that `key` says are alike.
template <typename Key>
std::size_t endOfStretch(std::span<const PointBefore> entries, std::size_t first, const Key& key) {
    std::size_t end = first + 1;
    while (end < entries.size() && key(end) == key(first)) {
        ++end;
    }
    return end;
}

void putDays(std::span<const PointBefore> entries, Bytes& data) {
    const auto step = [&](std::size_t i) { return entries[i].day - entries[i - 1].day; };
    putVarint(data, static_cast<std::uint64_t>(entries.front().day - hb::firstDay.number));
    for (std::size_t i = 1; i < entries.size();) {
        HB_EXPECTS(step(i) > 0);
        const std::size_t end = endOfStretch(entries, i, step);
        putVarint(data, static_cast<std::uint64_t>(step(i)));
        putVarint(data, end - i);
        i = end;
    }
}

bool readDays(ByteReader& reader, std::span<PointBefore> entries) {
    std::uint64_t day = reader.varint(); // from hb::firstDay on
    if (day >= mostDays) {
        return false;
    }
    entries[0].day = hb::firstDay.number + static_cast<std::int32_t>(day);
    for (std::size_t i = 1; i < entries.size();) {
        const std::uint64_t step = reader.varint();
        const std::uint64_t count = reader.varint();
        if (step == 0 || step >= mostDays || count == 0 || count > entries.size() - i) {
            return false;
        }
        for (const std::size_t end = i + count; i < end; ++i) {
            day += step;
            if (day >= mostDays) {
                return false;
            }
            entries[i].day = hb::firstDay.number + static_cast<std::int32_t>(day);
        }
    }
    return true;
}

bool readRuns(ByteReader& reader, std::span<PointBefore> entries) {
    for (std::size_t i = 0; i < entries.size();) {
        const std::uint64_t run = reader.varint();
        const std::uint64_t count = reader.varint();
        if (run == 0 || run > std::numeric_limits<std::int64_t>::max() || count == 0 ||
            count > entries.size() - i) {
            return false;
        }
        for (const std::size_t end = i + count; i < end; ++i) {
            entries[i].run = static_cast<std::int64_t>(run);
        }
    }
    return true;
}

bool readDiffers(ByteReader& reader, std::span<PointBefore> entries) {
    bool differs = false;
    for (std::size_t i = 0; i < entries.size(); differs = !differs) {
        const std::uint64_t count = reader.varint();
        if (count > entries.size() - i || (count == 0 && i > 0)) {
            return false;
        }
        for (const std::size_t end = i + count; i < end; ++i) {
            entries[i].differs = differs;
        }
        if (reader.failed()) {
            return false;
        }
    }
    return true;
}

bool readValues(ByteReader& reader, std::span<PointBefore> entries) {
    for (PointBefore& entry : entries) {
        if (entry.differs) {
            std::uint64_t bits = 0;
            for (unsigned shift = 0; shift < 64; shift += 8) {
                bits |= std::uint64_t{reader.byte()} << shift;
            }
            entry.value = std::bit_cast<double>(bits);
            if (!std::isfinite(entry.value)) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

void encodeJournal(std::span<const PointBefore> entries, Bytes& data) {
    HB_EXPECTS(!entries.empty());
    data.clear();
    data.push_back(journalVersion);
    putVarint(data, entries.size());
    putDays(entries, data);
    const auto run = [&](std::size_t i) { return entries[i].run; };
    for (std::size_t i = 0; i < entries.size();) {
        const std::size_t end = endOfStretch(entries, i, run);
        putVarint(data, static_cast<std::uint64_t>(run(i)));
        putVarint(data, end - i);
        i = end;
    }
    const auto differs = [&](std::size_t i) { return entries[i].differs; };
    if (differs(0)) {
        putVarint(data, 0);
    }
    for (std::size_t i = 0; i < entries.size();) {
        const std::size_t end = endOfStretch(entries, i, differs);
        putVarint(data, end - i);
        i = end;
    }
    for (const PointBefore& entry : entries) {
        if (entry.differs) {
            const auto bits = std::bit_cast<std::uint64_t>(entry.value);
            for (unsigned shift = 0; shift < 64; shift += 8) {
                data.push_back(static_cast<std::uint8_t>(bits >> shift));
            }
        }
    }
}

Result<void> decodeJournal(ByteView data, std::vector<PointBefore>& entries) {
    ByteReader reader(data);
    const bool known = reader.byte() == journalVersion;
    const std::uint64_t count = reader.varint();
    entries.assign(known && count <= mostDays ? static_cast<std::size_t>(count) : 0, {});
    const bool good = !entries.empty() && readDays(reader, entries) && readRuns(reader, entries) &&
                      readDiffers(reader, entries) && readValues(reader, entries) && !reader.failed() &&
                      reader.left() == 0;
    if (!good) {
        entries.clear();
        return failure({.code = ErrorCode::Corrupt,
                        .what = "Could not read what stood before a run",
                        .expected = "journal/1 data",
                        .hint = "Restore a backup of the book"});
    }
    return {};
}

} // namespace hb::store
