// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/standings.h"
#include "tests/support/catch.h"
#include "tests/support/random_book.h"

#include <algorithm>

using namespace hb::analytics;
using hb::test::Random;
using hb::test::WithinAbs;

namespace {

/// Cases of some people, a person after the other, all at one level.
std::vector<ComparedCase> casesOf(const std::vector<std::vector<double>>& values) {
    std::vector<ComparedCase> cases;
    for (std::size_t person = 0; person < values.size(); ++person) {
        for (const double value : values[person]) {
            cases.push_back({.person = person, .value = value, .level = 0});
        }
    }
    return cases;
}

/// Values that follow their level, and nobody in particular.
std::vector<ComparedCase> randomCases(Random& random, std::size_t count, std::size_t people) {
    std::vector<ComparedCase> cases;
    for (std::size_t at = 0; at < count; ++at) {
        const double level = random.between(0, 100);
        cases.push_back(
            {.person = at % people, .value = level / 2 + random.between(-20, 20), .level = level});
    }
    return cases;
}

} // namespace

TEST_CASE("standings: a table worked out by hand") {
    const auto found = standings(casesOf({{8, 9, 10, 11, 12}, {1, 2, 3, 4, 5}}), 2);
    REQUIRE(found.size() == 2);
    CHECK(found[0].cases == 5);
    CHECK_THAT(found[0].mean, WithinAbs(10, 1e-12));
    CHECK_THAT(found[0].above.value(), WithinAbs(7, 1e-12));
    CHECK_THAT(found[1].above.value(), WithinAbs(-7, 1e-12));
    // Ranks 5 to 9 sum to 12.5 more than chance; variance 2.5 * 82.5 / 9; z 2.6112.
    CHECK_THAT(found[0].chance, WithinAbs(0.00451, 0.00001));
    CHECK_THAT(found[0].chance + found[1].chance, WithinAbs(1, 1e-12));
    CHECK(found[0].standsOut);
    CHECK_FALSE(found[1].standsOut);
}

TEST_CASE("standings: who stands out") {
    SECTION("not with values that differ little, however sure it is") {
        const auto found = standings(casesOf({{5.8, 5.9, 6, 6.1, 6.2}, {1, 1.1, 1.2, 1.3, 1.4}}), 2);
        CHECK(found[0].above.value() < 5);
        CHECK(found[0].chance < 0.005);
        CHECK_FALSE(found[0].standsOut);
    }
    SECTION("not with too few cases of one's own, or of others") {
        const auto few = standings(casesOf({{80, 90, 95, 99}, {1, 2, 3, 4, 5, 6, 7, 8}}), 2);
        CHECK_FALSE(few[0].above.has_value());
        CHECK_FALSE(few[0].standsOut);
        CHECK(few[0].cases == 4);
        CHECK_FALSE(few[1].above.has_value());
    }
    SECTION("not where all values are one") {
        const auto same = standings(casesOf({{3, 3, 3, 3, 3}, {3, 3, 3, 3, 3}}), 2);
        CHECK(same[0].chance == 1);
        CHECK(same[0].above.value() == 0);
        CHECK_FALSE(same[0].standsOut);
    }
    SECTION("not by one value alone") {
        const auto found = standings(casesOf({{1, 2, 3, 4, 5, 6, 7, 200}, {1, 2, 3, 4, 5, 6, 7, 8}}), 2);
        CHECK(found[0].above.value() > 20);
        CHECK_FALSE(found[0].standsOut);
    }
    SECTION("not for being at another level than the others") {
        std::vector<ComparedCase> cases;
        for (int at = 0; at < 40; ++at) {
            const bool isHigh = at < 20;
            const bool isHers = isHigh ? at % 4 != 0 : at % 4 == 0; // most of the high ones
            cases.push_back({.person = isHers ? 0U : 1U,
                             .value = (isHigh ? 50.0 : 0.0) + at % 5,
                             .level = isHigh ? 90.0 : 10.0});
        }
        const auto found = standings(cases, 2);
        CHECK(found[0].mean > found[1].mean + 20);
        CHECK(std::abs(found[0].above.value()) < 1);
        CHECK_FALSE(found[0].standsOut);
    }
    SECTION("nobody's cases are compared with, too") {
        std::vector<ComparedCase> cases = casesOf({{8, 9, 10, 11, 12}, {1, 2, 3, 4, 5}});
        for (ComparedCase& each : cases) {
            each.person = each.person == 1U ? std::nullopt : each.person;
        }
        const auto found = standings(cases, 1);
        REQUIRE(found.size() == 1);
        CHECK_THAT(found[0].above.value(), WithinAbs(7, 1e-12));
    }
    SECTION("nothing comes of nothing") {
        CHECK(standings({}, 0).empty());
        CHECK(standings({}, 2)[1].cases == 0);
    }
}

TEST_CASE("standings: neither order nor origin of the values matters") {
    const auto seed = GENERATE(range(0U, 20U));
    CAPTURE(seed);
    Random random(seed);
    std::vector<ComparedCase> cases = randomCases(random, 120, 4);
    const auto before = standings(cases, 4);
    std::ranges::reverse(cases);
    for (ComparedCase& each : cases) {
        each.value = each.value * 2 + 1000;
    }
    const auto after = standings(cases, 4);
    for (std::size_t person = 0; person < 4; ++person) {
        CHECK_THAT(after[person].above.value(), WithinAbs(2 * before[person].above.value(), 1e-9));
        CHECK_THAT(after[person].chance, WithinAbs(before[person].chance, 1e-9));
    }
}

TEST_CASE("standings: finds who is planted, and hardly ever anybody else") {
    Random random(7);
    std::size_t alarms = 0;
    std::size_t found = 0;
    std::size_t others = 0;
    constexpr std::size_t books = 300;
    for (std::size_t book = 0; book < books; ++book) {
        std::vector<ComparedCase> cases = randomCases(random, 160, 6);
        const auto alike = standings(cases, 6);
        alarms += std::ranges::any_of(alike, &Standing::standsOut) ? 1U : 0U;
        for (ComparedCase& each : cases) {
            each.value += each.person == 2U ? 15 : 0;
        }
        const auto planted = standings(cases, 6);
        found += planted[2].standsOut ? 1U : 0U;
        others +=
            std::ranges::count_if(planted, &Standing::standsOut) > (planted[2].standsOut ? 1 : 0) ? 1U : 0U;
    }
    CHECK(alarms <= books * 4 / 100); // two in a hundred is what was asked for
    CHECK(found >= books * 98 / 100);
    CHECK(others <= books * 4 / 100);
}
