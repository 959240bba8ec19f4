// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/plain_cell.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;
using hb::exchange::plainCell;

TEST_CASE("plainCell") {
    SECTION("what a spreadsheet would run is shown as it is spelled") {
        for (const QString& text :
             {u"=1+1"_s, u"+1"_s, u"-2"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"  =1"_s, u"\r=1"_s}) {
            CAPTURE(text.toStdString());
            CHECK(plainCell(text) == u'\'' + text);
        }
    }
    SECTION("everything else stays") {
        for (const QString& text :
             {QString(), u"Ana"_s, u"a=b"_s, u"{\"score\":-1}"_s, u"\u2212 3"_s, u" a"_s}) {
            CAPTURE(text.toStdString());
            CHECK(plainCell(text) == text);
        }
    }
}
