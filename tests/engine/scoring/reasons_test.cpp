// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/reasons.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

using namespace hb;
using namespace hb::test;
using namespace hb::scoring;

namespace {

constexpr Day today{1000};

SnapshotBuilder book() {
    SnapshotBuilder builder;
    builder.metric(numberMetric("m", 60)).metric(numberMetric("extra")).account("A");
    builder.tmpl(defaultTemplate({version({group("g", 1, {weighted("m", 1)})})}));
    return builder;
}

Reasons reasonsOf(const SnapshotBuilder& builder, Day day = today) {
    return bookOnDay(Scorer(builder.build()), day).reasons[0];
}

} // namespace

TEST_CASE("reasons: newly red, falling fast, red left alone") {
    SnapshotBuilder builder = book();
    builder.measure("A", "m", today - 40, 80);
    SECTION("red on the day, not a week before, and with a band then") {
        builder.measure("A", "m", today - 6, 40);
        CHECK(reasonsOf(builder).has(Reason::NewlyRed));
        CHECK(reasonsOf(builder).has(Reason::FallingFast));
        CHECK(reasonsOf(builder).leading() == Reason::NewlyRed);
        CHECK_FALSE(reasonsOf(builder, today + 1).has(Reason::NewlyRed)); // a week before it was red as well
    }
    SECTION("without a band a week before it is not newly red") {
        SnapshotBuilder fresh = book();
        fresh.measure("A", "m", today - 3, 20);
        CHECK(reasonsOf(fresh).empty());
    }
    SECTION("down 10 over the trend's days, inclusive") {
        builder.measure("A", "m", today - 1, 70);
        CHECK(reasonsOf(builder).has(Reason::FallingFast));
        builder.measure("A", "m", today - 1, 70.1);
        CHECK_FALSE(reasonsOf(builder).has(Reason::FallingFast));
    }
    SECTION("red on each of five weeks") {
        builder.measure("A", "m", today - 28, 30);
        CHECK(reasonsOf(builder).has(Reason::RedLeftAlone));
        CHECK_FALSE(reasonsOf(builder, today - 1).has(Reason::RedLeftAlone));
    }
}

TEST_CASE("reasons: renewal at risk within 0 to 90 days and not green") {
    SnapshotBuilder builder = book();
    builder.measure("A", "m", today - 40, 60);
    const auto renewing = [&](int inDays) {
        SnapshotBuilder with = builder;
        with.attribute("A", "renewal_date", today - 50, toIsoText(today + inDays));
        return reasonsOf(with).has(Reason::RenewalAtRisk);
    };
    CHECK(renewing(0));
    CHECK(renewing(90));
    CHECK_FALSE(renewing(91));
    CHECK_FALSE(renewing(-1));
    SECTION("no band counts as not green, green does not") {
        SnapshotBuilder none = book();
        none.attribute("A", "renewal_date", today, toIsoText(today + 10));
        CHECK(reasonsOf(none).has(Reason::RenewalAtRisk));
        none.measure("A", "m", today, 90);
        CHECK_FALSE(reasonsOf(none).has(Reason::RenewalAtRisk));
    }
}

TEST_CASE("reasons: a champion who left at most 30 days ago") {
    SnapshotBuilder builder = book();
    builder.attribute("A", "champion", today - 100, "Eva").attribute("A", "champion", today - 30, "left");
    CHECK(reasonsOf(builder).has(Reason::ChampionLeft));
    CHECK_FALSE(reasonsOf(builder, today + 1).has(Reason::ChampionLeft));
    CHECK_FALSE(reasonsOf(builder, today - 31).has(Reason::ChampionLeft));
    SECTION("the same value stated again does not begin anew") {
        builder.attribute("A", "champion", today - 5, "left");
        CHECK_FALSE(reasonsOf(builder, today + 1).has(Reason::ChampionLeft));
    }
    SECTION("one who had left when the account was first heard of left on no known day") {
        SnapshotBuilder imported = book();
        imported.attribute("A", "champion", today - 3, "left");
        CHECK_FALSE(reasonsOf(imported).has(Reason::ChampionLeft));
        imported.attribute("A", "champion", today - 2, "Eva").attribute("A", "champion", today - 1, "left");
        CHECK(reasonsOf(imported).has(Reason::ChampionLeft));
    }
}

