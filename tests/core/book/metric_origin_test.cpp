// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/import_into_book.h"
#include "core/book/metric_origin.h"
#include "tests/core/book/test_book.h"
#include "tests/support/catch.h"
#include "tests/support/snapshot_builder.h"

#include <QFile>

using namespace hb;
using namespace hb::book;
using namespace hb::test;
using namespace Qt::StringLiterals;

namespace {

RunId importFile(TestBook& test, const QString& name, const QByteArray& rows) {
    QFile file(test.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("account_id,metric,date,value,note\n" + rows);
    file.close();
    ImportRequest request;
    request.files = {file.fileName()};
    const auto report = importIntoBook(test.book(), request, tester());
    REQUIRE(report);
    return report->run;
}

} // namespace

TEST_CASE("metricOrigin") {
    TestBook test;
    const AccountId account = test.addAccount(u"A1"_s);
    const MetricId logins = test.metric("logins");
    const MetricId sentiment = test.metric("sentiment");
    const RunId first =
        importFile(test, u"first.csv"_s, "A1,logins,2026-01-05,4,\nA1,logins,2026-01-12,5,an estimate\n");
    const RunId second = importFile(test, u"second.csv"_s, "A1,logins,2026-01-05,6,\n");

    SECTION("names the run that stated a measurement last, and what it says beside it") {
        const MetricOrigin one = metricOrigin(test.book(), account, logins, day("2026-01-05")).value();
        REQUIRE(one.import.has_value());
        CHECK(one.import->run == second);
        CHECK(one.import->file == u"second.csv"_s);
        CHECK(one.import->by == tester().name);
        CHECK(one.import->note.isEmpty());
        const MetricOrigin other = metricOrigin(test.book(), account, logins, day("2026-01-12")).value();
        CHECK(other.import->run == first);
        CHECK(other.import->note == u"an estimate"_s);
    }
    SECTION("is empty of a day without a measurement, and of none") {
        CHECK_FALSE(metricOrigin(test.book(), account, logins, day("2026-01-06"))->import.has_value());
        CHECK_FALSE(metricOrigin(test.book(), account, logins, {})->import.has_value());
        CHECK(metricOrigin(test.book(), account, sentiment, {})->byHand.empty());
    }
    SECTION("lists what a person set, newest first, and what an import says of those days") {
        const auto set = [&](MetricId metric, const char* when, double value) {
            (void)test.apply(SetMeasurement{
                .account = account, .metric = metric, .day = day(when), .value = value, .note = u"seen"_s});
        };
        set(logins, "2026-01-05", 9);
        set(logins, "2026-02-01", 8);
        set(sentiment, "2026-01-20", 2);
        const MetricOrigin origin = metricOrigin(test.book(), account, logins, day("2026-02-01")).value();
        REQUIRE(origin.byHand.size() == 2);
        CHECK(origin.byHand[0].day == day("2026-02-01"));
        CHECK_FALSE(origin.byHand[0].importedValue.has_value());
        CHECK(origin.byHand[1].importedValue == 6.0);
        CHECK_FALSE(origin.import.has_value());
        const std::vector<HandValue> all = handValuesOf(test.book(), account).value();
        REQUIRE(all.size() == 3);
        CHECK(all[0].metric == logins);
        CHECK(all[0].day == day("2026-02-01"));
        CHECK(all[2].metric == sentiment);
        CHECK(all[2].note == u"seen"_s);
    }
}
