// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/numbers.h"
#include "tests/core/wording/english.h"
#include "tests/support/catch.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace hb;
using namespace hb::wording;

TEST_CASE("scoreText") {
    const test::InEnglish english;
    SECTION("truncates, so that what is shown agrees with its colour") {
        CHECK(scoreText(74.96, 0) == u"74"_s);
        CHECK(scoreText(74.96, 1) == u"74.9"_s);
        CHECK(scoreText(99.999999, 1) == u"99.9"_s);
    }
    SECTION("looks at the rounded number, as bands do") {
        CHECK(scoreText(74.99999999, 0) == u"75"_s);
        CHECK(scoreText(0.29, 2) == u"0.29"_s); // 0.29 * 100 is 28.999...
        CHECK(scoreText(64.1, 1) == u"64.1"_s);
    }
    SECTION("gives the decimals that are asked for") {
        CHECK(scoreText(80, 1) == u"80.0"_s);
        CHECK(scoreText(0, 0) == u"0"_s);
        CHECK(scoreText(100, 0) == u"100"_s);
    }
}

TEST_CASE("schemeDecimals") {
    CHECK(schemeDecimals(redYellowGreenScheme().ranges) == 0);
    CHECK(schemeDecimals({{.from = 0, .label = {}, .colour = Band::Red, .help = {}},
                          {.from = 62.5, .label = {}, .colour = Band::Green, .help = {}}}) == 1);
    CHECK(schemeDecimals({{.from = 0, .label = {}, .colour = Band::Red, .help = {}},
                          {.from = 33.333333, .label = {}, .colour = Band::Green, .help = {}}}) == 6);
}

TEST_CASE("points") {
    const test::InEnglish english;
    SECTION("are rounded to one decimal, with the minus of the typographer") {
        CHECK(pointsText(31.96) == u"32.0"_s);
        CHECK(signedPointsText(-9.2) == u"\u22129.2"_s);
        CHECK(signedPointsText(1.8) == u"+1.8"_s);
        CHECK(wholePointsText(-8.6) == u"\u22129"_s);
    }
    SECTION("that round to nothing have no sign") {
        CHECK(signedPointsText(-0.04) == u"0.0"_s);
        CHECK(signedPointsText(0.04) == u"0.0"_s);
        CHECK(pointsText(-0.04) == u"0.0"_s);
    }
    SECTION("follow the locale") {
        QLocale::setDefault(QLocale(QLocale::German));
        CHECK(signedPointsText(1.8) == u"+1,8"_s);
    }
}

TEST_CASE("percentText never rounds up to what is needed") {
    const test::InEnglish english;
    CHECK(percentText(0.499) == u"49%"_s);
    CHECK(percentText(0.5) == u"50%"_s);
    CHECK(percentText(0.35 - 1e-12) == u"35%"_s);
}

TEST_CASE("partText says of little that it is little") {
    const test::InEnglish english;
    CHECK(partText(0) == u"0%"_s);
    CHECK(partText(0.0001) == u"<1%"_s);
    CHECK(partText(0.01) == u"1%"_s);
    CHECK(partText(0.499) == u"49%"_s);
}

TEST_CASE("percentTexts sums to 100") {
    const test::InEnglish english;
    CHECK(percentTexts(std::array{1.0, 1.0, 1.0}) == std::vector{u"34%"_s, u"33%"_s, u"33%"_s});
    // 2.9, 24.8, 65.9 and 6.4 of 100 were 2, 24, 65 and 6
    CHECK(percentTexts(std::array{29.0, 248.0, 659.0, 64.0}) ==
          std::vector{u"3%"_s, u"25%"_s, u"66%"_s, u"6%"_s});
    CHECK(percentTexts(std::array{0.0, 7.0}) == std::vector{u"0%"_s, u"100%"_s});
    CHECK(percentTexts(std::array{3.0, 400.0, 600.0}) == std::vector{u"<1%"_s, u"40%"_s, u"60%"_s});
    CHECK(percentTexts(std::array{1.0, 998.0, 1.0}) == std::vector{u"<1%"_s, u">99%"_s, u"<1%"_s});
    CHECK(percentTexts(std::array{0.0, 0.0}) == std::vector{u"0%"_s, u"0%"_s});
    CHECK(percentTexts(std::array<double, 0>{}).empty());
}

TEST_CASE("valueText") {
    const test::InEnglish english;
    Metric metric;
    SECTION("has the unit") {
        metric.unit = "%";
        CHECK(valueText(metric, 40) == u"40%"_s);
        metric.unit = "days";
        CHECK(valueText(metric, 12.25) == u"12.25 days"_s);
        metric.unit = "";
        CHECK(valueText(metric, -3.5) == u"\u22123.5"_s);
    }
    SECTION("is the label of a level") {
        metric.rule.kind = MetricKind::Level;
        metric.rule.levels = {{.level = 1, .label = "At risk", .score = 0, .help = {}},
                              {.level = 2, .label = "Worried", .score = 45, .help = {}}};
        CHECK(valueText(metric, 2) == u"Worried"_s);
        CHECK(valueText(metric, 7) == u"7"_s);
    }
}

TEST_CASE("money") {
    const test::InEnglish english;
    SECTION("is short on pages") {
        CHECK(shortMoney(12'000'000, u"USD") == u"$120k"_s);
        CHECK(shortMoney(120'000'000, u"USD") == u"$1.2M"_s);
        CHECK(shortMoney(95'000, u"EUR") == u"€950"_s);
        CHECK(shortMoney(950'000, u"USD") == u"$9.5k"_s);
        CHECK(shortMoney(0, u"USD") == u"$0"_s);
        CHECK(shortMoney(-12'000'000, u"USD") == u"\u2212$120k"_s);
    }
    SECTION("never shows a thousand of a smaller step") {
        CHECK(shortMoney(99'960'000, u"USD") == u"$1.0M"_s);
        CHECK(shortMoney(99'970, u"USD") == u"$1.0k"_s);
        CHECK(shortMoney(99'990'000'000, u"USD") == u"$1.0B"_s);
    }
    SECTION("names a currency without a well-known sign") {
        CHECK(shortMoney(12'000'000, u"CHF") == u"CHF 120k"_s);
        CHECK(fullMoney(12'000'050, u"CHF") == u"CHF 120,000.50"_s);
    }
    SECTION("is full in the tooltip") {
        CHECK(fullMoney(12'000'000, u"USD") == u"$120,000"_s);
        CHECK(fullMoney(-100, u"USD") == u"\u2212$1"_s);
    }
}
