// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/row_reader.h"
#include "tests/support/catch.h"

#include <random>
#include <string>
#include <vector>

using namespace hb::ingest;

namespace {

using Row = std::vector<std::string>;

std::vector<Row> rowsOf(std::string_view text, char separator = ',') {
    RowReader reader(text, separator);
    std::vector<Row> rows;
    while (reader.next()) {
        rows.emplace_back(reader.fields().begin(), reader.fields().end());
    }
    return rows;
}

struct Seen {
    RowFault fault;
    std::int64_t line;
    std::string raw;

    friend bool operator==(const Seen&, const Seen&) = default;
};

std::vector<Seen> seenIn(std::string_view text, std::size_t fields) {
    RowReader reader(text, ',', fields);
    std::vector<Seen> seen;
    while (reader.next()) {
        seen.push_back({reader.fault(), reader.line(), std::string(reader.raw())});
    }
    return seen;
}

std::string asQuoted(const std::string& field) {
    std::string out = "\"";
    for (const char c : field) {
        out.append(c == '"' ? 2 : 1, c);
    }
    return out + '"';
}

} // namespace

TEST_CASE("RowReader") {
    SECTION("splits at separators, keeps empty fields and blanks") {
        CHECK(rowsOf("a, b ,,c\n") == std::vector<Row>{{"a", " b ", "", "c"}});
        CHECK(rowsOf(",\n") == std::vector<Row>{{"", ""}});
        CHECK(rowsOf("a,") == std::vector<Row>{{"a", ""}});
    }
    SECTION("CRLF, LF and CR end a row, the last one may have no end") {
        const std::vector<Row> wanted = {{"a", "b"}, {"1", "2"}};
        CHECK(rowsOf("a,b\r\n1,2\r\n") == wanted);
        CHECK(rowsOf("a,b\n1,2") == wanted);
        CHECK(rowsOf("a,b\r1,2\r") == wanted);
    }
    SECTION("the four separators") {
        const char separator = GENERATE(',', ';', '\t', '|');
        const std::string text = std::string("a") + separator + "\"x" + separator + "y\"\n";
        CHECK(rowsOf(text, separator) == std::vector<Row>{{"a", std::string("x") + separator + "y"}});
    }
    SECTION("doubled quotes, separators and line breaks stand inside quotes") {
        CHECK(rowsOf("\"say \"\"hi\"\"\",\"a,b\",\"two\r\nlines\"\n") ==
              std::vector<Row>{{"say \"hi\"", "a,b", "two\r\nlines"}});
        CHECK(rowsOf("\"\",\"\"\"\"\n") == std::vector<Row>{{"", "\""}});
    }
    SECTION(
        "a quote inside an unquoted field stands for itself; blanks behind a closing quote do not count") {
        CHECK(rowsOf("5\" pipe,x\n\"a\" ,\"b\"\t\n") == std::vector<Row>{{"5\" pipe", "x"}, {"a", "b"}});
    }
    SECTION("blank lines are no rows, yet count as lines") {
        CHECK(seenIn("\n\na,b\n  \n\nc,d\n\n", 2) ==
              std::vector<Seen>{{RowFault::None, 3, "a,b"}, {RowFault::None, 6, "c,d"}});
    }
    SECTION("lines are counted through line breaks in quotes, whatever their kind") {
        CHECK(seenIn("\"a\n1\",b\n\"a\r\n2\",b\r\n\"a\r3\",b\rx,y", 2) ==
              std::vector<Seen>{{RowFault::None, 1, "\"a\n1\",b"},
                                {RowFault::None, 3, "\"a\r\n2\",b"},
                                {RowFault::None, 5, "\"a\r3\",b"},
                                {RowFault::None, 7, "x,y"}});
    }
    SECTION("ragged rows are faults, and reading goes on") {
        CHECK(seenIn("a\nb,c\nd,e,f\ng,h\n", 2) == std::vector<Seen>{{RowFault::TooFewFields, 1, "a"},
                                                                     {RowFault::None, 2, "b,c"},
                                                                     {RowFault::TooManyFields, 3, "d,e,f"},
                                                                     {RowFault::None, 4, "g,h"}});
    }
    SECTION("a quote that is never closed costs its own line alone") {
        CHECK(seenIn("a,b\nc,\"d\ne,f\n", 2) == std::vector<Seen>{{RowFault::None, 1, "a,b"},
                                                                  {RowFault::QuoteNotClosed, 2, "c,\"d"},
                                                                  {RowFault::None, 3, "e,f"}});
    }
    SECTION("a stray quote does not pair with the quotes of a later row") {
        CHECK(seenIn("a,\"b\nc,\"d\"\ne,f\n", 2) == std::vector<Seen>{{RowFault::TextAfterQuote, 1, "a,\"b"},
                                                                      {RowFault::None, 2, "c,\"d\""},
                                                                      {RowFault::None, 3, "e,f"}});
    }
    SECTION("the line on which a stray quote opens is named, not that of its row") {
        RowReader reader("\"x\ny\",\"z\n", ',', 2);
        REQUIRE(reader.next());
        CHECK(reader.fault() == RowFault::QuoteNotClosed);
        CHECK(reader.line() == 1);
        CHECK(reader.faultLine() == 2);
        CHECK(reader.faultField() == 1);
        CHECK_FALSE(reader.next());
    }
}

