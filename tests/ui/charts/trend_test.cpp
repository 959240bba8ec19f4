// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table_writer.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"
#include "ui/charts/trend_chart.h"
#include "ui/charts/waterfall_chart.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace hb::charts {

using test::day;

namespace {

TrendData yearOf(Day last) {
    TrendData trend;
    for (Day at = last - 364; at <= last; at = at + 1) {
        TrendPoint point;
        point.day = at;
        point.score = 90.0 - (at - (last - 364)) * 0.15;
        point.band = *point.score >= 75 ? Band::Green : *point.score >= 50 ? Band::Yellow : Band::Red;
        point.scoreText = QString::number(*point.score, 'f', 1);
        trend.points.push_back(point);
    }
    trend.zones = {{0, Band::Red, u"0"_s}, {50, Band::Yellow, u"50"_s}, {75, Band::Green, u"75"_s}};
    trend.description = u"Contoso fell."_s;
    return trend;
}

} // namespace

TEST_CASE("timeLabels") {
    SECTION("first days of months, at most seven, every text once") {
        const int days = GENERATE(40, 90, 180, 365, 730, 3000);
        const Day last = day("2026-03-30");
        const std::vector<TimeLabel> labels = timeLabels(last - days, last);
        CHECK(labels.size() >= 2);
        CHECK(labels.size() <= 7);
        std::set<QString> texts;
        for (const TimeLabel& label : labels) {
            texts.insert(label.text);
            CHECK(label.day >= last - days);
            CHECK(label.day <= last);
            CHECK((days == 40 || toYearMonthDay(label.day).day == 1));
        }
        CHECK(texts.size() == labels.size());
    }
    SECTION("a year in months reads so") {
        CHECK(timeLabels(day("2026-01-15"), day("2026-03-30")).front().text == u"Feb 2026"_s);
    }
    SECTION("within one month the ends are named") {
        const std::vector<TimeLabel> labels = timeLabels(day("2026-03-02"), day("2026-03-30"));
        REQUIRE(labels.size() == 2);
        CHECK(labels.front().text == u"2 Mar 2026"_s);
    }
}

TEST_CASE("thinned") {
    const TrendData year = yearOf(day("2026-03-30"));
    SECTION("keeps the ends and the lowest") {
        const std::vector<TrendPoint> few = thinned(year.points, 100);
        CHECK(few.size() <= 110);
        CHECK(few.front().day == year.points.front().day);
        CHECK(few.back().day == year.points.back().day);
    }
    SECTION("keeps both sides of a gap") {
        TrendData broken = year;
        broken.points[101].score.reset();
        const std::vector<TrendPoint> few = thinned(broken.points, 50);
        const auto has = [&few](Day at) {
            return std::any_of(
                few.begin(), few.end(), [at](const TrendPoint& point) { return point.day == at; });
        };
        CHECK(has(broken.points[100].day));
        CHECK(has(broken.points[101].day));
        CHECK(has(broken.points[102].day));
    }
}

TEST_CASE("TrendChart") {
    theme::Theme theme(*qApp);
    theme.setChoice(theme::ThemeChoice::Light);
    TrendChart chart(theme);
    chart.resize(568, 220);
    chart.setData(yearOf(day("2026-03-30")));
    chart.show();
    REQUIRE(QTest::qWaitForWindowExposed(&chart));
    QWidget* view = chart.focusProxy();

    SECTION("every axis label is whole and inside, also at a larger text") {
        theme.setZoom(GENERATE(1.0, 1.5));
        const auto isInside = [&chart](const TrendChart::LabelPlace& label) {
            return QRectF(chart.rect()).adjusted(-4, -4, 4, 4).contains(label.rect);
        };
        REQUIRE(QTest::qWaitFor([&] { return std::ranges::all_of(chart.labelPlaces(), isInside); }));
        std::set<QString> texts;
        for (const TrendChart::LabelPlace& label : chart.labelPlaces()) {
            texts.insert(label.text);
            CHECK_FALSE(label.text.contains(u"..."_s));
        }
        for (const QString& bound : {u"0"_s, u"50"_s, u"75"_s, u"100"_s}) {
            CHECK(texts.count(bound) == 1);
        }
        CHECK(texts.count(u"25"_s) == 0);
        CHECK(texts.count(u"Mar 2026"_s) == 1);
        theme.setZoom(1);
    }
    SECTION("the zones are tinted where they stand") {
        const QImage image = chart.grab().toImage();
        const QColor low = image.pixelColor(300, 180), high = image.pixelColor(500, 20);
        CHECK(low.red() > low.green());
        CHECK(high.green() >= high.red());
    }
    SECTION("arrow keys move the rule over the days, Enter chooses one") {
        QSignalSpy chosen(&chart, &TrendChart::dayChosen);
        QTest::keyClick(view, Qt::Key_Left);
        CHECK(chart.pointedDay() == day("2026-03-30"));
        QTest::keyClick(view, Qt::Key_Left);
        CHECK(chart.pointedDay() == day("2026-03-29"));
        QTest::keyClick(view, Qt::Key_Home);
        CHECK(chart.pointedDay() == day("2025-03-31"));
        QTest::keyClick(view, Qt::Key_Return);
        REQUIRE(chosen.count() == 1);
        CHECK(chosen.front().front().value<Day>() == day("2025-03-31"));
    }
    SECTION("it reads as a sentence and copies as a table of a day a line") {
        CHECK(view->accessibleDescription() == u"Contoso fell."_s);
        const QString table = exchange::toTabs(chart.asTable());
        CHECK(table.count(u'\n') == 366);
        CHECK(table.contains(u"2026-03-30\t"_s));
    }
}

TEST_CASE("WaterfallChart") {
    theme::Theme theme(*qApp);
    theme.setChoice(theme::ThemeChoice::Light);
    WaterfallChart chart(theme);
    chart.setData({.before = {u"1 Mar"_s, 60, Band::Yellow, u"60.0"_s},
                   .after = {u"30 Mar"_s, 55, Band::Yellow, u"55.0"_s},
                   .steps = {{u"Open tickets"_s, -10, u"−10.0"_s, {}}, {u"Logins"_s, 5, u"+5.0"_s, {}}},
                   .description = {}});
    chart.resize(700, chart.sizeHint().height());
    const QImage image = chart.grab().toImage();
    const auto has = [&image](const QColor& colour, int row) {
        for (int x = 0; x < image.width() / 2; ++x) {
            if (image.pixelColor(x, row) == colour) {
                return true;
            }
        }
        return false;
    };
    const int high = image.height() / 4;
    SECTION("the ends are in their band, a loss solid muted, a gain hollow in ink") {
        CHECK(has(theme.band(Band::Yellow).fill, high / 2));
        CHECK(has(theme.tokens().muted, high + high / 2));
        CHECK_FALSE(has(theme.band(Band::Red).fill, high + high / 2));
        CHECK(has(theme.tokens().ink, 2 * high + high / 2 - 5));
        CHECK_FALSE(has(theme.tokens().muted, 2 * high + high / 2));
    }
}

} // namespace hb::charts
