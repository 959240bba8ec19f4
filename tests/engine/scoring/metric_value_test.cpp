// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/metric_value.h"
#include "tests/support/catch.h"

using namespace hb;
using namespace hb::test;
using namespace hb::scoring;

namespace {

const std::vector<std::int32_t> days{10, 20, 30, 40};
const std::vector<double> values{4, 8, 6, 2};

MetricValue valueOn(int day, Aggregation aggregation, int window = 0, bool emptyIsZero = false) {
    MetricRule rule;
    rule.aggregation = aggregation;
    rule.windowDays = window;
    rule.emptyIsZero = emptyIsZero;
    return metricValue(rule, {days, values}, Day{day});
}

} // namespace

TEST_CASE("metricValue: last") {
    MetricRule rule;
    rule.validDays = 5;
    const auto on = [&](int day) { return metricValue(rule, {days, values}, Day{day}); };
    SECTION("before the first measurement nothing is known") {
        CHECK(on(9).state == State::Missing);
    }
    SECTION("a measurement counts on its own day") {
        CHECK(on(20).value == 8);
    }
    SECTION("it is valid for validDays after its day") {
        CHECK(on(25).state == State::Present);
        CHECK(on(26).state == State::Stale);
    }
    SECTION("a stale last shows its value and its day") {
        CHECK(on(29).value == 8);
        CHECK(on(29).observedOn == Day{20});
        CHECK(on(29).firstObservedOn == Day{10});
    }
    SECTION("validity 0 is never stale") {
        rule.validDays = 0;
        CHECK(on(4000).state == State::Present);
    }
}

TEST_CASE("metricValue: windows are (D - W, D]") {
    CHECK(valueOn(40, Aggregation::Sum, 10).value == 2);
    CHECK(valueOn(40, Aggregation::Sum, 11).value == 8);
    CHECK(valueOn(39, Aggregation::Sum, 10).value == 6);
    CHECK(valueOn(40, Aggregation::Mean, 31).value == 5);
    CHECK(valueOn(40, Aggregation::Min, 21).value == 2);
    CHECK(valueOn(40, Aggregation::Max, 21).value == 8);
    CHECK(valueOn(40, Aggregation::Count, 21).value == 3);

    SECTION("a window of one day is the day itself") {
        CHECK(valueOn(30, Aggregation::Mean, 1).value == 6);
        CHECK(valueOn(31, Aggregation::Mean, 1).state == State::Missing);
        CHECK(valueOn(29, Aggregation::Mean, 1).state == State::Missing);
    }
    SECTION("what comes after the day is in none") {
        CHECK(valueOn(29, Aggregation::Count, 100).value == 2);
        CHECK(valueOn(29, Aggregation::Max, 100).value == 8);
        CHECK(valueOn(29, Aggregation::Min, 100).value == 4);
    }
    SECTION("a window without measurements is missing, never stale") {
        CHECK(valueOn(60, Aggregation::Mean, 10).state == State::Missing);
        CHECK(valueOn(60, Aggregation::Mean, 10).observedOn == Day{40});
    }
    SECTION("or 0 where empty is zero, even if nothing was ever measured") {
        CHECK(valueOn(60, Aggregation::Sum, 10, true).value == 0);
        CHECK(valueOn(5, Aggregation::Count, 10, true).value == 0);
        CHECK(valueOn(5, Aggregation::Count, 10, true).state == State::Present);
        CHECK_FALSE(valueOn(5, Aggregation::Count, 10, true).observedOn);
        MetricRule rule;
        rule.aggregation = Aggregation::Sum;
        rule.windowDays = 10;
        rule.emptyIsZero = true;
        CHECK(metricValue(rule, {}, Day{5}).state == State::Present);
        CHECK(metricValue(rule, {}, Day{5}).value == 0.0);
    }
}