TEST_CASE("RowReader keeps its bounds") {
    SECTION("a field of 1 MB passes, one byte more is a fault, quoted or not, and the next row is read") {
        const std::string most(RowReader::mostFieldBytes, 'x');
        const std::string over = most + 'x';
        for (const std::string& text : {most, asQuoted(most)}) {
            CHECK(seenIn("a," + text + "\nb,c\n", 2)[0].fault == RowFault::None);
        }
        for (const std::string& text : {over, asQuoted(over)}) {
            const std::vector<Seen> seen = seenIn("a," + text + "\nb,c\n", 2);
            REQUIRE(seen.size() == 2);
            CHECK(seen[0].fault == RowFault::FieldTooLong);
            CHECK(seen[1] == Seen{RowFault::None, 2, "b,c"});
        }
    }
    SECTION("a line of a million separators holds no more fields than the header") {
        const std::string text = std::string(1'000'000, ',') + "\na,b\n";
        RowReader reader(text, ',', 2);
        REQUIRE(reader.next());
        CHECK(reader.fault() == RowFault::TooManyFields);
        CHECK(reader.fieldTotal() == 1'000'001);
        CHECK(reader.fields().size() == 2);
        REQUIRE(reader.next());
        CHECK(reader.line() == 2);
    }
    SECTION("undone quotes stay where they are until they are released") {
        std::string text;
        for (int i = 0; i < 20'000; ++i) {
            text += "\"" + std::to_string(i) + "\"\"x\"\n";
        }
        RowReader reader(text, ',', 1);
        std::vector<std::string_view> fields;
        while (reader.next()) {
            fields.push_back(reader.fields()[0]);
        }
        REQUIRE(fields.size() == 20'000);
        CHECK(fields[0] == "0\"x");
        CHECK(fields[19'999] == "19999\"x");
    }
    SECTION("many stray quotes are read in linear time") {
        std::string text;
        for (int i = 0; i < 200'000; ++i) {
            text += "a,\"b\"\"\n"; // each would pair with the next but one, or with none
        }
        CHECK(seenIn(text, 2).size() == 200'000);
    }
}

TEST_CASE("What was written with quotes is read back the same") {
    const unsigned seed = GENERATE(range(1U, 41U));
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const auto below = [&random](unsigned count) {
        return std::uniform_int_distribution<unsigned>(0, count - 1)(random);
    };
    static const std::vector<std::string> pieces = {"a",
                                                    "Z",
                                                    "0",
                                                    ",",
                                                    ";",
                                                    "\t",
                                                    "|",
                                                    "\"",
                                                    "\"\"",
                                                    "\n",
                                                    "\r\n",
                                                    "\r",
                                                    " ",
                                                    "\xC3\xA9",
                                                    "\xE2\x82\xAC",
                                                    "'",
                                                    "="};
    const char separator = ",;\t|"[below(4)];
    const std::string lineEnd = std::vector<std::string>{"\n", "\r\n", "\r"}[below(3)];
    const std::size_t columns = 2 + below(5);
    std::vector<Row> rows(1 + below(60), Row(columns));
    std::string text;
    for (Row& row : rows) {
        for (std::size_t c = 0; c < columns; ++c) {
            for (unsigned length = below(6); length > 0; --length) {
                row[c] += pieces[below(static_cast<unsigned>(pieces.size()))];
            }
            const bool needsQuotes = row[c].find_first_of("\"\r\n,;\t|") != std::string::npos;
            text += (needsQuotes || below(3) == 0 || columns == 1 ? asQuoted(row[c]) : row[c]);
            text += c + 1 == columns ? lineEnd : std::string(1, separator);
        }
    }
    CHECK(rowsOf(text, separator) == rows);
}
