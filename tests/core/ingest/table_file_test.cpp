// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/table_file.h"
#include "tests/core/ingest/table_on_disk.h"
#include "tests/support/catch.h"

#include <QStringConverter>
#include <QStringEncoder>

#include <sys/stat.h>
#include <thread>

using namespace hb;
using namespace hb::ingest;
using namespace Qt::StringLiterals;

namespace {

struct Read {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    TableDialect dialect;
};

Read read(const QString& path, const QString& encoding = {}) {
    const Result<TableFile> table = TableFile::open(path, encoding);
    if (!table) {
        FAIL(table.error().what << ": " << table.error().found << " (" << table.error().place << ')');
    }
    Read result{{table->columns().begin(), table->columns().end()}, {}, table->dialect()};
    RowReader reader = table->rows();
    while (reader.next()) {
        result.rows.emplace_back(reader.fields().begin(), reader.fields().end());
    }
    return result;
}

Error errorOf(const QString& path, const QString& encoding = {}) {
    const Result<TableFile> table = TableFile::open(path, encoding);
    REQUIRE_FALSE(table.has_value());
    return table.error();
}

using Rows = std::vector<std::vector<std::string>>;

} // namespace

TEST_CASE("TableFile finds the encoding") {
    test::TablesOnDisk disk;
    const QString text = u"account_id,name\nA1,Größe €5 😀\n"_s;
    const Rows wanted = {{"A1", "Größe €5 😀"}};
    const auto encoded = [&text](QStringConverter::Encoding encoding) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        return QByteArray(encoder.encode(text));
    };
    SECTION("UTF-8 without and with a byte order mark") {
        const Read plain = read(disk.file(text.toUtf8()));
        CHECK(plain.rows == wanted);
        CHECK_FALSE(plain.dialect.byteOrderMark);
        const Read marked = read(disk.file("\xEF\xBB\xBF" + text.toUtf8()));
        CHECK(marked.rows == wanted);
        CHECK(marked.columns[0] == "account_id");
        CHECK(marked.dialect.byteOrderMark);
    }
    SECTION("UTF-16 and UTF-32, both byte orders") {
        const auto encoding = GENERATE(QStringConverter::Utf16LE,
                                       QStringConverter::Utf16BE,
                                       QStringConverter::Utf32LE,
                                       QStringConverter::Utf32BE);
        const Read table = read(disk.file(encoded(encoding)));
        CHECK(table.columns == std::vector<std::string>{"account_id", "name"});
        CHECK(table.rows == wanted);
        CHECK(table.dialect.encoding == QString::fromLatin1(QStringConverter::nameForEncoding(encoding)));
    }
    SECTION("Windows-1252 where it is not valid UTF-8") {
        const Read table = read(disk.file("account_id,name\nA1,Gr\xF6\xDF"
                                          "e \x80"
                                          "5 \x93q\x94\n"));
        CHECK(table.rows == Rows{{"A1", "Größe €5 “q”"}});
        CHECK(table.dialect.encoding == u"Windows-1252");
    }
    SECTION("a name given overrides") {
        CHECK(read(disk.file("account_id,name\nA1,\xC3\xA9\n"), u"latin1"_s).rows == Rows{{"A1", "Ã©"}});
        const QByteArray wide = encoded(QStringConverter::Utf16LE).mid(2);
        CHECK(read(disk.file(wide), u"UTF-16LE"_s).rows == wanted);
        CHECK(errorOf(disk.file("a\n\xE9\n"), u"utf-8"_s).place.find("byte 3, line 2") != std::string::npos);
        const Error unknown = errorOf(disk.file("a\n"), u"klingon"_s);
        CHECK(unknown.code == ErrorCode::InvalidInput);
        CHECK(unknown.found.find("klingon") != std::string::npos);
    }
    SECTION("a pair of surrogates that two parts of the conversion share stays whole") {
        const QString odd = u"a\n"_s + QString(524'285, u'x') + u"😀😀😀\n"_s;
        QStringEncoder encoder(QStringConverter::Utf16LE);
        const Read table = read(disk.file(encoder.encode(odd)), u"utf-16le"_s);
        REQUIRE(table.rows.size() == 1);
        CHECK(table.rows[0][0].ends_with("x😀😀😀"));
    }
}

