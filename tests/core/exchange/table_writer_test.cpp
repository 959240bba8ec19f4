// SPDX-License-Identifier: GPL-3.0-or-later
// What is copied and exported: text for the clipboard, CSV, and XLSX as a spreadsheet reads it.
#include "core/exchange/table_writer.h"
#include "core/exchange/xlsx_writer.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <limits>

using namespace Qt::StringLiterals;

namespace hb::exchange {

namespace {

const Day day = parseIsoDay("2026-03-30").value();

Table example() {
    return {.name = u"What: is [this]?"_s,
            .head = {u"Account"_s, u"Points"_s, u"Share"_s, u"Since"_s, u"ARR"_s},
            .rows = {{u"Contoso, \"the\" one"_s,
                      Number{.value = -9.25, .decimals = 1},
                      Percent{.share = 0.125},
                      day,
                      Money{.cents = 12'000'050, .currency = u"USD"_s}},
                     {u"=HYPERLINK(\"http://x\")"_s,
                      Number{.value = std::numeric_limits<double>::infinity()},
                      {},
                      {},
                      {}}}};
}

QByteArray read(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// A part of an XLSX file, which is a zip.
QString partOf(const QString& path, const QString& part) {
    QProcess python;
    python.start(
        u"python3"_s,
        {u"-c"_s,
         u"import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"_s,
         path,
         part});
    REQUIRE(python.waitForFinished());
    REQUIRE(python.exitCode() == 0);
    return QString::fromUtf8(python.readAllStandardOutput());
}

QString sheetOf(const QString& path) {
    return partOf(path, u"xl/worksheets/sheet1.xml"_s);
}

} // namespace

TEST_CASE("A table as text") {
    SECTION("numbers stay numbers, text that a spreadsheet would run is shown as it is spelled") {
        CHECK(toTabs(example()) == u"Account\tPoints\tShare\tSince\tARR (USD)\n"
                                   "Contoso, \"the\" one\t-9.25\t0.125\t2026-03-30\t120000.5\n"
                                   "'=HYPERLINK(\"http://x\")\t\t\t\t\n"_s);
    }
    SECTION("a tab or line end inside a text makes no cell, and the head is text too") {
        CHECK(toTabs({.name = {}, .head = {u"@a"_s}, .rows = {{u"b\tc\nd"_s}, {u"\t=1"_s}}}) ==
              u"'@a\nb c d\n' =1\n"_s);
    }
    SECTION("an amount keeps each of its cents, however large") {
        const auto amount = [](std::int64_t cents) {
            return toTabs({.name = {}, .head = {u"a"_s}, .rows = {{Money{.cents = cents, .currency = {}}}}});
        };
        CHECK(amount(9'007'199'254'740'993) == u"a\n90071992547409.93\n"_s);
        CHECK(amount(-912'345'678'901'234'567) == u"a\n-9123456789012345.67\n"_s);
        CHECK(amount(-5) == u"a\n-0.05\n"_s);
    }
    SECTION("amounts of several currencies name each beside them") {
        const Table table{.name = {},
                          .head = {u"ARR"_s, u"Who"_s},
                          .rows = {{Money{.cents = 100, .currency = u"USD"_s}, u"a"_s},
                                   {Money{.cents = 5, .currency = u"EUR"_s}, u"b"_s}}};
        CHECK(toTabs(table) == u"ARR\tARR: currency\tWho\n1\tUSD\ta\n0.05\tEUR\tb\n"_s);
    }
    SECTION("as HTML nothing of it is markup") {
        CHECK(toHtml({.name = {}, .head = {u"<b>"_s}, .rows = {{u"a & b"_s}}}) ==
              u"<table><tr><th>&lt;b&gt;</th></tr><tr><td>a &amp; b</td></tr></table>"_s);
    }
    SECTION("a table without rows has its head") {
        CHECK(toTabs({.name = {}, .head = {u"a"_s, u"b"_s}, .rows = {}}) == u"a\tb\n"_s);
    }
}

TEST_CASE("A table as a CSV file") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"table.csv"_s);
    SECTION("is quoted where it must be, and takes the place of what was there") {
        QFile old(path);
        REQUIRE(old.open(QIODevice::WriteOnly));
        old.write(QByteArray(1000, 'x'));
        old.close();
        REQUIRE(writeCsv(example(), path));
        CHECK(read(path) == "Account,Points,Share,Since,ARR (USD)\n"
                            "\"Contoso, \"\"the\"\" one\",-9.25,0.125,2026-03-30,120000.5\n"
                            "\"'=HYPERLINK(\"\"http://x\"\")\",,,,\n");
    }
    SECTION("that cannot be written says so and leaves nothing") {
        const auto done = writeCsv(example(), folder.filePath(u"no/such/folder.csv"_s));
        REQUIRE_FALSE(done);
        CHECK(done.error().code == ErrorCode::Io);
    }
    SECTION("that is cancelled leaves what was there") {
        std::stop_source stop;
        stop.request_stop();
        const auto done = writeCsv(example(), path, {.stop = stop.get_token(), .progress = {}});
        REQUIRE_FALSE(done);
        CHECK(done.error().code == ErrorCode::Cancelled);
        CHECK_FALSE(QFile::exists(path));
    }
}

TEST_CASE("A table as an XLSX file") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"table.xlsx"_s);
    REQUIRE(QFile(path).open(QIODevice::WriteOnly)); // an old one, whose place it takes

    SECTION("has typed cells, and text that is never a formula") {
        const auto report = writeXlsx(example(), path);
        REQUIRE(report);
        CHECK(report->cutTexts == 0);
        const QString sheet = sheetOf(path);
        CHECK_FALSE(sheet.contains(u"<f>"_s));
        CHECK(sheet.contains(u"<c r=\"A3\" t=\"inlineStr\"><is><t>=HYPERLINK(\"http://x\")</t></is></c>"_s));
        CHECK(sheet.contains(u"<c r=\"B2\" s=\""_s));
        CHECK(sheet.contains(u"<v>-9.25</v>"_s));
        CHECK(sheet.contains(u"<v>0.125</v>"_s));
        CHECK(sheet.contains(u"<v>46111</v>"_s)); // 30 Mar 2026 as spreadsheets count days
        CHECK(sheet.contains(u"<v>120000.5</v>"_s));
        CHECK_FALSE(sheet.contains(u"r=\"B3\""_s)); // what is not finite is no cell
        CHECK(sheet.contains(u"state=\"frozen\""_s));
        CHECK(sheet.contains(u"<cols>"_s));
        const QString styles = partOf(path, u"xl/styles.xml"_s);
        for (const QString& format : {u"#,##0.0"_s, u"[$USD] #,##0.00"_s, u"yyyy-mm-dd"_s}) {
            CAPTURE(format.toStdString());
            CHECK(styles.contains(u"formatCode=\"%1\""_s.arg(format)));
        }
        CHECK(partOf(path, u"xl/workbook.xml"_s).contains(u"<sheet name=\"What is this\""_s));
    }
    SECTION("cuts a text that is longer than a cell holds, and counts it") {
        const Table table{.name = {},
                          .head = {u"a"_s},
                          .rows = {{QString(longestXlsxText, u'x')}, {QString(longestXlsxText + 1, u'y')}}};
        const auto report = writeXlsx(table, path);
        REQUIRE(report);
        CHECK(report->cutTexts == 1);
        const QString sheet = sheetOf(path);
        CHECK(sheet.contains(u'>' + QString(longestXlsxText, u'x') + u'<'));
        CHECK(sheet.contains(u'>' + QString(longestXlsxText - 1, u'y') + u"\u2026<"_s));
    }
    SECTION("keeps letters of every script, and nothing that XML has not") {
        const QString odd = u"Zo\u00eb \u65e5 \U0001F600 a"_s + QChar(u'\0') + u"b\u0001c"_s;
        REQUIRE(writeXlsx({.name = {}, .head = {u"a"_s}, .rows = {{odd}}}, path));
        CHECK(sheetOf(path).contains(u"Zo\u00eb \u65e5 \U0001F600 a\ufffdb_x0001_c"_s));
    }
    SECTION("refuses more rows than a sheet holds, in a sentence with a way out") {
        Table table{.name = {}, .head = {u"a"_s}, .rows = {}};
        table.rows.resize(mostXlsxRows);
        const auto report = writeXlsx(table, path);
        REQUIRE_FALSE(report);
        CHECK(report.error().found == "1048576 rows");
        CHECK(report.error().hint == "Export as CSV");
        CHECK(read(path).isEmpty()); // what was there stays
    }
    SECTION("that cannot be written says so and leaves nothing") {
        const auto report = writeXlsx(example(), folder.filePath(u"no/such/folder.xlsx"_s));
        REQUIRE_FALSE(report);
        CHECK(report.error().code == ErrorCode::Io);
    }
    SECTION("that is cancelled leaves what was there") {
        std::stop_source stop;
        stop.request_stop();
        const auto report = writeXlsx(example(), path, {.stop = stop.get_token(), .progress = {}});
        REQUIRE_FALSE(report);
        CHECK(report.error().code == ErrorCode::Cancelled);
    }
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"table.xlsx"_s}); // no parts
}

