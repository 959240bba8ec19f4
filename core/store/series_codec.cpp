// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/series_codec.h"

#include "core/base/contract.h"
#include "core/base/day.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace hb::store {

namespace {

constexpr std::uint8_t codecVersion = 1;

tl::unexpected<Error> corrupt(const char* found) {
    return failure({.code = ErrorCode::Corrupt,
                    .what = "Could not read the measurements of the book",
                    .found = found,
                    .expected = "a series/1 chunk",
                    .hint = "Restore a backup of the book"});
}

std::uint64_t littleEndian(std::uint64_t bits) {
    if constexpr (std::endian::native == std::endian::big) {
        return __builtin_bswap64(bits);
    }
    return bits;
}

bool readDays(ByteReader& reader, std::int32_t firstDay, std::span<std::int32_t> days) {
    std::int64_t day = firstDay;
    if (day < hb::firstDay.number || day > hb::lastDay.number) {
        return false;
    }
    days[0] = firstDay;
    for (std::size_t i = 1; i < days.size(); ++i) {
        const std::uint64_t delta = reader.varint();
        if (delta == 0 || delta > static_cast<std::uint64_t>(hb::lastDay.number - day)) {
            return false;
        }
        day += static_cast<std::int64_t>(delta);
        days[i] = static_cast<std::int32_t>(day);
    }
    return true;
}

bool readRuns(ByteReader& reader, std::size_t count, std::span<std::int64_t> runs) {
    std::uint64_t before = 0;
    for (std::size_t done = 0; done < count;) {
        const std::uint64_t run = reader.varint();
        const std::uint64_t length = reader.varint();
        if (run == 0 || run == before || run > std::numeric_limits<std::int64_t>::max() || length == 0 ||
            length > count - done) {
            return false;
        }
        if (!runs.empty()) {
            std::fill_n(
                runs.begin() + static_cast<std::ptrdiff_t>(done), length, static_cast<std::int64_t>(run));
        }
        done += static_cast<std::size_t>(length);
        before = run;
    }
    return true;
}

bool readValues(ByteView bytes, std::span<double> values) {
    bool finite = true;
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, bytes.data() + 8 * i, sizeof bits);
        values[i] = std::bit_cast<double>(littleEndian(bits));
        finite = finite && std::isfinite(values[i]);
    }
    return finite;
}

} // namespace

Result<std::size_t> decodeChunk(ByteView points, std::int32_t firstDay, const ChunkBuffers& buffers) {
    ByteReader reader(points);
    if (reader.byte() != codecVersion) {
        return corrupt("an unknown version");
    }
    const std::uint64_t stated = reader.varint();
    if (reader.failed() || stated == 0 || stated > maxChunkPoints) {
        return corrupt("a wrong number of points");
    }
    const auto count = static_cast<std::size_t>(stated);
    HB_EXPECTS(buffers.days.size() >= count && buffers.values.size() >= count &&
               (buffers.runs.empty() || buffers.runs.size() >= count));
    if (!readDays(reader, firstDay, buffers.days.first(count))) {
        return corrupt("days out of order");
    }
    if (!readRuns(reader, count, buffers.runs)) {
        return corrupt("a wrong list of runs");
    }
    const ByteView values = reader.take(8 * count);
    if (reader.failed() || reader.left() != 0) {
        return corrupt("a wrong length");
    }
    if (!readValues(values, buffers.values.first(count))) {
        return corrupt("a value that is no number");
    }
    return count;
}

void encodeChunk(std::span<const std::int32_t> days,
                 std::span<const double> values,
                 std::span<const std::int64_t> runs,
                 Bytes& points) {
    const std::size_t count = days.size();
    HB_EXPECTS(count > 0 && count <= maxChunkPoints && values.size() == count && runs.size() == count);
    points.clear();
    points.push_back(codecVersion);
    putVarint(points, count);
    for (std::size_t i = 1; i < count; ++i) {
        HB_EXPECTS(days[i] > days[i - 1]);
        putVarint(points, static_cast<std::uint64_t>(days[i] - days[i - 1]));
    }
    for (std::size_t i = 0; i < count;) {
        HB_EXPECTS(runs[i] > 0);
        std::size_t next = i + 1;
        while (next < count && runs[next] == runs[i]) {
            ++next;
        }
        putVarint(points, static_cast<std::uint64_t>(runs[i]));
        putVarint(points, next - i);
        i = next;
    }
    const std::size_t start = points.size();
    points.resize(start + 8 * count);
    for (std::size_t i = 0; i < count; ++i) {
        HB_EXPECTS(std::isfinite(values[i]));
        const std::uint64_t bits = littleEndian(std::bit_cast<std::uint64_t>(values[i]));
        std::memcpy(points.data() + start + 8 * i, &bits, sizeof bits);
    }
}

Result<void> decodeChunk(ByteView chunk, std::int32_t firstDay, std::vector<SeriesPoint>& points) {
    std::array<std::int32_t, maxChunkPoints> days;
    std::array<double, maxChunkPoints> values;
    std::array<std::int64_t, maxChunkPoints> runs;
    HB_TRY(const std::size_t count, decodeChunk(chunk, firstDay, ChunkBuffers{days, values, runs}));
    points.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        points[i] = {days[i], values[i], runs[i]};
    }
    return {};
}

void encodeChunk(std::span<const SeriesPoint> points, Bytes& chunk) {
    HB_EXPECTS(points.size() <= maxChunkPoints);
    std::array<std::int32_t, maxChunkPoints> days;
    std::array<double, maxChunkPoints> values;
    std::array<std::int64_t, maxChunkPoints> runs;
    for (std::size_t i = 0; i < points.size(); ++i) {
        days[i] = points[i].day;
        values[i] = points[i].value;
        runs[i] = points[i].run;
    }
    const std::size_t count = points.size();
    encodeChunk(
        std::span(days).first(count), std::span(values).first(count), std::span(runs).first(count), chunk);
}

} // namespace hb::store
