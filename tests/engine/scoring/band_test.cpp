// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/band.h"
#include "tests/support/catch.h"

using namespace hb;
using namespace hb::scoring;

namespace {

std::vector<Range> ranges(std::initializer_list<std::pair<double, Band>> bounds) {
    std::vector<Range> made;
    for (const auto& [from, colour] : bounds) {
        made.push_back({.from = from, .label = "", .colour = colour, .help = ""});
    }
    return made;
}

} // namespace

TEST_CASE("bounds are inclusive, on rounded scores") {
    struct Row {
        double score;
        std::size_t range;
        Band band;
    };
    const Row row = GENERATE(Row{0, 0, Band::Red},
                             Row{49.9999994, 0, Band::Red},
                             Row{49.9999996, 1, Band::Yellow},
                             Row{50, 1, Band::Yellow},
                             Row{74.96, 1, Band::Yellow},
                             Row{74.9999994, 1, Band::Yellow},
                             Row{74.9999996, 2, Band::Green},
                             Row{75, 2, Band::Green},
                             Row{100, 2, Band::Green});
    CAPTURE(row.score);
    CHECK(rangeOf(redYellowGreenScheme().ranges, row.score) == row.range);
    CHECK(bandOf(redYellowGreenScheme().ranges, row.score) == row.band);
}

TEST_CASE("several ranges may share a colour, and bounds may have decimals") {
    const std::vector<Range> letters = ranges(
        {{0, Band::Red}, {60, Band::Red}, {66.666667, Band::Yellow}, {80, Band::Green}, {90, Band::Green}});
    CHECK(rangeOf(letters, 59.9) == 0);
    CHECK(rangeOf(letters, 60) == 1);
    CHECK(bandOf(letters, 60) == Band::Red);
    CHECK(bandOf(letters, 200.0 / 3) == Band::Yellow); // r() is 66.666667
    CHECK(bandOf(letters, 66.666666) == Band::Red);
    CHECK(rangeOf(letters, 89.9) == 3);
    CHECK(rangeOf(letters, 100) == 4);
}

TEST_CASE("without a score there is no band, and 0 is a score") {
    CHECK(bandOf(redYellowGreenScheme().ranges, std::nullopt) == Band::None);
    CHECK(bandOf(redYellowGreenScheme().ranges, 0) == Band::Red);
}
