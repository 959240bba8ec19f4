// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv_writer.h"
#include "core/exchange/number_text.h"
#include "tests/support/catch.h"

#include <QBuffer>

#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <random>

using namespace hb;
using namespace hb::exchange;

TEST_CASE("CsvWriter") {
    QByteArray bytes;
    QBuffer device(&bytes);
    REQUIRE(device.open(QIODevice::WriteOnly));
    CsvWriter csv(device);

    SECTION("quotes only where needed") {
        csv.field(std::string_view("plain text"));
        csv.field(std::string_view("a,b"));
        csv.field(std::string_view("say \"no\""));
        csv.field(std::string_view("two\nlines"));
        csv.field(std::string_view(" blanks and =signs "));
        csv.field(std::string_view("other;separators"));
        csv.field(std::string_view("tab\there"));
        csv.field(std::string_view("a|bar"));
        csv.endRow();
        REQUIRE(csv.finish());
        CHECK(bytes == "plain text,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\", blanks and =signs ,"
                       "\"other;separators\",\"tab\there\",\"a|bar\"\n");
    }
    SECTION("cells of every type") {
        csv.field(0.1);
        csv.field(std::int64_t{-7});
        csv.field(true);
        csv.field(Day{0});
        csv.absent();
        csv.field(QString(QChar(0xe9)));
        csv.endRow();
        REQUIRE(csv.finish());
        CHECK(bytes == "0.1,-7,true,1970-01-01,,\xc3\xa9\n");
    }
    SECTION("a row of one empty field is no blank line, a row of several is left as it is") {
        csv.absent();
        csv.endRow();
        csv.absent();
        csv.absent();
        csv.endRow();
        REQUIRE(csv.finish());
        CHECK(bytes == "\"\"\n,\n");
    }
    SECTION("long tables keep every row") {
        for (int i = 0; i < 50'000; ++i) {
            csv.field(std::int64_t{i});
            csv.endRow();
        }
        REQUIRE(csv.finish());
        CHECK(bytes.count('\n') == 50'000);
        CHECK(bytes.endsWith("\n49999\n"));
        CHECK(!bytes.contains("\"\""));
    }
}

TEST_CASE("CsvWriter says when the device takes no more") {
    QByteArray bytes;
    QBuffer device(&bytes);
    REQUIRE(device.open(QIODevice::ReadOnly));
    CsvWriter csv(device);
    csv.field(1.0);
    csv.endRow();
    CHECK_FALSE(csv.finish());
    CHECK_FALSE(csv.isGood());
}

TEST_CASE("NumberText is the shortest that reads back, without an exponent") {
    CHECK(NumberText(0.0).view() == "0");
    CHECK(NumberText(-0.0).view() == "0");
    CHECK(NumberText(45.0).view() == "45");
    CHECK(NumberText(0.1 + 0.2).view() == "0.30000000000000004");
    CHECK(NumberText(1e-7).view() == "0.0000001");
    CHECK(NumberText(1e21).view() == "1000000000000000000000");
    CHECK(NumberText(std::int64_t{-5}).view() == "-5");

    std::mt19937_64 random(7);
    for (int i = 0; i < 20'000; ++i) {
        const auto value = std::bit_cast<double>(random());
        if (!std::isfinite(value)) {
            continue;
        }
        const NumberText text(value);
        double back = 0;
        std::from_chars(text.view().data(), text.view().data() + text.view().size(), back);
        REQUIRE(back == value);
        REQUIRE(text.view().find_first_of("eE") == std::string_view::npos);
    }
    const NumberText smallest(std::numeric_limits<double>::denorm_min());
    const NumberText largest(std::numeric_limits<double>::max());
    CHECK(smallest.view().ends_with("5"));
    CHECK(largest.view().size() == 309);
}
