// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_words.h"
#include "tests/support/catch.h"

using namespace hb::store;
using namespace Qt::StringLiterals;

TEST_CASE("A text holds words as the index would find them") {
    const auto holds = [](const char16_t* text, const char16_t* typed) {
        return holdsAll(QString::fromUtf16(text), soughtIn(QString::fromUtf16(typed)));
    };
    SECTION("by their beginning, without case and accents, all of them") {
        CHECK(holds(u"Quarterly review with Zoë", u"ZOE quart"));
        CHECK(holds(u"ÅNGSTRÖM", u"ångs"));
        CHECK_FALSE(holds(u"Quarterly review", u"uarterly"));
        CHECK_FALSE(holds(u"Quarterly review", u"review monthly"));
        CHECK(holds(u"state-of-the-art plan", u"of-the"));
        CHECK_FALSE(holds(u"state of art", u"of-the"));
    }
    SECTION("emoji, signs and scripts without blanks wherever they stand") {
        CHECK(holds(u"顧客は更新を希望🎉", u"更新 🎉"));
        CHECK(holds(u"100% of C++", u"c++ %"));
        CHECK(holds(u"свой 𝒳 текст", u"ТЕКСТ"));
    }
    SECTION("nothing to look for is held by nothing") {
        CHECK(soughtIn(u" \t"_s).isEmpty());
        CHECK_FALSE(holds(u"", u""));
        CHECK_FALSE(holds(u"words", u" "));
        CHECK_FALSE(holds(u"", u"words"));
    }
    SECTION("the first hit of any of them is where it stands in the text") {
        CHECK(firstHit(u"🎉 then Zoë"_s, soughtIn(u"zoe then"_s)) == 3);
        CHECK(firstHit(u"nothing here"_s, soughtIn(u"zoe"_s)) == -1);
    }
}
