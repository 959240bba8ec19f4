// SPDX-License-Identifier: GPL-3.0-or-later
// The Trends tab of Compare, by clicks and keys.
#include "tests/support/snapshot_builder.h"
#include "tests/ui/compare/part_kit.h"
#include "ui/charts/bands_chart.h"
#include "ui/charts/trend_chart.h"
#include "ui/pages/compare/trends_part.h"

#include <QAbstractScrollArea>

using namespace Qt::StringLiterals;

namespace hb::pages {

using test::day;

namespace {

struct Kit : test::ComparePartKit<TrendsPart> {
    using ComparePartKit::ComparePartKit;

    [[nodiscard]] charts::BandsChart* bands() const {
        return test::child<charts::BandsChart>(*part, u"trendsBands"_s);
    }
    [[nodiscard]] charts::TrendChart* mean() const {
        return test::child<charts::TrendChart>(*part, u"trendsMean"_s);
    }
};

/// One account that measures 90; since 1 February a version scores that 45.
std::shared_ptr<const Snapshot> stricterBook() {
    test::SnapshotBuilder builder;
    const auto version = [](int number, Day from, double top) {
        return test::version(
            {test::group("g", 1, {test::weighted("health", 1, {{0, 0}, {100, top}})})}, number, from);
    };
    builder.metric(test::numberMetric("health"))
        .tmpl(test::defaultTemplate({version(1, Day{0}, 100), version(2, day("2026-02-01"), 50)}));
    builder.measure("A", "health", day("2025-01-01"), 90)
        .measure("A", "health", day("2026-03-29"), 90)
        .attribute("A", "owner", day("2025-01-01"), "Ana Lopez");
    return builder.build();
}

} // namespace

TEST_CASE("Trends: twelve weeks and more of shares and means, by accounts or by ARR") {
    Kit kit;
    kit.look();
    CHECK(kit.bands()->shown().points.size() >= 12);
    CHECK(kit.bands()->shown().points.size() == kit.mean()->shown().points.size());
    CHECK(kit.part->headline().contains(u"since"_s));
    CHECK(test::textOf(*kit.part, "trendsNotes")
              .contains(u"of all who had a score on that day"_s)); // some left
    const charts::BandsPoint last = kit.bands()->shown().points.back();
    const double accounts = last.amounts[0] + last.amounts[1] + last.amounts[2] + last.amounts[3];
    CHECK(kit.part->asTable().rows.size() == kit.bands()->shown().points.size());
    kit.look(analytics::PeriodKind::ThisQuarter, CountBy::Arr);
    const charts::BandsPoint paid = kit.bands()->shown().points.back();
    CHECK(paid.amounts[0] + paid.amounts[1] + paid.amounts[2] + paid.amounts[3] > accounts);
    kit.look(analytics::PeriodKind::Months12);
    CHECK(kit.bands()->shown().points.size() == 53);
}

TEST_CASE("Trends: arrows move the rule, Enter chooses a day, and the book opens on it") {
    Kit kit;
    kit.look();
    QWidget* view = kit.bands()->focusProxy();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Left);
    CHECK(kit.bands()->pointedDay() == kit.session.asOf());
    QTest::keyClick(view, Qt::Key_Left);
    CHECK(kit.bands()->pointedDay() == kit.session.asOf() - 7);
    CHECK(view->accessibleDescription().contains(u"green"_s));
    CHECK_FALSE(test::isShown(*kit.part, "lookAtDay"));
    QTest::keyClick(view, Qt::Key_Return);
    CHECK(test::textOf(*kit.part, "trendsDay").contains(u"Mean "_s));
    CHECK(kit.session.asOf() != *kit.bands()->pointedDay()); // nothing moved by itself
    test::click(*kit.part, "lookAtDay");
    REQUIRE(kit.navigator.places.size() == 1);
    CHECK(kit.navigator.places.front().page == session::page::book);
    CHECK(kit.navigator.places.front().asOf == kit.session.asOf() - 7);
    CHECK(kit.part->escape());
    CHECK_FALSE(test::isShown(*kit.part, "lookAtDay"));
    CHECK_FALSE(kit.part->escape());
}

TEST_CASE("Trends: a click on the mean chooses a day too") {
    Kit kit;
    kit.look();
    QWidget* view = kit.mean()->focusProxy();
    auto* area = qobject_cast<QAbstractScrollArea*>(view);
    REQUIRE(area != nullptr);
    QTest::mouseClick(area->viewport(), Qt::LeftButton, {}, area->viewport()->rect().center());
    CHECK(test::isShown(*kit.part, "lookAtDay"));
}

TEST_CASE("Trends: as it was, with its versions marked, and with today's template") {
    Kit kit(stricterBook());
    kit.look();
    const auto& shown = kit.mean()->shown();
    CHECK(shown.points.front().score == 90.0);
    CHECK(shown.points.back().score == 45.0);
    REQUIRE(shown.markers.size() == 1);
    CHECK(shown.markers.front().name == u"v2"_s);
    CHECK(shown.markers.front().day == day("2026-02-01"));
    CHECK(kit.part->headline().contains(u"with today's template it would have been 0% then"_s));
    test::click(*kit.part, "withTodays");
    CHECK(kit.mean()->shown().points.front().score == 45.0);
    CHECK(kit.mean()->shown().markers.empty());
    CHECK(kit.part->headline().startsWith(u"With today's template: "_s));
    test::click(*kit.part, "asItWas");
    CHECK(kit.mean()->shown().points.front().score == 90.0);
}

TEST_CASE("Trends: where a short period begins is marked among the weeks before it") {
    Kit kit;
    kit.look(analytics::PeriodKind::Days30);
    REQUIRE(kit.bands()->shown().markers.size() == 1);
    const charts::TrendMarker& begins = kit.bands()->shown().markers.front();
    CHECK(begins.kind == charts::MarkerKind::Period);
    CHECK(begins.day == kit.session.asOf() - 30);
    CHECK(kit.bands()->shown().points.front().day < begins.day);
    CHECK(kit.mean()->shown().markers.size() == 1);
    kit.look(analytics::PeriodKind::Months12); // all that is drawn is compared
    CHECK(kit.bands()->shown().markers.empty());
}

TEST_CASE("Trends: one group, no ARR, no template that changed") {
    Kit kit(test::fiveAccounts().build());
    kit.look(analytics::PeriodKind::ThisQuarter, CountBy::Arr);
    CHECK(test::textOf(*kit.part, "trendsNotes").contains(u"No ARR is known in USD"_s));
    CHECK(test::textOf(*kit.part, "trendsNotes").contains(u"No template changed"_s));
    CHECK_FALSE(test::textOf(*kit.part, "trendsNotes").contains(u"on that day"_s)); // the same five on both
    test::choose(*kit.part, "trendsGroup", u"Ana Lopez"_s);
    CHECK(kit.part->headline().startsWith(u"Ana Lopez: "_s));
    const charts::BandsPoint last = kit.bands()->shown().points.back();
    CHECK(last.amounts[0] + last.amounts[1] + last.amounts[2] + last.amounts[3] == 2);
}

} // namespace hb::pages
