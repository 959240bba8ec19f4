// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/clustering.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"

#include <algorithm>
#include <limits>
#include <numeric>

using namespace hb;
using namespace hb::analytics;
using test::WithinAbs;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
using Rows = std::vector<std::vector<double>>;

ScoreTable tableOf(const Rows& rows) {
    ScoreTable table{.width = rows.empty() ? 0 : rows.front().size(), .scores = {}};
    for (const auto& row : rows) {
        table.scores.insert(table.scores.end(), row.begin(), row.end());
    }
    return table;
}

std::vector<std::size_t> orderOf(const Rows& rows) {
    return alikeOrder(tableOf(rows)).rows;
}

Rows randomRows(test::Random& random, std::size_t count, std::size_t width) {
    Rows rows(count, std::vector<double>(width));
    for (auto& row : rows) {
        for (double& score : row) {
            score = random.chance(0.2) ? none : random.between(0, 100);
        }
    }
    return rows;
}

bool isEachOnce(std::vector<std::size_t> order, std::size_t count) {
    std::ranges::sort(order);
    std::vector<std::size_t> all(count);
    std::iota(all.begin(), all.end(), std::size_t{0});
    return order == all;
}

} // namespace

TEST_CASE("clustering: how unlike two rows are, worked out by hand") {
    const auto between = [](std::vector<double> a, std::vector<double> b) { return unlikeness(a, b); };
    CHECK_THAT(between({10, 90}, {30, 80}), WithinAbs(15, 1e-12));
    CHECK_THAT(between({10, none}, {30, 80}), WithinAbs(35, 1e-12)); // 20 and 50
    CHECK_THAT(between({10, none}, {30, none}), WithinAbs(10, 1e-12));
    CHECK(between({none, none}, {none, none}) == 0);
    CHECK(between({}, {}) == 0);
    test::Random random(3);
    for (int round = 0; round < 200; ++round) {
        const Rows rows = randomRows(random, 3, 4);
        const double detour = between(rows[0], rows[1]) + between(rows[1], rows[2]);
        CHECK(between(rows[0], rows[2]) <= detour + 1e-9);
        CHECK(between(rows[0], rows[1]) == between(rows[1], rows[0]));
    }
}

TEST_CASE("clustering: two kinds of rows that stand mixed stand together, the lower ones first") {
    // 0 and 2 are red in the first, 1 and 3 in the second; 4 has nothing
    CHECK(orderOf({{10, 90}, {95, 22}, {12, 85}, {90, 20}, {none, none}}) ==
          std::vector<std::size_t>{2, 0, 3, 1, 4});
    CHECK(orderOf({}).empty());
    CHECK(orderOf({{50}}) == std::vector<std::size_t>{0});
    CHECK(orderOf({{50}, {50}, {50}}) == std::vector<std::size_t>{0, 1, 2}); // nothing to move them
}

TEST_CASE("clustering: each row once, the same every time, however the rows stood before") {
    test::Random random(11);
    for (int round = 0; round < 40; ++round) {
        const auto count = static_cast<std::size_t>(random.integer(1, 40));
        const Rows rows = randomRows(random, count, 6);
        const auto order = orderOf(rows);
        REQUIRE(isEachOnce(order, count));
        CHECK(orderOf(rows) == order);
        std::vector<std::size_t> shuffled(count);
        std::iota(shuffled.begin(), shuffled.end(), std::size_t{0});
        for (std::size_t at = count; at > 1; --at) {
            std::swap(shuffled[at - 1],
                      shuffled[static_cast<std::size_t>(random.integer(0, static_cast<int>(at) - 1))]);
        }
        Rows moved;
        for (const std::size_t row : shuffled) {
            moved.push_back(rows[row]);
        }
        std::vector<std::size_t> back;
        for (const std::size_t row : orderOf(moved)) {
            back.push_back(shuffled[row]);
        }
        CHECK(back == order);
    }
}

TEST_CASE("clustering: each row once where many are equally alike and distances round") {
    test::Random random(23);
    for (int round = 0; round < 400; ++round) {
        const auto count = static_cast<std::size_t>(random.integer(2, 48));
        const auto width = static_cast<std::size_t>(random.integer(1, 7));
        const int parts =
            random.integer(1, 4); // of a score: thirds and sevenths round when they are averaged
        Rows rows(count, std::vector<double>(width));
        for (auto& row : rows) {
            for (double& score : row) {
                score = random.chance(0.1) ? none : random.integer(0, parts) * 100.0 / 7 + 1.0 / 3;
            }
        }
        REQUIRE(isEachOnce(orderOf(rows), count));
    }
}

TEST_CASE("clustering: rows beyond those that are clustered stand after the one most like them") {
    Rows rows;
    for (int at = 0; at < 30; ++at) {
        rows.push_back({at % 3 * 40.0 + at * 0.1});
    }
    const AlikeOrder few = alikeOrder(tableOf(rows), {}, 7);
    CHECK(few.clustered == 7);
    REQUIRE(isEachOnce(few.rows, 30));
    for (std::size_t at = 0; at < 30; ++at) { // the three kinds stand in three runs of ten
        CHECK(few.rows[at] % 3 == at / 10);
    }
    CHECK(alikeOrder(tableOf(rows)).clustered == 30);
    std::stop_source stop;
    stop.request_stop();
    CHECK(alikeOrder(tableOf(rows), stop.get_token(), 7).rows.empty());
}

TEST_CASE("clustering: a table turned, twice, is the table") {
    const ScoreTable table = tableOf({{1, 2, 3}, {4, 5, 6}});
    const ScoreTable turned = transposed(table);
    CHECK(turned.width == 2);
    CHECK(turned.scores == std::vector<double>{1, 4, 2, 5, 3, 6});
    CHECK(transposed(turned).scores == table.scores);
}
