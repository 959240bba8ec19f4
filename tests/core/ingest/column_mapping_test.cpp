// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/column_mapping.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace hb;
using namespace hb::ingest;
using namespace Qt::StringLiterals;

namespace {

std::string faultsOf(const QByteArray& members) {
    const QByteArray json =
        "{\"format\": \"healthbook-mapping/1\"" + (members.isEmpty() ? "" : ", " + members) + '}';
    const Result<ColumnMapping> mapping = parseMapping(json, u"m.json"_s);
    return mapping ? std::string() : mapping.error().found;
}

} // namespace

TEST_CASE("parseMapping") {
    SECTION("reads every member, and what it writes reads back the same") {
        const QByteArray json = R"({"format": "healthbook-mapping/1",
            "columns": {"Org ID": "account_id", "Seats": "seats_used", "Junk": null},
            "date_format": "dd.MM.yyyy", "decimal": ",", "thousands": ".", "percent": ["Share"], "currency": ["€", "EUR"],
            "same_day": {"logins": "sum", "nps": "mean", "a": "last", "b": "count", "c": "max"},
            "derive": [{"metric": "share", "left": "Seats", "op": "/", "right": "Bought"}],
            "levels": {"sentiment": {"happy": 3, "sad": 1}}, "key": "name"})";
        const Result<ColumnMapping> mapping = parseMapping(json, u"m.json"_s);
        REQUIRE(mapping.has_value());
        CHECK(mapping->columns.size() == 3);
        const auto junk = std::ranges::find(mapping->columns, u"Junk"_s, &std::pair<QString, QString>::first);
        REQUIRE(junk != mapping->columns.end());
        CHECK(junk->second.isNull());
        CHECK(mapping->dateFormat == u"dd.MM.yyyy");
        CHECK(mapping->decimal == u',');
        CHECK(mapping->thousands == u'.');
        CHECK(mapping->percent == QStringList{u"Share"_s});
        CHECK(mapping->sameDay.value(u"nps"_s) == SameDay::Mean);
        CHECK(mapping->derive == std::vector<DerivedMetric>{{u"share"_s, u"Seats"_s, u'/', u"Bought"_s}});
        CHECK(mapping->levels.value(u"sentiment"_s).value(u"happy"_s) == 3);
        CHECK(mapping->key == ColumnMapping::Key::Name);
        const Result<ColumnMapping> again = parseMapping(toJson(*mapping), u"m.json"_s);
        REQUIRE(again.has_value());
        CHECK(*again == *mapping);
    }
    SECTION("the shortest mapping is that of a file as formats.md wants it") {
        const Result<ColumnMapping> mapping = parseMapping(toJson(ColumnMapping{}), u"m.json"_s);
        REQUIRE(mapping.has_value());
        CHECK(*mapping == ColumnMapping{});
    }
    SECTION("each fault names its path") {
        CHECK(faultsOf(R"("colums": {})") == "/colums: is not known");
        CHECK(faultsOf(R"("columns": [])") == "/columns: must be an object");
        CHECK(faultsOf(R"("columns": {"a/b": 1})") == "/columns/a~1b: must be a text that is not empty");
        CHECK(faultsOf(R"("columns": {"Org ID": "x", "org_id": "y"})") ==
              "/columns/org_id: is the same column as \"Org ID\"");
        CHECK(faultsOf(R"("date_format": "d.m.y")") ==
              "/date_format: must hold dd, MM and yyyy once each, and separators");
        CHECK(faultsOf(R"("decimal": ";")") == "/decimal: must be \".\" or \",\"");
        CHECK(faultsOf(R"("thousands": "'' ")") ==
              "/thousands: must be one character, no letter, digit or sign");
        CHECK(faultsOf(R"("decimal": ",", "thousands": ",")") ==
              "/thousands: must differ from the decimal sign");
        CHECK(faultsOf(R"("percent": ["a", 1])") == "/percent/1: must be a text that is not empty");
        CHECK(faultsOf(R"("same_day": {"m": "median"})") ==
              "/same_day/m: must be last, sum, count, mean or max");
        CHECK(faultsOf(R"("derive": [{"metric": "m", "left": "a", "op": "%", "right": "b", "x": 1}])") ==
              "/derive/0/x: is not known\n/derive/0/op: must be one of + - * /");
        CHECK(faultsOf(R"("levels": {"m": {"good": 1.5}})") ==
              "/levels/m/good: must be a level: a whole number from 0 on");
        CHECK(faultsOf(R"("currency": ["€", "EUR", "kr.", "5", "-", "%"])") ==
              "/currency/3: must be the sign or the letters of a currency\n"
              "/currency/4: must be the sign or the letters of a currency\n"
              "/currency/5: must be the sign or the letters of a currency");
        const std::string key = ": must be the key of a metric: 1 to 64 of a-z 0-9 _ . -";
        CHECK(faultsOf(R"("derive": [{"metric": "a b", "left": "a", "op": "+", "right": "b"}])") ==
              "/derive/0/metric" + key);
        CHECK(faultsOf(R"("same_day": {"Logins": "sum"})") == "/same_day/Logins" + key);
        CHECK(faultsOf(R"("levels": {"my mood": {"fine": 1}})") == "/levels/my mood" + key);
        CHECK(faultsOf(R"("key": "email")") == "/key: must be \"id\" or \"name\"");
    }
    SECTION("a key that stands twice is a fault, wherever it stands") {
        CHECK(faultsOf(R"("decimal": ".", "decimal": ",")") == "/decimal: is there twice");
        CHECK(faultsOf(R"("columns": {"a/b": "x", "c": "}", "a\u002fb" : "y"})") ==
              "/columns/a~1b: is there twice");
        CHECK(faultsOf(R"("levels": {"m": {"good": 1, "go\"od": 2, "good": 1}})") ==
              "/levels/m/good: is there twice");
        CHECK(faultsOf(R"("derive": [{"metric": "m", "left": "a", "op": "+", "right": "b", "op": "+"}])") ==
              "/derive/0/op: is there twice");
        CHECK(faultsOf(R"("percent": ["a", "b"], "levels": {"a": {"x": 1}, "b": {"x": 1}})").empty());
    }
    SECTION("what is not built yet is refused, not ignored") {
        const std::string member = GENERATE(as<std::string>(), "sheet", "header_row", "unpivot");
        CHECK(faultsOf(QByteArray::fromStdString('"' + member + "\": 1")) ==
              '/' + member + ": is not supported yet by this version of Healthbook");
    }
    SECTION("no JSON, no object, no format") {
        CHECK(parseMapping("{", u"m.json"_s).error().code == ErrorCode::InvalidInput);
        CHECK(parseMapping("[]", u"m.json"_s).error().found == "no object");
        CHECK(parseMapping("{}", u"m.json"_s).error().found == "/format: must be \"healthbook-mapping/1\"");
        CHECK(parseMapping("{}", u"m.json"_s).error().place == "m.json");
    }
}

TEST_CASE("foldedColumnName") {
    CHECK(foldedColumnName(u"Account_ID"_s) == foldedColumnName(u" account-id "_s));
    CHECK(foldedColumnName(u"ÜBER uns"_s) == foldedColumnName(u"über_uns"_s));
    CHECK(foldedColumnName(u"a.b"_s) != foldedColumnName(u"ab"_s));
}