TEST_CASE("TableFile finds the separator and the header") {
    test::TablesOnDisk disk;
    SECTION("the separator outside quotes that stands most often in the header") {
        const char separator = GENERATE(',', ';', '\t', '|');
        const QByteArray s(1, separator);
        const Read table =
            read(disk.file("id" + s + "\"a,;|b,;|c,;|d\"" + s + "c\n1" + s + "2" + s + "3,4\n"));
        CHECK(table.dialect.separator == separator);
        CHECK(table.columns.size() == 3);
    }
    SECTION("a first line sep=; is obeyed, and lines count on from it") {
        const Result<TableFile> table = TableFile::open(disk.file("sep=;\r\na;b,c,d\r\n1;2\r\n"), {});
        REQUIRE(table.has_value());
        CHECK(table->dialect().separatorLine);
        CHECK(table->headerLine() == 2);
        CHECK(table->columns().size() == 2);
        RowReader reader = table->rows();
        REQUIRE(reader.next());
        CHECK(reader.line() == 3);
        CHECK(reader.fault() == RowFault::None);
    }
    SECTION("CR alone ends rows too") {
        CHECK(read(disk.file("a,b\r1,2\r3,4\r")).rows == Rows{{"1", "2"}, {"3", "4"}});
    }
    SECTION("names are trimmed; those that fold together are a fault that names both") {
        CHECK(read(disk.file(" Account ID , name\n")).columns ==
              std::vector<std::string>{"Account ID", "name"});
        const Error error = errorOf(disk.file("Account ID,x,account-id\n"));
        CHECK(error.code == ErrorCode::InvalidInput);
        CHECK(error.found == "the columns \"Account ID\" and \"account-id\" (1 and 3)");
    }
    SECTION("columns of a rejects file and without a name are not read, however many") {
        const Result<TableFile> table = TableFile::open(disk.file("a,,reject_line,Reject_Line,\n"), {});
        REQUIRE(table.has_value());
        CHECK(table->isRead(0));
        CHECK_FALSE(table->isRead(1));
        CHECK_FALSE(table->isRead(2));
        CHECK_FALSE(table->isRead(3));
    }
}

TEST_CASE("TableFile refuses what is no table") {
    test::TablesOnDisk disk;
    SECTION("a file that is not there, a folder, an empty one, one of blank lines") {
        CHECK(errorOf(disk.path(u"none.csv"_s)).code == ErrorCode::NotFound);
        CHECK(errorOf(disk.path(u"."_s)).found == "a folder");
        CHECK(errorOf(disk.file("")).found == "an empty file");
        CHECK(errorOf(disk.file("\xEF\xBB\xBF")).found == "an empty file");
        CHECK(errorOf(disk.file("\n \n")).found == "no header");
    }
    SECTION("NUL bytes, with their place") {
        const Error error = errorOf(disk.file(QByteArray("a,b\n1,\0002\n", 9)));
        CHECK(error.code == ErrorCode::InvalidInput);
        CHECK(error.found == "a NUL byte");
        CHECK(error.place.ends_with("table.csv, byte 7, line 2"));
        const QByteArray utf16("\xFF\xFE"
                               "a\0\n\0\0\0\n\0",
                               10);
        CHECK(errorOf(disk.file(utf16)).place.ends_with(", byte 7, line 2"));
        CHECK(errorOf(disk.file(QByteArray("\xEF\xBB\xBF"
                                           "a,b\r1,\0002\r",
                                           12)))
                  .place.ends_with(", byte 10, line 2"));
        const QByteArray bigEndian("\xFE\xFF\0a\0\r\0\n\x0A\0\0b\0\0", 14);
        CHECK(errorOf(disk.file(bigEndian)).place.ends_with(", byte 13, line 2"));
        CHECK(errorOf(disk.file(bigEndian.mid(2)), u"utf-16be"_s).place.ends_with(", byte 11, line 2"));
        CHECK(errorOf(disk.file("\xEF\xBB\xBF"
                                "a\n\xE9\n"),
                      u"utf-8"_s)
                  .place.ends_with(", byte 6, line 2"));
    }
    SECTION("a name that the book could not keep") {
        CHECK(errorOf(disk.file("a,\xEF\xBF\xBE"
                                "b\n1,2\n"))
                  .found.find("U+FFFE") != std::string::npos);
    }
    SECTION("binary files by their kind") {
        CHECK(errorOf(disk.file("PK\x03\x04 and more")).found == "a ZIP or XLSX file");
        CHECK(errorOf(disk.file("%PDF-1.7\n")).found == "a PDF file");
    }
    SECTION("a header that cannot be split") {
        CHECK(errorOf(disk.file("a,\"b\n1,2\n")).found == "a quote that is never closed in the header");
        CHECK(errorOf(disk.file(QByteArray(20'000, ',') + "\n")).found == "20001 columns");
        CHECK(errorOf(disk.file(QByteArray(10'000'000, 'x'))).found == "a name over 1 MB in the header");
    }
    SECTION("a file whose reading was stopped") {
        std::stop_source stop;
        stop.request_stop();
        const Result<TableFile> table = TableFile::open(disk.file("a,b\n"), {}, Job{stop.get_token(), {}});
        REQUIRE_FALSE(table.has_value());
        CHECK(table.error().code == ErrorCode::Cancelled);
    }
}

TEST_CASE("TableFile reads a pipe") {
    test::TablesOnDisk disk;
    const QString path = disk.path(u"pipe.csv"_s);
    REQUIRE(mkfifo(path.toLocal8Bit().constData(), 0600) == 0);
    const std::jthread writer([path] {
        QFile pipe(path);
        if (pipe.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            pipe.write("a,b\n1,\"2\n3\"\n");
        }
    });
    CHECK(read(path).rows == Rows{{"1", "2\n3"}});
}
