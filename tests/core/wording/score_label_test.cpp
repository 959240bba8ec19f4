// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/score_label.h"
#include "tests/support/catch.h"

using namespace hb;
using namespace Qt::StringLiterals;
using wording::scoreLetter;

TEST_CASE("What a score is called") {
    const Scheme colours = redYellowGreenScheme();
    Scheme own = lettersScheme();
    own.ranges = {{.from = 0, .label = "Low", .colour = Band::Red, .help = {}},
                  {.from = 65, .label = "High", .colour = Band::Green, .help = {}}};

    SECTION("is a number where its scheme has no letters") {
        CHECK(scoreLetter(colours, {}, 82).isEmpty());
        CHECK(scoreLetter(own, SchemeKind::Numeric, 82).isEmpty());
    }
    SECTION("is the usual letter where letters are asked for, from its bound on") {
        CHECK(scoreLetter(colours, SchemeKind::Letters, 59.999) == u"F"_s);
        CHECK(scoreLetter(colours, SchemeKind::Letters, 60) == u"D"_s);
        CHECK(scoreLetter(colours, SchemeKind::Letters, 75) == u"C"_s);
        CHECK(scoreLetter(colours, SchemeKind::Letters, 89.9999999) == u"A"_s); // rounded, as its band is
    }
    SECTION("is the letter of its own scheme first of all") {
        CHECK(scoreLetter(own, {}, 64) == u"Low"_s);
        CHECK(scoreLetter(own, SchemeKind::Letters, 65) == u"High"_s);
    }
}