TEST_CASE("Text that a spreadsheet would run is neutralised in each kind of copy") {
    const QTemporaryDir folder;
    for (const QString& text :
         {u"=1+1"_s, u"+x"_s, u"-x"_s, u"@x"_s, u"\t=1"_s, u"\r=1"_s, u"\n=1"_s, u" =1"_s, u"\uff1d1"_s}) {
        CAPTURE(text.toStdString());
        const Table table{.name = {}, .head = {text}, .rows = {{text}}};
        for (const QString& line : toTabs(table).split(u'\n', Qt::SkipEmptyParts)) {
            CHECK(line.startsWith(u'\''));
        }
        CHECK(toHtml(table).count(u">&#39;"_s) + toHtml(table).count(u">'"_s) == 2);
        const QString csv = folder.filePath(u"table.csv"_s);
        REQUIRE(writeCsv(table, csv));
        CHECK(read(csv).count('\'') == 2);
        const QString xlsx = folder.filePath(u"table.xlsx"_s);
        REQUIRE(writeXlsx(table, xlsx));
        CHECK(sheetOf(xlsx).count(u"t=\"inlineStr\""_s) == 2);
        CHECK_FALSE(sheetOf(xlsx).contains(u"<f>"_s));
    }
}

TEST_CASE("What a table is of stands in a second sheet of XLSX, and nowhere else") {
    const QTemporaryDir folder;
    Table table = example();
    table.about = {.title = u"About"_s, .lines = {{u"Book"_s, u"=Demo"_s}, {u"Day"_s, day}}};
    const QString path = folder.filePath(u"table.xlsx"_s);
    REQUIRE(writeXlsx(table, path));
    CHECK(partOf(path, u"xl/workbook.xml"_s).contains(u"<sheet name=\"About\""_s));
    const QString about = partOf(path, u"xl/worksheets/sheet2.xml"_s);
    CHECK(about.contains(u"<t>Book</t>"_s));
    CHECK(about.contains(u"<t>=Demo</t>"_s));
    CHECK(about.contains(u"<v>46111</v>"_s));
    CHECK_FALSE(about.contains(u"<f>"_s));
    CHECK_FALSE(sheetOf(path).contains(u"=Demo"_s));
    CHECK(toTabs(table) == toTabs(example()));

    table.name = u"about"_s; // no two sheets are called the same
    REQUIRE(writeXlsx(table, path));
    CHECK(partOf(path, u"xl/workbook.xml"_s).contains(u"<sheet name=\"About 2\""_s));
}

} // namespace hb::exchange