TEST_CASE("metricValue: change_pct compares a window with the one before") {
    CHECK(valueOn(40, Aggregation::ChangePct, 15).value == 100.0 * (4.0 - 8.0) / 8.0);
    CHECK(valueOn(40, Aggregation::ChangePct, 10).value == 100.0 * (2.0 - 6.0) / 6.0);
    CHECK(valueOn(15, Aggregation::ChangePct, 10).state == State::Missing);

    SECTION("its windows are (D - W, D] and (D - 2W, D - W]") {
        CHECK(valueOn(30, Aggregation::ChangePct, 10).value == 100.0 * (6.0 - 8.0) / 8.0);
        CHECK(valueOn(39, Aggregation::ChangePct, 10).value == 100.0 * (6.0 - 8.0) / 8.0);
        CHECK(valueOn(49, Aggregation::ChangePct, 10).value == 100.0 * (2.0 - 6.0) / 6.0);
        CHECK(valueOn(50, Aggregation::ChangePct, 10).state == State::Missing);            // nothing recent
        CHECK(valueOn(19, Aggregation::ChangePct, 10).state == State::Missing);            // nothing before
        CHECK(valueOn(40, Aggregation::ChangePct, 20).value == 100.0 * (4.0 - 6.0) / 6.0); // of means
    }
    struct Row {
        double b;
        double a;
        std::optional<double> change;
    };
    const Row row = GENERATE(Row{0, 5, std::nullopt},
                             Row{9e-10, 5, std::nullopt},
                             Row{-9e-10, 5, std::nullopt},
                             Row{1e-9, 2e-9, 100},
                             Row{-1e-9, 0, 100},
                             Row{-10, -5, 50}, // up, on a negative base
                             Row{-10, -15, -50},
                             Row{-10, 10, 200},
                             Row{10, -10, -200},
                             Row{4, 4, 0});
    CAPTURE(row.b, row.a);
    const std::vector<std::int32_t> two{1, 11};
    const std::vector<double> measured{row.b, row.a};
    MetricRule rule;
    rule.aggregation = Aggregation::ChangePct;
    rule.windowDays = 10;
    const MetricValue found = metricValue(rule, {two, measured}, Day{12});
    REQUIRE(found.value.has_value() == row.change.has_value());
    CHECK_THAT(found.value.value_or(0), WithinAbs(row.change.value_or(0), 1e-9));
    CHECK(found.state == (row.change ? State::Present : State::Missing));
}

TEST_CASE("metricValue: days_since") {
    CHECK(valueOn(33, Aggregation::DaysSince).value == 3);
    CHECK(valueOn(30, Aggregation::DaysSince).value == 0);
    CHECK(valueOn(9, Aggregation::DaysSince).state == State::Missing);
    CHECK(valueOn(4000, Aggregation::DaysSince).value == 3960); // never stale
}

TEST_CASE("metricValue: a level that the version lacks counts as not made") {
    MetricRule rule;
    rule.kind = MetricKind::Level;
    rule.levels = {{1, "Low", 0, ""}, {8, "High", 100, ""}};
    CHECK(metricValue(rule, {days, values}, Day{40}).value == 8);
    CHECK(metricValue(rule, {days, values}, Day{40}).observedOn == Day{20});
    CHECK(metricValue(rule, {days, values}, Day{40}).firstObservedOn == Day{20});
    CHECK(metricValue(rule, {days, values}, Day{15}).state == State::Missing);
    SECTION("it does not hide that an older one is stale") {
        rule.validDays = 5;
        CHECK(metricValue(rule, {days, values}, Day{25}).state == State::Present);
        CHECK(metricValue(rule, {days, values}, Day{40}).state == State::Stale);
        CHECK(metricValue(rule, {days, values}, Day{40}).value == 8);
    }
}

TEST_CASE("metricValue: sums beyond the largest number are missing, not infinite") {
    const std::vector<std::int32_t> two{1, 2};
    const std::vector<double> huge{1.7e308, 1.7e308};
    MetricRule rule;
    rule.aggregation = Aggregation::Sum;
    rule.windowDays = 10;
    CHECK(metricValue(rule, {two, huge}, Day{2}).state == State::Missing);
}
