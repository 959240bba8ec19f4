// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/day.h"
#include "core/store/series_journal.h"
#include "tests/support/catch.h"

#include <random>

using namespace hb;
using namespace hb::store;

namespace {

std::vector<PointBefore> randomEntries(std::mt19937_64& random) {
    std::vector<PointBefore> entries;
    std::int32_t day = firstDay.number + static_cast<std::int32_t>(random() % 1000);
    std::int64_t run = 1;
    bool differs = random() % 2 == 0;
    for (std::uint64_t count = 1 + random() % 90; count > 0; --count) {
        entries.push_back({day, run, differs, differs ? static_cast<double>(random() % 1000) / 8 : 0});
        day += random() % 4 == 0 ? 1 + static_cast<std::int32_t>(random() % 900) : 7;
        run = random() % 5 == 0 ? 1 + static_cast<std::int64_t>(random() % 1'000'000) : run;
        differs = random() % 5 == 0 ? !differs : differs;
    }
    return entries;
}

std::vector<PointBefore> decoded(const Bytes& data) {
    std::vector<PointBefore> entries;
    return decodeJournal(data, entries) ? entries : std::vector<PointBefore>{};
}

} // namespace

TEST_CASE("decodeJournal gives back what encodeJournal packed") {
    const auto seed = GENERATE(range(1, 200));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const std::vector<PointBefore> entries = randomEntries(random);
    Bytes data;
    encodeJournal(entries, data);
    CHECK(decoded(data) == entries);

    SECTION("a shorter or longer blob is refused") {
        for (std::size_t length = 0; length < data.size(); ++length) {
            CHECK(decoded(Bytes(data.begin(), data.begin() + static_cast<std::ptrdiff_t>(length))).empty());
        }
        data.push_back(0);
        CHECK(decoded(data).empty());
    }
    SECTION("any bytes are read without harm, and what is taken is well-formed") {
        for (int i = 0; i < 100; ++i) {
            Bytes bytes = data;
            bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random());
            const std::vector<PointBefore> read = decoded(bytes);
            for (std::size_t k = 1; k < read.size(); ++k) {
                REQUIRE(read[k - 1].day < read[k].day);
            }
            CHECK(std::ranges::all_of(read, [](const PointBefore& entry) {
                return entry.run > 0 && entry.day >= firstDay.number && entry.day <= lastDay.number;
            }));
        }
    }
}

TEST_CASE("a weekly history stated again takes some ten bytes of journal") {
    std::vector<PointBefore> entries;
    for (std::int32_t week = 0; week < 64; ++week) {
        entries.push_back({20'000 + 7 * week, 3, false, 0});
    }
    Bytes data;
    encodeJournal(entries, data);
    CHECK(data.size() <= 12);
}

TEST_CASE("decodeJournal refuses a number of points that no calendar has") {
    CHECK(decoded(Bytes{1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F}).empty());
}
