// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/day.h"
#include "core/book/import_into_book_rows.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <random>
#include <string>

using namespace hb;
using namespace hb::book;

namespace {

struct Plain {
    std::uint32_t account = 0;
    std::uint32_t metric = 0;
    std::int32_t day = 0;
    double value = 0;
    std::string note;
    friend bool operator==(const Plain&, const Plain&) = default;
};

std::vector<Plain> inOrder(RowBuffer& buffer) {
    std::vector<Plain> rows;
    REQUIRE(buffer.visitSeries(
        [&](std::span<const RowBuffer::Row> series, std::span<const std::string_view> notes) -> Result<void> {
            for (const RowBuffer::Row& row : series) {
                CHECK(row.account() == series.front().account());
                CHECK(row.metric() == series.front().metric());
                rows.push_back({row.account(), row.metric(), row.day(), row.value, {}});
                if (row.isNoted()) {
                    rows.back().note = notes.front();
                    notes = notes.subspan(1);
                }
            }
            CHECK(notes.empty());
            return {};
        },
        [](std::size_t) { return Result<void>(); }));
    return rows;
}

} // namespace

TEST_CASE("RowBuffer gives rows by account, metric and day, those of a day in file order") {
    const auto seed = GENERATE(range(1, 20));
    CAPTURE(seed);
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const auto upTo = [&](std::uint32_t most) {
        return static_cast<std::uint32_t>(random() % (std::uint64_t{most} + 1));
    };
    const std::uint32_t accounts = seed % 4 == 0 ? RowBuffer::mostAccounts / 4096 : 3000;
    RowBuffer buffer(seed % 2 == 0 ? accounts : 10);
    for (int part = 0; part < 2; ++part) {
        std::vector<Plain> rows;
        for (int i = 0; i < 5000; ++i) {
            const auto day =
                upTo(5) == 0 ? static_cast<std::int32_t>(upTo(100'000)) : static_cast<std::int32_t>(upTo(30));
            Plain row{upTo(3) == 0 ? upTo(accounts) : upTo(20),
                      upTo(9) == 0 ? upTo(RowBuffer::mostMetrics) : upTo(3),
                      day + firstDay.number,
                      static_cast<double>(i),
                      upTo(8) == 0 ? std::to_string(i) : std::string()};
            buffer.add(row.account, row.metric, row.day, row.value, row.note);
            rows.push_back(std::move(row));
        }
        CHECK(buffer.size() == rows.size());
        std::ranges::stable_sort(
            rows, {}, [](const Plain& row) { return std::tuple(row.account, row.metric, row.day); });
        CHECK(inOrder(buffer) == rows);
        buffer.clear();
        CHECK(inOrder(buffer).empty());
    }
}

TEST_CASE("RowBuffer holds the first and the last day of the calendar") {
    RowBuffer buffer(1);
    buffer.add(0, 0, lastDay.number, 2);
    buffer.add(0, 0, firstDay.number, 1);
    CHECK(inOrder(buffer) ==
          std::vector<Plain>{{0, 0, firstDay.number, 1, {}}, {0, 0, lastDay.number, 2, {}}});
}
