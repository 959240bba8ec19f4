// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/preview.h"
#include "tests/core/ingest/table_on_disk.h"
#include "tests/support/catch.h"

using namespace hb;
using namespace hb::ingest;
using namespace Qt::StringLiterals;

TEST_CASE("previewTable") {
    test::TablesOnDisk disk;
    std::vector<Metric> metrics(1);
    metrics[0].key = "nps_score";
    const auto preview = [&](const QByteArray& bytes, const ReadOptions& options = {}) {
        Result<TablePreview> result = previewTable(disk.file(bytes), options, metrics, 2);
        REQUIRE(result.has_value());
        return *std::move(result);
    };
    SECTION("says what kind of file it is") {
        CHECK(preview("account_id,name,date of birth\n").kind == TableKind::Accounts);
        CHECK(preview("account_id,metric,date,value\n").kind == TableKind::LongMeasurements);
        CHECK(preview("account_id,date,nps\n").kind == TableKind::WideMeasurements);
        CHECK(preview("account_id,NPS score\n").kind == TableKind::Accounts);
        CHECK(preview("account_id,NPS score\n", {.encoding = {}, .mapping = {}, .date = Day{0}}).kind ==
              TableKind::WideMeasurements);
        CHECK(preview("account_id,date,outcome\n").kind == TableKind::Outcomes);
        CHECK(preview("id,name\n").kind == TableKind::Unknown);
    }
    SECTION("says what each column means") {
        const TablePreview accounts = preview("Account-ID,Name,Industry,,reject_line\n");
        CHECK(accounts.columns ==
              std::vector<PreviewColumn>{{u"Account-ID"_s, u"account_id"_s, ColumnMeaning::Key},
                                         {u"Name"_s, u"name"_s, ColumnMeaning::Field},
                                         {u"Industry"_s, u"Industry"_s, ColumnMeaning::Attribute},
                                         {u""_s, {}, ColumnMeaning::LeftOut},
                                         {u"reject_line"_s, {}, ColumnMeaning::LeftOut}});
        const TablePreview wide = preview("account_id,Date,NPS Score,visits\n");
        CHECK(wide.columns[1] == PreviewColumn{u"Date"_s, u"date"_s, ColumnMeaning::Field});
        CHECK(wide.columns[2] == PreviewColumn{u"NPS Score"_s, u"nps_score"_s, ColumnMeaning::Metric});
        CHECK(wide.columns[3] == PreviewColumn{u"visits"_s, u"visits"_s, ColumnMeaning::UnknownMetric});
    }
    SECTION("shows the first whole rows and, of long files, every metric's name") {
        const TablePreview table =
            preview("account_id;metric;date;value\nA;logins;2024-01-01;1\nbad\nB;nps;2024-01-01;2\n"
                    "C;logins;2024-01-01;3\nC;tickets;2024-01-01;3\n");
        CHECK(table.dialect.separator == ';');
        CHECK(table.rows == std::vector<QStringList>{{u"A"_s, u"logins"_s, u"2024-01-01"_s, u"1"_s},
                                                     {u"B"_s, u"nps"_s, u"2024-01-01"_s, u"2"_s}});
        CHECK(table.metricNames == QStringList{u"logins"_s, u"nps"_s, u"tickets"_s});
        CHECK(table.rowTotal == 5);
        CHECK(table.firstDay == parseIsoDay("2024-01-01"));
        CHECK(table.lastDay == table.firstDay);
    }
}
