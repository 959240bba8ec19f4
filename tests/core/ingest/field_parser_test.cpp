// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/field_parser.h"
#include "tests/support/catch.h"

using namespace hb;
using namespace hb::ingest;
using namespace Qt::StringLiterals;

TEST_CASE("parseNumber") {
    SECTION("takes digits with a sign, decimals and an exponent") {
        CHECK(parseNumber("0") == 0.0);
        CHECK(parseNumber("+12.50") == 12.5);
        CHECK(parseNumber("-3e2") == -300.0);
        CHECK(parseNumber("1.5E-2") == 0.015);
        CHECK(parseNumber("007") == 7.0);
        CHECK_FALSE(std::signbit(*parseNumber("-0")));
    }
    SECTION("takes nothing else") {
        const std::string text = GENERATE(as<std::string>(),
                                          "",
                                          "+",
                                          "-",
                                          ".5",
                                          "5.",
                                          "1.e2",
                                          "1e",
                                          "1e+",
                                          "+-1",
                                          " 1",
                                          "1 ",
                                          "1,5",
                                          "0x10",
                                          "inf",
                                          "nan",
                                          "1_000",
                                          "1e999",
                                          "-1e999",
                                          "12a",
                                          "١",
                                          "½");
        INFO(text);
        CHECK_FALSE(parseNumber(text).has_value());
    }
    SECTION("reads back the shortest form of a double exactly") {
        CHECK(parseNumber("0.1") == 0.1);
        CHECK(parseNumber("71.0667") == 71.0667);
        CHECK(parseNumber("1.7976931348623157e308") == 1.7976931348623157e308);
    }
}

TEST_CASE("Numbers in other forms") {
    NumberForm german{',', ".", {"EUR", "€"}};
    CHECK(parseNumber("1.234,5", german, false) == 1234.5);
    CHECK(parseNumber("1234,5", german, false) == 1234.5);
    CHECK(parseNumber("-1.234.567", german, false) == -1234567.0);
    CHECK(parseNumber("€ 12", german, false) == 12.0);
    CHECK(parseNumber("12 EUR", german, false) == 12.0);
    CHECK(parseNumber("-€5", german, false) == -5.0);
    SECTION("groups that are not of three are no thousands") {
        const std::string text = GENERATE(
            as<std::string>(), "12.5", "1.23", "1.2345", "1234.567", "1..234", ".123", "1.234,", "$5");
        INFO(text);
        CHECK_FALSE(parseNumber(text, german, false).has_value());
    }
    SECTION("a percent sign goes in percent columns alone, and the number stays as people see it") {
        CHECK(parseNumber("45%", NumberForm{}, true) == 45.0);
        CHECK(parseNumber("45 %", NumberForm{}, true) == 45.0);
        CHECK(parseNumber("45", NumberForm{}, true) == 45.0);
        CHECK_FALSE(parseNumber("45%", NumberForm{}, false).has_value());
        CHECK_FALSE(parseNumber("%", NumberForm{}, true).has_value());
    }
    SECTION("thousands may be a blank beyond ASCII, and the longer sign goes first") {
        ColumnMapping mapping;
        mapping.thousands = QChar(0x00A0);
        mapping.currency = {u"$"_s, u"US$"_s};
        CHECK(parseNumber("US$1\u00A0234", numberForm(mapping), false) == 1234.0);
    }
}

TEST_CASE("parseAmount") {
    CHECK(parseAmount("120000.5", {}) == 12000050);
    CHECK(parseAmount("+3", {}) == 300);
    CHECK(parseAmount("12.500", {}) == 1250);
    CHECK(parseAmount("1.2e5", {}) == 12000000);
    CHECK(parseAmount("-0.01", {}) == -1);
    CHECK(parseAmount("1.234.567,89 €", NumberForm{',', ".", {"€"}}) == 123456789);
    CHECK_FALSE(parseAmount("12.345", {}).has_value());
    CHECK_FALSE(parseAmount("1e-3", {}).has_value());
    CHECK_FALSE(parseAmount("abc", {}).has_value());
    CHECK_FALSE(parseAmount("99999999999999999999", {}).has_value());
}

TEST_CASE("DayForm") {
    const auto day = [](const char* text) { return parseIsoDay(text); };
    SECTION("YYYY-MM-DD, with a time and an offset that are dropped") {
        const DayForm iso;
        const std::string text = GENERATE(as<std::string>(),
                                          "2024-02-29",
                                          "2024-02-29T10:00",
                                          "2024-02-29T10:00:59.123Z",
                                          "2024-02-29 23:59:59+02:00",
                                          "2024-02-29 10:00:00 UTC",
                                          "2024-02-29 1:05 PM",
                                          "2024-02-29T10:00:00-0500");
        INFO(text);
        CHECK(iso.parse(text) == day("2024-02-29"));
    }
    SECTION("nothing else") {
        const DayForm iso;
        const std::string text = GENERATE(as<std::string>(),
                                          "",
                                          "2023-02-29",
                                          "2024-2-9",
                                          "29.02.2024",
                                          "2024-02-29x",
                                          "2024-02-29T",
                                          "2024-02-29 noon",
                                          "2024-02-29T99999",
                                          "1899-12-31",
                                          "2200-01-01",
                                          "2024-02-291",
                                          "2024-02-29 10",
                                          "20240229");
        INFO(text);
        CHECK_FALSE(iso.parse(text).has_value());
    }
    SECTION("as a mapping names it, and only so") {
        const auto form = DayForm::fromText(u"dd.MM.yyyy"_s);
        REQUIRE(form.has_value());
        CHECK(form->parse("05.03.2024") == day("2024-03-05"));
        CHECK(form->parse("5.3.2024 10:00") == day("2024-03-05"));
        CHECK_FALSE(form->parse("2024-03-05").has_value());
        CHECK_FALSE(form->parse("5.3.24").has_value());
        CHECK_FALSE(form->parse("31.04.2024").has_value());
        CHECK(DayForm::fromText(u"MM/dd/yyyy"_s)->parse("05/03/2024") == day("2024-05-03"));
        CHECK(DayForm::fromText(u"yyyyMMdd"_s)->parse("20240503") == day("2024-05-03"));
        CHECK_FALSE(DayForm::fromText(u"yyyyMMdd"_s)->parse("2024053").has_value());
    }
    SECTION("a format names day, month and year once each") {
        const QString format =
            GENERATE(u"dd.MM.yy"_s, u"dd.MM"_s, u"dd.dd.yyyy"_s, u"MMM dd yyyy"_s, u"dd.MM.yyyy yyyy"_s);
        CHECK_FALSE(DayForm::fromText(format).has_value());
    }
}

TEST_CASE("trimmed") {
    CHECK(trimmed("  a b \t\r\n") == "a b");
    CHECK(trimmed("\u00A0\u2009a\u3000") == "a");
    CHECK(trimmed("é") == "é");
    CHECK(trimmed(" \u00A0 ").empty());
    CHECK(trimmed("").empty());
}
