// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/pages/book/wall_layout.h"

using hb::pages::WallLayout;

namespace {

/// Two sections in three columns of 100 x 50 under lines of 20: rows 1 to 4 and 6.
WallLayout twoSections() {
    WallLayout layout;
    layout.set({.cell = QSize(100, 50), .columns = 3, .left = 4, .sectionWidth = 290, .sectionHeight = 20},
               {0, 5},
               7);
    return layout;
}

} // namespace

TEST_CASE("WallLayout") {
    const WallLayout layout = twoSections();

    SECTION("lines of sections are as wide as the wall, tiles stand in columns below them") {
        CHECK(layout.rect(0) == QRect(4, 0, 290, 20));
        CHECK(layout.rect(1) == QRect(4, 20, 100, 50));
        CHECK(layout.rect(3) == QRect(204, 20, 100, 50));
        CHECK(layout.rect(4) == QRect(4, 70, 100, 50));
        CHECK(layout.rect(5) == QRect(4, 120, 290, 20));
        CHECK(layout.rect(6) == QRect(4, 140, 100, 50));
        CHECK(layout.height() == 190);
        CHECK(layout.rect(7).isEmpty());
        CHECK(layout.rect(-1).isEmpty());
    }
    SECTION("a row is where its rectangle is, and nowhere else") {
        for (int row = 0; row < 7; ++row) {
            CHECK(layout.rowAt(layout.rect(row).center()) == row);
            CHECK(layout.rowAt(layout.rect(row).topLeft()) == row);
            CHECK(layout.rowAt(layout.rect(row).bottomRight()) == row);
        }
        CHECK_FALSE(layout.rowAt({150, 90}).has_value());
        CHECK_FALSE(layout.rowAt({10, 500}).has_value());
        CHECK_FALSE(layout.rowAt({10, -1}).has_value());
    }
    SECTION("what a band touches") {
        CHECK(layout.rowsWithin(0, 10) == std::pair(0, 0));
        CHECK(layout.rowsWithin(30, 60) == std::pair(1, 3));
        CHECK(layout.rowsWithin(30, 1000) == std::pair(1, 6));
        CHECK(layout.rowsWithin(75, 130) == std::pair(4, 5));
        const auto [first, last] = layout.rowsWithin(500, 600);
        CHECK(first > last);
    }
    SECTION("up and down keep the column where a line is long enough") {
        CHECK(layout.rowBeside(0, 1, 2) == 3);
        CHECK(layout.rowBeside(3, 1, 2) == 4);
        CHECK(layout.rowBeside(4, -1, 2) == 3);
        CHECK(layout.rowBeside(4, 1, 2) == 5);
        CHECK(layout.rowBeside(6, 1, 0) == 6);
        CHECK(layout.rowBeside(0, -1, 0) == 0);
        CHECK(layout.columnOf(3) == 2);
        CHECK_FALSE(layout.columnOf(5).has_value());
    }
    SECTION("nothing, and sections that are folded") {
        CHECK_FALSE(WallLayout().nearestRow({0, 0}).has_value());
        CHECK(WallLayout().height() == 0);
        WallLayout folded;
        folded.set(
            {.cell = QSize(100, 50), .columns = 3, .left = 0, .sectionWidth = 290, .sectionHeight = 20},
            {0, 1, 2},
            3);
        CHECK(folded.height() == 60);
        CHECK(folded.rowAt({5, 45}) == 2);
    }
}
