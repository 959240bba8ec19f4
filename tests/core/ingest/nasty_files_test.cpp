// SPDX-License-Identifier: GPL-3.0-or-later
// Files that nobody here wrote. They lie beside the repository on some machines only; elsewhere these cases
// say that they skip.
#include "core/ingest/preview.h"
#include "tests/core/ingest/table_on_disk.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace hb;
using namespace hb::ingest;
using namespace Qt::StringLiterals;

namespace {

QString dataFolder(const QString& name) {
    for (const QString& root : {QStringLiteral(HB_SOURCE_DIR "/../shared/data/"), u"/work/shared/data/"_s}) {
        if (QFileInfo::exists(root + name)) {
            return root + name;
        }
    }
    WARN("skipped: no " << name.toStdString() << " here");
    return {};
}

QJsonArray rowsAsJson(const TableFile& table) {
    QJsonArray rows;
    RowReader reader = table.rows();
    while (reader.next()) {
        CHECK(reader.fault() == RowFault::None);
        QJsonObject row;
        for (std::size_t i = 0; i < reader.fields().size(); ++i) {
            row.insert(table.columnName(i), QString::fromUtf8(reader.fields()[i]));
        }
        rows.append(row);
    }
    return rows;
}

} // namespace

TEST_CASE("csv-spectrum: each file gives the rows that its authors expect") {
    const QString folder = dataFolder(u"nasty/csv-spectrum"_s);
    if (folder.isEmpty()) {
        return;
    }
    int files = 0;
    QDirIterator csvs(folder + u"/csvs"_s, {u"*.csv"_s}, QDir::Files);
    while (csvs.hasNext()) {
        const QString path = csvs.next();
        INFO(path.toStdString());
        const Result<TableFile> table = TableFile::open(path, {});
        REQUIRE(table.has_value());
        const QByteArray json =
            test::bytesOf(folder + u"/json/"_s + QFileInfo(path).completeBaseName() + u".json"_s);
        const QJsonDocument expected = QJsonDocument::fromJson(json);
        const QJsonArray rows = rowsAsJson(*table);
        if (expected.isArray()) {
            CHECK(rows == expected.array());
        } else { // one file expects one row, under another phone number
            const QString column = u"Location Coordinates"_s;
            REQUIRE(rows.size() == 1);
            CHECK(rows[0].toObject().value(column) == expected.object().value(column));
        }
        ++files;
    }
    CHECK(files == 12);
}

TEST_CASE("Other readers' test files") {
    const QString folder = dataFolder(u"nasty"_s);
    if (folder.isEmpty()) {
        return;
    }
    const auto lastField = [&folder](const QString& name) {
        const Result<TableFile> table = TableFile::open(folder + name, {});
        REQUIRE(table.has_value());
        RowReader reader = table->rows();
        std::string last;
        while (reader.next()) {
            last = reader.fields().back();
        }
        return last;
    };
    CHECK(lastField(u"/csvkit/test_latin1.csv"_s) == "©");
    CHECK(lastField(u"/csvkit/test_utf8_bom.csv"_s) == "ʤ");
    CHECK(lastField(u"/csvkit/test_utf16_little.csv"_s) == "ʤ");
    CHECK(lastField(u"/csvkit/test_utf16_big.csv"_s) == "ʤ");
    CHECK(TableFile::open(folder + u"/csvkit/null_byte.csv"_s, {}).error().place.ends_with("byte 7, line 2"));
    CHECK(TableFile::open(folder + u"/csvkit/test.xlsx"_s, {}).error().found == "a ZIP or XLSX file");
    CHECK(TableFile::open(folder + u"/duckdb/duplicate_header_collision.csv"_s, {}).error().found ==
          "the columns \"a\" and \"a\" (1 and 3)");
    SECTION("whatever lies there, a preview shows it or says why not") {
        QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
        int files = 0;
        while (all.hasNext()) {
            const QString path = all.next();
            INFO(path.toStdString());
            const Result<TablePreview> preview = previewTable(path, {}, {});
            CHECK((preview ? !preview->columns.empty() : !preview.error().found.empty()));
            ++files;
        }
        CHECK(files > 30);
    }
}

TEST_CASE("Naughty strings come back as they were written") {
    const QString path = dataFolder(u"naughty-strings/blns.json"_s);
    if (path.isEmpty()) {
        return;
    }
    test::TablesOnDisk disk;
    const QJsonArray strings = QJsonDocument::fromJson(test::bytesOf(path)).array();
    REQUIRE(strings.size() > 500);
    QByteArray csv = "text,end\n";
    for (const QJsonValue& value : strings) {
        csv += '"' + value.toString().toUtf8().replace('"', "\"\"") + "\",x\n";
    }
    const Result<TableFile> table = TableFile::open(disk.file(csv), {});
    REQUIRE(table.has_value());
    CHECK(table->dialect().encoding == u"UTF-8");
    RowReader reader = table->rows();
    for (const QJsonValue& value : strings) {
        REQUIRE(reader.next());
        CHECK(reader.fault() == RowFault::None);
        CHECK(QString::fromUtf8(reader.fields()[0]) == value.toString());
    }
    CHECK_FALSE(reader.next());
}
