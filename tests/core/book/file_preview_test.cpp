// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/file_preview.h"
#include "tests/core/ingest/table_on_disk.h"
#include "tests/support/catch.h"

using namespace hb;
using namespace hb::book;
using namespace Qt::StringLiterals;

TEST_CASE("previewFile") {
    test::TablesOnDisk disk;
    const auto preview = [&disk](const QByteArray& bytes, Undated undated = Undated::Accounts) {
        Result<FilePreview> read = previewFile(disk.file(bytes), undated);
        REQUIRE(read.has_value());
        return *std::move(read);
    };
    const auto errorOf = [&disk](const QByteArray& bytes) {
        const Result<FilePreview> read = previewFile(disk.file(bytes));
        REQUIRE_FALSE(read.has_value());
        return read.error();
    };
    SECTION("of measurements it knows the rows, the metrics and the days of the whole file") {
        QByteArray csv = "account_id,metric,date,value\nA,logins,2026-03-01,1\nA,logins,never,1\n";
        for (int i = 0; i < 100; ++i) {
            csv += "B,tickets,2025-11-05,1\n";
        }
        csv += "B,nps,2026-03-09,1\n";
        const FilePreview read = preview(csv);
        CHECK(read.kind == ImportKind::Measurements);
        CHECK(read.rowCount == 103);
        CHECK(read.metrics == QStringList{u"logins"_s, u"tickets"_s, u"nps"_s});
        CHECK(read.firstDay == parseIsoDay("2025-11-05"));
        CHECK(read.lastDay == parseIsoDay("2026-03-09"));
        CHECK(read.hasDays);
        CHECK(read.rows.size() == 4);
    }
    SECTION("what is known of accounts is no metric of a wide file") {
        const FilePreview read = preview("account_id,Name,date,logins,owner\nA,Acme,2026-03-01,4,Ana\n");
        CHECK(read.kind == ImportKind::Measurements);
        CHECK(read.metrics == QStringList{u"logins"_s});
        CHECK(read.columns[1].use == ColumnUse::NotUsed);
        CHECK(read.columns[3].use == ColumnUse::Metric);
    }
    SECTION("columns without a day are attributes, or metrics where a person says so") {
        const QByteArray csv = "account_id,name,logins\nA,Acme,4\n";
        const FilePreview accounts = preview(csv);
        CHECK(accounts.kind == ImportKind::Accounts);
        CHECK(accounts.mayBeMetrics);
        CHECK(accounts.columns[2].use == ColumnUse::Attribute);
        const FilePreview measures = preview(csv, Undated::Measurements);
        CHECK(measures.kind == ImportKind::Measurements);
        CHECK(measures.mayBeMetrics);
        CHECK_FALSE(measures.hasDays);
        CHECK(measures.metrics == QStringList{u"logins"_s});
        CHECK_FALSE(preview("account_id,name\nA,Acme\n").mayBeMetrics);
        CHECK_FALSE(preview("account_id,logins,plan\nA,4,Gold\n").mayBeMetrics);
    }
    SECTION("outcomes are known by their columns") {
        CHECK(preview("account_id,date,outcome\nA,2026-03-01,churned\n").kind == ImportKind::Outcomes);
    }
    SECTION("a file without what every file needs is refused with what it has and lacks") {
        const Error nobody = errorOf("id,name,a,b,c,d,e,f\n1,2,3,4,5,6,7,8\n");
        CHECK(nobody.found == "the columns id, name, a, b, c, d and 2 more");
        CHECK(nobody.expected == "a column account_id that says which account a row is of");
        CHECK(errorOf("account_id,metric,value\nA,logins,1\n").expected ==
              "a column date beside metric and value");
        CHECK(errorOf("").found == "an empty file");
    }
    SECTION("a stopped reading is cancelled") {
        std::stop_source stop;
        stop.request_stop();
        const Result<FilePreview> read = previewFile(
            disk.file("account_id,name\n"), Undated::Accounts, {.stop = stop.get_token(), .progress = {}});
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == ErrorCode::Cancelled);
    }
}
