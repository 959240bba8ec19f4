// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/plain_line.h"
#include "tests/support/catch.h"

using namespace hb::wording;
using namespace Qt::StringLiterals;

namespace {
std::string plain(const char* markdown) {
    return firstNoteLine(QString::fromUtf8(markdown)).toStdString();
}
} // namespace

TEST_CASE("A line of a note is its Markdown without the marks") {
    SECTION("bold, italics, struck out, code and links are their texts") {
        CHECK(plain("**Eva** is *really* __very__ _happy_") == "Eva is really very happy");
        CHECK(plain("***all*** of ~~it~~") == "all of it");
        CHECK(plain("*a **b** c* **d *e* f** *g **h***") == "a b c d e f g h");
        CHECK(plain("set `max_users` to ``a`b``") == "set max_users to a`b");
        CHECK(plain("see [the *plan*](https://e.com/a_(b)) ![shot](x.png)") == "see the plan shot");
        CHECK(plain("mail <eva@e.com> or <https://e.com>") == "mail eva@e.com or https://e.com");
    }
    SECTION("headings, bullets, boxes and quotes lose their heads") {
        CHECK(plain("## Call with **Eva** ##") == "Call with Eva");
        CHECK(plain("- [x] sent the offer") == "sent the offer");
        CHECK(plain("> > * quoted") == "quoted");
        CHECK(plain("1. first") == "1. first");
        CHECK(plain("# C#") == "C#");
        CHECK(plain("#hashtag") == "#hashtag");
        CHECK(plain("-5 points") == "-5 points");
    }
    SECTION("what says nothing is passed over") {
        CHECK(plain("\n---\n***\n```cpp\n#\n  Real words") == "Real words");
        CHECK(plain("").empty());
        CHECK(plain("---\n").empty());
    }
    SECTION("what marks nothing stays as it was typed") {
        for (const char* text : {"2 * 3 * 4",
                                 "5*3*2",
                                 "snake_case_name",
                                 "a ** b",
                                 "**open",
                                 "*",
                                 "`open",
                                 "[x",
                                 "[x](open",
                                 "a < b > c",
                                 "~5 of ~9~",
                                 "so!!! [sic]",
                                 "C:\\temp",
                                 "****"}) {
            CAPTURE(text);
            CHECK(plain(text) == (std::string(text) == "****" ? std::string() : std::string(text)));
        }
        CHECK(plain("\\*so\\* and \\_so\\_") == "*so* and _so_");
    }
    SECTION("in every script, with emoji") {
        CHECK(plain("**語** と _日本_ 🎉 **🎉**") == "語 と 日本 🎉 🎉");
        CHECK(plain("**مرحبا** [رابط](x) *שלום*") == "مرحبا رابط שלום");
        CHECK(plain("_👩‍👩‍👧‍👦_ *ქ*") == "👩‍👩‍👧‍👦 ქ");
    }
    SECTION("no character is cut in two") {
        const QString line = firstNoteLine(QString(199, u'x') + u"🎉🎉🎉"_s);
        CHECK(line == QString(199, u'x') + u'…');
        CHECK(firstLine(u"\n  "_s + QString(300, u'é')) == QString(200, u'é') + u'…');
        CHECK(firstLine(u"**as it is**"_s) == u"**as it is**"_s);
    }
    SECTION("a megabyte of marks is no matter") {
        for (const QString& unit : {u"["_s, u"*a "_s, u"`"_s, u"**[_"_s, u"<"_s, u"\\"_s, u">"_s, u"[]("_s}) {
            CHECK(firstNoteLine(unit.repeated(1'000'000 / int(unit.size()))).size() <= 201);
        }
    }
}