TEST_CASE("reasons: gone silent looks at every metric") {
    SnapshotBuilder builder = book();
    CHECK_FALSE(reasonsOf(builder).has(Reason::GoneSilent)); // never measured
    builder.measure("A", "m", today - 30, 80);
    CHECK(reasonsOf(builder).has(Reason::GoneSilent));
    CHECK_FALSE(reasonsOf(builder, today - 1).has(Reason::GoneSilent));
    builder.measure("A", "extra", today - 29, 1); // in no template, yet heard of
    CHECK_FALSE(reasonsOf(builder).has(Reason::GoneSilent));
}

TEST_CASE("reasons: stale and ready to grow are not urgent") {
    SECTION("a counted metric is stale") {
        SnapshotBuilder builder = book();
        builder.measure("A", "m", today - 61, 80).measure("A", "extra", today, 1);
        CHECK(reasonsOf(builder).has(Reason::Stale));
        CHECK_FALSE(reasonsOf(builder).anyUrgent());
    }
    SECTION("green and rising") {
        SnapshotBuilder builder = book();
        builder.measure("A", "m", today - 40, 80).measure("A", "m", today, 83);
        CHECK(reasonsOf(builder).leading() == Reason::ReadyToGrow);
        builder.measure("A", "m", today, 82.9);
        CHECK(reasonsOf(builder).empty());
    }
    SECTION("green with full seats") {
        SnapshotBuilder builder = book();
        builder.measure("A", "m", today - 40, 95)
            .settings({.currency = "USD", .seatsMetrics = {"m"}, .reasons = {}});
        CHECK(reasonsOf(builder).has(Reason::ReadyToGrow));
    }
}

TEST_CASE("reasons: actions") {
    SnapshotBuilder builder = book();
    builder.measure("A", "m", today - 40, 90).measure("A", "extra", today - 5, 1); // not silent
    const auto withAction = [&](Action action) {
        SnapshotBuilder with = builder;
        with.action("B", {.title = "Of another account", .due = Day{0}, .createdOn = Day{0}});
        with.action("A", std::move(action));
        return with;
    };
    Action action{.title = "Call them", .due = today - 1, .createdOn = today - 10};

    SECTION("one that was due before the day leads") {
        CHECK(reasonsOf(withAction(action)).leading() == Reason::ActionOverdue);
        CHECK_FALSE(reasonsOf(withAction(action), today - 1).has(Reason::ActionOverdue)); // due on that day
        action.due = std::nullopt;
        CHECK(reasonsOf(withAction(action)).empty());
    }
    SECTION("it is overdue only while it is open") {
        action.status = ActionStatus::Dropped;
        action.closeReason = "No need";
        action.closedOn = today;
        CHECK(reasonsOf(withAction(action)).empty());
        action.closedOn = today + 1; // the past stays as it was
        CHECK(reasonsOf(withAction(action)).has(Reason::ActionOverdue));
        action.createdOn = today + 1;
        CHECK(reasonsOf(withAction(action)).empty());
    }
    SECTION("what is red for long is not left alone while an action is open") {
        builder.measure("A", "m", today - 28, 30);
        action.due = today + 30;
        REQUIRE(reasonsOf(builder).has(Reason::RedLeftAlone));
        CHECK_FALSE(reasonsOf(withAction(action)).has(Reason::RedLeftAlone));
        action.createdOn = today;
        CHECK_FALSE(reasonsOf(withAction(action)).has(Reason::RedLeftAlone));
        action.createdOn = today + 1;
        CHECK(reasonsOf(withAction(action)).has(Reason::RedLeftAlone));
        action.createdOn = today - 10;
        action.status = ActionStatus::Done;
        action.closedOn = today;
        CHECK(reasonsOf(withAction(action)).has(Reason::RedLeftAlone));
    }
}
