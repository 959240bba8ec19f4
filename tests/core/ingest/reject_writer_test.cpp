// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/measurement_source.h"
#include "core/ingest/reject_writer.h"
#include "tests/core/ingest/table_on_disk.h"
#include "tests/support/catch.h"

#include <QFileInfo>

using namespace hb;
using namespace hb::ingest;
using hb::test::bytesOf;
using namespace Qt::StringLiterals;

namespace {

MetricForms forms() {
    std::vector<Metric> metrics(2);
    metrics[0].key = "logins";
    metrics[1].key = "nps";
    return MetricForms(metrics, {});
}

/// Reads a measurements file and writes what is rejected; the number of rows that were taken.
std::size_t writeRejects(const QString& path, const QString& to, std::string_view unknownAccount = {}) {
    Result<MeasurementSource> source = MeasurementSource::open(path, {}, forms());
    REQUIRE(source.has_value());
    RejectWriter writer(source->file(), to, source->keyColumns());
    MeasurementBatch batch;
    std::size_t taken = 0;
    while (source->next(batch)) {
        for (const MeasurementRow& row : batch.rows) {
            if (row.account == unknownAccount) {
                batch.rejects.push_back(source->rejectAccount(row, "an account of the book"));
            } else {
                ++taken;
            }
        }
        REQUIRE(writer.write(batch.rejects).has_value());
    }
    const Result<bool> written = writer.commit();
    REQUIRE(written.has_value());
    CHECK(*written == QFileInfo::exists(to));
    return taken;
}

} // namespace

TEST_CASE("RejectWriter") {
    test::TablesOnDisk disk;
    const QString to = disk.path(u"out.csv"_s);
    SECTION("writes header and rows as they stood, and why they were rejected") {
        const QString path = disk.file("account_id;metric;date;value;Memo\nA;logins;2024-01-05;12;fine\n"
                                       "B;logins;2024-01-05;1,2;\"say \"\"x\"\"; or\nnot\"\n");
        CHECK(writeRejects(path, to) == 1);
        CHECK(bytesOf(to) ==
              "account_id;metric;date;value;Memo;reject_line;reject_column;reject_found;reject_expected\n"
              "B;logins;2024-01-05;1,2;\"say \"\"x\"\"; or\nnot\";3;value;1,2;a number\n");
    }
    SECTION("mended, it is taken; and what is rejected again has no second set of reasons") {
        const QString path = disk.file("account_id,metric,date,value\nA,logins,x,1\nB,logins,2024-01-05,y\n");
        CHECK(writeRejects(path, to) == 0);
        const QByteArray mended = bytesOf(to).replace("A,logins,x,", "A,logins,2024-01-05,");
        const QString again = disk.path(u"again.csv"_s);
        CHECK(writeRejects(disk.file(mended, u"mended.csv"_s), again) == 1);
        CHECK(bytesOf(again) ==
              "account_id,metric,date,value,reject_line,reject_column,reject_found,reject_expected\n"
              "B,logins,2024-01-05,y,3,value,y,a number\n");
    }
    SECTION("a row that cannot be split stands whole in the first column, and is rejected again until it is "
            "mended") {
        const QString path =
            disk.file("account_id,metric,date,value\nA,logins,2024-01-05\nB,\"logins,2024-01-05,1\n"
                      "C,logins,2024-01-05,1,2\nD,logins,2024-01-05,3\n");
        CHECK(writeRejects(path, to) == 1);
        CHECK(bytesOf(to) ==
              "account_id,metric,date,value,reject_line,reject_column,reject_found,reject_expected\n"
              "\"A,logins,2024-01-05\",,,,2,,3 fields,\"4 fields, as in the header\"\n"
              "\"B,\"\"logins,2024-01-05,1\",,,,3,metric,a quote that is never closed,\"quotes around a "
              "whole field, doubled inside it\"\n"
              "\"C,logins,2024-01-05,1,2\",,,,4,,5 fields,\"4 fields, as in the header\"\n");
        CHECK(writeRejects(to, disk.path(u"again.csv"_s)) == 0);
    }
    SECTION("of a wide row only the bad cells stand, beside account and day") {
        const QString path = disk.file(
            "account_id,date,logins,nps,odd\nA,2024-01-05,x,9,1\nB,2024-01-05,1,y,1\nC,2024-01-05,3,4,1\n");
        CHECK(writeRejects(path, to, "C") == 2);
        CHECK(bytesOf(to) ==
              "account_id,date,logins,nps,odd,reject_line,reject_column,reject_found,reject_expected\n"
              "A,2024-01-05,x,,,2,logins,x,a number\n"
              "B,2024-01-05,,y,,3,nps,y,a number\n"
              "C,2024-01-05,3,4,1,4,account_id,C,an account of the book\n");
    }
    SECTION("nothing rejected, nothing written; an unknown column has no row") {
        CHECK(writeRejects(disk.file("account_id,date,logins,odd\nA,2024-01-05,1,1\n"), to) == 1);
        CHECK_FALSE(QFileInfo::exists(to));
    }
    SECTION("the byte order mark is kept, other encodings become UTF-8") {
        writeRejects(disk.file("\xEF\xBB\xBF"
                               "account_id,metric,date,value\nA,x,,\n"),
                     to);
        CHECK(bytesOf(to).startsWith("\xEF\xBB\xBF"
                                     "account_id,"));
        writeRejects(disk.file("account_id,metric,date,value\n\xC4,x,,\n"), to);
        CHECK(bytesOf(to).contains("\n\u00C4,x,,,2,"));
    }
    SECTION("a place that cannot be written is an error that names it") {
        const Result<TableFile> table = TableFile::open(disk.file("a\n1\n"), {});
        REQUIRE(table.has_value());
        RejectWriter writer(*table, disk.path(u"no/such/folder.csv"_s));
        const RejectedRow row{.offset = 2, .line = 2};
        const Result<void> written = writer.write({&row, 1});
        REQUIRE_FALSE(written.has_value());
        CHECK(written.error().code == ErrorCode::Io);
        CHECK(written.error().place.ends_with("folder.csv"));
    }
    SECTION("it stands beside its file by default") {
        CHECK(RejectWriter::defaultPath(u"/x/data.csv"_s) == u"/x/data.csv.rejects.csv");
    }
}
