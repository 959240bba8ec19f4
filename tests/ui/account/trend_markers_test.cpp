// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table_writer.h"
#include "tests/support/catch.h"
#include "tests/ui/support/window_kit.h"
#include "ui/pages/account/account_trend.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hb::pages {

using namespace hb::test;
using charts::MarkerKind;

namespace {

/// An account of a template with two versions that was to renew twice, renewed once, and was overridden.
std::shared_ptr<const Snapshot> eventful() {
    const auto groups = [](double weight) {
        return std::vector<Group>{group("all", 1, {weighted("health", weight), weighted("sentiment", 1)})};
    };
    Template tmpl =
        defaultTemplate({version(groups(1), 3, day("2025-01-01")), version(groups(2), 4, day("2026-02-10"))});
    tmpl.name = "Enterprise";
    tmpl.versions[1].reason = "Sentiment weighs less.";
    SnapshotBuilder builder;
    builder.metric(numberMetric("health", 20))
        .metric(levelMetric("sentiment", {{1, "At risk", 10, ""}, {2, "Content", 80, ""}}))
        .tmpl(tmpl)
        .account("A");
    for (const char* measured : {"2025-11-01", "2026-01-05", "2026-01-20", "2026-02-09", "2026-03-20"}) {
        builder.measure("A", "health", day(measured), 60);
    }
    builder.measure("A", "sentiment", day("2025-01-01"), 2);
    builder.attribute("A", "renewal_date", day("2025-01-01"), "2026-01-15")
        .attribute("A", "renewal_date", day("2026-01-15"), "2026-03-01")
        .attribute("A", "renewal_date", day("2026-02-20"), "2026-03-15")
        .attribute("A", "renewal_date", day("2026-03-15"), "2027-03-15");
    Outcome renewed;
    renewed.day = day("2026-03-15");
    builder.outcome("A", renewed);
    Override entered;
    entered.id = OverrideId{1};
    entered.score = 80;
    entered.first = day("2026-03-20");
    entered.last = day("2026-04-10");
    entered.author = "Ana Lopez";
    entered.reason = "migration";
    builder.override("A", entered);
    Action done;
    done.title = "Agree an escalation date";
    done.owner = "Ben";
    done.createdOn = day("2026-02-20");
    done.status = ActionStatus::Done;
    done.closedOn = day("2026-03-02");
    Action open = done, dropped = done;
    open.status = ActionStatus::Open;
    open.closedOn.reset();
    dropped.status = ActionStatus::Dropped;
    dropped.closeReason = "Too late";
    builder.action("A", done).action("A", open).action("A", dropped);
    return builder.build();
}

struct Shown {
    WindowKit kit;
    std::vector<book::Note> notes;
    std::vector<book::HandValue> byHand;

    charts::TrendData trend(const char* first) {
        kit.session.showSnapshot(eventful());
        const AccountAt at = accountAt(kit.session.moment(), 0, kit.session.today());
        return accountTrend(at, day(first), {.notes = notes, .byHand = byHand});
    }
};

std::vector<charts::TrendMarker> ofKind(const charts::TrendData& trend, MarkerKind kind) {
    std::vector<charts::TrendMarker> found;
    std::ranges::copy_if(trend.markers, std::back_inserter(found), [kind](const charts::TrendMarker& marker) {
        return marker.kind == kind;
    });
    return found;
}

} // namespace

TEST_CASE("The markers of a trend") {
    Shown shown;

    SECTION("a new version stands on the day from which it scores, by its number, with its reason") {
        const auto versions = ofKind(shown.trend("2025-12-01"), MarkerKind::Version);
        REQUIRE(versions.size() == 1);
        CHECK(versions.front().day == day("2026-02-10"));
        CHECK(versions.front().name == u"v4"_s);
        CHECK(versions.front().words.contains(u"Enterprise v4"_s));
        CHECK(versions.front().words.contains(u"Sentiment weighs less."_s));
    }
    SECTION("so too where the points are weeks apart") {
        const auto versions = ofKind(shown.trend("2023-01-01"), MarkerKind::Version);
        REQUIRE_FALSE(versions.empty());
        CHECK(versions.back().day == day("2026-02-10"));
    }
    SECTION("days of renewal stand where the account was to renew by the eve; an outcome says more") {
        const charts::TrendData trend = shown.trend("2025-12-01");
        const auto renewals = ofKind(trend, MarkerKind::Renewal);
        REQUIRE(renewals.size() == 1); // 1 March was moved, of 15 March the outcome is known
        CHECK(renewals.front().day == day("2026-01-15"));
        const auto outcomes = ofKind(trend, MarkerKind::Outcome);
        REQUIRE(outcomes.size() == 1);
        CHECK(outcomes.front().day == day("2026-03-15"));
        CHECK(outcomes.front().words == u"Renewed"_s);
    }
    SECTION("what was done stands on its day; what is planned or was dropped does not") {
        const charts::TrendData trend = shown.trend("2025-12-01");
        const auto actions = ofKind(trend, MarkerKind::Action);
        REQUIRE(actions.size() == 1);
        CHECK(actions.front().day == day("2026-03-02"));
        CHECK(actions.front().words == u"Ben did: Agree an escalation date"_s);
    }
    SECTION("overrides, levels set by hand and notes say who and what; later ones are not there yet") {
        shown.kit.session.showSnapshot(eventful());
        const MetricId sentiment = shown.kit.session.snapshot().metricIds[1];
        shown.byHand = {{.metric = sentiment,
                         .day = day("2026-02-03"),
                         .value = 1,
                         .note = u"Sponsor is silent"_s,
                         .author = u"Ana Lopez"_s,
                         .at = {},
                         .importedValue = {}}};
        shown.notes = {
            {.id = {}, .day = day("2026-02-04"), .text = u"Called\nher"_s, .author = u"Ben"_s, .at = {}},
            {.id = {}, .day = day("2026-04-04"), .text = u"Later"_s, .author = u"Ben"_s, .at = {}}};
        const charts::TrendData trend = shown.trend("2025-12-01");
        const auto levels = ofKind(trend, MarkerKind::Level);
        REQUIRE(levels.size() == 1);
        CHECK(levels.front().words == u"Ana Lopez set sentiment to At risk: Sponsor is silent"_s);
        const auto notes = ofKind(trend, MarkerKind::Note);
        REQUIRE(notes.size() == 1);
        CHECK(notes.front().words == u"Ben: Called"_s);
        const auto overrides = ofKind(trend, MarkerKind::Override);
        REQUIRE(overrides.size() == 1);
        CHECK(overrides.front().words.contains(u"\"migration\""_s));
        CHECK(std::ranges::is_sorted(trend.markers, {}, &charts::TrendMarker::day));
        CHECK(exchange::toTabs(charts::toTable(trend)).contains(u"Ben: Called"_s));
    }
}

TEST_CASE("The line of a trend") {
    Shown shown;
    const charts::TrendData trend = shown.trend("2025-12-01");
    const auto on = [&trend](const char* when) {
        return *std::ranges::find(trend.points, day(when), &charts::TrendPoint::day);
    };
    CHECK(on("2026-02-12").isDrawn());
    CHECK_FALSE(on("2026-03-10").isDrawn()); // two thirds of the weight are stale: no band
    CHECK_FALSE(on("2026-02-12").computed.has_value());
    CHECK(on("2026-03-25").score == 80.0);
    REQUIRE(on("2026-03-25").computed.has_value()); // beside what was set by hand
    CHECK(*on("2026-03-25").computed < 80);
    CHECK(trend.description.contains(u"80.0, green"_s));
}

} // namespace hb::pages
