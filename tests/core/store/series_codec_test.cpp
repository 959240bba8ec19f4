// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/day.h"
#include "core/store/series_codec.h"
#include "tests/support/catch.h"

#include <array>
#include <limits>
#include <random>

using namespace hb;
using namespace hb::store;

namespace {

struct Chunk {
    std::vector<std::int32_t> days;
    std::vector<double> values;
    std::vector<std::int64_t> runs;

    friend bool operator==(const Chunk&, const Chunk&) = default;
};

Chunk randomChunk(std::mt19937_64& random) {
    const auto upTo = [&](std::uint64_t most) { return static_cast<std::int32_t>(random() % (most + 1)); };
    Chunk chunk;
    const auto count = static_cast<std::size_t>(1 + upTo(63));
    std::int32_t day = firstDay.number + upTo(60'000);
    std::int64_t run = 1;
    for (std::size_t i = 0; i < count; ++i) {
        chunk.days.push_back(day);
        day += 1 + upTo(upTo(3) == 0 ? 300 : 6);
        if (upTo(3) == 0) {
            run = upTo(9) == 0 ? std::numeric_limits<std::int64_t>::max() : 1 + upTo(300);
        }
        chunk.runs.push_back(run);
        chunk.values.push_back(std::ldexp(static_cast<double>(upTo(1'000'000)) - 500'000.0, upTo(40) - 20));
    }
    return chunk;
}

Bytes encoded(const Chunk& chunk) {
    Bytes bytes;
    encodeChunk(chunk.days, chunk.values, chunk.runs, bytes);
    return bytes;
}

Result<Chunk> decoded(ByteView bytes, std::int32_t first) {
    Chunk chunk{std::vector<std::int32_t>(maxChunkPoints),
                std::vector<double>(maxChunkPoints),
                std::vector<std::int64_t>(maxChunkPoints)};
    HB_TRY(const std::size_t count, decodeChunk(bytes, first, {chunk.days, chunk.values, chunk.runs}));
    chunk.days.resize(count);
    chunk.values.resize(count);
    chunk.runs.resize(count);
    return chunk;
}

Chunk weekly(std::size_t count) {
    Chunk chunk;
    for (std::size_t i = 0; i < count; ++i) {
        chunk.days.push_back(20'000 + 7 * static_cast<std::int32_t>(i));
        chunk.values.push_back(static_cast<double>(i) + 0.5);
        chunk.runs.push_back(1);
    }
    return chunk;
}

} // namespace

TEST_CASE("decodeChunk gives back what encodeChunk packed") {
    const auto seed = GENERATE(range(1, 200));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const Chunk chunk = randomChunk(random);
    const Bytes bytes = encoded(chunk);
    const auto back = decoded(bytes, chunk.days.front());
    REQUIRE(back);
    CHECK(*back == chunk);

    SECTION("the same chunk has one form only") {
        CHECK(encoded(*back) == bytes);
    }
    SECTION("nobody need ask for the runs") {
        std::array<std::int32_t, maxChunkPoints> days{};
        std::array<double, maxChunkPoints> values{};
        CHECK(decodeChunk(bytes, chunk.days.front(), {days, values, {}}) == chunk.days.size());
    }
}

TEST_CASE("a chunk of weekly points of one run takes nine bytes a point and six more") {
    CHECK(encoded(weekly(64)).size() == 64 * 9 + 3);
    const Bytes one = encoded({{20'000}, {0.0}, {3}});
    CHECK(one == Bytes{1, 1, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0});
}

TEST_CASE("decodeChunk refuses what is no chunk") {
    const Chunk chunk = weekly(5);
    const Bytes good = encoded(chunk);
    const auto refused = [&](const Bytes& bytes, std::int32_t first = 20'000) {
        const auto result = decoded(bytes, first);
        return !result && result.error().code == ErrorCode::Corrupt;
    };
    REQUIRE_FALSE(refused(good));

    SECTION("any shorter blob, any longer one") {
        for (std::size_t length = 0; length < good.size(); ++length) {
            CAPTURE(length);
            CHECK(refused(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(length))));
        }
        Bytes longer = good;
        longer.push_back(0);
        CHECK(refused(longer));
    }
    SECTION("another version, no points, too many") {
        const auto with = [&](std::size_t at, std::uint8_t byte) {
            Bytes bytes = good;
            bytes[at] = byte;
            return bytes;
        };
        CHECK(refused(with(0, 2)));
        CHECK(refused(with(1, 0)));
        CHECK(refused(with(1, 65)));
        CHECK(refused(with(2, 0)));
        CHECK(refused(with(6, 0)));
        CHECK(refused(with(7, 6)));
        CHECK(refused(with(7, 0)));
    }
    SECTION("days outside 1900 to 2199") {
        CHECK(refused(good, firstDay.number - 1));
        CHECK(refused(good, lastDay.number - 5));
    }
    SECTION("a value that is no number") {
        Bytes bytes = good;
        std::fill(bytes.end() - 2, bytes.end(), std::uint8_t{0xFF});
        CHECK(refused(bytes));
    }
    SECTION("a varint of more than 64 bits") {
        CHECK(refused(Bytes{1, 0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x02, 0, 0}));
    }
}

TEST_CASE("decodeChunk reads any bytes without harm") {
    const auto seed = GENERATE(range(1, 50));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const Chunk chunk = randomChunk(random);
    const Bytes good = encoded(chunk);
    for (int i = 0; i < 200; ++i) {
        Bytes bytes = good;
        for (std::uint64_t changes = 1 + random() % 4; changes > 0; --changes) {
            bytes[random() % std::min<std::size_t>(bytes.size(), 80)] = static_cast<std::uint8_t>(random());
        }
        bytes.resize(random() % 3 == 0 ? random() % bytes.size() : bytes.size());
        const auto result = decoded(bytes, chunk.days.front());
        if (result) {
            CHECK(decoded(encoded(*result), chunk.days.front()) == *result);
        } else {
            CHECK(result.error().code == ErrorCode::Corrupt);
        }
    }
}
